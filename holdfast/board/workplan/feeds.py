"""Reading a work plan's file from a disk, or the one that the product ships."""

from pathlib import Path

from holdfast.board.workplan import data
from holdfast.board.workplan.rules.plan_file import read_plan
from holdfast.board.workplan.rules.planned import PlannedPlan
from holdfast.board.workplan.rules.reading import BadFile


def shipped_plan() -> PlannedPlan:
    """Return the board's published plan for 2012/13."""
    return read_plan(data.text_of(data.PLAN), file=data.PLAN)


def load_plan(path: Path) -> PlannedPlan:
    """Read a plan's file. Raises BadFile with one sentence, before anything is written."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadFile(f"{path.name}: this is not plain text. Save it as UTF-8 text.") from None
    except OSError as wrong:
        raise BadFile(
            f"{path.name}: it cannot be read ({wrong.strerror}). Check the path."
        ) from None
    return read_plan(text, file=path.name)
