"""When a figure is an exception, and what is said of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.local_data.rules.exceptions import Change, reasons
from holdfast.insight.benchmarking.compare import Polarity

LOW, HIGH, NONE = Polarity.LOW, Polarity.HIGH, Polarity.NONE


def share(before: str, now: str, *, cases: int = 30, caution: str = "") -> Change:
    return Change(Decimal(before), Decimal(now), share=True, cases=Decimal(cases), caution=caution)


def count(before: int, now: int, *, caution: str = "") -> Change:
    cases = Decimal(now - before)
    return Change(Decimal(before), Decimal(now), share=False, cases=cases, caution=caution)


@pytest.mark.parametrize(
    ("change", "polarity", "said"),
    [
        (share("7.4", "16.4"), LOW, "Up 9.0 points"),
        (share("80", "74"), HIGH, "Down 6.0 points"),
        (count(100, 75), NONE, "Count down 25.0%"),
        (count(100, 125), NONE, "Count up 25.0%"),
    ],
)
def test_a_change_beyond_the_band_is_an_exception(
    change: Change, polarity: Polarity, said: str
) -> None:
    (found,) = reasons(None, change, polarity=polarity)
    assert found.rule == "change"
    assert found.sentence.startswith(f"{said} on the year before")


@pytest.mark.parametrize(
    ("change", "polarity", "why_not"),
    [
        (share("16.4", "7.4"), LOW, "it changed for the better"),
        (share("74", "80"), HIGH, "it changed for the better"),
        (share("7.4", "12.3"), LOW, "it is within the band"),
        (share("7.4", "16.4", cases=4), LOW, "four children are behind it"),
        (share("35.0", "48.5", caution="another start"), LOW, "the two do not compare"),
        (count(17, 21), NONE, "four children are behind it"),
        (Change(None, Decimal(3), share=True), LOW, "there is no figure before"),
    ],
)
def test_no_exception_is_made_where(change: Change, polarity: Polarity, why_not: str) -> None:
    assert reasons(None, change, polarity=polarity) == (), why_not


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_change_says_one_direction_and_never_a_size_from_nought(before: int, now: int) -> None:
    change = count(before, now)
    assert (change.size is None) == (before == 0)
    assert change.arrow in {"", "▲", "▼", "="}
    if change.arrow == "▲":
        assert now > before
    if change.arrow == "▼":
        assert now < before


def test_a_break_in_the_series_is_said_and_not_measured() -> None:
    change = share("35.0", "48.5", caution="from 2012-13 another start")
    assert (change.words, change.arrow, change.size) == ("no fair figure before", "", None)
