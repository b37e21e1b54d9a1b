"""Reading a work plan from a disk, and what the product ships: a plan and a strategy."""

from pathlib import Path

from holdfast.board.workplan import data
from holdfast.board.workplan.rules.plan_file import read_plan
from holdfast.board.workplan.rules.planned import PlannedPlan
from holdfast.board.workplan.rules.strategies import ToldStrategy, read_strategy
from holdfast.kernel.actions.reading import BadFile, decoded


def shipped_plan() -> PlannedPlan:
    """Return the board's published plan for 2012/13."""
    return read_plan(data.text_of(data.PLAN), file=data.PLAN)


def shipped_strategy() -> ToldStrategy:
    """Return the children and young people's plan for 2013 to 2016, as drafted in June 2012."""
    return read_strategy(data.text_of(data.CYPP), file=data.CYPP)


def load_plan(path: Path) -> PlannedPlan:
    """Read a plan's file. Raises BadFile with one sentence, before anything is written."""
    try:
        content = path.read_bytes()
    except OSError as wrong:
        why = wrong.strerror or "no reason given"
        raise BadFile(f"{path.name}: it cannot be read ({why}). Check the path.") from None
    return read_plan(decoded(content, file=path.name), file=path.name)
