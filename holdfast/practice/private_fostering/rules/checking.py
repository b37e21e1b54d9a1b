"""Which checks are owed, of whom, and how long they have been out. Sources: `law.CHECKED` (M)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.practice.private_fostering.rules import law

HOME = 0
"""The number that stands for the home and the child, where a check is of no one member."""


@dataclass(frozen=True)
class Person:
    """A member of the household. An age that is not known counts as grown up: it is checked."""

    number: int
    name: str
    age: int | None
    carer: bool


@dataclass(frozen=True)
class Wanted:
    of: int
    kind: law.CheckKind


def wanted(people: Sequence[Person]) -> list[Wanted]:
    """Return every check that the arrangement needs, the carers' first and the home's last."""
    found: list[Wanted] = []
    for person in sorted(people, key=lambda one: (not one.carer, one.number)):
        if person.age is None or person.age >= law.CHECKED_FROM_AGE:
            kinds = (*law.OF_PEOPLE, *(law.OF_CARERS if person.carer else ()))
            found += [Wanted(person.number, kind) for kind in kinds]
    return found + [Wanted(HOME, kind) for kind in law.OF_THE_PLACE]


def owed(people: Sequence[Person], answered: Iterable[Wanted]) -> list[Wanted]:
    """Return the checks that nobody has answered yet."""
    have = set(answered)
    return [one for one in wanted(people) if one not in have]


def days_out(asked_on: date, on: date) -> int:
    """Return for how many days a check has been out."""
    return max(0, (on - asked_on).days)
