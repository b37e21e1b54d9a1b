"""Every exception has its question, and the question its reply, its holder and its clock."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.board.local_data import extracts, transitions
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.transitions import accept_reply, answer_challenge
from holdfast.kernel.access import gate
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Area

pytestmark = pytest.mark.django_db
Signed = Callable[[str], Client]
SOUTHWARK, NOVEMBER = "E09000028", date(2013, 11, 5)
ASKS = "Which part of the 15 days is lost?"


def put(posts: Any, by: str = "board_chair", to: str = "police_member") -> Challenge:
    card = extracts.scorecard(SOUTHWARK, on=NOVEMBER)
    one = next(one for one in card.measures if one.listed.id == "SE05")
    area = Area.objects.get(code=SOUTHWARK)
    return transitions.ask_about_figure(
        one, question=ASKS, to=Who(posts[to]), area=area, by=posts[by], on=NOVEMBER
    )


def row(on: date) -> extracts.Asked | None:
    found = extracts.exceptions(SOUTHWARK, on=on)
    return next(one.asked for one in found if one.identity == "SE05")


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_a_question_keeps_the_figure_as_it_was(posts, at):
    with at(2013, 11, 5, 10, 0):
        found = put(posts)
    assert (found.figure, found.figure_year, found.figure_place) == ("SE05", 2013, SOUTHWARK)
    assert found.figure_words == (
        "48.5%, 162 of 334, year to 31 March 2013, SFR45-2013. 6th lowest of 31."
    )
    assert found.worse == "fell"


def test_an_exception_waits_is_answered_and_stays_on_the_agenda(posts, at):
    with at(2013, 11, 5, 10, 0):
        found = put(posts)
    asked = row(date(2013, 11, 12))
    assert asked is not None
    assert (asked.question, asked.reply, asked.stays) == (ASKS, "", "")
    assert asked.clock == "Waiting 5 working days; reply due 19 November 2013."
    late = row(date(2013, 11, 21))
    assert late is not None
    assert late.clock == "2 working days late; the reply was due 19 November 2013."
    with at(2013, 11, 22, 10, 0):
        on = date(2013, 11, 22)
        answer_challenge(found, reply="The reports.", by=posts["police_member"], on=on)
        accept_reply(found, by=posts["board_chair"], on=on)
    answered = row(date(2013, 11, 25))
    assert answered is not None
    assert (answered.reply, answered.clock) == ("The reports.", "Answered, and accepted.")
    assert answered.stays == "Stays on the agenda until the next figure."


def test_before_it_was_put_nobody_could_see_it(posts, at):
    with at(2013, 11, 5, 10, 0):
        put(posts)
    assert row(date(2013, 11, 4)) is None


def test_the_chair_asks_from_the_scorecard_and_finds_the_thread_there(client_for, posts, at):
    with at(2013, 11, 5, 10, 0):
        chair = client_for("board_chair")
        url = reverse("local_data:ask", args=["SE05"])
        offered = text(chair.get(url))
        assert "162 of 334. No fair year before" in offered
        assert "calling the conference, or waiting for agencies" in offered
        refused = text(chair.post(url, {"question": ASKS}))
        assert "Say to whom the question is put" in refused
        chair.post(url, {"question": ASKS, "post": posts["health_member"].pk})
        found = Challenge.objects.select_related("record").get()
        page = text(chair.get(reverse("local_data:scorecard")))
    assert found.put_to == posts["health_member"]
    assert f"<b>Question.</b> {ASKS}" in page
    assert "<b>Holder.</b> Board member for health" in page
    assert "Ask about Conference within 15 working days" not in page
    assert "Ask about Plan had lasted 2 years when it ended" in page
    assert reverse("workplan:challenge", args=[found.record.reference]) in page


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("board_manager", 200),
        ("board_chair", 200),
        ("lay_member", 200),
        ("police_member", 404),
        ("analyst", 404),
        ("neighbour_manager", 404),
        ("lado", 404),
    ],
)
def test_who_may_put_a_question(client_for: Signed, friday: Any, who: str, status: int) -> None:
    url = reverse("local_data:ask", args=["CP06"])
    assert client_for(who).get(url).status_code == status


def test_a_figure_that_is_not_on_the_scorecard_is_not_found(client_for, friday):
    assert client_for("board_chair").get("/scorecard/ask/XX99/").status_code == 404


def test_a_member_who_may_not_put_a_challenge_is_refused_by_the_verb(posts, at):
    with at(2013, 11, 5, 10, 0), pytest.raises(gate.Refused):
        put(posts, by="police_member", to="health_member")
