"""Where a borough stands among those that have a value, counted from the worse end.

A place never goes without its number of boroughs. Who is suppressed, or returned nothing, is
never given a place and never counted; how many they are is said beside it. Values are compared as
they are printed: rounded once, half up, to the places of their own indicator, so that anybody can
check a place against the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from holdfast.insight.benchmarking.compare import Polarity, ordinal, rounded

FEWEST = 20
"""With values from fewer boroughs than this no fifth is spoken of. Local."""


@dataclass(frozen=True)
class Standing:
    """`nth` of `of` from the worse end (from the highest where neither side is worse).

    `better` counts the boroughs strictly on the better side; `without` says who has no value.
    """

    nth: int
    of: int
    side: str
    sharing: int
    better: int
    without: tuple[tuple[str, int], ...]

    @property
    def words(self) -> str:
        """Return such as “6th lowest of 31” or “highest of 28”."""
        joint = "joint " if self.sharing > 1 else ""
        nth = "" if self.nth == 1 else f"{ordinal(self.nth)} "
        return f"{joint}{nth}{self.side} of {self.of}"

    @property
    def note(self) -> str:
        """Return who is not counted, such as “5 suppressed, 2 not returned”, or nothing."""
        return ", ".join(f"{number} {why}" for why, number in self.without)

    @property
    def fifth(self) -> int:
        """Return how many boroughs are a fifth of those with a value, rounded up."""
        return -(-self.of // 5)

    @property
    def in_worst_fifth(self) -> bool:
        """Say whether the place is in the worst fifth, and not merely shared by most of them."""
        return self.of >= FEWEST and self.nth <= self.fifth and self.better * 2 >= self.of


def standing(
    values: Mapping[str, Decimal],
    area: str,
    *,
    polarity: Polarity,
    places: int,
    without: Iterable[str] = (),
) -> Standing | None:
    """Return an area's place; none without a value. `without` has a reason for each such one."""
    if area not in values:
        return None
    shown = {place: rounded(value, places) for place, value in values.items()}
    mine = shown[area]
    above = sum(1 for value in shown.values() if value > mine)
    below = sum(1 for value in shown.values() if value < mine)
    low_is_worse = polarity is Polarity.HIGH
    reasons = list(without)
    return Standing(
        nth=(below if low_is_worse else above) + 1,
        of=len(shown),
        side="lowest" if low_is_worse else "highest",
        sharing=sum(1 for value in shown.values() if value == mine),
        better=above if low_is_worse else below,
        without=tuple((why, reasons.count(why)) for why in dict.fromkeys(reasons)),
    )


def middle(values: Iterable[Decimal]) -> tuple[Decimal, Decimal] | None:
    """Return the 20th and 80th percentile (as R's type 7), or nothing for too few values."""
    ordered = sorted(values)
    if len(ordered) < FEWEST:
        return None
    return _percentile(ordered, 20), _percentile(ordered, 80)


def _percentile(ordered: list[Decimal], per_cent: int) -> Decimal:
    whole, rest = divmod((len(ordered) - 1) * per_cent, 100)
    if not rest:
        return ordered[whole]
    step = ordered[whole + 1] - ordered[whole]
    return ordered[whole] + step * rest / 100
