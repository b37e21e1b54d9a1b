"""Where an allegation can be, and which moves lead on. Data, so that it is drawn and tested."""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, NotAllowed, StateTable

WT2010 = "Working Together 2010, chapter 6 and appendix 5 (restated by others)"
KCSIE = "Keeping Children Safe in Education, part four"
LOCAL = "Local procedure of the partnership"


class State(StrEnum):
    CONTACT = "contact"
    ADVICE = "advice_given"
    BELOW = "below_threshold"
    MET = "threshold_met"
    DISCUSSED = "discussed"
    MEETING = "meeting_called"
    STRANDS = "strands_open"
    OUTCOME = "outcome_recorded"
    CLOSED = "closed"


WORDS = {
    State.CONTACT: "Contact: threshold not yet decided",
    State.ADVICE: "Advice given",
    State.BELOW: "Below the threshold",
    State.MET: "Threshold met",
    State.DISCUSSED: "Initial discussion held",
    State.MEETING: "Meeting called",
    State.STRANDS: "Being looked into",
    State.OUTCOME: "Outcome recorded",
    State.CLOSED: "Closed",
}
"""The states as a reader sees them."""

UNDECIDED = frozenset({State.CONTACT, State.ADVICE, State.BELOW})
LIVE = frozenset({State.DISCUSSED, State.MEETING, State.STRANDS})
WORKING = LIVE | {State.MET}
FINISHED = frozenset({State.ADVICE, State.BELOW, State.OUTCOME})
"""States from which a record can be closed."""


def _move(sources: frozenset[State], target: State, duty: str) -> Move:
    return Move(frozenset(s.value for s in sources), target.value, duty)


TABLE = StateTable(
    start=State.CONTACT.value,
    moves={
        "give_advice": _move(frozenset({State.CONTACT}), State.ADVICE, LOCAL),
        "find_below_threshold": _move(
            frozenset({State.CONTACT, State.ADVICE}), State.BELOW, WT2010
        ),
        "find_threshold_met": _move(UNDECIDED, State.MET, WT2010),
        "hold_initial_discussion": _move(frozenset({State.MET}), State.DISCUSSED, WT2010),
        "call_meeting": _move(frozenset({State.DISCUSSED, State.STRANDS}), State.MEETING, WT2010),
        "record_meeting": _move(frozenset({State.MEETING}), State.STRANDS, WT2010),
        "open_strand": _move(frozenset({State.DISCUSSED}), State.STRANDS, WT2010),
        "conclude": _move(frozenset({State.DISCUSSED, State.STRANDS}), State.OUTCOME, WT2010),
        "close": _move(FINISHED, State.CLOSED, LOCAL),
        "reopen": _move(frozenset({State.CLOSED}), State.STRANDS, LOCAL),
    },
)

TAKES_CONCERNS = frozenset(State) - {State.OUTCOME, State.CLOSED}
"""States in which another concern can be added: before all that is said has its outcome."""


def require_open(state: str) -> None:
    """Raise NotAllowed for a closed allegation."""
    if state == State.CLOSED:
        raise NotAllowed("The record is closed. Reopen it before you add what is new.")


def require_takes_concerns(state: str) -> None:
    """Raise NotAllowed where a new concern would stand beside a finished outcome."""
    require_open(state)
    if state == State.OUTCOME:
        raise NotAllowed(
            "Everything said so far has its outcome. Close the record and reopen it, "
            "so that what is new is looked into as the rest was."
        )
