"""The scorecard that a board could see on its day, against the Department's own figures."""

from datetime import date

import pytest

from holdfast.board.local_data import extracts
from holdfast.board.local_data.extracts import Measure, NoFigures

SOUTHWARK, LAMBETH = "E09000028", "E09000022"
JUNE, NOVEMBER, LATER = date(2013, 6, 28), date(2013, 11, 5), date(2024, 11, 5)


def measure(identity: str, on: date = NOVEMBER, area: str = SOUTHWARK) -> Measure:
    found = extracts.scorecard(area, on=on).measures
    return next(one for one in found if one.listed.id == identity)


@pytest.mark.parametrize(
    ("identity", "value", "made_of", "place", "note"),
    [
        ("CP08", "16.4%", "48 of 293", "highest of 28", "5 suppressed"),
        ("SE05", "48.5%", "162 of 334", "6th lowest of 31", "1 suppressed, 1 not returned"),
        ("CN04", "50.6%", "1,677 of 3,315", "3rd highest of 33", ""),
        ("LA07", "14%", "77 of 565", "joint 6th highest of 32", "1 suppressed"),
        ("PM02", "7%", "20 of 303", "joint 6th lowest of 29", "4 suppressed"),
        ("LA01", "565", "", "3rd highest of 33", ""),
        ("PM01", "20", "", "joint 7th highest of 30", "3 suppressed"),
    ],
)
def test_in_november_2013_southwark_stands_there(
    identity: str, value: str, made_of: str, place: str, note: str
) -> None:
    found = measure(identity)
    assert (found.figure.shown, found.figure.made_of) == (value, made_of)
    assert found.place is not None
    assert (found.place.words, found.place.note) == (place, note)


@pytest.mark.django_db
def test_in_november_2013_the_exceptions_are_three_and_the_looked_after_files_add_two() -> None:
    found = [row.identity for row in extracts.exceptions(SOUTHWARK, on=NOVEMBER)]
    assert found == ["CP08", "CN04", "LA07", "SE05", "PM02"]


@pytest.mark.django_db
def test_an_exception_says_why_in_a_sentence() -> None:
    first = extracts.exceptions(SOUTHWARK, on=NOVEMBER)[0]
    assert first.why == (
        "Highest of 28, in London's worst fifth; 5 suppressed. "
        "Up 9.0 points on the year before; the board asks from 5 points."
    )
    assert (first.value, first.made_of, first.period) == (
        "16.4%",
        "48 of 293",
        "year to 31 March 2013",
    )


@pytest.mark.django_db
def test_in_june_2013_the_board_sees_the_year_before_and_no_later_figure() -> None:
    card = extracts.scorecard(SOUTHWARK, on=JUNE)
    assert (card.year, card.years) == (2012, (2011, 2012))
    assert all(release.published_by <= JUNE for release in card.releases)
    assert [row.identity for row in extracts.exceptions(SOUTHWARK, on=JUNE)] == [
        "CP09",
        "CP06",
        "SE05",
        "CN04",
    ]


def test_asking_for_a_year_that_is_not_out_changes_nothing() -> None:
    assert extracts.scorecard(SOUTHWARK, on=JUNE, year=2013).year == 2012
    assert extracts.scorecard(SOUTHWARK, on=NOVEMBER, year=2012).year == 2012


def test_the_looked_after_figures_alone_do_not_make_a_year() -> None:
    """Between 25 September and 31 October 2013 two panels of twelve were out."""
    assert extracts.scorecard(SOUTHWARK, on=date(2013, 10, 1)).year == 2012


def test_london_is_drawn_only_once_a_london_figure_was_out() -> None:
    assert measure("CP08").london is None
    later = measure("CP08", LATER).london
    assert later is not None
    assert later.shown == "7.5%"
    shown = {one: measure(one, LATER).london for one in ("SE05", "CN04", "CP06", "FD10", "CP10")}
    assert {key: f.shown for key, f in shown.items() if f} == {
        "SE05": "64.0%",
        "CN04": "35.5%",
        "CP06": "13.0%",
        "FD10": "17.7%",
        "CP10": "98.4%",
    }


@pytest.mark.parametrize(
    ("identity", "change"),
    [
        ("FD08", "count down 5.2%"),
        ("FD10", "up 0.4 points"),
        ("CN02", "count up 10.1%"),
        ("CN04", "down 1.0 points"),
        ("SE02", "count down 14.5%"),
        ("SE05", "no fair figure before"),
        ("CP02", "count down 0.4%"),
        ("CP06", "down 3.1 points"),
        ("CP08", "up 9.0 points"),
        ("CP10", "same as before"),
        ("LA01", "count up 2.5%"),
        ("PM01", "count down 4.8%"),
    ],
)
def test_the_change_of_a_rate_is_its_counts(identity: str, change: str) -> None:
    assert measure(identity).change.words == change


def test_years_on_another_basis_stand_apart() -> None:
    apart = {y.year: y.apart for y in measure("SE05").years}
    assert apart == {2011: True, 2012: True, 2013: False}
    assert {y.year: y.apart for y in measure("CP08").years} == dict.fromkeys(apart, False)


def test_a_borough_whose_figure_is_suppressed_has_no_place_and_no_exception() -> None:
    bexley = measure("CP08", area="E09000004")
    assert bexley.figure.shown == "suppressed"
    assert bexley.place is None
    assert bexley.reasons == ()


def test_before_the_first_release_there_is_no_scorecard_but_a_sentence() -> None:
    with pytest.raises(NoFigures, match="No published figure of Southwark was out"):
        extracts.scorecard(SOUTHWARK, on=date(2010, 1, 1))
    with pytest.raises(NoFigures, match="this area"):
        extracts.scorecard("E06000001", on=NOVEMBER)
    assert extracts.exceptions("E06000001", on=NOVEMBER) == ()
