"""What leaves the room: rows that name nobody, and identities coded by the census's year."""

from datetime import date

import pytest

from holdfast.practice.children import extracts
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.tests.conftest import TODAY

pytestmark = pytest.mark.django_db


def test_rows_name_nobody_and_their_keys_are_of_one_release(leah, posts):
    area = leah.record.area
    (row,) = extracts.rows(area, release="2013-06", until=TODAY)
    (later,) = extracts.rows(area, release="2013-07", until=TODAY)
    assert row.area == area.code and row.born_month == "2004-05" and row.key != later.key
    printed = repr(row)
    for secret in ("Leah", "Sorrell", leah.record.reference, str(leah.record_id), "9434765919"):
        assert secret not in printed


def test_a_restricted_and_a_joined_record_make_no_row(leah, posts):
    by = posts["mash_manager"]
    other, third = verbs.open_children(
        [ChildTold("Lea", "Sorrell", date(2004, 5, 3)), ChildTold("Ann", "Other")], by=by, on=TODAY
    )
    verbs.merge(leah, other, why="Her mother says so.", by=by, on=TODAY)
    verbs.restrict(third, circle=[], why="A colleague’s niece.", by=by, on=TODAY)
    assert len(list(extracts.rows(leah.record.area, release="r", until=TODAY))) == 1


def test_the_census_codes_a_child_as_its_year_does(leah, posts):
    area = leah.record.area
    unborn = verbs.open_child(
        ChildTold(surname="Farrant", due_on=date(2013, 10, 19)), by=posts["triage"], on=TODAY
    )
    records = [leah.record_id, unborn.record_id]
    old = {i.birth_date: i for i in extracts.identities(area, year=2014, records=records)}
    new = {i.birth_date: i for i in extracts.identities(area, year=2025, records=records)}
    girl = leah.born_on
    assert (old[girl].gender_current, old[girl].sex) == ("2", "")
    assert (new[girl].gender_current, new[girl].sex) == ("", "F")
    assert (old[girl].upn_unknown, old[None].upn_unknown) == ("UN4", "UN1")
    assert old[None].expected_birth_date == date(2013, 10, 19)
    assert old[girl].ethnicity == "NOBT"
    assert len(list(extracts.identities(area, year=2014, records=[leah.record_id]))) == 1
