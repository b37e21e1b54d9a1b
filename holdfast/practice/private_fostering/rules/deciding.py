"""Who may decide, what stands against a decision, and what a refusal must say.

Children Act 1989: section 67 (the authority satisfies itself that the child's welfare is
safeguarded), schedule 8 paragraph 6 (requirements, M), section 68 (disqualified people, V),
section 69 (prohibition, V). That the visitor does not decide is a local standard (L).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.practice.private_fostering.rules import law


class Decision(StrEnum):
    SUITABLE = "suitable"
    REQUIREMENTS = "requirements"
    PROHIBITED = "prohibited"


DECISION_WORDS = {
    Decision.SUITABLE: "The arrangement suits the child",
    Decision.REQUIREMENTS: "It suits the child if requirements are kept",
    Decision.PROHIBITED: "It is prohibited",
}
MOVES = {
    Decision.SUITABLE: "find_suitable",
    Decision.REQUIREMENTS: "set_requirements",
    Decision.PROHIBITED: "prohibit",
}


class Ground(StrEnum):
    """Why an arrangement may be prohibited: section 69(2)."""

    PERSON = "person"
    HOME = "home"
    WELFARE = "welfare"


GROUND_WORDS = {
    Ground.PERSON: "The person is not suitable to foster a child privately",
    Ground.HOME: "The home is not suitable for it",
    Ground.WELFARE: "It would be prejudicial to the child’s welfare to be there with that person",
}


class Requirement(StrEnum):
    """What may be required: schedule 8, paragraph 6 (M)."""

    NUMBER = "number"
    HOME = "home"
    SAFETY = "safety"
    CARE = "care"


REQUIREMENT_WORDS = {
    Requirement.NUMBER: "How many children, and of what age or sex",
    Requirement.HOME: "The standard of the home and its equipment",
    Requirement.SAFETY: "Arrangements for health and safety",
    Requirement.CARE: "Other arrangements about the care of the child",
}


class Consent(StrEnum):
    NEEDED = "needed"
    GIVEN = "given"
    REFUSED = "refused"
    NONE_POSSIBLE = "none_possible"


CONSENT_WORDS = {
    Consent.NEEDED: "Disqualified: the authority’s written consent is needed",
    Consent.GIVEN: "Disqualified, with the authority’s written consent",
    Consent.REFUSED: "Disqualified, and consent was refused",
    Consent.NONE_POSSIBLE: "Barred: no consent can be given",
}


def consent_standing(*, barred: bool, consent: bool | None) -> Consent:
    """Return how a disqualification stands; section 68(3A): for a barred person none is possible.

    >>> consent_standing(barred=True, consent=None).value
    'none_possible'
    """
    if barred:
        return Consent.NONE_POSSIBLE
    if consent is None:
        return Consent.NEEDED
    return Consent.GIVEN if consent else Consent.REFUSED


STOPS = frozenset({Consent.NEEDED, Consent.REFUSED, Consent.NONE_POSSIBLE})


@dataclass(frozen=True)
class Facts:
    """What stands for and against a decision, as plain values."""

    decides: int
    visitors: Sequence[int]
    worker: int | None
    visited: bool
    child_alone: bool
    disqualified: Sequence[Consent]
    checks_owed: Sequence[str]


def what_forbids(decision: Decision, facts: Facts) -> str:
    """Return why a decision cannot be made now, as a sentence; empty where it can."""
    if facts.decides in facts.visitors or facts.decides == facts.worker:
        return "Whoever visits does not decide. Another manager must."
    if decision is Decision.PROHIBITED:
        return ""
    if not facts.visited:
        return "The first visit has not been made. Only a prohibition can be decided before it."
    if any(standing in STOPS for standing in facts.disqualified):
        return (
            "Somebody in the home is disqualified and has no written consent. "
            "Decide on consent first, or prohibit the arrangement."
        )
    if not facts.child_alone:
        return (
            "The child has not been seen alone, and no visit says why not. "
            "See the child, or write down why that is not appropriate."
        )
    return ""


def what_to_weigh(facts: Facts) -> str:
    """Return what is still owed when a decision is made: it must be weighed in the reasons."""
    owed = "; ".join(facts.checks_owed)
    return f"Not checked yet: {owed}." if owed else ""


@dataclass(frozen=True)
class Right:
    """What a written refusal, requirement or prohibition tells: reason, appeal, by when."""

    reason: str
    until: date

    def words(self) -> str:
        return (
            f"Reason: {self.reason} You can appeal to the court within 14 days, "
            f"until {self.until.day} {self.until:%B %Y}."
        )


APPEAL_SOURCE = law.APPEALS
