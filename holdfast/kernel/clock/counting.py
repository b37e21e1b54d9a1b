"""
Counting from one moment to another under a limit. Pure: no Django, no today().

Days are London days. A day's limit is met by anything done on or before the due day; an hour's
limit is met up to the very minute, and cannot be told at all from a date alone.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from holdfast.kernel.clock.calendars import Calendar
from holdfast.kernel.clock.law import Count, Limit, Unit

LONDON = ZoneInfo("Europe/London")

NO_TIME = "the time was not recorded"


@dataclass(frozen=True)
class Due:
    """When a duty is due. `at` is set for hours only; `indeterminate` says why nobody can tell."""

    on: date | None
    at: datetime | None = None
    indeterminate: str = ""


def london_day(at: datetime) -> date:
    """The day in London at that moment. A moment without a time zone is refused."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return at.astimezone(LONDON).date()


def due(
    limit: Limit, calendar: Calendar, *, on: date | None = None, at: datetime | None = None
) -> Due:
    """
    When the duty is due that starts on that day, or at that moment.

    >>> from holdfast.kernel.clock.calendars import calendar
    >>> fifteen = Limit(15, Unit.WORKING_DAYS, Count.WD_AFTER)
    >>> due(fifteen, calendar("EW_BFDA"), on=date(2022, 9, 9)).on
    datetime.date(2022, 10, 3)
    """
    day = london_day(at) if at is not None else on
    if day is None:
        raise ValueError("A clock starts on a day or at a moment.")
    if limit.unit is Unit.HOURS:
        return _due_in_hours(limit, at)
    return Due(on=due_day(limit, calendar, day))


def due_day(limit: Limit, calendar: Calendar, start: date) -> date:
    """The last day on which a limit in days, weeks or months is met (the first, for `before`)."""
    signed = -limit.amount if limit.before else limit.amount
    found = COUNTING[limit.count](start, signed, calendar, limit)
    return calendar.on_or_next(found) if calendar.rolls_on and not limit.before else found


def _due_in_hours(limit: Limit, at: datetime | None) -> Due:
    if at is None:
        return Due(on=None, indeterminate=NO_TIME)
    hours = timedelta(hours=-limit.amount if limit.before else limit.amount)
    ends = at.astimezone(UTC) + hours
    return Due(on=london_day(ends), at=ends.astimezone(LONDON))


def _working_days(start: date, amount: int, calendar: Calendar, _: Limit) -> date:
    return calendar.add(start, amount)


def _working_days_from_receipt(start: date, amount: int, calendar: Calendar, _: Limit) -> date:
    return calendar.add(calendar.on_or_next(start), amount)


def _days(start: date, amount: int, _: Calendar, limit: Limit) -> date:
    weekly = limit.unit is Unit.WEEKS
    return start + timedelta(days=amount * 7 if weekly else amount)


def _beginning_with(start: date, amount: int, calendar: Calendar, limit: Limit) -> date:
    one = timedelta(days=-1 if amount < 0 else 1)
    return _days(start, amount, calendar, limit) - one


def _months(start: date, amount: int, _: Calendar, __: Limit) -> date:
    return add_months(start, amount)


def _months_from_next_day(start: date, amount: int, _: Calendar, __: Limit) -> date:
    return add_months(start + timedelta(days=1), amount)


def add_months(start: date, months: int) -> date:
    """
    The corresponding date, or the last day of a month that has none.

    >>> add_months(date(2013, 8, 31), 3)
    datetime.date(2013, 11, 30)
    """
    whole = start.year * 12 + start.month - 1 + months
    year, month = divmod(whole, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


COUNTING: Mapping[Count, Callable[[date, int, Calendar, Limit], date]] = {
    Count.WD_AFTER: _working_days,
    Count.WD_RECEIPT: _working_days_from_receipt,
    Count.CD_AFTER: _days,
    Count.WEEK: _days,
    Count.BEGINNING_WITH: _beginning_with,
    Count.MONTH: _months,
    Count.MONTH_NEXT_DAY: _months_from_next_day,
}


def days_over(unit: Unit, calendar: Calendar, due_on: date, on: date) -> int:
    """How many days past the due day: working days for working-day limits, else calendar days."""
    if on <= due_on:
        return 0
    if unit is Unit.WORKING_DAYS:
        return calendar.between(due_on, on)
    return (on - due_on).days


def days_left(unit: Unit, calendar: Calendar, due_on: date, on: date) -> int:
    """How many days are left, in the same unit; 0 on the due day and after."""
    return days_over(unit, calendar, on, due_on)
