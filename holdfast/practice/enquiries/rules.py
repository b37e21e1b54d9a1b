"""What makes a discussion quorate, what it can decide, how far it may go. Pure.

Working Together 2010, 5.56 to 5.61: children's social care and the police, health and the referrer
as appropriate; 2013, chapter 1: a local authority social worker and manager, health and the police
should as a minimum be involved (V2, restated). When is “as soon as possible”; days are local (L).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from holdfast.kernel.records.moves import Move, StateTable


class State(StrEnum):
    CALLED = "called"
    HELD = "held"
    SENT_ROUND = "sent round"
    CANCELLED = "not held"


class Decision(StrEnum):
    """What the discussion decided. Immediate protection stands beside it: it does not wait."""

    JOINT = "s47_joint"
    SINGLE = "s47_single"
    ASSESS = "s17"
    NOTHING = "no_further_action"


DECISION_WORDS = {
    Decision.JOINT: "Section 47 enquiry, police and social care together",
    Decision.SINGLE: "Section 47 enquiry by social care alone",
    Decision.ASSESS: "No section 47 enquiry; an assessment of need (section 17)",
    Decision.NOTHING: "No further action",
}
ENQUIRES = frozenset({Decision.JOINT, Decision.SINGLE})


class Present(StrEnum):
    THERE = "there"
    PHONE = "by telephone"
    WROTE = "sent information"
    ABSENT = "did not take part"


TAKES_PART = frozenset({Present.THERE, Present.PHONE})
QUORUM: Mapping[str, str] = {
    "social_care": "children’s social care",
    "police": "the police",
    "health": "health",
}
WT2013_FROM = date(2013, 4, 15)


def edition_on(day: date) -> str:
    """Return the edition that a discussion called on a day falls under (V).

    >>> edition_on(date(2013, 4, 14)), edition_on(date(2013, 4, 15))
    ('WT2010', 'WT2013')
    """
    return "WT2013" if day >= WT2013_FROM else "WT2010"


def missing(parts: Iterable[tuple[str, Present]]) -> tuple[str, ...]:
    """Return which of the three sectors took no part, in words.

    >>> missing([("social_care", Present.THERE), ("police", Present.PHONE)])
    ('health',)
    """
    there = {sector for sector, present in parts if present in TAKES_PART}
    return tuple(words for sector, words in QUORUM.items() if sector not in there)


PRACTICE = "London practice; Working Together names the discussion, not its record (L)"
TABLE = StateTable(
    start=State.CALLED.value,
    moves={
        "hold": Move(frozenset({State.CALLED}), State.HELD, "Working Together 2010, 5.56 (V2)"),
        "cancel": Move(frozenset({State.CALLED}), State.CANCELLED, PRACTICE),
        "send_round": Move(frozenset({State.HELD}), State.SENT_ROUND, PRACTICE),
    },
)
