"""Opening many records and letting many posts in costs as many queries as one."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can, Kind, Refused
from holdfast.kernel.access.words import KINDS
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

KIND = "many papers"
TODAY = date(2013, 6, 28)
WORK = frozenset({Can.SEE, Can.WORK, Can.OPEN})


@pytest.fixture
def papers(friday, posts, monkeypatch):
    known = Kind(KIND, "MP", "board", {}, in_area={Role.BOARD_MANAGER: WORK})
    monkeypatch.setitem(KINDS, KIND, known)
    return opened(posts, ["police", "housing_lead", "nurse"])


def opened(posts, keys, by="board_manager"):
    manager = posts[by]
    owners = [posts[key].agency for key in keys]
    return gate.open_records(
        kind=KIND, area=posts["lado"].agency.area, owners=owners, by=manager, on=TODAY
    )


def terms(friday, **kept):
    usual = {
        "sections": frozenset({"story"}),
        "purpose": "To write a paper",
        "lawful_basis": "Children Act 2004, section 11",
        "expires_at": friday + timedelta(days=30),
        "family_told": False,
        "why_not_told": "It is about an agency.",
        "level": grants.Grant.Level.WORK,
    }
    return grants.Terms(**(usual | kept))


def test_many_records_get_the_next_references_in_the_queries_of_one(papers, posts):
    with CaptureQueriesContext(connection) as one:
        opened(posts, ["police"])
    with CaptureQueriesContext(connection) as many:
        last = opened(posts, ["police", "housing_lead", "nurse", "police"])
    assert len(many) == len(one)
    assert [r.reference for r in last][-1] == "MP-2013-0008"
    assert Record.objects.filter(kind=KIND).count() == 8


def test_each_post_is_let_into_its_own_record_only(papers, posts, friday):
    pairs = [(papers[1], posts["housing_lead"]), (papers[2], posts["nurse"])]
    grants.give_all(pairs, terms=terms(friday), by=posts["board_manager"])
    for record, post in pairs:
        assert gate.may(post, Can.WORK, record)
        others = Record.objects.filter(kind=KIND).exclude(pk=record.pk)
        assert not gate.allowed(others, to=post).exists()


def test_nobody_lets_anybody_into_records_that_are_not_theirs(papers, posts, friday):
    pairs = [(papers[0], posts["police"])]
    for stranger in ("nurse", "neighbour_manager"):
        with pytest.raises(Refused):
            grants.give_all(pairs, terms=terms(friday), by=posts[stranger])
    with pytest.raises(NotAllowed, match="themselves"):
        grants.give_all([(papers[0], posts["board_manager"])], terms=terms(friday),
                        by=posts["board_manager"])  # fmt: skip
    with pytest.raises(NotAllowed, match="Name the sections"):
        grants.give_all(pairs, terms=terms(friday, sections=frozenset({"attic"})),
                        by=posts["board_manager"])  # fmt: skip
