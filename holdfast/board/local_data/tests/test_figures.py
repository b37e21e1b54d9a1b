"""A partner's figure: what can be kept, what is said of it, when it is talked about."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.local_data.rules.figures import State, Unfit, Value, moved, require_fit
from holdfast.board.local_data.rules.quarters import Quarter, four
from holdfast.insight.benchmarking.compare import Polarity


def number(count: int, of: int | None = None) -> Value:
    return Value(State.NUMBER, Decimal(count), None if of is None else Decimal(of))


@pytest.mark.parametrize(
    ("value", "has_of", "why"),
    [
        (Value(State.NUMBER), False, "give the number"),
        (number(24), True, "what it is out of"),
        (number(24, 78), False, "leave out what it is out of"),
        (number(80, 78), True, "80 is more than the 78"),
        (number(-1), False, "whole numbers from nought"),
        (Value(State.NUMBER, Decimal("1.5")), False, "whole numbers"),
        (Value(State.NOT_KNOWN, Decimal(3)), False, "not both"),
    ],
)
def test_what_no_count_can_be_is_refused_in_words(value: Value, has_of: bool, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        require_fit(value, has_of=has_of, name="Plans")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (number(24, 78), "24 of 78 (30.8%)"),
        (number(16), "16"),
        (number(0, 0), "0 of 0"),
        (Value(State.NOT_KNOWN), "not known"),
    ],
)
def test_a_figure_is_never_bare(value: Value, words: str) -> None:
    assert value.words == words


@pytest.mark.parametrize(
    ("before", "now", "polarity", "said"),
    [
        (number(12), number(15), Polarity.NONE, ""),
        (number(16), number(20), Polarity.NONE, "Up 25% on the quarter before (16 to 20)."),
        (number(20), number(12), Polarity.NONE, "Down 40% on the quarter before (20 to 12)."),
        (number(20), number(12), Polarity.LOW, ""),
        (number(0), number(6), Polarity.LOW, "From none to 6."),
        (number(20, 40), number(16, 40), Polarity.HIGH, "Down 10.0 points"),
        (number(24, 78), number(4, 68), Polarity.LOW, ""),
        (number(4, 68), number(24, 78), Polarity.LOW, "Up 24.9 points"),
        (Value(State.NOT_RETURNED), number(40), Polarity.NONE, ""),
        (number(40), Value(State.NOT_RETURNED), Polarity.NONE, ""),
    ],
)
def test_a_change_is_talked_about_or_not(
    before: Value, now: Value, polarity: Polarity, said: str
) -> None:
    found = moved(before, now, polarity)
    assert found.startswith(said)
    assert bool(found) == bool(said)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_every_day_is_in_one_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.starts_on <= day <= quarter.ends_on
    assert Quarter.of(quarter.ends_on + timedelta(days=1)) == quarter.next
    assert quarter.next.before == quarter


def test_a_year_has_four_quarters_from_april() -> None:
    year = four(2012)
    assert [one.words for one in year] == ["Q1 2012/13", "Q2 2012/13", "Q3 2012/13", "Q4 2012/13"]
    assert (year[0].starts_on, year[-1].ends_on) == (date(2012, 4, 1), date(2013, 3, 31))
