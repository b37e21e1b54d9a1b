"""What an action is and how it moves. Pure.

All of it is the partnership's own standard (status L): no law says how a board tracks its actions.
"""

from collections.abc import Mapping
from enum import StrEnum

from holdfast.kernel.records.moves import Move, NotAllowed, StateTable

LOCAL = "The partnership's own standard for its tracker (L)"
RHYTHM_MONTHS = 12
"""How often a standing duty is looked at when nothing else was agreed. Local (L)."""


class Kind(StrEnum):
    TASK = "task"
    IMPROVEMENT = "improvement"
    DUTY = "duty"


class State(StrEnum):
    AGREED = "agreed"
    DONE = "done"
    EVIDENCED = "evidenced"
    EFFECTIVE = "effective"


class Colour(StrEnum):
    RED = "R"
    AMBER = "A"
    GREEN = "G"
    BLUE = "B"


class Mover(StrEnum):
    """Whose move it is."""

    OWNER = "owner"
    REVIEWER = "reviewer"
    NOBODY = "nobody"


def _move(target: State, *sources: State) -> Move:
    return Move(frozenset(sources), target, LOCAL)


_TASK = {
    "claim_done": _move(State.DONE, State.AGREED),
    "evidence": _move(State.EVIDENCED, State.DONE, State.EVIDENCED),
    "reopen": _move(State.AGREED, State.DONE, State.EVIDENCED),
}
_IMPROVEMENT = {
    "claim_done": _TASK["claim_done"],
    "evidence": _TASK["evidence"],
    "set_review": _move(State.EVIDENCED, State.EVIDENCED),
    "find_it_held": _move(State.EFFECTIVE, State.EVIDENCED),
    "find_it_not_held": _move(State.AGREED, State.EVIDENCED, State.EFFECTIVE),
    "reopen": _move(State.AGREED, State.DONE, State.EVIDENCED, State.EFFECTIVE),
}
_DUTY = {"set_review": _move(State.AGREED, State.AGREED)}

TABLES: Mapping[Kind, StateTable] = {
    Kind.TASK: StateTable(State.AGREED, _TASK),
    Kind.IMPROVEMENT: StateTable(State.AGREED, _IMPROVEMENT),
    Kind.DUTY: StateTable(State.AGREED, _DUTY),
}


def require_move(kind: Kind, *, state: str, move: str) -> str:
    """Return where a move leads, or raise NotAllowed with what to do instead."""
    table = TABLES[kind]
    if move not in table.moves:
        raise NotAllowed(NEVER[kind])
    return table.target(state=state, move=move)


NEVER = {
    Kind.TASK: "A task ends when it is evidenced. Only an improvement is tested again.",
    Kind.IMPROVEMENT: "An improvement has no such move.",
    Kind.DUTY: "A standing duty never ends. Set its next review instead.",
}
