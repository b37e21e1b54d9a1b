"""The shipped plan's colours are worked out, and are those that the board's paper deserves."""

from datetime import date

import pytest

from holdfast.board.workplan import extracts
from holdfast.board.workplan.tests.world import TODAY, adopt
from holdfast.kernel.records.moves import NotAllowed

NUMBERS = [1, 2, 3, 4, *range(9, 29)]


def by_colour(plan, on):
    rows = extracts.report_rows(plan, on=on)
    return {c: [r.number for r in rows if r.colour == c] for c in "RAGB"}


def test_the_plan_has_24_lines_and_none_is_made_up_for_5_to_8(plan):
    assert [row.number for row in extracts.report_rows(plan, on=TODAY)] == NUMBERS


def test_as_at_28_june_2013_four_are_red_eleven_amber_nine_blue(plan):
    assert by_colour(plan, TODAY) == {
        "R": [14, 15, 23, 26],
        "A": [1, 11, 12, 13, 16, 17, 19, 20, 22, 25, 28],
        "G": [],
        "B": [2, 3, 4, 9, 10, 18, 21, 24, 27],
    }


def test_as_at_1_march_2013_line_15_is_still_green_and_line_3_not_yet_blue(plan):
    assert by_colour(plan, date(2013, 3, 1)) == {
        "R": [23],
        "A": [1, 3, 11, 12, 13, 14, 16, 17, 19, 20, 22, 25, 26, 28],
        "G": [15],
        "B": [2, 4, 9, 10, 18, 21, 24, 27],
    }


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (1, "Standing duty: set its review"),
        (13, "Standing duty: its date was moved once"),
        (14, "Standing duty: 2 reviews in a row missed"),
        (15, "89 days past its date"),
        (16, "Said to be done; its evidence has no date"),
        (19, "A task with no date"),
        (22, "A task with no date"),
        (23, "210 days past its date; its date was moved once"),
        (26, "89 days past its date; its date was moved once"),
        (27, "Done and evidenced; re-test by 31 Aug 2013"),
    ],
)
def test_a_line_says_why_it_has_its_colour(plan, number, why):
    rows = {row.number: row for row in extracts.report_rows(plan, on=TODAY)}
    assert rows[number].why == why


def test_five_lines_are_not_moving_and_each_names_whose_move_it_is(plan):
    rows = extracts.report_rows(plan, on=TODAY)
    still = {row.number: (row.last_dated, row.whose_move) for row in rows if row.not_moving}
    told = {n: (dated.words if dated else "", who) for n, (dated, who) in still.items()}
    assert told == {
        1: ("Sep 2012", "Executive Board"),
        14: ("25 Sep 2012", "Independent chair"),
        19: ("Nov 2012", "No single owner: name one"),
        22: ("", "Sub-group chairs"),
        26: ("Aug 2012", "Director of Public Health"),
    }


def test_the_earlier_dates_of_lines_13_23_and_26_are_kept(plan):
    rows = {row.number: row.earlier for row in extracts.report_rows(plan, on=TODAY)}
    assert rows[23] == ("30 Sep 2012",)
    assert rows[26] == ("31 Oct 2012",)
    assert rows[13] == ("first date, cancelled",)
    assert rows[15] == ()


def test_the_rows_for_the_report_cost_the_same_for_one_line_and_for_24(
    plan, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20):
        extracts.report_rows(plan, on=TODAY)


def test_a_plan_of_a_year_is_adopted_once(plan, posts):
    with pytest.raises(NotAllowed, match="already"):
        adopt(posts)


def test_next_years_programme_has_seven_meetings_and_owns_up_to_its_papers_oddities():
    programme = extracts.programme()
    assert len(programme.meetings) == 7
    assert [m.theme.topic for m in programme.meetings if m.theme] == [
        "Neglect",
        "Child sexual exploitation",
        "Early help and intervention",
    ]
    assert len(programme.warnings) == 3
