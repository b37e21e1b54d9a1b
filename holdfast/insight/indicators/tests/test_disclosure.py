"""No suppressed count can be worked out: not by subtraction, not by knowing the rule."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.insight.indicators.disclosure import SMALL, protect, protect_together

COUNTS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.integers(min_value=0, max_value=40), min_size=1
)


@pytest.mark.parametrize(("lines", "most"), [(1, 14), (2, 14), (3, 11), (4, 8)])
def test_a_reader_who_knows_the_rule_finds_two_answers_for_every_hidden_count(
    lines: int, most: int
) -> None:
    """Every possible table is tried: tables that look alike when published differ in each gap."""
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=lines):
        shown = protect({str(i): n for i, n in enumerate(counts)})
        alike[tuple(shown.counts.items()), shown.total].append(counts)
    for (shown_counts, _), tables in alike.items():
        for nth, (_, count) in enumerate(shown_counts):
            if count is None:
                assert len({counts[nth] for counts in tables}) > 1, tables


@given(COUNTS)
def test_no_count_from_1_to_5_is_ever_shown(counts: dict[str, int]) -> None:
    table = protect(counts)
    assert not any(count in SMALL for count in table.counts.values() if count is not None)
    assert table.total is None or table.total not in SMALL


@given(COUNTS)
def test_what_is_shown_is_true_and_nothing_is_hidden_alone(counts: dict[str, int]) -> None:
    table = protect(counts)
    for name, count in table.counts.items():
        assert count is None or count == counts[name]
    if not table.withheld:
        assert table.total == sum(counts.values())
        assert len(table.hidden) != 1


@given(COUNTS)
def test_nothing_is_hidden_where_nothing_is_small(counts: dict[str, int]) -> None:
    large = {name: n for name, n in counts.items() if n not in SMALL}
    assert protect(large).hidden == ()


@given(COUNTS, COUNTS)
def test_a_total_that_is_withheld_in_one_table_is_given_by_no_other(
    one: dict[str, int], other: dict[str, int]
) -> None:
    found = protect_together({"one": one, "other": other})
    if protect(one).withheld or protect(other).withheld:
        assert all(table.withheld for table in found.values())


def test_the_next_smallest_is_hidden_with_a_single_small_count() -> None:
    table = protect({"Police": 2, "Health": 7, "Education": 12})
    assert table.counts == {"Police": None, "Health": None, "Education": 12}
    assert table.total == 21


def test_nought_is_shown_because_nobody_is_in_it() -> None:
    assert protect({"Police": 0, "Health": 8}).counts == {"Police": 0, "Health": 8}
