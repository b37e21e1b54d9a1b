"""The rows that leave the room: coded by year, and nothing in them says who it is."""

from dataclasses import asdict
from datetime import date

import pytest

from holdfast.practice.assessments import extracts
from holdfast.practice.assessments import transitions as verbs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("room", "friday")]
YEAR = {"since": date(2013, 4, 1), "until": date(2014, 4, 1)}


def test_rows_carry_the_census_of_their_year_and_no_identity(case):
    found = list(extracts.rows(**YEAR, release="r1"))
    assert len(found) == 6 and {row.year for row in found} == {2014}
    leah, archie = [row for row in found if row.authorised_on]
    assert (leah.factors, leah.found) == (("3B", "17A"), ("violence_parent", "emotional"))
    assert archie.factors == ("3B",) and leah.group == archie.group and leah.key != archie.key
    assert (leah.received_on, leah.authorised_on, leah.due_on, leah.in_time) == (
        date(2013, 5, 1), date(2013, 6, 3), date(2013, 7, 5), True,
    )  # fmt: skip
    assert (leah.seen_alone_on, archie.seen_alone_on) == (date(2013, 6, 3), None)
    assert leah.words_heard and not archie.words_heard and archie.seen_on == date(2013, 6, 3)
    assert (leah.form, leah.outcome, leah.closes_as) == ("Assessment", "child_in_need_plan", "")
    open_ones = [row for row in found if not row.authorised_on]
    assert {(row.outcome, row.factors, row.in_time) for row in open_ones} == {("", (), None)}
    told = str([asdict(row) for row in found])
    for secret in ("Sorrell", "Leah", case("signed").record.reference, "stair"):
        assert secret not in told
    again = list(extracts.rows(**YEAR, release="r2"))
    assert not {row.key for row in found} & {row.key for row in again}
    assert extracts.census_faults(found) == {}


def test_a_signature_after_the_year_is_not_yet_in_its_return(case):
    before = {"since": date(2013, 4, 1), "until": date(2013, 6, 1), "release": "r1"}
    assert {row.authorised_on for row in extracts.rows(**before)} == {None}
    later = {"since": date(2013, 6, 20), "until": date(2013, 7, 1), "release": "r1"}
    assert len(list(extracts.rows(**later))) == 4, "the signed one was over by then"


def test_a_stopped_assessment_is_in_no_return(case, posts):
    writing = case("writing")
    verbs.stop(writing, why="Begun twice.", by=posts["team_manager"], on=date(2013, 6, 28))
    assert len(list(extracts.rows(**YEAR, release="r1"))) == 4
    assert not writing.record.deadlines.open().exists()


def test_rows_cost_the_same_however_many_there_are(case, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        list(extracts.rows(**YEAR, release="r1"))
