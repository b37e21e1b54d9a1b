"""
Which days count. Each calendar is a table with a running index of its working days, so that adding
a thousand working days costs one look-up. Pure: no Django, no today().
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from holdfast.kernel.clock.almanac import almanac

SATURDAY = 5


class NotCovered(Exception):
    """The day lies outside the bank holidays we know. The sentence says what to do."""


class NeedsTermDates(Exception):
    """School days cannot be counted without the school's own term dates."""


@dataclass(frozen=True)
class Calendar:
    """
    Days that count between `first` and `last`, as sorted day numbers.

    `rolls_on` moves a due day that does not count on to the next one that does.
    """

    id: str
    first: date
    last: date
    rolls_on: bool = False
    working: Sequence[int] = field(default=(), repr=False)

    def is_working(self, day: date) -> bool:
        self._require(day)
        place = bisect_left(self.working, day.toordinal())
        return place < len(self.working) and self.working[place] == day.toordinal()

    def add(self, day: date, working_days: int) -> date:
        """The nth day that counts after `day` (before it, where negative); 0 is `day` itself."""
        self._require(day)
        if working_days == 0:
            return day
        number = day.toordinal()
        place = (
            bisect_right(self.working, number) + working_days - 1
            if working_days > 0
            else bisect_left(self.working, number) + working_days
        )
        if not 0 <= place < len(self.working):
            raise self._too_far(day)
        return date.fromordinal(self.working[place])

    def between(self, after: date, until: date) -> int:
        """Days that count after `after`, up to and with `until`; negative if `until` is first."""
        self._require(after)
        self._require(until)
        upto = bisect_right(self.working, until.toordinal())
        return upto - bisect_right(self.working, after.toordinal())

    def on_or_next(self, day: date) -> date:
        return day if self.is_working(day) else self.add(day, 1)

    def _require(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise self._too_far(day)

    def _too_far(self, day: date) -> NotCovered:
        return NotCovered(
            f"The calendar {self.id} is known from {_said(self.first)} to {_said(self.last)}."
            f" It cannot count from {_said(day)}: add the missing bank holidays to calendars.yaml."
        )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def table(
    *, id: str, first: date, last: date, closed: Collection[date], rolls_on: bool = False
) -> Calendar:
    """A calendar of Mondays to Fridays between two days, without the closed ones."""
    shut = {day.toordinal() for day in closed}
    span = range(first.toordinal(), last.toordinal() + 1)
    working = tuple(n for n in span if (n - 1) % 7 < SATURDAY and n not in shut)
    return Calendar(id=id, first=first, last=last, rolls_on=rolls_on, working=working)


@lru_cache(maxsize=64)
def calendar(id: str, extra: frozenset[tuple[str, date]] = frozenset()) -> Calendar:
    """The calendar of that id. `extra` holds (region, day) pairs proclaimed since the release."""
    spec = almanac().specs[id]
    if spec.needs_terms:
        raise NeedsTermDates(
            "School days cannot be counted without the school's term dates. Enter them first."
        )
    if spec.every_day:
        span = range(date.min.toordinal(), date.max.toordinal() + 1)
        return Calendar(id=id, first=date.min, last=date.max, working=span)
    first, last = almanac().first, almanac().last
    closed = almanac().closed(spec, extra)
    return table(id=id, first=first, last=last, closed=closed, rolls_on=spec.rolls_on)


def school_calendar(terms: Sequence[tuple[date, date]]) -> Calendar:
    """One school's open days: Mondays to Fridays within its terms, bank holidays left out."""
    if not terms or any(start > end for start, end in terms):
        raise NeedsTermDates(
            "School days need at least one term, and each term must end after it starts."
        )
    first, last = min(start for start, _ in terms), max(end for _, end in terms)
    bank = almanac().closed(almanac().specs["EW_BFDA"], ())
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    shut = {day for day in span if not any(start <= day <= end for start, end in terms)}
    return table(id="SCHOOL_DAYS", first=first, last=last, closed=shut | bank)


def coverage_alert(today: date) -> str | None:
    """A sentence when the bank holidays do not reach twelve months ahead, else nothing."""
    last = almanac().last
    a_year_on = date.fromordinal(today.toordinal() + 365)
    if a_year_on <= last:
        return None
    return (
        f"Bank holidays are known only to {_said(last)}, less than twelve months ahead."
        " Add the next year's to calendars.yaml before clocks need them."
    )
