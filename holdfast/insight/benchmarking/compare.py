"""Change on the year before and place among the boroughs: arithmetic alone.

Ranks use the value as it was published (a share or rate to one decimal), so that anybody can
check them against the release; where nothing was published, the unrounded quotient. Equal values
share the better place and are called joint. Only boroughs with a value are counted, and a rank
never goes without their number. Nothing is rounded here but by `rounded`, once, half up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Polarity(StrEnum):
    """Which way is good. `NONE`: neither; such a figure has no best."""

    LOW = "low"
    HIGH = "high"
    NONE = "none"


@dataclass(frozen=True)
class Rank:
    """Place `place` of `of`, counted from `counted` (highest or best); `sharing` hold it."""

    place: int
    of: int
    counted: str
    sharing: int = 1

    @property
    def words(self) -> str:
        """Return such as “5th highest of 31” or “joint 3rd of 28, counted from the best”."""
        nth = ordinal(self.place)
        joint = "joint " if self.sharing > 1 else ""
        if self.counted == "best":
            return f"{joint}{nth} of {self.of}, counted from the best"
        return f"{joint}{'' if self.place == 1 else nth + ' '}highest of {self.of}"


@dataclass(frozen=True)
class Change:
    """From one value to the next: the difference, and in per cent where there is a base."""

    before: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        return self.now - self.before

    @property
    def percent(self) -> Decimal | None:
        """Return the change in per cent, unrounded; none from nought."""
        return None if self.before == 0 else self.difference / self.before * 100


def from_highest(values: Mapping[str, Decimal], area: str) -> Rank | None:
    """Return the area's rank with the greatest value first; none if it has no value."""
    return _rank(values, area, counted="highest", low=False)


def from_best(values: Mapping[str, Decimal], area: str, polarity: Polarity) -> Rank | None:
    """Return the area's rank with the best value first; none where neither way is good."""
    if polarity is Polarity.NONE:
        return None
    return _rank(values, area, counted="best", low=polarity is Polarity.LOW)


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half up (half even would miss published values)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _rank(values: Mapping[str, Decimal], area: str, *, counted: str, low: bool) -> Rank | None:
    if area not in values:
        return None
    mine = values[area]
    ahead = sum(1 for value in values.values() if (value < mine if low else value > mine))
    sharing = sum(1 for value in values.values() if value == mine)
    return Rank(ahead + 1, len(values), counted, sharing)


def ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
