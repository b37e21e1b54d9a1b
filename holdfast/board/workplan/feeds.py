"""Reading a work plan's file from a disk, or the one that the product ships."""

from pathlib import Path

from holdfast.board.workplan import data
from holdfast.board.workplan.rules.plan_file import read_plan
from holdfast.board.workplan.rules.planned import PlannedPlan
from holdfast.board.workplan.rules.reading import BadFile, decoded


def shipped_plan() -> PlannedPlan:
    """Return the board's published plan for 2012/13."""
    return read_plan(data.text_of(data.PLAN), file=data.PLAN)


def load_plan(path: Path) -> PlannedPlan:
    """Read a plan's file. Raises BadFile with one sentence, before anything is written."""
    try:
        content = path.read_bytes()
    except OSError as wrong:
        why = wrong.strerror or "no reason given"
        raise BadFile(f"{path.name}: it cannot be read ({why}). Check the path.") from None
    return read_plan(decoded(content, file=path.name), file=path.name)
