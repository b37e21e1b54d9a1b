"""The counting rules, by the vectors of the law's own calendar and by properties."""

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.clock.almanac import almanac
from holdfast.kernel.clock.calendars import (
    NeedsTermDates,
    NotCovered,
    calendar,
    coverage_alert,
    school_calendar,
)
from holdfast.kernel.clock.counting import LONDON, add_months, days_over, due, due_day, london_day
from holdfast.kernel.clock.law import COUNTS_FOR, USUAL_COUNT, Count, Limit, Unit

ENGLAND = calendar("EW_BFDA")
EVERY_DAY = calendar("NONE")
BANK = {day for day in holidays.country_holidays("GB", subdiv="ENG", years=range(2009, 2028))}

days = st.dates(date(2010, 1, 1), date(2026, 6, 30))
some = st.integers(1, 120)


def limit(amount: int, unit: Unit, count: Count | None = None, *, before: bool = False) -> Limit:
    return Limit(amount, unit, count or USUAL_COUNT[unit], before=before)


def working(amount: int) -> Limit:
    return limit(amount, Unit.WORKING_DAYS)


def day(said: str) -> date:
    return date.fromisoformat(said)


@pytest.mark.parametrize(
    ("start", "amount", "due_on"),
    [
        ("2012-12-21", 10, "2013-01-09"),
        ("2013-03-28", 15, "2013-04-22"),
        ("2012-05-30", 45, "2012-08-03"),
        ("2013-04-15", 45, "2013-06-19"),
        ("2022-06-02", 15, "2022-06-24"),
        ("2022-09-09", 15, "2022-10-03"),
        ("2023-12-20", 45, "2024-02-26"),
        ("2025-04-11", 15, "2025-05-07"),
        ("2013-06-28", 1, "2013-07-01"),
        ("2013-06-29", 1, "2013-07-01"),
    ],
)
def test_working_days_are_counted_as_measured(start: str, amount: int, due_on: str) -> None:
    assert due_day(working(amount), ENGLAND, day(start)) == day(due_on)


def test_care_proceedings_begin_with_the_day_of_issue() -> None:
    weeks = limit(26, Unit.WEEKS, Count.BEGINNING_WITH)
    assert due_day(weeks, EVERY_DAY, day("2014-04-22")) == day("2014-10-20")


def test_a_child_assessment_order_counts_its_first_day() -> None:
    week = limit(7, Unit.CALENDAR_DAYS, Count.BEGINNING_WITH)
    assert due_day(week, EVERY_DAY, day("2013-06-28")) == day("2013-07-04")


def test_six_weeks_are_forty_two_days_with_the_last_one_included() -> None:
    assert due_day(limit(6, Unit.WEEKS), EVERY_DAY, day("2013-01-01")) == day("2013-02-12")


def test_a_funeral_proclaimed_at_ten_days_notice_moves_a_due_day() -> None:
    plain = calendar("EW_BFDA")
    more = calendar("EW_BFDA", frozenset({("england-wales", day("2022-09-22"))}))
    assert due_day(working(9), plain, day("2022-09-09")) == day("2022-09-23")
    assert due_day(working(9), more, day("2022-09-09")) == day("2022-09-26")


def test_a_late_day_counts_the_days_that_were_open() -> None:
    assert days_over(Unit.WORKING_DAYS, ENGLAND, day("2022-09-16"), day("2022-09-20")) == 1
    assert days_over(Unit.CALENDAR_DAYS, EVERY_DAY, day("2022-09-16"), day("2022-09-20")) == 4


@pytest.mark.parametrize(
    ("start", "months", "due_on"),
    [
        ("2013-08-31", 3, "2013-11-30"),
        ("2013-11-30", 3, "2014-02-28"),
        ("2011-11-30", 3, "2012-02-29"),
        ("2012-02-29", 12, "2013-02-28"),
        ("2013-01-15", 6, "2013-07-15"),
        ("2013-01-15", -2, "2012-11-15"),
    ],
)
def test_a_month_without_the_date_ends_on_its_last_day(
    start: str, months: int, due_on: str
) -> None:
    assert add_months(day(start), months) == day(due_on)


def test_a_month_for_personal_data_runs_on_over_a_weekend_and_a_bank_holiday() -> None:
    months = calendar("SAR_MONTH")
    assert due_day(limit(1, Unit.MONTHS), months, day("2019-11-25")) == day("2019-12-27")
    assert due_day(limit(1, Unit.MONTHS), months, day("2020-01-31")) == day("2020-03-02")
    from_next = limit(1, Unit.MONTHS, Count.MONTH_NEXT_DAY)
    assert due_day(from_next, months, day("2018-09-03")) == day("2018-10-04")


def test_receipt_at_a_weekend_starts_on_the_next_open_day_only_where_asked() -> None:
    from_receipt = limit(1, Unit.WORKING_DAYS, Count.WD_RECEIPT)
    assert due_day(from_receipt, ENGLAND, day("2013-06-29")) == day("2013-07-02")


def test_freedom_of_information_knows_holidays_of_the_whole_kingdom() -> None:
    kingdom = calendar("UK_ANY")
    assert due_day(working(1), kingdom, day("2013-07-11")) == day("2013-07-15")
    assert due_day(working(1), ENGLAND, day("2013-07-11")) == day("2013-07-12")


@pytest.mark.parametrize(
    ("at", "due_at"),
    [
        ("2013-03-30 22:00", "2013-04-02 23:00"),
        ("2013-10-26 22:00", "2013-10-29 21:00"),
        ("2013-06-28 16:45", "2013-07-01 16:45"),
    ],
)
def test_seventy_two_hours_are_seventy_two_hours_when_the_clocks_change(
    at: str, due_at: str
) -> None:
    found = due(
        limit(72, Unit.HOURS), EVERY_DAY, at=datetime.fromisoformat(at).replace(tzinfo=LONDON)
    )
    assert found.at is not None
    assert f"{found.at:%Y-%m-%d %H:%M}" == due_at
    assert found.on == found.at.date()


def test_hours_from_a_day_alone_cannot_be_told() -> None:
    found = due(limit(72, Unit.HOURS), EVERY_DAY, on=day("2013-06-28"))
    assert (found.on, found.at) == (None, None)
    assert found.indeterminate == "the time was not recorded"


def test_a_moment_just_after_midnight_in_london_belongs_to_the_new_day() -> None:
    assert london_day(datetime(2013, 6, 28, 23, 30, tzinfo=UTC)) == day("2013-06-29")
    with pytest.raises(ValueError, match="time zone"):
        london_day(datetime(2013, 6, 28, 23, 30))  # noqa: DTZ001


def test_a_report_is_due_before_its_conference() -> None:
    before = limit(2, Unit.WORKING_DAYS, before=True)
    assert due_day(before, ENGLAND, day("2013-04-03")) == day("2013-03-28")
    weeks = limit(6, Unit.WEEKS, before=True)
    assert due_day(weeks, EVERY_DAY, day("2013-06-28")) == day("2013-05-17")


def test_school_days_are_refused_without_term_dates() -> None:
    with pytest.raises(NeedsTermDates, match="term dates"):
        calendar("SCHOOL_DAYS")
    with pytest.raises(NeedsTermDates, match="at least one term"):
        school_calendar([])


def test_school_days_skip_half_term_and_bank_holidays() -> None:
    terms = [
        (day("2013-04-15"), day("2013-05-24")),
        (day("2013-06-03"), day("2013-07-24")),
    ]
    school = school_calendar(terms)
    assert due_day(working(2), school, day("2013-05-23")) == day("2013-06-03")
    assert due_day(working(1), school, day("2013-05-03")) == day("2013-05-07")


def test_a_day_beyond_the_known_holidays_is_refused_in_a_sentence() -> None:
    with pytest.raises(NotCovered, match="31 December 2027.*add the missing bank holidays"):
        due_day(working(5), ENGLAND, day("2028-01-04"))
    with pytest.raises(NotCovered):
        due_day(working(30), ENGLAND, day("2027-12-20"))


def test_somebody_is_told_a_year_before_the_bank_holidays_run_out() -> None:
    assert coverage_alert(day("2026-11-22")) is None
    assert "31 December 2027" in (coverage_alert(day("2027-01-02")) or "")


def test_every_bank_holiday_agrees_with_another_list() -> None:
    assert almanac().regions["england-wales"].days == BANK
    for region, part in (("scotland", "SCT"), ("northern-ireland", "NIR")):
        theirs = set(holidays.country_holidays("GB", subdiv=part, years=range(2009, 2028)))
        assert almanac().regions[region].days == theirs - BANK


def naive(start: date, amount: int) -> date:
    found = start
    while amount:
        found += timedelta(days=1)
        if found.weekday() < 5 and found not in BANK:
            amount -= 1
    return found


@given(days, some)
def test_adding_agrees_with_counting_day_by_day(start: date, amount: int) -> None:
    assert due_day(working(amount), ENGLAND, start) == naive(start, amount)


@given(days, some)
def test_what_is_added_can_be_counted_back(start: date, amount: int) -> None:
    due_on = due_day(working(amount), ENGLAND, start)
    assert ENGLAND.is_working(due_on)
    assert ENGLAND.between(start, due_on) == amount
    assert ENGLAND.between(due_on, start) == -amount


@given(days, st.integers(0, 30), some)
def test_a_later_start_is_never_due_earlier(start: date, later: int, amount: int) -> None:
    for unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS):
        for count in COUNTS_FOR[unit]:
            rule = limit(min(amount, 12), unit, count)
            first = due_day(rule, ENGLAND, start)
            assert first <= due_day(rule, ENGLAND, start + timedelta(days=later))


@given(days, st.sets(st.integers(1, 60), max_size=5), some)
def test_another_bank_holiday_never_brings_a_due_day_forward(
    start: date, more: set[int], amount: int
) -> None:
    extra = frozenset(("england-wales", start + timedelta(days=n)) for n in more)
    assert due_day(working(amount), calendar("EW_BFDA", extra), start) >= due_day(
        working(amount), ENGLAND, start
    )


@given(days, st.integers(-60, 60))
def test_months_clamp_and_never_spill_over(start: date, months: int) -> None:
    found = add_months(start, months)
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
    assert found.day <= start.day
    assert found.day == start.day or (found + timedelta(days=1)).day == 1


@given(st.integers(0, 140_000), st.integers(1, 200))
def test_hours_are_exact_in_every_night(since: int, hours: int) -> None:
    at = datetime(2010, 1, 1, tzinfo=UTC) + timedelta(hours=since)
    found = due(limit(hours, Unit.HOURS), EVERY_DAY, at=at)
    assert found.at is not None
    assert found.at.astimezone(UTC) - at == timedelta(hours=hours)
