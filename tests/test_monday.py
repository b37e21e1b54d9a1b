"""Monday 1 July 2013, from 08:45, over HTTP as the cast: what the hub is for, in one morning."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.demo import cast as demo_cast
from holdfast.demo.story import children, front_door, monday
from holdfast.engines.asks.models import Check
from holdfast.engines.copies import documents
from holdfast.engines.copies.tests.pdf_words import words_of
from holdfast.kernel.directory import moment
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.front_door.models import Batch, Contact, ContactChild, Letter
from tests import told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast_world")]
HERE = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}
SECRET = ("supplying", "whom we watch", "most evenings")
"""Words of what the police keep in the hub."""


@pytest.fixture(scope="module")
def cast_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Friday's children and contacts, and the visitor has pressed “Go on” twice."""
    with django_db_blocker.unblock(), told.rolled_back():
        moment.forget()
        cast = demo_cast.assemble()
        posts = {key: holding.post for key, holding in cast.items()}
        for chapter in (children.tell, front_door.tell, monday.tell_open):
            chapter(posts)
        moment.begin(monday.MONDAY.replace(day=28, month=6, hour=16, minute=45))
        for _ in range(2):
            assert Client().post("/demo/go-on/", **HERE).status_code == 302
        yield cast


@pytest.fixture
def be(client_for: Any, cast: Any) -> Any:
    return client_for


def of(name: str, contact: Contact, *more: Any) -> str:
    return reverse(f"front_door:{name}", args=[contact.record.reference, *more])


def weekends() -> list[Contact]:
    waiting = Contact.objects.exclude(batch=None).undecided().order_by("pk")
    return list(waiting.select_related("record").prefetch_related("children"))


def seen(contact: Contact) -> str:
    return str(Contact.objects.select_related("record").get(pk=contact.pk).record.version)


def match(client: Client, contact: Contact) -> list[ContactChild]:
    """Say of each child of a report which record it is, as the page offers it with its reasons."""
    rows = list(contact.children.order_by("number"))
    for row in rows:
        known = Child.objects.standing().get(
            forename=row.told.forename, surname=row.told.surname, born_on=row.born_on
        )
        address = of("match", contact, row.number)
        assert client.post(address, {"child": str(known.pk)}).status_code == 302, row.known_as
    return rows


def test_the_weekend_is_told_once_and_only_forward(cast: Any) -> None:
    assert moment.now() >= monday.MONDAY
    assert Batch.objects.filter(filename=monday.POLICE_FILE).count() == 1
    before = moment.now()
    assert Client().post("/demo/go-on/", **HERE).status_code == 302
    assert moment.now() >= before
    assert "Go on to Monday" not in Client().get("/demo/", **HERE).content.decode()
    elsewhere = {**HERE, "REMOTE_ADDR": "10.0.0.9"}
    assert Client().post("/demo/go-on/", **elsewhere).status_code == 404


def test_nine_children_who_are_open_go_to_their_workers(be: Any, at: Any) -> None:
    with at(2013, 7, 1, 8, 50):
        hub = be("triage")
        assert hub.get(reverse("front_door:queue")).status_code == 200
        sent = []
        for contact in weekends():
            if contact.theirs in {"OOH-43"} or contact.theirs.startswith("ME-30"):
                continue
            sent += match(hub, contact)
            assert hub.post(of("worker", contact), {"seen": seen(contact)}).status_code == 302
    assert len(sent) == 9
    gone = Contact.objects.filter(children__in=sent).distinct()
    assert {one.passed_to.title for one in gone} == {"Social worker, referral and assessment"}
    with at(2013, 7, 1, 9, 0):
        worker = be("social_worker")
        leah = children.child("leah")
        page = worker.get(reverse("journey:child", args=[leah.record.reference]))
        assert "gone when we came" in page.content.decode()
        mine = worker.get(reverse("journey:mine")).content.decode()
        assert all(name in mine for name in ("Leah Sorrell", "Yusuf Demirel", "Bryony Pellew"))


def test_the_red_one_is_in_a_strategy_discussion_within_the_hour(be: Any, at: Any) -> None:
    contact = next(one for one in weekends() if one.theirs == "OOH-43")
    with at(2013, 7, 1, 8, 52):
        hub = be("triage")
        match(hub, contact)
        hub.post(of("write", contact, "grade"), {"seen": seen(contact), "to": "red"})
    with at(2013, 7, 1, 9, 5):
        manager = be("mash_manager")
        posts = {key: str(be_post(key).pk) for key in ("police", "nurse")}
        start = reverse("journey:start_discussion", args=[contact.record.reference])
        assert start in manager.get(of("contact", contact)).content.decode()
        typed = {"seen": seen(contact), "why": "A bruise on a baby who does not crawl.",
                 "invited": list(posts.values())}  # fmt: skip
        answer = manager.post(start, typed)
        called = StrategyDiscussion.objects.select_related("record").get()
        assert answer["Location"].endswith(f"{called.record.reference}/")
    with at(2013, 7, 1, 9, 40):
        police, nurse, ours = (be_post(k).agency_id for k in ("police", "nurse", "team_manager"))
        held = {"seen": str(called.record.version), "day_day": "1", "day_month": "7",
                "day_year": "2013", "hour": "09:20", "how": "By telephone",
                "decision": "s47_joint", "why": "Two accounts of one bruise."}  # fmt: skip
        for n, agency in enumerate((police, nurse, ours), 1):
            held |= {f"agency{n}": str(agency), f"present{n}": "by telephone"}
        address = reverse("enquiries:hold", args=[called.record.reference])
        answer = manager.post(address, held)
        assert answer.status_code == 302, answer.content.decode()
    called.refresh_from_db()
    assert called.state == "held" and called.missing == ()
    opened = datetime(2013, 7, 1, 7, 45, tzinfo=UTC)
    assert (called.held_at - opened).total_seconds() <= 3600


def be_post(key: str) -> Any:
    return monday.posts_now()[key]


def test_a_third_report_under_another_spelling_is_matched_and_explained(be: Any, at: Any) -> None:
    contact = next(one for one in weekends() if one.known_as == "Callum Rielly")
    with at(2013, 7, 1, 9, 45):
        hub = be("triage")
        words = hub.get(of("compare", contact)).content.decode()
        assert "Callum Rielly" in words and "Callum O&#39;Reilly" in words
        assert "same address" in words.lower() or "same day of birth" in words.lower()
        for _ in range(2):
            typed = {"seen": seen(contact), "same": "yes"}
            assert hub.post(of("compare", contact), typed).status_code == 302
    assert list(contact.repeats.values_list("same", flat=True)) == [True, True]


def test_health_answers_late_the_school_hears_by_four_and_no_copy_holds_the_police_fact(
    be: Any, at: Any
) -> None:
    contact = Contact.objects.select_related("record").get(
        children__known_as="Nia Harcastle", state="checking"
    )
    late = Check.objects.select_related("record").get(about=contact.record, asked=be_post("nurse"))
    with at(2013, 7, 1, 11, 10):
        reply = {"seen": str(late.version), "text1": "Both children are well; seen in May.",
                 "release1": "agencies"}  # fmt: skip
        address = reverse("asks:check_reply", args=[late.record.reference])
        answer = be("nurse").post(address, reply)
        assert answer.status_code == 302, answer.content.decode()
    late.refresh_from_db()
    assert late.replied_at > late.due_at
    decision = {
        "decision": "assessment", "why": "A nine-year-old makes the tea.", "basis": "statutory",
        "told": "yes", "told_how": "The mother, by telephone", "need": "N5", "level": "",
        "not_known": "", "why_not_told": "", "agreement": "",
        "reason": "Nia seems to be caring for her brother.",
        "next_step": "A social worker rings you by Wednesday.",
    }  # fmt: skip
    with at(2013, 7, 1, 15, 20):
        manager = be("mash_manager")
        leak = {**decision, "seen": seen(contact),
                "reason": "A man whom we watch for supplying visits the flat."}  # fmt: skip
        refused = manager.post(of("decide", contact), leak)
        assert refused.status_code == 200 and not Letter.objects.filter(contact=contact).exists()
        answer = manager.post(of("decide", contact), {**decision, "seen": seen(contact)})
        assert answer.status_code == 302, answer.content.decode()
    letter = Letter.objects.select_related("copy").get(contact=contact)
    assert letter.sent_at < datetime(2013, 7, 1, 15, 0, tzinfo=UTC)
    with at(2013, 7, 1, 15, 45):
        heard = be("head_teacher").get(of("reply", contact)).content.decode()
        assert "caring for her brother" in heard
        records = [Child.objects.get(forename="Nia", surname="Harcastle").record.reference]
        school = be("head_teacher").get(reverse("journey:child", args=records)).content.decode()
    everything = [heard, school, letter.copy.content, *_files(letter.copy)]
    for words in everything:
        assert not any(secret in words for secret in SECRET)
    assert "caring for her brother" in everything[-1]


def _files(copy: Any) -> Iterator[str]:
    """All that a reader could find in each file: the text and the bytes, unpacked."""
    html, pdf, docx = (documents.write(copy, kind) for kind in ("html", "pdf", "docx"))
    yield html.decode()
    yield pdf.decode("latin-1")
    with zipfile.ZipFile(BytesIO(docx)) as parts:
        yield "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    yield words_of(pdf)
