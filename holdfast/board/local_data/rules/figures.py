"""A partner's own figure: what stands in it, how it is said, and when its change is talked about.

Partners' figures are unvalidated: nobody outside the partner has checked them. The band for a
change between quarters is local (L), wider for shares and with fewer children behind it than the
yearly one, because quarters are small.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from holdfast.insight.benchmarking.compare import Polarity, rounded

POINTS = Decimal(10)
PERCENT = Decimal(25)
FEWEST_CASES = 4
RULE = (
    f"Talked about: a share that worsens by {POINTS} points or more since the quarter before, or "
    f"a count that changes by {PERCENT} per cent or more, with at least {FEWEST_CASES} behind the "
    "change. A local rule, not law. Partners' figures are unvalidated."
)


class State(StrEnum):
    """What stands in a figure. Only `NUMBER` has a value; the others are never nought."""

    NUMBER = "number"
    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not applicable"
    NIL = "nothing to report"
    REFUSED = "refused"
    NOT_RETURNED = "not returned"


class Unfit(ValueError):
    """The figure cannot be kept. The sentence says why and what to do."""


@dataclass(frozen=True)
class Value:
    """A figure as it was returned. `of` is what it is out of, where its measure has that."""

    state: State
    number: Decimal | None = None
    of: Decimal | None = None

    @property
    def share(self) -> Decimal | None:
        """Return the share in per cent, unrounded; none over nought."""
        if self.number is None or not self.of:
            return None
        return self.number / self.of * 100

    @property
    def words(self) -> str:
        """Return “24 of 78 (30.8%)”, “16”, or the state."""
        if self.number is None:
            return self.state.value
        if self.of is None:
            return f"{self.number:,.0f}"
        share = self.share
        tail = f" ({rounded(share, 1)}%)" if share is not None else ""
        return f"{self.number:,.0f} of {self.of:,.0f}{tail}"

    def drawn(self) -> Decimal | None:
        """Return what a line draws: the share where there is one, else the number."""
        return self.number if self.of is None else self.share


NONE_RETURNED = Value(State.NOT_RETURNED)


def require_fit(value: Value, *, has_of: bool, name: str) -> None:
    """Refuse what no count can be: a part of a child, more than it is out of, a number unsaid."""
    if value.state is not State.NUMBER:
        if value.number is not None or value.of is not None:
            raise Unfit(f"{name}: give the number, or say “{value.state}”, not both.")
        return
    numbers = [one for one in (value.number, value.of) if one is not None]
    if value.number is None or (has_of and value.of is None):
        raise Unfit(f"{name}: give the number{' and what it is out of' if has_of else ''}.")
    if not has_of and value.of is not None:
        raise Unfit(f"{name} is a count: leave out what it is out of.")
    if any(one < 0 or one != one.to_integral_value() for one in numbers):
        raise Unfit(f"{name}: give whole numbers from nought.")
    if value.of is not None and value.number > value.of:
        raise Unfit(f"{name}: {value.number} is more than the {value.of} it is out of.")


def moved(before: Value, now: Value, polarity: Polarity) -> str:
    """Say how a figure changed since the quarter before, if the board talks about it; else ""."""
    if before.number is None or now.number is None:
        return ""
    if abs(now.number - before.number) < FEWEST_CASES:
        return ""
    if now.of is None or before.of is None:
        return _count_moved(before.number, now.number, polarity)
    return _share_moved(before.share, now.share, polarity)


def _count_moved(before: Decimal, now: Decimal, polarity: Polarity) -> str:
    if before == 0:
        return f"From none to {now:,.0f}." if not _better(now, polarity) else ""
    size = (now - before) / before * 100
    if abs(size) < PERCENT or _better(size, polarity):
        return ""
    way = "Up" if size > 0 else "Down"
    return f"{way} {rounded(abs(size), 0)}% on the quarter before ({before:,.0f} to {now:,.0f})."


def _share_moved(before: Decimal | None, now: Decimal | None, polarity: Polarity) -> str:
    if before is None or now is None:
        return ""
    size = now - before
    if abs(size) < POINTS or _better(size, polarity):
        return ""
    way = "Up" if size > 0 else "Down"
    return (
        f"{way} {rounded(abs(size), 1)} points on the quarter before "
        f"({rounded(before, 1)}% to {rounded(now, 1)}%)."
    )


def _better(size: Decimal, polarity: Polarity) -> bool:
    return (polarity is Polarity.LOW and size < 0) or (polarity is Polarity.HIGH and size > 0)


@dataclass(frozen=True)
class Returned:
    """One measure as a partner returned it, with its commentary."""

    measure: str
    value: Value
    commentary: str = ""
