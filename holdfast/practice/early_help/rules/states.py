"""Where a family's early help can be, and which moves lead on. Data: it is drawn and tested."""

from datetime import date
from enum import StrEnum

from holdfast.kernel.records.moves import Move, NotAllowed, StateTable

AGREEMENT = "Working Together 2013, chapter 1: early help needs the family's agreement (M)"
ASSESSMENT = "Working Together 2013, chapter 1: what an early help assessment is (M)"
STEPS_UP = "Working Together 2013, chapter 1: refer where needs would grow without help (M)"
LOCAL = "Local practice of the partnership (L)"


class State(StrEnum):
    OFFERED = "offered"
    ASSESSING = "assessing"
    WORKING = "working"
    WITHDRAWN = "withdrawn"
    STEPPED_UP = "stepped_up"
    CLOSED = "closed"


WORDS = {
    State.OFFERED: "Offered: the family has not answered yet",
    State.ASSESSING: "Assessment under way",
    State.WORKING: "Team around the family at work",
    State.WITHDRAWN: "Agreement withdrawn: to be looked at",
    State.STEPPED_UP: "Stepped up: children’s social care decides",
    State.CLOSED: "Ended",
}
"""The states as a reader sees them."""

OPEN = frozenset(State) - {State.CLOSED}
WITH_THE_FAMILY = frozenset({State.ASSESSING, State.WORKING})
"""States in which the family agrees, so that help is given and written about."""


def _move(sources: frozenset[State], target: State, duty: str) -> Move:
    return Move(frozenset(s.value for s in sources), target.value, duty)


TABLE = StateTable(
    start=State.OFFERED.value,
    moves={
        "agree": _move(frozenset({State.OFFERED}), State.ASSESSING, AGREEMENT),
        "decline": _move(frozenset({State.OFFERED}), State.WITHDRAWN, AGREEMENT),
        "complete_assessment": _move(frozenset({State.ASSESSING}), State.WORKING, ASSESSMENT),
        "assess_again": _move(frozenset({State.WORKING}), State.ASSESSING, ASSESSMENT),
        "withdraw_agreement": _move(WITH_THE_FAMILY, State.WITHDRAWN, AGREEMENT),
        "agree_again": _move(frozenset({State.WITHDRAWN}), State.ASSESSING, AGREEMENT),
        "agree_again_with_plan": _move(frozenset({State.WITHDRAWN}), State.WORKING, AGREEMENT),
        "step_up": _move(OPEN - {State.STEPPED_UP}, State.STEPPED_UP, STEPS_UP),
        "go_on": _move(frozenset({State.STEPPED_UP}), State.ASSESSING, LOCAL),
        "go_on_with_plan": _move(frozenset({State.STEPPED_UP}), State.WORKING, LOCAL),
        "offer_again": _move(frozenset({State.STEPPED_UP}), State.OFFERED, LOCAL),
        "close": _move(OPEN, State.CLOSED, LOCAL),
    },
)


def require_open(state: str) -> None:
    """Raise NotAllowed for early help that has ended."""
    if state == State.CLOSED:
        raise NotAllowed("This early help has ended. Offer it anew: the family is asked again.")


def require_agreement(state: str) -> None:
    """Raise NotAllowed where the family does not agree, or has not said so yet."""
    require_open(state)
    if state == State.OFFERED:
        raise NotAllowed("The family has not agreed yet. Write down what they said first.")
    if state == State.WITHDRAWN:
        raise NotAllowed(
            "The family does not agree any more. Decide first whether help ends, goes on with "
            "their agreement, or steps up."
        )


def require_day(*, offered_on: date, on: date) -> None:
    """Raise NotAllowed for a day before help was offered."""
    if on < offered_on:
        raise NotAllowed(
            f"Early help was offered on {offered_on:%-d %B %Y}. Give that day or a later one."
        )
