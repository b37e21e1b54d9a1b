"""What of the partners' figures may leave the board's restricted pages.

Counts from 1 to 5 are hidden, and the year's total with them where one could be worked out from
it (`insight.indicators.disclosure` says when). It is the total that goes and never a larger
quarter: quarters come out one by one, and what was printed in autumn cannot be hidden in spring.
A small number that a named post has released, with its reason, is shown: a reader knows it, so the
rest is protected as if it stood alone. The Department's standard, applied here as a local one (L).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from holdfast.board.local_data.rules.figures import Value
from holdfast.insight.indicators.disclosure import SMALL, protect

SUPPRESSED = "suppressed"


@dataclass(frozen=True)
class Line:
    """One measure's quarters as they may be shown, in words; a total only where one may be."""

    shown: dict[str, str]
    total: str


def is_small(value: Value) -> bool:
    """Say whether a figure may not leave as it is: a small count, or a small rest of its whole."""
    if value.number is None:
        return False
    rest = value.of - value.number if value.of is not None else Decimal(0)
    return any(int(one) in SMALL for one in (value.number, rest, value.of or Decimal(0)))


def publish(
    quarters: Mapping[str, Value],
    *,
    released: Mapping[str, str],
    adds_up: bool,
    whole: bool = True,
    protected: bool = True,
) -> Line:
    """
    Return a measure's quarters as they may be published. `released` has reasons by quarter.

    `whole`: these are all quarters of the year, so that there is a total. What is not `protected`
    counts no children (staff, schools), and none of it is hidden.
    """
    open_ = set(released) if protected else set(quarters)
    shown = {name: _alone(value, name in open_) for name, value in quarters.items()}
    shares = any(value.of is not None for value in quarters.values())
    if shares or not adds_up:
        return Line(shown, "")
    if any(value.number is None for value in quarters.values()):
        return Line(shown, "not every quarter was returned")
    return Line(shown, _total(quarters, open_) if whole else "the year is not over")


def _alone(value: Value, released: bool) -> str:
    if value.number is None:
        return value.state.value
    if is_small(value) and not released:
        if value.of is None or int(value.of) in SMALL:
            return SUPPRESSED
        return f"{SUPPRESSED} of {value.of:,.0f}"
    return value.words


def _total(quarters: Mapping[str, Value], released: set[str]) -> str:
    counts = {name: int(value.number or 0) for name, value in quarters.items()}
    rest = {name: count for name, count in counts.items() if name not in released}
    if rest:
        table = protect(rest)
        if table.withheld or any(rest[name] not in SMALL for name in table.hidden):
            return SUPPRESSED
    return f"{sum(counts.values()):,}"
