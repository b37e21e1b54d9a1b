"""The practitioners' escalation policy: stages, clocks and reasons, read from data. Pure.

No law sets these stages or days: they are a local standard (L), and the data says so. Days are
working days of England; a stage's clock starts the day after it begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from statistics import median

from holdfast.board.scrutiny import data
from holdfast.board.scrutiny.rules.words import Status
from holdfast.kernel.actions.reading import Field, open_text
from holdfast.kernel.clock.calendars import calendar
from holdfast.kernel.records.moves import Move, StateTable

FORM = "holdfast escalation policy 1"
CALENDAR = "EW_BFDA"
LOCAL = "The partnership's own escalation policy (L)"
OPEN, BOARD, RESOLVED = "open", "board", "resolved"

TABLE = StateTable(
    OPEN,
    {
        "move_up": Move(frozenset({OPEN}), OPEN, LOCAL),
        "send_to_board": Move(frozenset({OPEN}), BOARD, LOCAL),
        "resolve": Move(frozenset({OPEN, BOARD}), RESOLVED, LOCAL),
    },
)


@dataclass(frozen=True)
class Stage:
    number: int
    name: str
    who: str
    working_days: int


@dataclass(frozen=True)
class Policy:
    """A local policy. `reasons` and `outcomes` are codes with their words, in order."""

    title: str
    source: str
    status: Status
    stages: tuple[Stage, ...]
    reasons: dict[str, str]
    outcomes: dict[str, str]

    @property
    def last(self) -> int:
        return len(self.stages)

    def stage(self, number: int) -> Stage:
        return self.stages[number - 1]


def due_on(stage: Stage, *, started: date) -> date:
    """Return the last day on which a stage is in time. Working days of England."""
    return calendar(CALENDAR).add(started, stage.working_days)


def working_days(first: date, last: date) -> int:
    """Return how many working days lie after one day up to and with another."""
    return calendar(CALENDAR).between(first, last)


def median_days(spans: Sequence[int]) -> float | None:
    return float(median(spans)) if spans else None


@lru_cache(maxsize=1)
def policy() -> Policy:
    """Return the policy that the product ships."""
    return read_policy(data.text_of(data.POLICY), file=data.POLICY)


def read_policy(text: str, *, file: str) -> Policy:
    """Read a policy's file. Raises BadFile with file, line, field and value."""
    must = {"form", "title", "source", "status", "stages", "reasons", "outcomes"}
    top = open_text(text, file=file, form=FORM).group(must=must)
    stages = []
    for number, item in enumerate(top["stages"].items(), 1):
        row = item.group(must={"name", "who", "working_days"})
        days = row["working_days"].number(least=1, most=40)
        stages.append(Stage(number, row["name"].text(), row["who"].text(), days))
    return Policy(
        title=top["title"].text(),
        source=top["source"].text(),
        status=Status(top["status"].one_of({one.value for one in Status}, "a status")),
        stages=tuple(stages),
        reasons=dict(_coded(top["reasons"].items())),
        outcomes=dict(_coded(top["outcomes"].items())),
    )


def _coded(items: Sequence[Field]) -> list[tuple[str, str]]:
    rows = [item.group(must={"code", "words"}) for item in items]
    return [(row["code"].text(most=30), row["words"].text(most=120)) for row in rows]
