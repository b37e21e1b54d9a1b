"""The partners' figures on screen: who finds them, what leaves, what a form does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.board.local_data import transitions
from holdfast.board.local_data.models import Collection, Figure, Released
from holdfast.board.local_data.tests.world import (
    Q3,
    TODAY,
    figure,
    quarter,
    returned,
    take_in,
)
from holdfast.engines.asks import transitions as requests
from holdfast.engines.asks.models import Round
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
Signed = Callable[[str], Client]
READERS = ("board_manager", "board_chair", "police_member", "lay_member", "analyst")
STRANGERS = ("lado", "housing_lead", "guardian", "neighbour_manager", "neighbour_lado")


def text(response: Any) -> str:
    body = b"".join(response) if response.streaming else response.content
    return " ".join(body.decode().split())


@pytest.fixture
def quarters(friday, posts) -> Collection:
    """Two quarters: private fostering rises, second plans fall to 4, the police are silent."""
    before = quarter(posts, Q3)
    take_in(before, posts, returned("private_fostering", 12), sent_by="analyst")
    now = quarter(posts)
    take_in(
        now, posts,
        returned("private_fostering", 20, said="A campaign in schools."),
        returned("second_plans", 4, 68),
        sent_by="analyst",
    )  # fmt: skip
    return now


def pages(found: Collection) -> dict[str, str]:
    reference = found.record.reference
    four = figure(found, "second_plans").pk
    return {
        "local": reverse("local_data:local"),
        "published": reverse("local_data:published"),
        "published_csv": reverse("local_data:published_csv"),
        "quarter": reverse("local_data:quarter", args=[reference]),
        "open": reverse("local_data:open"),
        "ask_partners": reverse("local_data:ask_partners", args=[reference]),
        "release": reverse("local_data:release", args=[reference, four]),
    }


MAY = {
    "local": READERS,
    "published": READERS,
    "published_csv": READERS,
    "quarter": READERS,
    "open": ("board_manager",),
    "ask_partners": ("board_manager", "analyst"),
    "release": ("board_manager", "board_chair"),
}


@pytest.mark.parametrize("who", [*READERS, *STRANGERS])
def test_each_finds_what_the_seat_may_find_and_a_stranger_nothing(
    client_for: Signed, quarters: Collection, who: str
) -> None:
    client = client_for(who)
    found = {name for name, url in pages(quarters).items() if client.get(url).status_code == 200}
    assert found == {name for name, may in MAY.items() if who in may}


def test_what_moved_comes_first_with_the_partners_own_words_and_unvalidated(
    client_for: Signed, quarters: Collection
) -> None:
    page = text(client_for("lay_member").get(reverse("local_data:local")))
    assert "Unvalidated: counted by the partners themselves" in page
    assert "Up 67% on the quarter before (12 to 20)." in page
    assert "<b>The partner says.</b> A campaign in schools." in page
    assert page.index("To talk about, Q4 2012/13") < page.index("The year&#39;s quarters")


def test_the_board_sees_4_and_the_public_does_not_until_it_is_released(
    client_for: Signed, quarters: Collection, posts: Any
) -> None:
    chair = client_for("board_chair")
    where = pages(quarters)
    assert "4 of 68 (5.9%)" in text(chair.get(where["quarter"]))
    assert "suppressed of 68" in text(chair.get(where["published"]))
    assert "4 of 68" not in text(chair.get(where["published_csv"]))
    seen = Collection.objects.get(pk=quarters.pk).record.version
    why = "A fall from 24 to 4 that the board means to report."
    chair.post(where["release"], {"seen": seen, "reason": why})
    assert Released.objects.get().by == posts["board_chair"]
    shown = text(chair.get(where["published"]))
    assert "4 of 68 (5.9%)" in shown
    assert f"released by the Independent chair on 28 Jun 2013. {why}" in shown
    file = text(chair.get(where["published_csv"]))
    assert f'Q4 2012/13,4 of 68 (5.9%),"unvalidated, invented for the demonstration",{why}' in file
    entry = Entry.objects.filter(what="export").latest("pk")
    assert (entry.detail["what"], entry.detail["released"]) == ("partners' figures, suppressed", 1)


def test_a_release_without_a_reason_or_over_a_newer_return_is_told_and_not_made(
    client_for: Signed, quarters: Collection, posts: Any
) -> None:
    chair, where = client_for("board_chair"), pages(quarters)["release"]
    seen = Collection.objects.get(pk=quarters.pk).record.version
    assert "Say why this number" in text(chair.post(where, {"seen": seen, "reason": ""}))
    take_in(quarters, posts, returned("police_missing", 61))
    told = text(chair.post(where, {"seen": seen, "reason": "Why not"}))
    assert "Somebody else has just changed this record" in told
    assert not Released.objects.exists()


def test_the_manager_opens_a_quarter_asks_and_the_analyst_takes_in(
    client_for: Signed, friday: Any, posts: Any
) -> None:
    manager = client_for("board_manager")
    manager.post(reverse("local_data:open"), {"quarter": "2012-4"})
    found = Collection.objects.select_related("record").get()
    here = reverse("local_data:quarter", args=[found.record.reference])
    form = {
        "set_key": "police", "to": [posts["police_member"].pk],
        "due_on_day": "12", "due_on_month": "7", "due_on_year": "2013",
    }  # fmt: skip
    manager.post(reverse("local_data:ask_partners", args=[found.record.reference]), form)
    request = Round.objects.get().requests.get()
    police = posts["police_member"]
    requests.answer(request, values={"police_missing": 61}, by=police, on=TODAY)
    requests.send(request, by=police, on=TODAY)
    analyst = client_for("analyst")
    assert "Take in the return of Police" in text(analyst.get(here))
    url = reverse("local_data:take_in", args=[found.record.reference, request.record.reference])
    seen = found.record.version
    assert analyst.post(url, {"seen": seen}).status_code == 302
    assert "61" in text(analyst.get(here))
    assert "It was sent already" not in text(analyst.post(url, {"seen": seen + 1}))
    assert Figure.objects.filter(measure="police_missing").count() == 1


def test_a_quarter_that_nobody_sent_breaks_the_line(
    client_for: Signed, quarters: Collection, posts: Any
) -> None:
    take_in(quarters, posts, returned("police_missing", 61))
    page = text(client_for("analyst").get(reverse("local_data:local")))
    assert (
        "Children reported missing, Police, child abuse investigation team, unvalidated. " in page
    )
    assert "Q3 2012/13: not returned, Q4 2012/13: 61." in page


@pytest.mark.parametrize("year", ["", "abcd", "1066", "²⁰¹²", "20120"])
def test_any_year_that_is_typed_is_answered(
    client_for: Signed, quarters: Collection, year: str
) -> None:
    for name in ("local", "published", "published_csv"):
        found = client_for("analyst").get(pages(quarters)[name], {"year": year})
        assert found.status_code == 200


def test_two_returns_do_not_change_how_often_a_page_asks(
    client_for: Signed, quarters: Collection, posts: Any, django_assert_max_num_queries: Any
) -> None:
    chair = client_for("board_chair")
    where = [pages(quarters)[name] for name in ("local", "quarter", "published")]
    for url in where:
        chair.get(url)
    asked = []
    for _ in range(3):
        with django_assert_max_num_queries(60) as counted:
            for url in where:
                chair.get(url)
        asked.append(len(counted.captured_queries))
        for sender, key in (("police_member", "police"), ("health_member", "health")):
            transitions.ask_partners(
                quarters, key, to=[Recipient(posts[sender])], due_on=TODAY,
                by=posts["board_manager"], on=TODAY,
            )  # fmt: skip
        take_in(quarters, posts, returned("police_missing", 61), returned("police_domestic", 9))
    assert asked[1] == asked[2], "the first time nobody had been asked"
