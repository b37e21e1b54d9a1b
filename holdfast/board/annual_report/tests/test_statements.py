"""Partners are asked for their statements; two send, one is late, one says nothing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.model import plain, words_in
from holdfast.board.annual_report.documents.standing import tokens_of
from holdfast.board.annual_report.rules import statement
from holdfast.board.annual_report.rules.required import guidance
from holdfast.board.annual_report.tests.shipped import TODAY
from holdfast.engines.asks import transitions as asks
from holdfast.engines.asks.models import Request
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
DUE = date(2013, 7, 12)
LATER = date(2013, 7, 20)
PARTNERS = ("police_member", "health_member", "housing_lead")


@pytest.fixture
def asked(edition, posts):
    return transitions.ask_partners(
        edition,
        to=[posts[key] for key in PARTNERS],
        due_on=DUE,
        by=posts["board_manager"],
        on=TODAY,
    )


@pytest.fixture
def later(cast):
    with moment.story(datetime(2013, 7, 20, 9, 0, tzinfo=ZoneInfo("Europe/London"))):
        yield LATER


def send(asked, post, on=TODAY, did="We trained every new officer."):
    request = Request.objects.get(round=asked, lead=post)
    asks.answer(request, values={"did": did}, by=post, on=on)
    asks.send(request, by=post, on=on)
    return request


def chapter(edition, on=TODAY):
    report = library.report_of(edition, on=on)
    return next(each for each in report.chapters if each.slug == "statements")


def words(edition, on=TODAY) -> str:
    return " ".join(words for block in chapter(edition, on).blocks() for words in words_in(block))


def test_a_report_says_that_nobody_was_asked(edition):
    assert chapter(edition).empty
    assert "No partner was asked" in words(edition)


def test_a_statement_is_printed_as_it_was_sent(edition, asked, posts):
    send(asked, posts["police_member"])
    said = words(edition)
    assert "We trained every new officer." in said
    assert "Sent by the Board member for the police on 28 Jun 2013." in said


def test_what_is_not_sent_yet_is_not_printed(edition, asked, posts):
    request = Request.objects.get(round=asked, lead=posts["police_member"])
    asks.answer(request, values={"did": "A first draft."}, by=posts["police_member"], on=TODAY)
    assert "A first draft." not in words(edition)
    assert "No statement was received from Police" in words(edition)


def test_late_and_none_are_printed_as_what_they_are(edition, asked, posts, later):
    send(asked, posts["health_member"], on=LATER)
    said = words(edition, on=LATER)
    assert "20 Jul 2013, 8 days late." in said
    assert "No statement was received from Southwark Council, housing. It was due on" in said


def test_a_refusal_stands_with_its_reason_and_is_no_statement(edition, asked, posts):
    request = Request.objects.get(round=asked, lead=posts["police_member"])
    asks.refuse(request, reason="It is under review.", by=posts["police_member"], on=TODAY)
    section = chapter(edition).sections[0]
    assert section.empty
    assert plain(section.blocks[0].parts) == "Refused. It is under review."


def test_a_new_version_replaces_the_old_one_only_once_the_agency_sends_it(edition, asked, posts):
    police, manager = posts["police_member"], posts["board_manager"]
    request = send(asked, police)
    asks.send_back(request, words="Say since when.", by=manager, on=TODAY)
    assert "We trained every new officer." in words(edition)
    send(asked, police, did="Since May we trained every new officer.")
    said = words(edition)
    assert "Since May" in said and "version 2" in said
    assert "We trained every new officer." not in said


def test_every_statement_in_fills_the_item(edition, asked, posts):
    def held():
        report = library.report_of(edition, on=TODAY)
        return tokens_of(report, edition, [], guidance=guidance()["2013"])

    send(asked, posts["police_member"])
    assert "statements:all" not in held()
    for key in ("health_member", "housing_lead"):
        send(asked, posts[key])
    assert {"chapter:statements", "statements:all"} <= held()


def test_this_years_statements_are_asked_for_once(edition, asked, posts):
    with pytest.raises(NotAllowed, match="asked for already"):
        transitions.ask_partners(
            edition, to=[posts["police_member"]], due_on=DUE, by=posts["board_manager"], on=TODAY
        )


@pytest.mark.parametrize("who", ["lay_member", "board_chair", "neighbour_manager", "lado"])
def test_only_whoever_writes_the_report_asks_the_partners(edition, posts, who):
    with pytest.raises(Refused):
        transitions.ask_partners(
            edition, to=[posts["police_member"]], due_on=DUE, by=posts[who], on=TODAY
        )


def test_a_post_without_a_seat_has_its_statement_signed_by_the_agencys_seat(edition, posts):
    asked = transitions.ask_partners(
        edition,
        to=[posts["nurse"], posts["housing_lead"]],
        due_on=DUE,
        by=posts["board_manager"],
        on=TODAY,
    )
    signers = {one.lead_id: one.sign_off for one in asked.requests.all()}
    assert signers == {posts["nurse"].pk: posts["health_member"], posts["housing_lead"].pk: None}


def test_a_statement_that_is_too_long_is_not_sent(asked, posts):
    with pytest.raises(NotAllowed, match="word"):
        send(asked, posts["police_member"], did="word " * (statement.STATEMENT_WORDS + 1))


def test_the_page_says_who_was_asked_what_is_missing_and_whose_move_it_is(
    edition, asked, posts, client_for
):
    send(asked, posts["police_member"])
    path = reverse("annual_report:statements", args=[edition.record.reference])
    said = client_for("lay_member").get(path).text
    assert "Southwark community health services; Southwark Council, housing" in said
    assert "Board member for health" in said
    assert client_for("neighbour_manager").get(path).status_code == 404


def test_the_manager_asks_on_the_page_and_a_neighbour_is_no_choice(edition, posts, client_for):
    path = reverse("annual_report:ask-partners", args=[edition.record.reference])
    client = client_for("board_manager")
    asked = client.get(path).text
    assert "Board member for the police" in asked and "LADO, Lambeth" not in asked
    sent = {
        "to": [posts["police_member"].pk],
        "due_on_day": "12", "due_on_month": "7", "due_on_year": "2013",
    }  # fmt: skip
    assert client.post(path, sent).status_code == 302
    assert Request.objects.get().lead == posts["police_member"]
