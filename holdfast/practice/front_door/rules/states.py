"""Where a contact can be, and which moves lead on. Data, so that it is drawn and tested."""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, StateTable

WT = "Working Together 2010 and 2013: a decision within one working day (restated, V2)"
LOCAL = "Local procedure of the hub (L)"


class State(StrEnum):
    RECEIVED = "received"
    CHECKING = "checking"
    STRATEGY = "strategy"
    PASSED = "passed_on"
    DECIDED = "decided"


WORDS = {
    State.RECEIVED: "Waiting for a first look",
    State.CHECKING: "Agencies are asked",
    State.STRATEGY: "In a strategy discussion",
    State.PASSED: "With the child’s own worker",
    State.DECIDED: "Decided",
}
UNDECIDED = frozenset({State.RECEIVED, State.CHECKING})
FINISHED = frozenset({State.STRATEGY, State.PASSED, State.DECIDED})


def _move(sources: frozenset[State], target: State, duty: str) -> Move:
    return Move(frozenset(s.value for s in sources), target.value, duty)


TABLE = StateTable(
    start=State.RECEIVED.value,
    moves={
        "ask_agencies": _move(UNDECIDED, State.CHECKING, LOCAL),
        "send_to_strategy": _move(UNDECIDED, State.STRATEGY, WT),
        "send_to_worker": _move(UNDECIDED, State.PASSED, LOCAL),
        "decide": _move(UNDECIDED, State.DECIDED, WT),
        "open_again": _move(FINISHED, State.RECEIVED, LOCAL),
    },
)
