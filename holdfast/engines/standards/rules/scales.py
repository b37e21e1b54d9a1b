"""Scales of grades, and how a grade on one reads on another. Pure.

No law sets a scale. RAG is common among boards, 0 to 3 is used in Greater Manchester, levels 1 to
4 in Gloucestershire (both V2), four grades are Ofsted's (V). How they map is local (L).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Apart(StrEnum):
    """What is no grade. Each is a different answer, and none of them counts as a grade."""

    NOT_APPLICABLE = "not applicable"
    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"


class Colour(StrEnum):
    """How any grade is drawn: a letter and a shape before a colour."""

    RED = "R"
    AMBER = "A"
    GREEN = "G"


@dataclass(frozen=True)
class Step:
    """One grade: what is stored, and what it means in words."""

    value: str
    words: str


@dataclass(frozen=True)
class Scale:
    """Grades from the worst to the best, whatever order their numbers run in."""

    code: str
    name: str
    steps: tuple[Step, ...]
    source: str
    status: str
    rising: bool = True
    """Whether a greater number is the better grade; false for Ofsted's, where 1 is best."""

    def place(self, value: str) -> int:
        """Return how far a grade is from the worst. Raises KeyError for what is no grade."""
        for place, step in enumerate(self.steps):
            if step.value == value:
                return place
        raise KeyError(f"{value} is no grade of the scale {self.name}.")

    def holds(self, value: str) -> bool:
        return any(step.value == value for step in self.steps)

    def words(self, value: str) -> str:
        return self.steps[self.place(value)].words if self.holds(value) else value

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Every grade as a form offers it, best first."""
        return tuple((s.value, f"{s.value}: {s.words}") for s in reversed(self.steps))


RAG = Scale(
    "rag",
    "red, amber, green",
    (Step("R", "not met"), Step("A", "partly met"), Step("G", "fully met")),
    "Cambridgeshire board, section 11 summary of 2020",
    "V2",
)
NOUGHT_TO_THREE = Scale(
    "0-3",
    "0 to 3",
    (
        Step("0", "not in place"),
        Step("1", "begun"),
        Step("2", "in place, not yet everywhere"),
        Step("3", "in place and shown to work"),
    ),
    "Greater Manchester section 11 template",
    "V2",
)
LEVELS = Scale(
    "1-4",
    "levels 1 to 4",
    (
        Step("1", "much to do"),
        Step("2", "developing"),
        Step("3", "established"),
        Step("4", "a model for others"),
    ),
    "Gloucestershire schools' audit",
    "V2",
)
OFSTED = Scale(
    "ofsted",
    "Ofsted's four grades",
    (
        Step("4", "inadequate"),
        Step("3", "requires improvement"),
        Step("2", "good"),
        Step("1", "outstanding"),
    ),
    "Ofsted's framework for inspections under section 136 of the Education and Inspections Act",
    "V",
    rising=False,
)
SCALES: Mapping[str, Scale] = {one.code: one for one in (RAG, NOUGHT_TO_THREE, LEVELS, OFSTED)}


def mapped(value: str, *, source: Scale, target: Scale) -> str:
    """
    Return the grade of another scale that stands where this one stands.

    The worst stays the worst and the best stays the best; between them the nearest is taken, and
    where two are as near, the worse. What is no grade stays what it is.

    >>> mapped("A", source=RAG, target=NOUGHT_TO_THREE), mapped("2", source=OFSTED, target=RAG)
    ('1', 'A')
    """
    if value in set(Apart):
        return value
    share, of = source.place(value) * (len(target.steps) - 1), len(source.steps) - 1
    return target.steps[-((of - 2 * share) // (2 * of))].value


def most_lost(source: Scale, target: Scale) -> int:
    """Return how many steps a grade may be off after going to a scale and back.

    None is lost on the way to a scale that is as fine, and half a step of the coarser otherwise.
    """
    here, there = len(source.steps) - 1, len(target.steps) - 1
    return 0 if there >= here else (here + there) // (2 * there)


def colour(value: str, scale: Scale) -> Colour | None:
    """Return how a grade is drawn, or None for what is no grade."""
    return None if value in set(Apart) else Colour(mapped(value, source=scale, target=RAG))


def gap(claimed: str, found: str, scale: Scale) -> int | None:
    """Return by how many steps a claim is above what was found; None where either is no grade."""
    if not (scale.holds(claimed) and scale.holds(found)):
        return None
    return scale.place(claimed) - scale.place(found)
