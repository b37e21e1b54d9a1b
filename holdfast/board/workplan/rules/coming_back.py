"""When a closed challenge should come back, because what it watches went wrong again. Pure; local.

What it watches is a published figure or a measure of our own, and which direction is worse. A
reading may hold no number: some papers print only that something rose or fell. Nothing comes back
by itself: this finds it and says why, and somebody decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Direction(StrEnum):
    UP = "rose"
    DOWN = "fell"
    LEVEL = "stayed"


@dataclass(frozen=True)
class Reading:
    """What a measure said of a period. `ends_on` is its last day; `known_on` when it came out."""

    period: str
    ends_on: date
    known_on: date
    value: Decimal | None = None
    moved: Direction | None = None
    words: str = ""
    source: str = ""


@dataclass(frozen=True)
class ComesBack:
    """Why a challenge should be looked at again, in words, and the reading that says so."""

    because: str
    reading: Reading


def known(readings: Sequence[Reading], *, on: date) -> list[Reading]:
    """Return what was known by a day, by period."""
    return sorted((r for r in readings if r.known_on <= on), key=lambda r: r.ends_on)


def direction(before: Reading | None, now: Reading) -> Direction | None:
    """
    Return which way a measure went, from two numbers where both are held, else as it is printed.

    >>> day = date(2013, 3, 31)
    >>> direction(Reading("a", day, day, Decimal(20)), Reading("b", day, day, Decimal(25)))
    <Direction.UP: 'rose'>
    """
    if before is None or before.value is None or now.value is None:
        return now.moved
    if before.value == now.value:
        return Direction.LEVEL
    return Direction.UP if now.value > before.value else Direction.DOWN


def coming_back(
    readings: Sequence[Reading], *, worse: Direction, closed_on: date, on: date
) -> ComesBack | None:
    """
    Say why a challenge closed on a day should come back, or that there is no reason.

    The latest reading must have come out after the challenge was closed, and be worse than the
    one before it.
    """
    held = known(readings, on=on)
    if not held or held[-1].known_on <= closed_on:
        return None
    before = held[-2] if len(held) > 1 else None
    latest = held[-1]
    if direction(before, latest) is not worse:
        return None
    again = "again " if any(_went(held, n, worse) for n in range(len(held) - 1)) else ""
    return ComesBack(f"It {worse.value} {again}in {latest.period}{_from(before, latest)}.", latest)


def _went(held: Sequence[Reading], place: int, worse: Direction) -> bool:
    return direction(held[place - 1] if place else None, held[place]) is worse


def _from(before: Reading | None, latest: Reading) -> str:
    if before is None or before.value is None or latest.value is None:
        return f": {latest.words}" if latest.words else ""
    return f", from {before.value.normalize():f} to {latest.value.normalize():f}"
