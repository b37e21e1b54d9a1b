"""Is this the same child? What agrees, what does not, and what is not known, in words. Pure.

The answer is "likely", "possible" or nothing. Nothing is joined by itself: a person decides, and
says why. The order of what is offered follows what agrees, not a number that anybody is shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rapidfuzz import fuzz

from holdfast.practice.children.rules.keys import normal_postcode
from holdfast.practice.children.rules.likeness import (
    Birth,
    Grade,
    Run,
    align,
    births,
    fold,
    letters_out,
    runs,
    words_of,
)

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
UASC_DAY = 15
"""A young person without papers is given the 15th of the month: the day then tells nothing.
Source: SSDA903 guidance on dates of birth (restated, V2)."""


class Level(StrEnum):
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Known:
    """What is held, or was typed, of one child. Names are (forename, surname)."""

    names: tuple[tuple[str, str], ...]
    born_on: date | None = None
    born_about: bool = False
    postcodes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    sex: str = ""


@dataclass(frozen=True)
class Likeness:
    """Why a child is offered. `weight` orders the list and is shown to nobody."""

    level: Level
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    not_known: tuple[str, ...]
    typed: tuple[Run, ...]
    held: tuple[Run, ...]
    weight: int


@dataclass
class _Evidence:
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    not_known: list[str] = field(default_factory=list)
    weight: int = 0


def compare(asked: Known, held: Known) -> Likeness | None:
    """Say whether two may be one child and why, or return nothing.

    Two births on different days with no slip between them are against it; a shared number is
    nearly always enough; a name alone is never more than possible.
    """
    found = _Evidence()
    same_number = bool(set(asked.numbers) & set(held.numbers))
    if same_number:
        found.reasons.append("same number")
        found.weight += 40
    birth = _birth(asked, held, found)
    name, other, worst = _best_names(asked, held, found)
    same_place = _place(asked, held, found)
    _sex(asked, held, found)
    level = _level(worst, birth=birth, same_number=same_number, same_place=same_place)
    if level is None:
        return None
    typed, shown = runs(name, other)
    return Likeness(
        level, tuple(found.reasons), tuple(found.against), tuple(found.not_known), typed, shown,
        found.weight,
    )  # fmt: skip


def closeness(asked: Known, name: tuple[str, str], *, born_on: date | None) -> float:
    """A quick look at the letters alone, by which a few are chosen to be compared in full.

    >>> leah = Known((("Lea", "Sorrel"),), date(2004, 5, 3))
    >>> near = closeness(leah, ("Sorrell", "Leah"), born_on=None)
    >>> near > closeness(leah, ("A", "B"), born_on=None)
    True
    """
    shown = fold(" ".join(name))
    best = max(
        (fuzz.token_sort_ratio(fold(" ".join(one)), shown) for one in asked.names), default=0.0
    )
    return best + {Birth.SAME: 30, Birth.SLIP: 25}.get(births(asked.born_on, born_on), 0)


def _birth(asked: Known, held: Known, found: _Evidence) -> Birth:
    birth = births(asked.born_on, held.born_on)
    guessed = asked.born_about or held.born_about
    by_rule = birth is Birth.SAME and guessed and held.born_on and held.born_on.day == UASC_DAY
    if by_rule:
        found.reasons.append("same month of birth; the day is the one given to an estimated age")
        found.weight += 4
        return Birth.UNKNOWN
    if birth is Birth.SAME:
        found.reasons.append("same day of birth")
        found.weight += 20
    elif birth is Birth.SLIP:
        found.reasons.append("day of birth one slip out")
        found.weight += 14
    elif birth is Birth.UNKNOWN:
        found.not_known.append("day of birth")
    else:
        found.against.append("another day of birth")
        found.weight -= 12
    return birth


def _best_names(asked: Known, held: Known, found: _Evidence) -> tuple[str, str, Grade]:
    """Compare every name typed with every name held, and keep the pair that agrees best."""
    tried = [(_pair(mine, theirs), mine, theirs) for mine in asked.names for theirs in held.names]
    if not tried:
        found.not_known.append("name")
        return "", "", Grade.FAR
    (grades, words, weight), mine, theirs = max(tried, key=lambda one: one[0][2])
    found.reasons = [*words, *found.reasons]
    found.weight += weight
    return " ".join(mine).strip(), " ".join(theirs).strip(), max(grades, default=Grade.FAR)


def _pair(
    mine: tuple[str, str], theirs: tuple[str, str]
) -> tuple[tuple[Grade, ...], list[str], int]:
    """Compare forename with forename and surname with surname, or the two the other way round."""
    straight = _straight(mine, theirs)
    crossed = _straight(mine, (theirs[1], theirs[0]))
    if crossed[2] > straight[2] + 6:
        return crossed[0], ["forename and surname the other way round", *crossed[1]], crossed[2]
    return straight


def _straight(
    mine: tuple[str, str], theirs: tuple[str, str]
) -> tuple[tuple[Grade, ...], list[str], int]:
    grades: list[Grade] = []
    words: list[str] = []
    weight = 0
    for what, typed, held in zip(("forename", "surname"), mine, theirs, strict=True):
        if not typed or not held:
            continue
        grade = max(align(words_of(typed), words_of(held)).grades, default=Grade.FAR)
        grades.append(grade)
        said = _name_words(what, grade, letters_out(typed, held))
        if said:
            words.append(said)
        weight += {Grade.SAME: 14, Grade.SOUNDS: 10, Grade.NEAR: 5, Grade.FAR: -8}[grade]
    return tuple(grades), words, weight


def _name_words(what: str, grade: Grade, out: int) -> str:
    if grade is Grade.SAME:
        return f"same {what}"
    if grade is Grade.FAR:
        return ""
    if 1 <= out < len(NUMBERS):
        return f"{what} {NUMBERS[out]} letter{'s' if out > 1 else ''} out"
    return f"{what} sounds the same" if grade is Grade.SOUNDS else f"{what} alike"


def _place(asked: Known, held: Known, found: _Evidence) -> bool:
    mine = {normal_postcode(place) for place in asked.postcodes if place}
    theirs = {normal_postcode(place) for place in held.postcodes if place}
    if mine & theirs:
        found.reasons.append("same postcode")
        found.weight += 8
        return True
    if mine and theirs:
        found.against.append("another postcode")
        found.weight -= 1
    else:
        found.not_known.append("postcode")
    return False


def _sex(asked: Known, held: Known, found: _Evidence) -> None:
    known = {"female", "male"}
    if asked.sex in known and held.sex in known and asked.sex != held.sex:
        found.against.append("a boy here, a girl there")
        found.weight -= 3


def _level(worst: Grade, *, birth: Birth, same_number: bool, same_place: bool) -> Level | None:
    if same_number:
        return Level.LIKELY if worst <= Grade.NEAR or birth is Birth.SAME else Level.POSSIBLE
    if worst is Grade.FAR:
        close = birth in {Birth.SAME, Birth.SLIP}
        return Level.POSSIBLE if close and same_place else None
    if birth is Birth.SAME:
        return Level.LIKELY
    if birth is Birth.SLIP:
        return Level.LIKELY if worst <= Grade.SOUNDS else Level.POSSIBLE
    if birth is Birth.UNKNOWN:
        return Level.LIKELY if same_place and worst <= Grade.SOUNDS else Level.POSSIBLE
    return Level.POSSIBLE if worst <= Grade.SOUNDS and same_place else None


K = TypeVar("K")


def ranked(
    asked: Known, held: Iterable[tuple[K, Known]], *, most: int
) -> Sequence[tuple[K, Likeness]]:
    """Return the likely first, then the possible, the closest first; at most so many."""
    found = [(key, likeness) for key, one in held if (likeness := compare(asked, one))]
    found.sort(key=lambda one: (one[1].level is Level.POSSIBLE, -one[1].weight))
    return found[:most]
