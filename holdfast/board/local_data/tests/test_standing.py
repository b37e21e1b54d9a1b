"""A place among the boroughs: tried on every kind of list, and on London's own."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.local_data.rules.standing import FEWEST, middle, standing
from holdfast.insight.benchmarking.compare import Polarity

SHARES = st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False)
LISTS = st.lists(SHARES, min_size=1, max_size=33)
SIDES = st.sampled_from(list(Polarity))


def named(values: list[Decimal]) -> dict[str, Decimal]:
    return {f"E{nth:02}": value for nth, value in enumerate(values)}


@given(LISTS, SIDES)
def test_a_place_is_never_beyond_the_number_of_boroughs(
    values: list[Decimal], polarity: Polarity
) -> None:
    for area in named(values):
        found = standing(named(values), area, polarity=polarity, places=1)
        assert found is not None
        assert 1 <= found.nth <= found.of == len(values)
        assert found.nth + found.sharing - 1 <= found.of


@given(LISTS, SIDES, st.integers(0, 12))
def test_one_more_suppressed_borough_changes_nothing_but_the_note(
    values: list[Decimal], polarity: Polarity, suppressed: int
) -> None:
    def found(number: int) -> tuple[object, ...]:
        place = standing(
            named(values), "E00", polarity=polarity, places=1, without=["suppressed"] * number
        )
        assert place is not None
        note = place.note
        assert note == (f"{number} suppressed" if number else "")
        return place.nth, place.of, place.words, place.in_worst_fifth

    assert found(suppressed) == found(suppressed + 1)


@given(LISTS)
def test_turning_the_polarity_round_turns_the_list_round(values: list[Decimal]) -> None:
    low = standing(named(values), "E00", polarity=Polarity.LOW, places=1)
    high = standing(named(values), "E00", polarity=Polarity.HIGH, places=1)
    assert low is not None
    assert high is not None
    assert low.nth - 1 == high.better
    assert high.nth - 1 == low.better


def test_a_borough_without_a_value_has_no_place() -> None:
    values = named([Decimal(n) for n in range(30)])
    assert (
        standing(values, "suppressed borough", polarity=Polarity.LOW, places=1, without=["x"])
        is None
    )


def test_what_everybody_shares_is_not_the_worst_fifth() -> None:
    values = named([Decimal(100)] * 30)
    found = standing(values, "E00", polarity=Polarity.HIGH, places=1)
    assert found is not None
    assert found.nth == 1
    assert not found.in_worst_fifth


def test_among_few_boroughs_no_fifth_is_spoken_of() -> None:
    values = named([Decimal(n) for n in range(FEWEST - 1)])
    found = standing(values, f"E{FEWEST - 2:02}", polarity=Polarity.LOW, places=1)
    assert found is not None
    assert found.words == f"highest of {FEWEST - 1}"
    assert not found.in_worst_fifth


def test_values_are_compared_as_they_are_printed() -> None:
    """13.6 and 14.4 per cent are both printed as 14: whoever reads the page can check it."""
    values = {"A": Decimal("13.6"), "B": Decimal("14.4"), "C": Decimal("12.0")}
    whole = standing(values, "A", polarity=Polarity.LOW, places=0)
    one = standing(values, "A", polarity=Polarity.LOW, places=1)
    assert whole is not None
    assert one is not None
    assert (whole.words, one.words) == ("joint highest of 3", "2nd highest of 3")


@given(st.lists(SHARES, min_size=FEWEST, max_size=33))
def test_the_middle_three_fifths_lie_within_the_values(values: list[Decimal]) -> None:
    found = middle(values)
    assert found is not None
    low, high = found
    assert min(values) <= low <= high <= max(values)
    assert sum(1 for value in values if value < low) <= -(-len(values) // 5)


def test_the_percentiles_are_rs_type_7() -> None:
    values = [Decimal(n) for n in range(1, 31)]
    assert middle(values) == (Decimal("6.8"), Decimal("24.2"))
    assert middle(values[: FEWEST - 1]) is None
