"""What leaves the room: rows for the EH and FF indicators, without a name or a reference."""

from dataclasses import asdict
from datetime import date

import pytest

from holdfast.practice.early_help import extracts
from holdfast.practice.early_help.rules.surveying import Question, shares

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("families")]

YEAR = {"since": date(2013, 4, 1), "until": date(2014, 4, 1)}


def test_episodes_carry_what_the_indicators_count_and_nothing_else():
    rows = list(extracts.episodes(**YEAR, release="2013-06"))
    by_family = {}
    for row in rows:
        by_family.setdefault(row.family, []).append(row)
    assert sorted(len(found) for found in by_family.values()) == [1, 1, 2, 2, 2]
    assert len({row.key for row in rows}) == len(rows) == 8
    ended = [row for row in rows if row.ended_on]
    assert [row.outcomes_met for row in ended] == [True, True]
    assert {row.sector for row in rows if row.assessed_on} == {"education", "social_care"}
    stepped = [row for row in rows if row.stepped_up_on]
    assert {row.stepped_up_on for row in stepped} == {date(2013, 6, 28)} and len(stepped) == 2
    assert {row.area for row in rows} == {"E09000028"}
    said = str([asdict(row) for row in rows])
    for secret in ("Harcastle", "Orrell", "Nia", "Ms ", "EH-20", "stabbed"):
        assert secret not in said, secret


def test_no_key_can_be_followed_from_one_release_into_the_next():
    first = {row.child for row in extracts.episodes(**YEAR, release="2013-06")}
    again = {row.child for row in extracts.episodes(**YEAR, release="2013-06")}
    later = {row.child for row in extracts.episodes(**YEAR, release="2013-07")}
    assert first == again
    assert not first & later


def test_help_says_which_families_programmes_worked_with():
    rows = list(extracts.help_given(**YEAR, release="2013-06"))
    groups = [row for row in rows if row.group]
    assert {row.kind for row in groups} == {"parenting", "girls"}
    assert len({row.family for row in groups}) == 3
    fell = [row for row in rows if row.state == "fell_away"]
    assert [row.kind for row in fell] == ["therapy"] and fell[0].ended_on


def test_the_surveys_rows_add_up_to_the_annual_reports_shares():
    year = {"since": date(2012, 4, 1), "until": date(2013, 4, 1)}
    rows = list(extracts.surveys(**year, release="2013-06"))
    given = [{q: getattr(row, q.value) for q in Question} for row in rows]
    found = {share.question: share.per_cent for share in shares(given)}
    assert (found[Question.SATISFIED], found[Question.BETTER], found[Question.KNOW]) == (
        92,
        66,
        100,
    )
    assert {row.month.day for row in rows} == {1}
