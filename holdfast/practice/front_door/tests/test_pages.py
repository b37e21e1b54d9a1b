"""Who opens which page, what it says, and that a mistake keeps nothing."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.models import Contact, Letter
from holdfast.practice.front_door.rules import law
from holdfast.practice.front_door.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told", "friday")]
HUB_PAGES = ("queue", "owed", "handover", "disagreements", "batches")
ON = world.FRIDAY


@pytest.fixture(scope="module")
def told(cast_world, django_db_blocker):
    """A school's two children; police hold one thing and keep it in the hub. Told once."""
    with django_db_blocker.unblock():
        posts = {key: holding.post for key, holding in cast_world.items()}
        with world.at(2013, 6, 28, 9, 0):
            contact = world.referred(posts)
            return contact, world.police_answer(contact, posts)


@pytest.fixture
def reference(told):
    return told[0].record.reference


def of(name, *args):
    return reverse(f"front_door:{name}", args=args)


def said(answer):
    return answer.content.decode()


def test_the_hub_opens_its_pages_and_nobody_else_finds_them(client_for, reference):
    for who in ("mash_manager", "triage"):
        client = client_for(who)
        for url in (*(of(name) for name in HUB_PAGES), of("contact", reference)):
            assert client.get(url).status_code == 200, (who, url)
    for who in ("neighbour_mash", "neighbour_lado", "head_teacher", "team_manager", "lado"):
        client = client_for(who)
        for url in (of("queue"), of("contact", reference), of("write", reference, "grade")):
            assert client.get(url).status_code == 404, (who, url)
    assert Entry.objects.filter(page="front_door:contact", let_in=False).count() == 5


def test_the_queue_says_whose_move_hours_left_and_what_is_missing(client_for, reference):
    page = said(client_for("triage").get(of("queue")))
    for words in ("Queue: 1 to decide, 0 to pass on", "Nia Harcastle, 9, and Theo Harcastle, 6",
                  "Amber", " left", "Decide by 23:59 on Mon 1 Jul 2013",
                  "Does the family know?", "answered", "data-keys", "Local, not law"):  # fmt: skip
        assert words in page, words
    assert world.SECRET not in page
    client = client_for("triage")
    client.post(of("keys"))
    assert "data-keys" not in said(client.get(of("queue")))


def test_the_kept_fact_is_said_to_be_there_and_opens_on_its_own_logged_page(
    client_for, told, reference
):
    client = client_for("mash_manager")
    page = said(client.get(of("contact", reference)))
    assert "MASH-only" in page and world.SECRET not in page
    assert world.WORRY in page and "1 of 1 answered" in page
    assert world.SECRET in said(client.get(of("fact", reference, told[1].pk)))
    assert Entry.objects.filter(page="front_door:fact", let_in=True).count() == 1
    assert client_for("police").get(of("fact", reference, told[1].pk)).status_code == 404


def decided(reference, **more):
    seen = Contact.objects.get(record__reference=reference).record.version
    return {
        "seen": seen, "decision": "assessment", "why": "She makes the tea.", "basis": "statutory",
        "told": "yes", "reason": "Nia seems to care for Theo.", "next_step": "We ring.", **more,
    }  # fmt: skip


def test_the_manager_decides_the_school_reads_and_disagrees(client_for, reference):
    manager, school = client_for("mash_manager"), client_for("head_teacher")
    wait = said(school.get(of("reply", reference)))
    assert "Nothing is decided yet" in wait and "Amber" not in wait
    url = of("decide", reference)
    assert client_for("triage").post(url, decided(reference)).status_code == 404
    shown = manager.post(url, {**decided(reference), "preview": "1"})
    assert "What the referrer will read" in said(shown)
    leaking = said(manager.post(url, decided(reference, reason=world.SECRET)))
    assert "not passed on by its owner" in leaking and not Letter.objects.exists()
    assert "Say why." in said(manager.post(url, decided(reference, why="")))
    assert manager.post(url, decided(reference)).status_code == 302
    stale = {**decided(reference), "seen": 1}
    assert manager.post(url, stale).status_code == 200
    letter = said(school.get(of("reply", reference)))
    assert "Nia seems to care for Theo." in letter and world.SECRET not in letter
    assert "You were right to tell us" in letter and "police" not in letter.lower()
    assert said(school.get(of("from_hub"))).count(reference) >= 1
    assert school.post(of("disagree", reference), {"reason": "threshold"}).status_code == 302
    assert "You disagreed" in said(school.get(of("reply", reference)))
    assert "The child needs more" in said(manager.get(of("disagreements")))
    settled = {"outcome": "stands", "answer": "We talked."}
    assert manager.post(of("disagreed", reference, 1, "settle"), settled).status_code == 302
    assert "We talked." in said(school.get(of("reply", reference)))
    assert client_for("nurse").get(of("reply", reference)).status_code == 404


def test_a_school_refers_with_half_the_answers_and_a_draft_survives(client_for):
    school = client_for("head_teacher")
    half = {"worry": "She came hungry again.", "keep": "itself"}
    assert "Draft kept" in said(school.post(of("refer"), half))
    assert "She came hungry again." in said(school.get(of("refer")))
    wrong = said(school.post(of("refer"), {"worry": "She came hungry again."}))
    assert "Say which child" in wrong and Contact.objects.count() == 1
    sent = school.post(of("refer"), {"worry": "Hungry.", "forename_1": "Mia"})
    assert sent.status_code == 302 and "from-the-hub" in sent.url
    assert "Draft kept" not in said(school.get(of("refer")))


def test_what_is_written_stands_on_the_page(client_for, reference):
    client = client_for("triage")
    for entry, typed, shown in (
        ("family", {"told": "no", "why_not": "He would be there."}, "He would be there."),
        ("note", {"text": "Rang the school."}, "Rang the school."),
        ("late", {"reason": "Two in hospital."}, "Two in hospital."),
        ("grade", {"to": "red", "why": "Worse"}, "Red"),
    ):
        url = of("write", reference, entry)
        assert client.get(url).status_code == 200
        assert client.post(url, typed).status_code == 302, entry
        assert shown in said(client.get(of("contact", reference))), entry
    assert client.get(of("write", reference, "nothing")).status_code == 404
    assert client.post(of("match", reference, 1), {"child": "none"}).status_code == 302
    assert "C-2013-" in said(client.get(of("contact", reference)))
    manager = client_for("mash_manager")
    assert manager.post(of("strategy", reference), {}).status_code == 302
    assert "In a strategy discussion" in said(manager.get(of("contact", reference)))


def test_a_file_is_taken_or_every_bad_row_is_told(client_for):
    def send(content):
        file = SimpleUploadedFile("night.csv", content.encode())
        return client_for("triage").post(of("batches"), {"channel": "police_notification",
                                                         "file": file})  # fmt: skip

    bad = said(send(world.NIGHT + "M9,never,,,,,,,,,\n"))
    assert "Nothing was taken" in bad and "Row 5" in bad and Contact.objects.count() == 1
    assert send(world.NIGHT).status_code == 302
    assert Contact.objects.filter(state="received").count() == 2


def test_the_public_form_thanks_gives_a_reference_and_stops_a_flood():
    cache.clear()
    client, typed = Client(), {"worry": "Shouting at night.", "forename_1": "Nia",
                               "surname_1": "Harcastle"}  # fmt: skip
    page = said(client.post(of("public"), typed))
    assert (
        "Thank you" in page and "FD-2013-" in page and "known" not in page.replace("we knew", "")
    )
    assert "Harcastle" not in page and not client.cookies
    assert "could not be sent" in said(client.post(of("public"), {**typed, "website": "x"}))
    answers = [client.post(of("public"), typed).status_code for _ in range(6)]
    assert answers[-1] == 429
    cache.clear()


def test_the_queue_asks_as_often_for_many_as_for_few(client_for, told):
    client = client_for("triage")
    with CaptureQueriesContext(connection) as few:
        client.get(of("queue"))
    posts = {"triage": told[1].asked.asked_by}
    for name in ("Ada", "Ben", "Cal"):
        made = world.referred(posts, by="triage", children=(world.ChildTold(name, "Oak"),))
        verbs.grade(made, to=law.Grade.GREEN, by=posts["triage"], on=ON)
    with CaptureQueriesContext(connection) as many:
        client.get(of("queue"))
    assert len(many) == len(few)
