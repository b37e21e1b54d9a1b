"""The access pages, for the whole cast: who finds them, and what is never on them."""

import csv
import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access import disposal, grants, nav
from holdfast.kernel.access.models import BreakGlass, DisposalConfirmed, Entry
from holdfast.kernel.directory.models import Holding, Post, this_partnership
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record

ClientFor = Callable[[str], Client]
EVERYBODY = {
    "lado", "duty_chair", "social_worker", "police", "head_teacher", "transport_manager",
    "coordinator", "nurse", "board_manager", "board_chair", "lay_member", "analyst", "guardian",
    "neighbour_lado", "police_member", "health_member", "housing_lead", "neighbour_manager",
    "mash_manager", "triage", "team_manager", "early_help", "neighbour_mash",
}  # fmt: skip
GUARDIANS = {
    "access:log": {"guardian"},
    "access:reviews": {"guardian"},
    "access:grants": {"guardian"},
    "access:disposals": {"guardian", "board_chair"},
    "access:posts": EVERYBODY,
    "access:nothing_here": EVERYBODY,
}
A_REASON = "The police are at the address now and ask who is safe to ring."


@pytest.fixture
def lived_in(
    note: Record, plate: Record, give: Any, cast: dict[str, Holding], posts: dict[str, Post]
) -> Record:
    """A note with a grant, an ended grant, a break-glass; a plate with a grant of its own."""
    give(note)
    grants.end(give(note, to="nurse"), by=posts["social_worker"], why="The meeting is over")
    give(plate, to="head_teacher", purpose="A purpose of the sealed room")
    grants.break_glass(note, holding=cast["police"], reason=A_REASON)
    return note


@pytest.mark.parametrize("key", sorted(EVERYBODY))
def test_each_of_the_cast_finds_their_own_pages_and_nothing_else(
    key: str, client_for: ClientFor, lived_in: Record
) -> None:
    browser = client_for(key)
    for page, whose in GUARDIANS.items():
        wanted = 200 if key in whose else 404
        assert browser.get(reverse(page)).status_code == wanted, page
    broken = BreakGlass.objects.get()
    assert browser.get(reverse("access:review", args=[broken.pk])).status_code == (
        200 if key == "guardian" else 404
    )
    assert browser.get(reverse("access:record_log", args=[lived_in.reference])).status_code == (
        200 if key in {"social_worker", "lado"} else 404
    )


def test_nobody_of_the_cast_is_left_out_here(cast: dict[str, Holding]) -> None:
    assert set(cast) == EVERYBODY


def test_no_page_of_the_log_names_a_person(
    client_for: ClientFor, lived_in: Record, cast: dict[str, Holding]
) -> None:
    names = [holding.person.name for holding in cast.values()]
    for key in EVERYBODY:
        client_for(key).get("/posts/")
    browser = client_for("guardian")
    for page in ("log", "reviews", "grants", "disposals"):
        shown = browser.get(reverse(f"access:{page}")).content.decode()
        assert not [name for name in names if name in shown]
    shown = client_for("lado").get(reverse("access:record_log", args=[lived_in.reference]))
    assert not [name for name in names if name in shown.content.decode()]


def test_a_sealed_record_is_nowhere_on_the_guardians_pages(
    client_for: ClientFor, plate: Record, give: Any
) -> None:
    give(plate, to="head_teacher", purpose="A purpose of the sealed room")
    for key in ("social_worker", "neighbour_lado", "police"):
        browser = client_for(key)
        browser.get(reverse("plate", args=[plate.reference]))
        browser.get(reverse("access:break_glass", args=[plate.reference]))
        browser.get(reverse("access:record_log", args=[plate.reference]))
    client_for("social_worker").post(reverse("find_plate"))
    guardian = client_for("guardian")
    for page in ("log", "reviews", "grants", "disposals"):
        shown = guardian.get(reverse(f"access:{page}")).content.decode()
        assert plate.reference not in shown
        assert "A purpose of the sealed room" not in shown
        assert "find plate" not in shown and "plate:" not in shown
    taken = b"".join(guardian.get(reverse("access:log") + "?format=csv").streaming_content)
    assert (
        b"plate" not in taken.replace(b"template", b"") and plate.reference.encode() not in taken
    )


def test_a_sealed_records_log_is_read_in_its_circle_only(
    client_for: ClientFor, plate: Record, give: Any
) -> None:
    client_for("police").get(reverse("plate", args=[plate.reference]))
    address = reverse("access:record_log", args=[plate.reference])
    for key in EVERYBODY - {"social_worker"}:
        assert client_for(key).get(address).status_code == 404
    shown = client_for("social_worker").get(address).content.decode()
    assert "Detective sergeant" in shown and "Refused" in shown


def test_somebody_may_be_granted_to_read_just_the_log(
    client_for: ClientFor, note: Record, give: Any
) -> None:
    address = reverse("access:record_log", args=[note.reference])
    give(note, to="police", sections=["meeting"], level="work")
    give(note, to="neighbour_lado", sections=["log"])
    assert client_for("police").get(address).status_code == 404
    assert client_for("neighbour_lado").get(address).status_code == 200
    meeting = reverse("meeting", args=[note.reference])
    assert client_for("neighbour_lado").get(meeting).status_code == 404


def test_a_records_log_shows_the_searches_that_found_it(
    client_for: ClientFor, note: Record
) -> None:
    client_for("lado").post(reverse("find"))
    shown = client_for("lado").get(reverse("access:record_log", args=[note.reference]))
    assert "Searched: find" in shown.content.decode()


def test_the_log_is_narrowed_by_what_by_whom_and_from_when(
    client_for: ClientFor, note: Record, posts: dict[str, Post]
) -> None:
    client_for("police").get(reverse("note", args=[note.reference]))
    client_for("nurse").get(reverse("note", args=[note.reference]))
    guardian = client_for("guardian")

    def found(**params: str) -> str:
        shown = guardian.get(reverse("access:log"), params).content.decode()
        return re.findall(r"hf-filters__result\">([0-9,]+) of", shown)[0]

    assert found(what="refused") == "1"
    assert found(who=f"post-{posts['nurse'].pk}") == "1"
    assert found(who=f"agency-{posts['police'].agency_id}", what="read") == "1"
    assert found(since="2999-01-01") == "0"
    for odd in (
        {"who": "post-x"},
        {"what": "x"},
        {"who": "post-99999999999999"},
        {"page": "9" * 9},
    ):
        assert int(found(**odd)) > 2
    assert "must be a real date" in guardian.get("/access/log/?since=soon").content.decode()


def test_the_list_is_taken_out_with_its_manifest(client_for: ClientFor, lived_in: Record) -> None:
    guardian = client_for("guardian")
    guardian.get(reverse("access:log"))
    answer = guardian.get(reverse("access:log"), {"format": "csv", "what": "read"})
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0][0] == "Entry" and len(rows) == 3
    entry = Entry.objects.get(what="export")
    assert entry.detail == {"list": "access log", "rows": 2, "what": "read"}


def test_the_guardian_checks_the_chain_and_is_told(client_for: ClientFor) -> None:
    guardian = client_for("guardian")
    assert "Nothing is sealed yet" in guardian.get(reverse("access:log")).content.decode()
    assert guardian.get(reverse("access:check")).status_code == 405
    answer = guardian.post(reverse("access:check"), follow=True).content.decode()
    assert "The log is whole" in answer and "under 1 seal" in answer


def test_somebody_acts_as_a_post_they_hold_and_as_no_other(
    client_for: ClientFor, cast: dict[str, Holding], second_post: Any
) -> None:
    other = Holding.objects.get(post=second_post("police", "nurse"))
    browser = client_for("police")
    refused = browser.post(reverse("access:posts"), {"holding": cast["lado"].pk})
    assert "You do not hold that post now" in refused.content.decode()
    browser.post(reverse("access:posts"), {"holding": other.pk})
    shown = browser.get(reverse("access:posts")).content.decode()
    assert "Acting as <b>Second" in shown
    assert "Change your password" not in shown, "The cast of a demo has none."
    Holding.objects.filter(pk=other.pk).update(ends_at=other.starts_at)
    assert "Acting as <b>Detective" in browser.get(reverse("access:posts")).content.decode()


def test_a_post_with_a_room_lands_there_and_another_is_told_kindly(client_for: ClientFor) -> None:
    guardian = Post.objects.get(role="records_guardian")
    first = nav.home_of(guardian, at=this_partnership().area)
    assert client_for("guardian").get("/").url == first
    shown = client_for("lay_member").get(reverse("access:nothing_here")).content.decode()
    assert "no room of its own" in shown


def test_break_glass_opens_and_is_reviewed_by_somebody_else(
    client_for: ClientFor, note: Record
) -> None:
    officer, guardian = client_for("police"), client_for("guardian")
    address = reverse("access:break_glass", args=[note.reference])
    assert "Records guardian" in officer.get(address).content.decode()
    assert "Error:" in officer.post(address, {"reason": "urgent"}).content.decode()
    answer = officer.post(address, {"reason": A_REASON})
    assert answer.url == reverse("note", args=[note.reference])
    assert officer.get(answer.url).status_code == 200
    assert officer.get(address).status_code == 404
    assert "1 break-glass to review" in guardian.get(reverse("access:log")).content.decode()
    review = reverse("access:review", args=[BreakGlass.objects.get().pk])
    shown = guardian.get(review).content.decode()
    assert A_REASON in shown
    opened, closed = (re.findall(f"{head}</dt><dd>(.*?)</dd>", shown)[0] for head in HEADS)
    assert opened.strip() == "note" and "meeting" in closed
    guardian.post(review, {"finding": "needed", "why": "It agrees with the police report"})
    assert "Needed, and no more" in guardian.get(review).content.decode()
    assert "Nothing to review" in guardian.get(reverse("access:log")).content.decode()


HEADS = ("What was opened", "Not opened")


def test_a_record_is_disposed_of_by_two(
    client_for: ClientFor, note: Record, plate: Record, cast: dict[str, Holding]
) -> None:
    guardian, chair = client_for("guardian"), client_for("board_chair")
    asked = reverse("access:disposals")
    why = {"why": "Ten years are over"}
    sealed = guardian.post(asked, {"reference": plate.reference, **why}).content.decode()
    absent = guardian.post(asked, {"reference": "TP-1999-0001", **why}).content.decode()
    for shown in (sealed, absent):
        assert "There is no closed record with this reference" in shown
    assert (
        "Close it first"
        in guardian.post(asked, {"reference": note.reference, **why}).content.decode()
    )
    story.close_record(note, on=note.opened_on)
    hold = story.place_hold(note, reason="An inquiry", by=cast["lado"].post, on=note.opened_on)
    assert (
        "There is a hold"
        in guardian.post(asked, {"reference": note.reference, **why}).content.decode()
    )
    story.lift_hold(hold, by=cast["lado"].post, on=note.opened_on)
    refused = chair.post(asked, {"reference": note.reference, **why}).content.decode()
    assert "Only a records guardian asks" in refused
    guardian.post(asked, {"reference": note.reference, **why})
    one = reverse("access:disposal", args=[disposal.Disposal.objects.get().pk])
    assert "A second person must confirm" in guardian.post(one).content.decode()
    assert chair.get(one).status_code == 200
    chair.post(one)
    assert not Record.objects.filter(pk=note.pk).exists()
    assert DisposalConfirmed.objects.get().by.post.role == "board_chair"
    assert "disposed of already" in chair.post(one).content.decode()


def test_a_page_costs_the_same_however_long_the_log_is(
    client_for: ClientFor, lived_in: Record
) -> None:
    guardian, lado = client_for("guardian"), client_for("lado")
    pages = [(guardian, reverse(f"access:{name}")) for name in ("log", "grants", "reviews")]
    pages.append((lado, reverse("access:record_log", args=[lived_in.reference])))

    def counts() -> list[int]:
        found = []
        for browser, page in pages:
            with CaptureQueriesContext(
                connection,
            ) as seen:
                browser.get(page)
            found.append(len(seen))
        return found

    counts()
    few = counts()
    for _ in range(12):
        client_for("police").get(reverse("note", args=[lived_in.reference]))
        client_for("nurse").post(reverse("find"))
        grants.break_glass(lived_in, holding=_neighbour(), reason=A_REASON)
    assert counts() == few


def _neighbour() -> Holding:
    """Somebody new each time, who may still ask."""
    like = Post.objects.get(title="LADO, Lambeth")
    count = Post.objects.count()
    post = Post.objects.create(title=f"Duty {count}", agency=like.agency, role=like.role)
    person = Holding.objects.get(post=like).person
    return Holding.objects.create(post=post, person=person, starts_at=_began())


def _began() -> Any:
    return Holding.objects.get(post__title="LADO, Lambeth").starts_at
