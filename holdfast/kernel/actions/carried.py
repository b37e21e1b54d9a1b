"""What an older paper says about an action: carried over once, as it was printed. Pure values."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.states import RHYTHM_MONTHS, Kind


@dataclass(frozen=True)
class Note:
    """A line of progress. `sort` is happened, planned or cancelled."""

    text: str
    dated: Dated | None = None
    sort: str = "happened"
    printed_date: str = ""


@dataclass(frozen=True)
class Moved:
    """The date was put back. The day of the move and its approver are often not printed."""

    new_on: date
    reason: str
    old_on: date | None = None
    old_words: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Shown:
    """A piece of evidence, dated or not."""

    what: str
    dated: Dated | None = None


@dataclass(frozen=True)
class History:
    """Everything carried over for one action."""

    notes: tuple[Note, ...] = ()
    moves: tuple[Moved, ...] = ()
    said_done: bool = False
    done: Dated | None = None
    evidence: tuple[Shown, ...] = ()
    part_open: str = ""
    retest_on: date | None = None


@dataclass(frozen=True)
class Carried:
    """One action of an older paper: what was agreed on `agreed_on`, and its history since."""

    what: str
    agreed_on: date
    kind: Kind = Kind.TASK
    due_on: date | None = None
    rhythm_months: int = RHYTHM_MONTHS
    history: History = History()
