"""What guidance says of early help, by the day. Each rule with its source and its status.

V read in the source, V2 restated by others, M from memory and to be checked, L local.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ASSESS, FIRST_MEETING, NEXT_MEETING, END = "EH.ASSESS", "EH.TAF.1", "EH.TAF.N", "EH.CLOSE"
"""The clocks, as kernel.clock knows them. All of them are local."""


@dataclass(frozen=True)
class Name:
    """What the assessment is called from a day on."""

    starts: date
    long: str
    short: str
    source: str
    status: str


NAMES = (
    Name(
        date(2006, 4, 1),
        "Common assessment (CAF)",
        "CAF",
        "Every Child Matters: the Common Assessment Framework, 2006",
        "M",
    ),
    Name(
        date(2013, 4, 15),
        "Early help assessment (CAF)",
        "Early help assessment",
        "Working Together 2013, chapter 1: early help assessments, such as the CAF",
        "M",
    ),
)


def name_on(day: date) -> Name:
    """Return what the assessment is called on a day. What came before bears the oldest name."""
    return next((n for n in reversed(NAMES) if n.starts <= day), NAMES[0])


class Tier(StrEnum):
    """Levels of need: a judgement with its reason, never worked out from answers."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"


TIER_WORDS = {
    Tier.ONE: "1: no additional needs",
    Tier.TWO: "2: early help",
    Tier.THREE: "3: complex or several needs",
    Tier.FOUR: "4: acute need",
}
TIER_SOURCE = "London's continuum of need, four levels (V for the labels)"


class Basis(StrEnum):
    """On what basis somebody takes part in help."""

    VOLUNTARY = "voluntary"
    DISPOSAL = "disposal"
    ORDER = "order"


BASIS_WORDS = {
    Basis.VOLUNTARY: "Of their own accord",
    Basis.DISPOSAL: "As part of a disposal, such as a conditional caution",
    Basis.ORDER: "By an order of a court",
}
LAWFUL_BASIS = "Public task: Children Act 2004, sections 10 and 11; the family agreed"
"""On what lawful basis a member of the team is let into a family's plan."""
