from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.ui.filters import at, number, on, percent, plural, signed_percent


def test_a_day_is_written_with_its_weekday() -> None:
    assert on(date(2012, 10, 9)) == "Tue 9 Oct 2012"


def test_a_moment_in_summer_is_told_in_london_time() -> None:
    moment = datetime(2013, 6, 28, 15, 45, tzinfo=UTC)
    assert at(moment) == "Fri 28 Jun, 16:45"
    assert at(moment, year=True) == "Fri 28 Jun 2013, 16:45"


def test_a_late_evening_in_summer_belongs_to_the_next_day_in_london() -> None:
    assert on(datetime(2013, 6, 30, 23, 30, tzinfo=UTC)) == "Mon 1 Jul 2013"


def test_what_is_missing_is_said_and_never_drawn_as_nothing() -> None:
    assert on(None) == "no date"
    assert at(None) == "no time"
    assert number(None) == "not known"
    assert signed_percent(None, missing="not returned") == "not returned"


def test_a_day_is_not_taken_for_a_moment() -> None:
    with pytest.raises(TypeError, match="use `on`"):
        at(date(2013, 6, 28))  # type: ignore[arg-type]


def test_the_published_changes_read_as_the_report_prints_them() -> None:
    assert signed_percent(100 * (3010 - 3329) / 3329) == "−9.6%"
    assert signed_percent(100 * (3640 - 4319) / 4319) == "−15.7%"
    assert signed_percent(6.17) == "+6.2%"
    assert percent(100 * 2764 / 3640) == "75.9%"


def test_a_change_that_rounds_to_nothing_has_no_sign() -> None:
    assert signed_percent(-0.04) == "0.0%"
    assert signed_percent(0) == "0.0%"


def test_half_is_rounded_away_from_nought_and_not_to_even() -> None:
    assert number(Decimal("0.25"), 1) == "0.3"
    assert number(2.5, 0) == "3"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 lines"), (1, "1 line"), (2, "2 lines"), (1308, "1,308 lines")]
)
def test_a_count_agrees_with_its_noun(count: int, words: str) -> None:
    assert plural(count, "line") == words


def test_an_irregular_plural_is_given() -> None:
    assert plural(3010, "child", "children") == "3,010 children"


@given(st.integers(-(10**12), 10**12))
def test_a_number_never_shows_a_hyphen_for_a_minus(value: int) -> None:
    shown = number(value)
    assert "-" not in shown
    assert int(shown.replace(",", "").replace("−", "-")) == value


@given(st.decimals(-1000, 1000, places=4))
def test_a_signed_percent_carries_the_sign_of_what_it_shows(value: Decimal) -> None:
    shown = signed_percent(value)
    bare = Decimal(shown.rstrip("%").lstrip("+−").replace(",", ""))
    assert shown[0] == ("+" if value > 0 else "−") if bare else shown == "0.0%"
    assert abs(bare - abs(value)) <= Decimal("0.05")
