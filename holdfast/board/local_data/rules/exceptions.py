"""Which figures the board talks about first, and the sentence that says why.

Two rules, both local (L): a place among London's worst fifth, after London's own regional returns
(top or bottom 20 per cent; the source does not say how it rounds, so the setting is here); and a
change since the figure before that is larger than the board's band. Neither is law, and neither
says that anything is wrong: an exception is a question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from holdfast.board.local_data.rules.standing import Standing
from holdfast.insight.benchmarking.compare import Polarity, rounded

POINTS = Decimal(5)
"""A share that worsens by as many points is talked about."""
PERCENT = Decimal(20)
"""So is a count that changes by as many per cent …"""
FEWEST_CASES = 10
"""… if at least so many children more or fewer stand behind it."""

RULE = (
    f"A measure is an exception if it stands in London's worst fifth of the boroughs with a "
    f"value, or if it changed for the worse since the year before by {POINTS} points or more (a "
    f"share) or by {PERCENT} per cent or more (a count; either way where no side is better), with "
    f"at least {FEWEST_CASES} children behind the change. A local rule, not law."
)


@dataclass(frozen=True)
class Change:
    """From the figure before to this one. A share changes in points, a count in per cent.

    `cases` is the change of the count behind it. `caution` says why the two cannot be compared.
    """

    before: Decimal | None
    now: Decimal | None
    share: bool
    cases: Decimal | None = None
    caution: str = ""

    @property
    def size(self) -> Decimal | None:
        """Return the change, unrounded; none where it cannot be compared, or from nought."""
        if self.before is None or self.now is None or self.caution:
            return None
        if self.share:
            return self.now - self.before
        return None if self.before == 0 else (self.now - self.before) / self.before * 100

    @property
    def words(self) -> str:
        """Return such as “up 9.0 points”, “count down 5.2%”, or why there is none to show."""
        if self.caution:
            return "no fair figure before"
        size = self.size
        if size is None:
            return "no figure before" if self.before is None else "no change to show"
        number = rounded(abs(size), 1)
        if number == 0:
            return "same as before"
        way = "up" if size > 0 else "down"
        return f"{way} {number} points" if self.share else f"count {way} {number}%"

    @property
    def arrow(self) -> str:
        """Return the direction, which is never good or bad: ▲, ▼, = or nothing."""
        size = self.size
        if size is None:
            return ""
        return "=" if rounded(size, 1) == 0 else "▲" if size > 0 else "▼"


@dataclass(frozen=True)
class Reason:
    """Why a figure is an exception: `rule` is rank or change."""

    rule: str
    sentence: str


def reasons(
    place: Standing | None, change: Change, *, polarity: Polarity, before: str = "the year before"
) -> tuple[Reason, ...]:
    """Return why the figure is an exception; nothing if it is none. The worst place first."""
    found = [_by_rank(place, polarity), _by_change(change, polarity, before)]
    return tuple(reason for reason in found if reason)


def in_order(found: Sequence[tuple[Standing | None, str]]) -> list[str]:
    """Return keys, the worst placed first, those without a place last."""
    return [key for _, key in sorted(found, key=_badness)]


def _badness(one: tuple[Standing | None, str]) -> tuple[Decimal, str]:
    place, key = one
    return (Decimal(place.nth) / place.of if place else Decimal(2), key)


def _by_rank(place: Standing | None, polarity: Polarity) -> Reason | None:
    if place is None or polarity is Polarity.NONE or not place.in_worst_fifth:
        return None
    said = f"{place.words[:1].upper()}{place.words[1:]}"
    rest = f"; {place.note}" if place.note else ""
    return Reason("rank", f"{said}, in London's worst fifth{rest}.")


def _by_change(change: Change, polarity: Polarity, before: str) -> Reason | None:
    size = change.size
    if size is None or change.cases is None or abs(change.cases) < FEWEST_CASES:
        return None
    if abs(size) < (POINTS if change.share else PERCENT):
        return None
    better = (polarity is Polarity.LOW and size < 0) or (polarity is Polarity.HIGH and size > 0)
    if better:
        return None
    limit = f"{POINTS} points" if change.share else f"{PERCENT} per cent"
    said = f"{change.words[:1].upper()}{change.words[1:]}"
    return Reason("change", f"{said} on {before}; the board asks from {limit}.")
