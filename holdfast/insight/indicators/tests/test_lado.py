"""What the board learns about allegations: counts, small ones hidden, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.insight.indicators import lado

SOUTHWARK, LAMBETH = "E09000028", "E09000022"
YEAR = lado.year_of(2013)


@dataclass(frozen=True)
class Row:
    key: str = "opaque"
    area: str = SOUTHWARK
    received_on: date = date(2012, 10, 9)
    concluded_on: date | None = None
    referrer_sector: str = "education"
    employer_sector: str = "transport"
    kind: str = "allegation"
    outcome: str = ""
    edition: str = "WT2010"


@pytest.fixture(autouse=True)
def _own_rows() -> Iterator[None]:
    before = list(lado._sources)
    yield
    lado._sources[:] = before


def figures(rows: Iterable[Row]) -> lado.AllegationFigures:
    found = list(rows)
    lado.provide(lambda since, until: found)
    return lado.figures(SOUTHWARK, since=YEAR[0], until=YEAR[1])


def test_a_year_with_few_allegations_shows_no_number_at_all() -> None:
    found = figures([Row(), Row(referrer_sector="police")])
    assert found.total == "suppressed"
    assert found.by_referrer.withheld
    assert set(found.by_referrer.counts.values()) == {None}


def test_a_withheld_table_does_not_tell_which_sectors_had_any() -> None:
    one = figures([Row(referrer_sector="police")])
    other = figures([Row(referrer_sector="faith")])
    assert one.by_referrer == other.by_referrer


def test_one_more_call_is_one_more_in_a_sector_that_is_large_enough_to_show() -> None:
    rows = [Row(), *[Row(kind="advice")] * 7, *[Row()] * 7]
    before, after = figures(rows), figures([*rows, Row(kind="advice")])
    assert before.by_employer.counts["Transport"] == 15
    assert after.by_employer.counts["Transport"] == 16


def test_a_sector_that_told_us_nothing_is_listed_with_nought() -> None:
    found = figures([Row()] * 9)
    assert found.by_referrer.counts["Police"] == 0
    assert found.by_referrer.counts["Health"] == 0


def test_the_neighbours_allegations_are_not_ours() -> None:
    found = figures([*[Row()] * 8, *[Row(area=LAMBETH)] * 20])
    assert found.total == "8"


def test_a_case_is_counted_in_the_year_it_was_received_and_concluded_in_its_own() -> None:
    rows = [
        *[Row(received_on=date(2012, 3, 30), concluded_on=date(2012, 4, 20))] * 10,
        *[Row(received_on=date(2013, 3, 31))] * 7,
        *[Row(received_on=date(2013, 4, 1))] * 9,
    ]
    found = figures(rows)
    assert found.total == "7"
    assert found.within[0].of == 10


def test_the_shares_within_1_3_and_12_months_are_of_the_concluded() -> None:
    day = date(2012, 5, 31)
    rows = [
        *[Row(received_on=day, concluded_on=date(2012, 6, 30), outcome="unfounded")] * 8,
        *[Row(received_on=day, concluded_on=date(2012, 8, 31), outcome="unfounded")] * 6,
        *[Row(received_on=day, concluded_on=date(2013, 3, 1), outcome="substantiated")] * 6,
    ]
    found = figures(rows)
    assert [(w.months, w.share) for w in found.within] == [(1, "40%"), (3, "70%"), (12, "100%")]
    assert found.by_outcome.counts["Substantiated"] == 6


def test_a_share_that_would_give_a_small_count_away_is_suppressed() -> None:
    rows = [
        *[Row(concluded_on=date(2012, 10, 20), outcome="unfounded")] * 20,
        *[Row(concluded_on=date(2012, 12, 20), outcome="unfounded")] * 2,
        *[Row(concluded_on=date(2013, 2, 20), outcome="unfounded")] * 9,
    ]
    shares = [w.share for w in figures(rows).within]
    assert shares == ["65%", "suppressed", "100%"]


def test_nothing_concluded_has_no_share_and_is_not_nought_per_cent() -> None:
    assert {w.share for w in figures([Row()] * 9).within} == {"not applicable"}


def test_a_month_ends_on_the_last_day_of_a_shorter_one() -> None:
    assert lado.months_after(date(2012, 1, 31), 1) == date(2012, 2, 29)
    assert lado.months_after(date(2012, 12, 31), 2) == date(2013, 2, 28)


def test_without_a_register_there_is_nothing_to_count() -> None:
    lado._sources[:] = []
    assert lado.figures(SOUTHWARK, since=YEAR[0], until=YEAR[1]).total == "0"


ROWS = st.builds(
    Row,
    received_on=st.dates(date(2012, 4, 1), date(2012, 12, 31)),
    concluded_on=st.none() | st.dates(date(2013, 1, 1), date(2013, 3, 31)),
    referrer_sector=st.sampled_from(["police", "health", "education"]),
    employer_sector=st.sampled_from(["transport", "sport"]),
    kind=st.sampled_from(lado.KINDS),
    outcome=st.sampled_from(lado.OUTCOMES),
)


@given(st.lists(ROWS, max_size=60))
def test_no_small_count_leaves_and_tables_add_up(rows: list[Row]) -> None:
    found = figures(rows)
    for table in (found.by_referrer, found.by_employer, found.by_kind, found.by_outcome):
        shown = [count for count in table.counts.values() if count is not None]
        assert not any(1 <= count <= 5 for count in shown)
        assert table.total is None or sum(shown) <= table.total


@given(st.lists(ROWS, max_size=40))
def test_no_difference_of_two_shares_is_a_small_count(rows: list[Row]) -> None:
    found = figures(rows)
    steps = [0, *[w.count for w in found.within], found.within[0].of]
    for one, other in zip(steps, steps[1:], strict=False):
        if one is not None and other is not None:
            assert not 1 <= other - one <= 5


def test_what_leaves_has_no_field_for_a_name_a_reference_or_a_key() -> None:
    names = {field.name for field in fields(lado.AllegationFigures)}
    assert not names & {"key", "name", "reference", "adult", "child", "rows"}
