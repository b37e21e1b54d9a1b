"""What leaves the board's pages: nothing small that nobody released, and nothing that tells it."""

from collections import defaultdict
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.local_data.rules.figures import State, Value
from holdfast.board.local_data.rules.publishing import SUPPRESSED, is_small, publish

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
GAPS = st.sampled_from([one for one in State if one is not State.NUMBER])


def number(count: int, of: int | None = None) -> Value:
    return Value(State.NUMBER, Decimal(count), None if of is None else Decimal(of))


YEARS = st.lists(
    st.one_of(st.integers(0, 40).map(number), GAPS.map(Value)), min_size=4, max_size=4
)
RELEASED = st.sets(st.sampled_from(QUARTERS))


def year(*counts: int) -> dict[str, Value]:
    return dict(zip(QUARTERS, [number(count) for count in counts], strict=False))


@given(YEARS, RELEASED, st.booleans())
def test_no_small_count_leaves_that_nobody_released(
    values: list[Value], released: set[str], adds_up: bool
) -> None:
    quarters = dict(zip(QUARTERS, values, strict=True))
    line = publish(quarters, released=dict.fromkeys(released, "why"), adds_up=adds_up)
    for name, value in quarters.items():
        if value.number is None:
            assert line.shown[name] == value.state.value
        elif is_small(value) and name not in released:
            assert line.shown[name] == SUPPRESSED
        elif name in released:
            assert line.shown[name] == value.words
        else:
            assert line.shown[name] in {value.words, SUPPRESSED}


@given(YEARS, RELEASED)
def test_a_total_is_true_or_not_there_and_never_beside_one_hidden_count(
    values: list[Value], released: set[str]
) -> None:
    quarters = dict(zip(QUARTERS, values, strict=True))
    line = publish(quarters, released=dict.fromkeys(released, "why"), adds_up=True)
    counts = [int(v.number) for v in values if v.number is not None]
    if len(counts) < len(values):
        assert line.total == "not every quarter was returned"
    elif line.total != SUPPRESSED:
        assert int(line.total) == sum(counts)
        assert list(line.shown.values()).count(SUPPRESSED) != 1


@pytest.mark.parametrize("released", [(), ("Q1",), ("Q1", "Q2")])
def test_a_reader_who_knows_the_rule_finds_two_answers_for_every_hidden_count(
    released: tuple[str, ...],
) -> None:
    """Every small year is tried: years that look alike when published differ in each gap."""
    alike = defaultdict(list)
    for counts in product(range(9), repeat=3):
        quarters = year(*counts)
        line = publish(quarters, released=dict.fromkeys(released, "why"), adds_up=True)
        alike[tuple(line.shown.items()), line.total].append(counts)
    for (shown, _), years in alike.items():
        for nth, (_, words) in enumerate(shown):
            if words == SUPPRESSED:
                assert len({counts[nth] for counts in years}) > 1, years


def test_24_to_4_is_published_only_once_it_is_released() -> None:
    plans = dict(
        zip(QUARTERS, [number(24, 78), number(12, 75), number(9, 71), number(4, 68)], strict=True)
    )
    hidden = publish(plans, released={}, adds_up=False)
    assert list(hidden.shown.values()) == [
        "24 of 78 (30.8%)",
        "12 of 75 (16.0%)",
        "9 of 71 (12.7%)",
        "suppressed of 68",
    ]
    shown = publish(plans, released={"Q4": "why"}, adds_up=False)
    assert shown.shown["Q4"] == "4 of 68 (5.9%)"


@pytest.mark.parametrize(
    ("value", "small"),
    [
        (number(0), False),
        (number(5), True),
        (number(6), False),
        (number(40, 43), True),
        (number(0, 4), True),
        (number(12, 12), False),
        (Value(State.NOT_KNOWN), False),
    ],
)
def test_a_small_rest_is_as_telling_as_a_small_count(value: Value, small: bool) -> None:
    assert is_small(value) is small


@given(YEARS, RELEASED)
def test_what_was_printed_in_autumn_stays_as_it_was(
    values: list[Value], released: set[str]
) -> None:
    """Else the year's total would give away a number that was hidden to protect it."""
    quarters = dict(zip(QUARTERS, values, strict=True))
    reasons = dict.fromkeys(released, "why")
    three = dict(list(quarters.items())[:3])
    before = publish(three, released=reasons, adds_up=True, whole=False)
    after = publish(quarters, released=reasons, adds_up=True)
    assert before.shown == {name: after.shown[name] for name in three}


def test_what_counts_no_children_is_never_hidden() -> None:
    staff = dict(zip(QUARTERS, [number(45, 50)] * 4, strict=True))
    assert publish(staff, released={}, adds_up=False).shown["Q1"] == "suppressed of 50"
    shown = publish(staff, released={}, adds_up=False, protected=False).shown
    assert set(shown.values()) == {"45 of 50 (90.0%)"}
    assert publish(year(2, 3, 1, 9), released={}, adds_up=True, protected=False).total == "15"
