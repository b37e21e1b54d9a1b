"""How a return stands on a day: late or not, who moves next, which reminder is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from holdfast.engines.asks.rules.states import OPEN, SENT, Reply, State

BEFORE = (14, 3)
"""Days before the due day on which a reminder goes. A local rule."""
WEEK = 7
LEAD_TOLD_AFTER = 14
"""Days late after which the seat's lead is told too. A local rule."""


class Look(StrEnum):
    """How a return is drawn: each is another shape, so that no two kinds of answer look alike."""

    MET = "met"
    IN_PART = "soon"
    NIL = "nothing"
    REFUSED = "refused"
    SILENT = "no_reply"
    SENT_LATE = "sent late"
    LATE = "over"
    RUNNING = "running"


class Mover(StrEnum):
    RECIPIENT = "recipient"
    SIGNER = "signer"
    ASKER = "asker"
    NOBODY = "nobody"


MOVERS = {
    State.READY: Mover.SIGNER,
    State.SENT: Mover.ASKER,
    State.ACCEPTED: Mover.NOBODY,
    State.WITHDRAWN: Mover.NOBODY,
}


@dataclass(frozen=True)
class Facts:
    """What a return's standing depends on. `sent_on` is its first sending, `reply` its last."""

    state: State
    due_on: date
    sent_on: date | None = None
    reply: Reply | None = None


def mover(state: State) -> Mover:
    return MOVERS.get(state, Mover.RECIPIENT)


def days_late(facts: Facts, *, on: date) -> int:
    """Return by how many days it was sent late, or is late now. Withdrawn ones are never late."""
    if facts.state is State.WITHDRAWN:
        return 0
    until = facts.sent_on or on
    return max((until - facts.due_on).days, 0)


def look(facts: Facts, *, on: date) -> tuple[Look, str]:
    """Return how a return is drawn on a day, with its words."""
    if facts.state is State.WITHDRAWN:
        return Look.NIL, "Withdrawn"
    if facts.state in SENT:
        return _sent(facts, on=on)
    late = days_late(facts, on=on) if facts.sent_on is None else 0
    if facts.state is State.RETURNED:
        return Look.IN_PART, "Returned for clarification"
    if late and facts.state is State.TO_DO:
        return Look.SILENT, f"No reply, {_days(late)} late"
    if late:
        return Look.LATE, f"{facts.state.value.capitalize()}, {_days(late)} late"
    return Look.RUNNING, facts.state.value.capitalize()


SENT_LOOKS = {
    Reply.FULL: (Look.MET, ""),
    Reply.PARTIAL: (Look.IN_PART, ", in part"),
    Reply.NIL: (Look.NIL, ": nil return"),
    Reply.REFUSED: (Look.REFUSED, ": refused, with a reason"),
}


def _sent(facts: Facts, *, on: date) -> tuple[Look, str]:
    drawn, more = SENT_LOOKS[facts.reply or Reply.FULL]
    late = days_late(facts, on=on)
    after = f", {_days(late)} late" if late else ""
    if late and drawn is Look.MET:
        drawn = Look.SENT_LATE
    return drawn, f"{facts.state.value.capitalize()}{more}{after}"


def due_words(due_on: date, *, on: date) -> str:
    """
    Return how far off a due day is.

    >>> due_words(date(2013, 7, 1), on=date(2013, 6, 28))
    'in 3 days'
    """
    days = (due_on - on).days
    if days == 0:
        return "today"
    return f"in {_days(days)}" if days > 0 else f"{_days(-days)} ago"


def reminder(*, issued_on: date, due_on: date, on: date) -> str:
    """
    Return the latest reminder whose day has come, or nothing.

    A missed day is made up for by the next run; what fell before the request was issued is not.
    """
    days = (due_on - on).days
    if days < 0:
        weeks = -days // WEEK
        return f"week {weeks} after" if weeks else "on the day"
    stages = [(n, f"{n} days before") for n in BEFORE] + [(0, "on the day")]
    come = [words for n, words in stages if days <= n and due_on - timedelta(days=n) > issued_on]
    return come[-1] if come else ""


def lead_is_told(*, due_on: date, on: date) -> bool:
    return (on - due_on).days >= LEAD_TOLD_AFTER


def is_open(state: State) -> bool:
    return state in OPEN


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
