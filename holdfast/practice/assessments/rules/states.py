"""Where an assessment can be, and which moves lead on. Data, so that it is drawn and tested."""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, StateTable

WT2010 = "Working Together 2010, chapter 5 (restated by others)"
WT2013 = "Working Together 2013, chapter 1 (restated by others)"
LOCAL = "Local procedure: whoever signs did not write"


class State(StrEnum):
    WRITING = "being_written"
    WITH_MANAGER = "with_the_manager"
    AUTHORISED = "authorised"
    STOPPED = "stopped"


WORDS = {
    State.WRITING: "Being written",
    State.WITH_MANAGER: "With the manager",
    State.AUTHORISED: "Authorised",
    State.STOPPED: "Stopped before its end",
}
"""The states as a reader sees them."""

OPEN = frozenset({State.WRITING, State.WITH_MANAGER})


def _move(sources: frozenset[State], target: State, duty: str) -> Move:
    return Move(frozenset(s.value for s in sources), target.value, duty)


TABLE = StateTable(
    start=State.WRITING.value,
    moves={
        "submit": _move(frozenset({State.WRITING}), State.WITH_MANAGER, LOCAL),
        "send_back": _move(frozenset({State.WITH_MANAGER}), State.WRITING, LOCAL),
        "authorise": _move(frozenset({State.WITH_MANAGER}), State.AUTHORISED, WT2013),
        "convert": _move(frozenset({State.WRITING}), State.WRITING, WT2013),
        "stop": _move(OPEN, State.STOPPED, LOCAL),
    },
)
