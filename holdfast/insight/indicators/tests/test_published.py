"""Our figures are the Department's figures. Every number here was read off the releases."""

from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from holdfast.insight.benchmarking.places import boroughs
from holdfast.insight.benchmarking.releases import State, measures
from holdfast.insight.indicators.catalogue import indicators
from holdfast.insight.indicators.published import NotHeld, Published, open_published

SOUTHWARK, NEWHAM, ENGLAND = "E09000028", "E09000025", "E92000001"


@pytest.fixture(scope="module")
def held() -> Published:
    return open_published(Path("nothing imported here"))


@pytest.mark.parametrize(
    ("identity", "year", "shown", "made_of", "change", "rank"),
    [
        ("CN01", 2012, "3,010", "", "\u22129.6%", "5th highest of 31"),
        ("CN02", 2012, "509.8", "3,010 of 59,000", "\u221215.2%", "8th highest of 31"),
        ("FD07", 2012, "3,640", "", "\u221215.7%", "7th highest of 31"),
        ("IA01", 2012, "2,764", "", "\u221213.5%", "7th highest of 25"),
        ("FD12", 2012, "75.9%", "2,764 of 3,640", "+1.9 points", "joint 16th highest of 25"),
        ("CP01", 2012, "273", "", "\u22125.5%", "8th highest of 31"),
        ("LA01", 2012, "551", "", "+6.2%", "4th highest of 33"),
        ("CP08", 2012, "7.4%", "23 of 309", "\u22124.3 points", "16th highest of 28"),
        ("CP08", 2013, "16.4%", "48 of 293", "+9.0 points", "highest of 28"),
        ("SE05", 2013, "48.5%", "162 of 334", "+13.5 points", "26th highest of 31"),
        ("CN01", 2013, "3,315", "", "+10.1%", "5th highest of 33"),
    ],
)
def test_southwark_equals_the_release(  # noqa: PLR0917 - one row of the table above
    held: Published, identity: str, year: int, shown: str, made_of: str, change: str, rank: str
) -> None:
    found = held.compared(identity, SOUTHWARK, year)
    assert found.figure.shown == shown
    assert found.figure.made_of == made_of
    assert found.change_shown == change
    assert found.highest is not None
    assert found.highest.words == rank


@pytest.mark.parametrize(
    ("identity", "shown"),
    [("FD07", "3,450"), ("IA01", "2,463"), ("CP01", "272"), ("LA01", "565")],
)
def test_the_year_after_equals_the_release(held: Published, identity: str, shown: str) -> None:
    assert held.figure(identity, SOUTHWARK, 2013).shown == shown


@pytest.mark.parametrize(
    ("identity", "year", "best"),
    [
        ("CP08", 2013, "28th of 28, counted from the best"),
        ("CN04", 2013, "31st of 33, counted from the best"),
        ("SE05", 2013, "26th of 31, counted from the best"),
        ("CP06", 2012, "26th of 28, counted from the best"),
        ("FD10", 2012, "21st of 28, counted from the best"),
    ],
)
def test_counted_from_the_best_southwark_stands_there(
    held: Published, identity: str, year: int, best: str
) -> None:
    found = held.compared(identity, SOUTHWARK, year).best
    assert found is not None
    assert found.words == best


@pytest.mark.parametrize(
    ("key", "count", "share"), [("C2", 218, "39.6%"), ("C1", 77, "14.0%"), ("E1", 68, "12.3%")]
)
def test_the_legal_status_shares_are_of_551(
    held: Published, key: str, count: int, share: str
) -> None:
    found = held.figure("LA05", SOUTHWARK, 2012, item=key)
    assert (found.shown, found.made_of) == (share, f"{count} of 551")
    assert found.worked_out


def test_abuse_or_neglect_is_the_commonest_need_and_acute_stress_the_third(
    held: Published,
) -> None:
    lines = held.breakdown("CN03", SOUTHWARK, 2012)
    ordered = sorted(lines, key=lambda f: -(f.value or 0))
    assert [(f.name, f.numerator.shown if f.numerator else "") for f in ordered[:3]] == [
        ("Abuse or neglect", "1,308"),
        ("Family dysfunction", "456"),
        ("Family in acute stress", "292"),
    ]
    assert ordered[0].shown == "43.5%"


def test_england_has_369_400_children_in_need_and_not_a_thousand_times_as_many(
    held: Published,
) -> None:
    assert held.figure("CN01", ENGLAND, 2012).shown == "369,400"


def test_the_two_boroughs_that_sent_nothing_are_not_returned_and_not_suppressed(
    held: Published,
) -> None:
    found = held.compared("CN01", SOUTHWARK, 2012)
    assert found.left_out(State.NOT_RETURNED) == ("Havering", "Newham")
    assert found.left_out(State.SUPPRESSED) == ()
    assert held.figure("CN01", NEWHAM, 2012).value is None


def test_a_suppressed_figure_is_not_ranked_and_says_so(held: Published) -> None:
    found = held.compared("CP08", SOUTHWARK, 2013)
    assert len(found.ranked) == 28
    assert set(found.left_out(State.SUPPRESSED)) == {
        "Bexley",
        "Havering",
        "Kensington and Chelsea",
        "Kingston upon Thames",
        "Richmond upon Thames",
    }


def test_a_figure_carries_its_file_row_column_text_and_the_departments_confidence(
    held: Published,
) -> None:
    source = held.figure("IA01", SOUTHWARK, 2012).source
    assert (source.file, source.row, source.column) == ("SFR27-2012ud.csv", 12, "IAs1112")
    assert (source.text, source.confidence) == ("2764", "low")


def test_a_rate_is_not_compared_across_two_populations_without_saying_so(held: Published) -> None:
    assert "population base" in held.compared("FD08", SOUTHWARK, 2012).caution
    assert held.compared("FD07", SOUTHWARK, 2012).caution == ""


def test_a_restated_rate_stands_beside_the_first_and_never_replaces_it(held: Published) -> None:
    found = held.restated("CN02", SOUTHWARK, 2013)
    assert [(f.release.id, f.shown) for f in found] == [
        ("SFR45-2013", "557.5"),
        ("CIN-2024-b1", "552.5"),
    ]
    assert held.figure("CN02", SOUTHWARK, 2013).shown == "557.5"


def test_boroughs_are_compared_inside_one_release(held: Published) -> None:
    for identity, one in indicators().items():
        for year in held.years:
            if one.published and not one.breakdown and held.restated(identity, SOUTHWARK, year):
                found = held.compared(identity, SOUTHWARK, year)
                assert {f.release.id for f in found.boroughs} == {found.figure.release.id}
                assert len(found.boroughs) == 33


ODD = {
    ("FD12", "Haringey", 2011),
    ("FD12", "Kingston upon Thames", 2011),
    ("CP10", "Hillingdon", 2011),
}
"""Three of 942 published shares are not what their published parts give; all in OSR26/2011."""


def test_every_published_share_is_what_its_parts_give_but_for_three(held: Published) -> None:
    found, checked = set(), 0
    for place in boroughs():
        for year, (identity, one) in product(held.years, indicators().items()):
            for f in held.restated(identity, place.code, year):
                over = f.numerator.value if f.numerator else None
                under = f.denominator.value if f.denominator else None
                if one.unit != "percent" or f.worked_out or not f.value or not over or not under:
                    continue
                checked += 1
                if abs(over / under * 100 - f.value) > Decimal("0.05"):
                    found.add((identity, place.name, year))
    assert checked > 500
    assert found == ODD


def test_a_year_that_is_not_held_is_answered_with_those_that_are(held: Published) -> None:
    with pytest.raises(NotHeld, match="Figures are held for 2011, 2012, 2013"):
        held.figure("CN01", SOUTHWARK, 2009)


def test_the_catalogue_names_only_measures_that_some_release_has() -> None:
    used = {m for one in indicators().values() for m in one.measures()}
    assert used <= set(measures())
    assert all(one.definition and one.source for one in indicators().values())
