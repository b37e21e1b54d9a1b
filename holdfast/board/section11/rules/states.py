"""The way of one agency's return on the board's side. Pure.

The duty is section 11 of the Children Act 2004 (V). How a board goes about it is local (L); the
stages are those that boards print in their reports (V2).
"""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, StateTable

LOCAL = "The board's own procedure for section 11 returns (L)"


class State(StrEnum):
    EXPECTED = "expected"
    WITH_AGENCY = "with the agency"
    SUBMITTED = "submitted"
    MODERATED = "moderated"
    CHALLENGED = "in challenge"
    FINAL = "final"
    PLAN_OPEN = "action plan open"
    EVIDENCED = "actions evidenced"
    WITHDRAWN = "withdrawn"


class CycleState(StrEnum):
    FRAMED = "framed"
    OPEN = "open"
    CLOSED = "closed"


class Reply(StrEnum):
    """What came back. Each is a different answer, and silence is none of them."""

    WHOLE = "whole"
    PARTIAL = "partial"
    NIL = "nil"
    REFUSED = "refused"


class ChallengeKind(StrEnum):
    PANEL = "moderation panel"
    DAY = "challenge day"
    EXECUTIVE = "executive slot"


class Assurance(StrEnum):
    """What an agency says of a review's action point."""

    DONE = "done, with evidence"
    PARTLY = "partly done"
    NOT_DONE = "not done"
    NOT_OURS = "does not fall to us"


def _move(target: State, *sources: State) -> Move:
    return Move(frozenset(sources), target, LOCAL)


AT_PANEL = (State.SUBMITTED, State.MODERATED, State.CHALLENGED)
TABLE = StateTable(
    start=State.EXPECTED,
    moves={
        "issue": _move(State.WITH_AGENCY, State.EXPECTED),
        "take_in": _move(State.SUBMITTED, State.EXPECTED, State.WITH_AGENCY),
        "send_back": _move(State.WITH_AGENCY, State.SUBMITTED),
        "conclude_moderation": _move(State.MODERATED, State.SUBMITTED),
        "challenge": _move(State.CHALLENGED, State.MODERATED, State.CHALLENGED),
        "conclude": _move(State.FINAL, *AT_PANEL),
        "open_plan": _move(State.PLAN_OPEN, State.FINAL, State.PLAN_OPEN),
        "find_evidenced": _move(State.EVIDENCED, State.PLAN_OPEN),
        "reopen": _move(
            State.SUBMITTED, State.MODERATED, State.CHALLENGED, State.FINAL, State.PLAN_OPEN
        ),
        "withdraw": _move(State.WITHDRAWN, State.EXPECTED, State.WITH_AGENCY),
    },
)
