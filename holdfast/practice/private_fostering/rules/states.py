"""Where an arrangement can be, and which moves lead on. Data, so that it is drawn and tested."""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, NotAllowed, StateTable

REG_4 = "Private Fostering Regulations 2005, regulations 4 and 7"
REG_10 = "Private Fostering Regulations 2005, regulation 10"
SECTION_66 = "Children Act 1989, section 66"
SECTION_67 = "Children Act 1989, section 67"
SECTION_69 = "Children Act 1989, section 69"
SCHEDULE_8 = "Children Act 1989, schedule 8, paragraph 6"
LOCAL = "Local procedure of the partnership"


class State(StrEnum):
    NOTIFIED = "notified"
    ASSESSING = "being_assessed"
    SUITABLE = "suitable"
    REQUIREMENTS = "with_requirements"
    PROHIBITED = "prohibited"
    NOT_FOSTERING = "not_private_fostering"
    ENDED = "ended"


WORDS = {
    State.NOTIFIED: "Told to us: first visit to be made",
    State.ASSESSING: "Visited: checks and assessment",
    State.SUITABLE: "Found suitable",
    State.REQUIREMENTS: "Suitable with requirements",
    State.PROHIBITED: "Prohibited",
    State.NOT_FOSTERING: "Not private fostering",
    State.ENDED: "Ended",
}

DECIDED = frozenset({State.SUITABLE, State.REQUIREMENTS, State.PROHIBITED})
LIVE = DECIDED | {State.NOTIFIED, State.ASSESSING}
OVER = frozenset({State.NOT_FOSTERING, State.ENDED})


def _move(sources: frozenset[State], target: State, duty: str) -> Move:
    return Move(frozenset(s.value for s in sources), target.value, duty)


VISITED = LIVE - {State.NOTIFIED}

TABLE = StateTable(
    start=State.NOTIFIED.value,
    moves={
        "make_first_visit": _move(frozenset({State.NOTIFIED}), State.ASSESSING, REG_4),
        "find_suitable": _move(VISITED, State.SUITABLE, SECTION_67),
        "set_requirements": _move(VISITED, State.REQUIREMENTS, SCHEDULE_8),
        "prohibit": _move(LIVE - {State.PROHIBITED}, State.PROHIBITED, SECTION_69),
        "find_not_fostering": _move(LIVE, State.NOT_FOSTERING, SECTION_66),
        "end": _move(LIVE, State.ENDED, REG_10),
        "come_back": _move(OVER, State.ASSESSING, LOCAL),
    },
)


def require_live(state: str) -> None:
    """Raise NotAllowed for an arrangement that is over."""
    if State(state) in OVER:
        raise NotAllowed(
            "This arrangement is over. If the child is back, say so first: then it runs again."
        )
