"""A challenge's life: its states, its thread, and the clock on its reply. Pure.

A partner accounts for its work and the others may question it (seeds: scrutiny minutes of April
2012, paragraph 6.7). The states and the length of the reply clock are local (status L), not law.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.kernel.clock.calendars import calendar
from holdfast.kernel.records.moves import Move, StateTable

REPLY_WORKING_DAYS = 10
CALENDAR = "EW_BFDA"
"""Working days in England and Wales, bank holidays left out."""


class ChallengeState(StrEnum):
    PUT = "put"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    DIFFERENCE = "difference recorded"
    CLOSED = "closed"
    BACK = "back on the agenda"


OPEN_STATES = tuple(state for state in ChallengeState if state is not ChallengeState.CLOSED)


def _move(*sources: ChallengeState, to: ChallengeState, why: str) -> Move:
    return Move(frozenset(source.value for source in sources), to.value, why)


_S = ChallengeState
TABLE = StateTable(
    start=_S.PUT.value,
    moves={
        "answer": _move(_S.PUT, to=_S.ANSWERED, why="Whoever is asked accounts for it (L)"),
        "accept": _move(_S.ANSWERED, to=_S.ACCEPTED, why="The board says that it answers (L)"),
        "put_again": _move(_S.ANSWERED, _S.BACK, to=_S.PUT, why="It does not answer, or no more"),
        "record_difference": _move(
            _S.ACCEPTED, _S.DIFFERENCE, to=_S.DIFFERENCE, why="What changed, and how we know (L)"
        ),
        "close": _move(_S.DIFFERENCE, to=_S.CLOSED, why="Closed on a difference made (L)"),
        "close_without": _move(
            _S.ACCEPTED, _S.BACK, to=_S.CLOSED, why="Closed without one, and it says so (L)"
        ),
        "reopen": _move(_S.CLOSED, to=_S.BACK, why="What was gained was lost, or a finding (L)"),
        "undo_reopen": _move(_S.BACK, to=_S.CLOSED, why="Put back by mistake, the same day (L)"),
    },
)


class Sort(StrEnum):
    """What an entry of the thread is."""

    CONTEXT = "what was known"
    QUESTION = "asked"
    REPLY = "replied"
    NOT_ACCEPTED = "not accepted"
    ACCEPTED = "accepted"
    DONE = "what was done"
    DIFFERENCE = "difference made"
    CLOSED = "closed"
    BACK = "it comes back"
    FINDING = "a finding joins"


class Mark(StrEnum):
    """How an entry is drawn: a ring is open, a disc is done, a square made a difference."""

    OPEN = "open"
    DONE = "done"
    DIFFERENCE = "difference"


MARKS = {
    Sort.REPLY: Mark.DONE,
    Sort.ACCEPTED: Mark.DONE,
    Sort.DONE: Mark.DONE,
    Sort.CLOSED: Mark.DONE,
    Sort.DIFFERENCE: Mark.DIFFERENCE,
}


def mark_of(sort: Sort) -> Mark:
    return MARKS.get(sort, Mark.OPEN)


def reply_due(put_on: date) -> date:
    """Return the day by which a reply is due when nobody names another: 10 working days (L)."""
    return calendar(CALENDAR).add(put_on, REPLY_WORKING_DAYS)


@dataclass(frozen=True)
class Waiting:
    """How long whoever has to move has had the challenge, in working days.

    `late` is how many working days have gone since the reply was due, or nought.
    """

    since: date
    days: int
    late: int = 0


def waiting(state: ChallengeState, *, since: date, reply_by: date | None, on: date) -> Waiting:
    """Say how long a challenge waits in its state. Only a reply has a due day."""
    counted = calendar(CALENDAR)
    days = counted.between(since, on) if on > since else 0
    due = reply_by if state is ChallengeState.PUT else None
    late = counted.between(due, on) if due and on > due else 0
    return Waiting(since, days, late)


def next_words(state: ChallengeState) -> str:
    """Say what the next move is, for whoever has it."""
    return {
        ChallengeState.PUT: "Reply.",
        ChallengeState.ANSWERED: "Say whether the reply answers the question.",
        ChallengeState.ACCEPTED: "Say what changed and how we know, with its date.",
        ChallengeState.DIFFERENCE: "Close it, or record more.",
        ChallengeState.CLOSED: "Nothing: it is closed.",
        ChallengeState.BACK: "Put the question again, or close it and say why.",
    }[state]
