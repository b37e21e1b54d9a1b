"""The challenge log and the risk register, as those who may and may not see them."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.workplan import transitions
from holdfast.board.workplan.models import Challenge, Risk
from holdfast.board.workplan.tests import scene
from holdfast.board.workplan.tests.world import TODAY
from holdfast.kernel.access.models import Entry
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory.models import this_partnership

pytestmark = pytest.mark.django_db
READERS = ["board_manager", "board_chair", "police_member", "lay_member", "analyst"]
OUTSIDERS = ["lado", "social_worker", "police", "housing_lead", "neighbour_lado",
             "neighbour_manager"]  # fmt: skip


@pytest.fixture
def closed(friday, posts):
    return scene.closed(posts)


@pytest.fixture
def waiting(friday, posts):
    """A question put to the police's seat, a fortnight ago and a day more."""
    return scene.put(posts, to=tracker.Who(posts["police_member"]), on=TODAY)


@pytest.fixture
def risk(friday, posts):
    manager = posts["board_manager"]
    told = transitions.RiskTold("NHS change", "Reform", "Leads leave", "Children are missed")
    found = transitions.raise_risk(
        told, area=this_partnership().area, owner=manager.agency, risk_owner=tracker.Who(manager),
        indicators=[("CP08", "")], by=manager, on=TODAY,
    )  # fmt: skip
    transitions.score_risk(
        found, likelihood=4, impact=5, reason="Posts are empty", by=manager, on=TODAY
    )
    return found


def at(found, name):
    return reverse(f"workplan:{name}", args=[found.record.reference])


def said(response):
    return (b"".join(response) if response.streaming else response.content).decode()


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_challenges_and_risks(client_for, closed, risk, who):
    client = client_for(who)
    log = said(client.get(reverse("workplan:challenges")))
    assert "Private fostering notifications" in log
    assert "Closed, difference made" in log
    page = said(client.get(at(closed, "challenge")))
    assert "Notifications rose by a quarter." in page
    assert "4 working days" not in page
    assert "Closed 20 Jun 2013." in page
    register = said(client.get(reverse("workplan:risks")))
    assert "High risk" in register
    assert "4 × 5" not in register
    assert "likely × severe" in said(client.get(at(risk, "risk")))


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_finds_a_challenge_a_risk_or_a_list_with_one(client_for, closed, risk, who):
    client = client_for(who)
    for url in (at(closed, "challenge"), at(closed, "challenge_note"), at(risk, "risk"),
                at(risk, "risk_score"), at(risk, "risk_close")):  # fmt: skip
        assert client.get(url).status_code == 404, url
    for name in ("challenges", "come_back", "risks", "risks_csv"):
        listed = client.get(reverse(f"workplan:{name}"))
        assert "Private fostering notifications" not in said(listed)
        assert "NHS change" not in said(listed)


def test_hindsight_is_drawn_apart_from_what_was_known(client_for, closed, posts):
    Challenge.objects.filter(pk=closed.pk).update(topic="private-fostering")
    page = said(client_for("board_chair").get(at(closed, "challenge")))
    assert page.count("hf-course__item--later") == 2
    assert "Sep 2022 · after this page" in page


def test_the_seat_that_was_asked_answers_and_another_seat_cannot(client_for, waiting):
    url = at(waiting, "challenge_answer")
    typed = {"reply": "We looked into it.", "seen": waiting.version}
    assert client_for("health_member").post(url, typed).status_code == 404
    assert client_for("police_member").get(url).status_code == 200
    assert client_for("police_member").post(url, typed).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == "answered"
    accept = at(waiting, "challenge_accept")
    assert client_for("police_member").post(accept, {"seen": 2}).status_code == 404


def test_a_lay_member_may_put_a_question_and_judge_the_reply(client_for, friday):
    client = client_for("lay_member")
    typed = {"title": "Home education", "question": "Who sees these children?",
             "role": "Education", "worse": ""}  # fmt: skip
    assert client.post(reverse("workplan:challenge_put"), typed).status_code == 302
    found = Challenge.objects.get()
    assert found.reply_by == date(2013, 7, 12), "ten working days"
    assert client.get(at(found, "challenge_note")).status_code == 404
    client_for("board_manager").post(at(found, "challenge_answer"), {"reply": "We do.", "seen": 1})
    assert client.post(at(found, "challenge_accept"), {"seen": 2, "why": ""}).status_code == 302
    found.refresh_from_db()
    assert found.state == "accepted"


def test_a_member_of_the_board_puts_no_challenge(client_for, friday):
    assert client_for("police_member").get(reverse("workplan:challenge_put")).status_code == 404


def test_only_the_chair_closes(client_for, closed, risk):
    assert client_for("board_manager").get(at(closed, "challenge_close")).status_code == 404
    assert client_for("board_manager").get(at(risk, "risk_close")).status_code == 404
    typed = {"assurance": "Health's leaders assured the board.", "seen": risk.version}
    assert client_for("board_chair").post(at(risk, "risk_close"), typed).status_code == 302
    assert Risk.objects.get().state == "closed"


def test_the_second_person_is_told_and_nothing_is_overwritten(client_for, waiting):
    client, url = client_for("board_manager"), at(waiting, "challenge_answer")
    client.post(url, {"reply": "The first.", "seen": 1})
    again = said(client.post(url, {"reply": "The second.", "seen": 1}))
    assert "Cannot answer while answered" in again
    assert [e.text for e in waiting.entries.all()][-1] == "The first."


def test_what_comes_back_is_listed_with_a_button_for_who_keeps_the_log(client_for, closed, posts):
    with scene.at(2014, 10, 21, 10, 0):
        transitions.record_reading(
            closed, period="2013/14", ends_on=date(2014, 3, 31), moved="fell", words="fell",
            source="x", by=posts["board_manager"], on=date(2014, 10, 21),
        )  # fmt: skip
        url = reverse("workplan:come_back")
        chairs = said(client_for("board_chair").get(url))
        members = said(client_for("police_member").get(url))
    assert "It fell again in 2013/14" in chairs
    assert at(closed, "challenge_reopen") in chairs
    assert at(closed, "challenge_reopen") not in members


def test_the_register_is_exported_with_its_manifest(client_for, risk):
    taken = said(client_for("board_chair").get(reverse("workplan:risks_csv")))
    assert "NHS change,Reform,Leads leave,Children are missed,scored" in taken
    entry = Entry.objects.filter(what="export").latest("pk")
    assert entry.detail["records"] == [risk.record.reference]


@pytest.mark.parametrize("form", ["score", "control", "assurance", "promise", "reopen"])
def test_every_form_of_a_risk_opens_and_says_what_is_missing(client_for, risk, form):
    client = client_for("board_manager")
    assert client.get(at(risk, f"risk_{form}")).status_code == 200
    assert "There is a problem" in said(client.post(at(risk, f"risk_{form}"), {}))


@pytest.mark.parametrize(
    "form",
    ["answer", "put_again", "note", "promise", "difference", "reopen", "finding", "reading"],
)
def test_every_form_of_a_challenge_opens_and_says_what_is_missing(client_for, waiting, form):
    client = client_for("board_manager")
    assert client.get(at(waiting, f"challenge_{form}")).status_code == 200
    assert "There is a problem" in said(client.post(at(waiting, f"challenge_{form}"), {}))


def test_a_risk_is_raised_and_scored_on_its_pages(client_for, friday):
    client = client_for("board_manager")
    typed = {"title": "Turnover", "cause": "Pay", "event": "Staff leave", "effect": "Drift",
             "role": "Executive", "target_likelihood": "2", "target_impact": ""}  # fmt: skip
    url = reverse("workplan:risk_raise")
    assert "Set both numbers" in said(client.post(url, typed))
    assert client.post(url, typed | {"target_impact": "3"}).status_code == 302
    found = Risk.objects.get()
    score = {"likelihood": "5", "impact": "3", "reason": "Eight left", "seen": found.version}
    assert client.post(at(found, "risk_score"), score).status_code == 302
    page = said(client.get(at(found, "risk")))
    assert "15: almost certain × moderate" in page
    assert "Target 6." in page
