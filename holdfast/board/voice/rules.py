"""You said, we did: the states of what was said, and how long a group waits to be told. Pure.

All of it is local (status L).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.kernel.actions.dated import months_later
from holdfast.kernel.records.moves import Move, StateTable

TERM_MONTHS = 4


class VoiceState(StrEnum):
    SAID = "said"
    TAKEN_UP = "taken up"
    DECIDED = "decided"
    TOLD = "told back"
    NOT_TAKEN_UP = "not taken up"


_S = VoiceState
TABLE = StateTable(
    start=_S.SAID.value,
    moves={
        "take_up": Move(frozenset({_S.SAID}), _S.TAKEN_UP, "Somebody sees to it (L)"),
        "decline": Move(frozenset({_S.SAID, _S.TAKEN_UP}), _S.NOT_TAKEN_UP, "With a reason (L)"),
        "decide": Move(frozenset({_S.SAID, _S.TAKEN_UP}), _S.DECIDED, "What it changed (L)"),
        "tell_back": Move(frozenset({_S.DECIDED, _S.NOT_TAKEN_UP}), _S.TOLD, "They are told (L)"),
    },
)


@dataclass(frozen=True)
class Told:
    """Whether a group knows what became of what it said. `days` are calendar days of waiting."""

    words: str
    days: int | None


def told(state: VoiceState, *, said_on: date, told_on: date | None, on: date) -> Told:
    """
    Say when a group was told, or how long it has waited since it spoke.

    >>> told(VoiceState.DECIDED, said_on=date(2013, 5, 1), told_on=None, on=date(2013, 5, 31)).days
    30
    """
    if told_on is not None:
        return Told("told", None)
    days = max(0, (on - said_on).days)
    waits = "1 day" if days == 1 else f"{days} days"
    known = state in {VoiceState.DECIDED, VoiceState.NOT_TAKEN_UP}
    why = "the answer is known" if known else "no answer yet"
    return Told(f"not told; waiting {waits}, {why}", days)


def next_session(last_on: date | None, *, months: int) -> date | None:
    """Return when the next session is due, by the rhythm that was promised to the group."""
    return months_later(last_on, months) if last_on and months else None
