"""What has to be looked at again: a lay member's term, and terms of reference."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.partnership import extracts, transitions
from holdfast.board.partnership.models import LayTerm
from holdfast.board.partnership.tests.world import TODAY, seat
from holdfast.kernel.access import gate
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed

REVIEW = date(2013, 6, 1)


def said(response):
    return response.content.decode()


@pytest.fixture
def term(board, posts, at):
    with at(2012, 9, 1, 10, 0):
        return transitions.set_lay_term(
            seat("SSCB", "Lay member"), starts_on=date(2012, 9, 1), review_on=REVIEW,
            by=posts["board_manager"], on=date(2012, 9, 1),
        )  # fmt: skip


def test_a_review_is_recorded_on_the_bodys_page_and_the_next_one_waits(client_for, board, term):
    body = board["SSCB"]
    home = reverse("partnership:body", args=[body.record.reference])
    url = reverse("partnership:lay_review", args=[body.record.reference, term.pk])
    client = client_for("board_manager")
    assert url in said(client.get(home))
    assert url not in said(client_for("lay_member").get(home))
    assert "What the review found is missing." in said(client.post(url, {"seen": term.version}))
    typed = {"found": "She stays a year more.", "seen": term.version,
             "held_on_day": "20", "held_on_month": "6", "held_on_year": "2013",
             "ends_on_day": "31", "ends_on_month": "8", "ends_on_year": "2014",
             "next_on_day": "1", "next_on_month": "6", "next_on_year": "2014"}  # fmt: skip
    assert client.post(url, typed).url == home
    first = term.review
    first.refresh_from_db()
    term.refresh_from_db()
    assert first.state == "evidenced"
    assert first.evidence.get().what == "She stays a year more."
    assert (term.ends_on, term.review_on) == (date(2014, 8, 31), date(2014, 6, 1))
    assert (term.review.state, term.review.due_on) == ("agreed", date(2014, 6, 1))
    assert "Somebody else" in said(client.post(url, typed)), "the second to send is told"
    for who in ("police_member", "head_teacher", "neighbour_manager"):
        assert client_for(who).get(url).status_code == 404, who


def test_a_review_without_a_next_one_is_held_and_offers_no_form(client_for, board, term, posts):
    manager = posts["board_manager"]
    transitions.review_lay_term(term, found="It ends.", held_on=TODAY, by=manager, on=TODAY)
    body = board["SSCB"].record.reference
    page = said(client_for("board_manager").get(reverse("partnership:body", args=[body])))
    assert "Record the review" not in page
    where = reverse("partnership:seat", args=[body, term.seat_id])
    assert "1 Jun 2013: held" in said(client_for("lay_member").get(where))
    with pytest.raises(NotAllowed, match="No review of this term waits"):
        transitions.review_lay_term(term, found="Again.", held_on=TODAY, by=manager, on=TODAY)
    transitions.set_lay_term(
        term.seat, starts_on=date(2012, 9, 1), review_on=date(2014, 1, 1), by=manager, on=TODAY
    )
    assert LayTerm.objects.get().review.due_on == date(2014, 1, 1), "a task of its own"


def test_a_review_that_does_not_add_up_is_refused_and_leaves_the_task(term, posts):
    manager = posts["board_manager"]
    for told, why in (
        ({"held_on": date(2013, 7, 1)}, "has not come yet"),
        ({"held_on": TODAY, "next_on": TODAY}, "lies ahead"),
        ({"held_on": TODAY, "ends_on": date(2012, 1, 1)}, "ends after it starts"),
    ):
        with pytest.raises(NotAllowed, match=why):
            transitions.review_lay_term(term, found="Well", **told, by=manager, on=TODAY)
    with pytest.raises(gate.Refused):
        transitions.review_lay_term(
            term, found="Well", held_on=TODAY, by=posts["lay_member"], on=TODAY
        )
    term.review.refresh_from_db()
    assert (term.review.state, LayTerm.objects.get().version) == ("agreed", term.version)


def test_terms_past_their_review_are_told_until_the_next_version(client_for, board, posts, at):
    manager, body, here = posts["board_manager"], board["HR"], this_partnership().area
    agreed = date(2013, 4, 3)
    with at(2013, 4, 3, 10, 0):
        transitions.agree_terms(
            body, duties=["Recruit safely"], review_on=date(2013, 5, 31), by=manager, on=agreed
        )
    assert extracts.terms_to_review(here, date(2013, 5, 31)) == (), "not on the day itself"
    (late,) = extracts.terms_to_review(here, TODAY)
    assert (late.body, late.days_late) == (body.name, 28)
    url = reverse("partnership:body", args=[body.record.reference])
    assert "Their review is 28 days late" in said(client_for("lay_member").get(url))
    transitions.agree_terms(
        body, duties=["Recruit safely"], review_on=date(2014, 6, 1), by=manager, on=TODAY
    )
    assert extracts.terms_to_review(here, TODAY) == ()
    assert "days late" not in said(client_for("lay_member").get(url))
