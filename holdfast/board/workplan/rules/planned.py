"""A work plan as a file tells it: plain values, checked, not yet in the database."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.actions.carried import Carried, History
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.states import Kind

NOT_RESOLVED = "not resolved"
"""What a file says of an owner whose printed code cannot be turned into a role."""


@dataclass(frozen=True)
class PlannedMeeting:
    body: str
    dated: Dated


@dataclass(frozen=True)
class PlannedPriority:
    code: str
    text: str
    lead: bool


@dataclass(frozen=True)
class PlannedTheme:
    code: str
    name: str


@dataclass(frozen=True)
class PlannedLine:
    """One numbered line. `agreed_due_on` is its first date, `history` what happened to it."""

    number: int
    theme: str
    kind: Kind
    title: str
    text: str
    parts: tuple[str, ...]
    owners: tuple[str, ...]
    moves_next: str
    groups: tuple[str, ...]
    printed_timescale: str
    agreed_due_on: date | None
    every_months: int
    priorities: tuple[str, ...]
    history: History

    def carried(self, agreed_on: date) -> Carried:
        """Return it as the tracker takes it over."""
        return Carried(
            what=self.text,
            agreed_on=agreed_on,
            kind=self.kind,
            due_on=self.agreed_due_on,
            rhythm_months=self.every_months,
            history=self.history,
        )


@dataclass(frozen=True)
class PlannedPlan:
    title: str
    year: str
    starts_on: date
    ends_on: date
    source: str
    meetings: tuple[PlannedMeeting, ...]
    priorities: tuple[PlannedPriority, ...]
    themes: tuple[PlannedTheme, ...]
    lines: tuple[PlannedLine, ...]


@dataclass(frozen=True)
class ProgrammeTheme:
    code: str
    stage: str
    topic: str
    inputs: tuple[str, ...]


@dataclass(frozen=True)
class ProgrammeMeeting:
    month: Dated
    body: str
    items: tuple[str, ...]
    theme: ProgrammeTheme | None


@dataclass(frozen=True)
class Programme:
    """Next year's outline: which body meets when, on what. `warnings` are the paper's oddities."""

    title: str
    year: str
    source: str
    warnings: tuple[str, ...]
    meetings: tuple[ProgrammeMeeting, ...]
