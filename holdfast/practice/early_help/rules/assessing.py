"""The assessment's sections, and what is still missing before it is complete. Pure.

The three domains are those of the framework for assessment (2000), which the CAF took over (M).
The questions are in our own words. Every section asks for strengths before needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    CHILD = "child"
    LEARNING = "learning"
    HEALTH = "health"
    PARENTING = "parenting"
    FAMILY = "family"
    AROUND = "around"


@dataclass(frozen=True)
class Asks:
    """One section: its title and what it is about, in words that the family can read too."""

    title: str
    about: str


SECTIONS: Mapping[Section, Asks] = {
    Section.CHILD: Asks(
        "How the children are",
        "Feelings, friends, behaviour, what each is proud of. One child at a time.",
    ),
    Section.LEARNING: Asks(
        "School and learning",
        "Nursery, school, college: being there, getting on, being safe from bullying.",
    ),
    Section.HEALTH: Asks(
        "Health",
        "Body and mind, speech, sleep, food, growing up; any disability.",
    ),
    Section.PARENTING: Asks(
        "Bringing them up",
        "Care, safety, warmth, limits and what happens when they are crossed.",
    ),
    Section.FAMILY: Asks(
        "The family",
        "Who belongs to it and how they get on; anybody hurt or afraid; parents’ own health.",
    ),
    Section.AROUND: Asks(
        "Home and neighbourhood",
        "Housing, work, money, friends and faith; who helps already.",
    ),
}


@dataclass(frozen=True)
class Written:
    """What one section holds."""

    strengths: str = ""
    needs: str = ""
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.strengths.strip() or self.needs.strip() or self.words.strip())


@dataclass(frozen=True)
class Whole:
    """An assessment as it stands."""

    sections: Mapping[Section, Written]
    present: tuple[str, ...]
    conclusion: str
    tier: str
    tier_why: str


@dataclass(frozen=True)
class Missing:
    """What is missing, and the reason why it is asked for."""

    what: str
    why: str


def missing(whole: Whole) -> list[Missing]:
    """Return what is missing before the assessment is complete, each with the reason why.

    Only what somebody depends on: an empty section is allowed, for not all is always to be said.
    """
    found = []
    if not whole.present:
        found.append(
            Missing("who of the family took part", "it is done with them, not about them")
        )
    if not any(w.strengths.strip() for w in whole.sections.values()):
        found.append(Missing("at least one strength", "the plan builds on what goes well"))
    if not any(w.needs.strip() for w in whole.sections.values()):
        found.append(Missing("at least one need", "without one there is nothing to plan for"))
    if not whole.conclusion.strip():
        found.append(Missing("what it comes to", "the family reads it before the plan is made"))
    if not (whole.tier and whole.tier_why.strip()):
        found.append(Missing("the level of need, and why", "a level is a judgement with a reason"))
    return found


def missing_words(found: list[Missing]) -> str:
    """Return what is missing as one sentence, fit to show."""
    listed = "; ".join(f"{one.what} ({one.why})" for one in found)
    return f"Not complete yet. Still missing: {listed}."


def empty_sections(sections: Mapping[Section, Written]) -> list[Section]:
    """Return the sections in which nothing stands, in the form's order."""
    return [name for name in SECTIONS if sections.get(name, Written()).is_empty]
