"""Is this the same person? Names as heard against names as held, explained in words.

The answer is "likely", "possible" or nothing: never a percentage, and nothing is linked by itself.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.practice.children.rules.likeness import (
    Aligned,
    Birth,
    Grade,
    Run,
    align,
    grade,
    words_of,
)

DULL = frozenset({"a", "an", "the", "on", "of", "at", "in", "for", "and", "to", "with", "school"})
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


class Level(StrEnum):
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Asked:
    name: str
    work: str = ""
    born_on: date | None = None


@dataclass(frozen=True)
class Held:
    """What the room holds about one adult: the name first, then other names."""

    key: str
    names: tuple[str, ...]
    works: tuple[str, ...] = ()
    born_on: date | None = None


@dataclass(frozen=True)
class Likeness:
    key: str
    level: Level
    typed: tuple[Run, ...]
    held: tuple[Run, ...]
    reasons: tuple[str, ...]
    not_known: tuple[str, ...]


def shared_work(asked: str, held: str) -> str:
    """The telling words both descriptions of work use, in the order they were typed."""
    mine = [w for w in words_of_work(asked)]
    theirs = words_of_work(held)
    return " ".join(w for w in mine if any(grade(w, t) <= Grade.SOUNDS for t in theirs))


def words_of_work(work: str) -> list[str]:
    return [w for w in re.findall(r"[^\W\d_]+", work.casefold()) if w not in DULL]


def level_of(aligned: Aligned, *, birth: Birth, work_known: bool, work_same: bool) -> Level | None:
    """The rule: what makes it likely, what makes it possible, what makes it nobody."""
    grades = aligned.grades
    if not grades:
        return None
    strong = all(g <= Grade.SOUNDS for g in grades)
    if max(grades) > Grade.NEAR or min(grades) > Grade.SOUNDS:
        one_word_strong = min(grades) <= Grade.SOUNDS
        return Level.POSSIBLE if birth is Birth.SAME and one_word_strong else None
    if birth is Birth.DIFFERENT or len(grades) < 2:
        return Level.POSSIBLE
    if birth is Birth.SAME:
        return Level.LIKELY
    exact = max(grades) is Grade.SAME
    return Level.LIKELY if exact or (strong and (work_same or not work_known)) else Level.POSSIBLE


def same_name(one: str, other: str) -> bool:
    """Say whether two names, with nothing else known, are likely one person's.

    >>> same_name("Rosalynd Achebe", "Rosalind Achebe"), same_name("Rosa Ache", "Tomas Wren")
    (True, False)
    """
    aligned = align(words_of(one), words_of(other))
    level = level_of(aligned, birth=Birth.UNKNOWN, work_known=False, work_same=False)
    return level is Level.LIKELY
