"""Ranks and changes, by example and by property."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from holdfast.insight.benchmarking import compare
from holdfast.insight.benchmarking.compare import Change, Polarity

VALUES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2),
    st.decimals(min_value=0, max_value=5000, places=1),
    min_size=1,
    max_size=33,
)


def values(**given_values: int) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in given_values.items()}


def test_a_rank_says_of_how_many() -> None:
    found = compare.from_highest(values(croydon=4011, greenwich=3902, southwark=3010), "southwark")
    assert found is not None
    assert found.words == "3rd highest of 3"


def test_equal_values_share_the_better_place_and_are_called_joint() -> None:
    found = compare.from_highest(values(a=9, b=7, c=7, d=5), "c")
    assert found is not None
    assert (found.place, found.sharing, found.words) == (2, 2, "joint 2nd highest of 4")
    last = compare.from_highest(values(a=9, b=7, c=7, d=5), "d")
    assert last is not None
    assert last.place == 4


def test_a_borough_without_a_value_has_no_rank() -> None:
    assert compare.from_highest(values(a=9), "newham") is None


def test_where_neither_way_is_good_there_is_no_best() -> None:
    assert compare.from_best(values(a=9, b=1), "a", Polarity.NONE) is None


def test_the_best_of_a_figure_that_should_be_low_is_the_lowest() -> None:
    found = compare.from_best(values(a=9, b=1), "a", Polarity.LOW)
    assert found is not None
    assert found.words == "2nd of 2, counted from the best"


def test_a_change_from_nought_has_no_percentage() -> None:
    assert Change(Decimal(0), Decimal(4)).percent is None


def test_rounding_is_half_up_once() -> None:
    assert str(compare.rounded(Decimal("16.45"), 1)) == "16.5"
    assert str(compare.rounded(Decimal("-9.582"), 1)) == "-9.6"
    assert str(compare.rounded(Decimal("0.25"), 1)) == "0.3"


@given(VALUES)
def test_everybody_ahead_is_greater_and_the_first_place_is_always_taken(
    found: dict[str, Decimal],
) -> None:
    ranks = {area: compare.from_highest(found, area) for area in found}
    assert all(rank is not None for rank in ranks.values())
    places = [rank.place for rank in ranks.values() if rank]
    assert min(places) == 1
    assert max(places) <= len(found)
    for area, rank in ranks.items():
        assert rank is not None
        assert rank.place == 1 + sum(1 for value in found.values() if value > found[area])


@given(VALUES)
def test_from_the_highest_and_from_the_lowest_meet_in_the_middle(
    found: dict[str, Decimal],
) -> None:
    for area in found:
        high = compare.from_highest(found, area)
        low = compare.from_best(found, area, Polarity.LOW)
        assert high is not None
        assert low is not None
        assert high.place + low.place + high.sharing - 1 == len(found) + 1
