"""Each page, as those who may and may not see it."""

import csv
import re
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.scrutiny import transitions
from holdfast.board.scrutiny.models import CoverVersion, Escalation, Resolution
from holdfast.board.scrutiny.tests import world
from holdfast.board.scrutiny.tests.world import NEIGHBOURS, OUTSIDERS, READERS, TODAY
from holdfast.kernel.access.models import Entry
from holdfast.kernel.actions import tracker

pytestmark = pytest.mark.django_db


@pytest.fixture
def urls(everything):
    made, committee = everything["inspection"], everything["committee"]
    report, escalation = everything["report"], everything["escalation"]
    return {
        "home": reverse("scrutiny:home"),
        "inspection": reverse("scrutiny:inspection", args=[made]),
        "finding": reverse("scrutiny:finding", args=[made, 7]),
        "claim": reverse("scrutiny:claim", args=[made, 7]),
        "committee": reverse("scrutiny:committee", args=[committee]),
        "resolve": reverse("scrutiny:resolve", args=[committee]),
        "report": reverse("scrutiny:report", args=[report]),
        "write": reverse("scrutiny:write", args=[report, "community"]),
        "download": reverse("scrutiny:download", args=[report, 1, "html"]),
        "counts": reverse("scrutiny:counts"),
        "mine": reverse("scrutiny:mine"),
        "raise": reverse("scrutiny:raise"),
        "escalation": reverse("scrutiny:escalation", args=[escalation]),
        "end": reverse("scrutiny:end", args=[escalation]),
    }


BOARD_READS = ("home", "inspection", "finding", "committee", "report", "download", "counts")
BOARD_WRITES = ("claim", "resolve", "write")


def text_of(response):
    body = b"".join(response) if response.streaming else response.content
    return body.decode()


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads(client_for, urls, who):
    client = client_for(who)
    assert [client.get(urls[name]).status_code for name in BOARD_READS] == [200] * 7


@pytest.mark.parametrize("who", ["police_member", "lay_member", "analyst"])
def test_only_the_manager_and_the_chair_write(client_for, urls, who):
    client = client_for(who)
    for name in BOARD_WRITES:
        assert client.get(urls[name]).status_code == 404, name
        assert client.post(urls[name], {"text": "x"}).status_code == 404, name


@pytest.mark.parametrize("who", OUTSIDERS)
def test_practitioners_find_only_escalations(client_for, urls, who):
    client = client_for(who)
    for name in (*BOARD_READS, *BOARD_WRITES):
        assert client.get(urls[name]).status_code == 404, name
    assert client.get(urls["mine"]).status_code == 200
    assert client.get(urls["raise"]).status_code == 200


@pytest.mark.parametrize("who", NEIGHBOURS)
def test_a_neighbour_finds_nothing_at_all(client_for, urls, who):
    client = client_for(who)
    before = Entry.objects.count()
    for name, url in urls.items():
        assert client.get(url).status_code == 404, name
    assert Entry.objects.count() == before + len(urls), "each refusal leaves one entry"


def test_an_escalation_is_read_by_the_two_posts_the_manager_and_the_chair(client_for, urls):
    let_in = ["nurse", "social_worker", "board_manager", "board_chair"]
    shut_out = ["police_member", "lay_member", "analyst", "lado", "guardian"]
    found = {who: client_for(who).get(urls["escalation"]).status_code for who in let_in + shut_out}
    assert found == dict.fromkeys(let_in, 200) | dict.fromkeys(shut_out, 404)


def test_the_home_page_says_who_waits_and_what_is_missing(client_for, urls):
    page = client_for("lay_member").get(urls["home"]).content.decode()
    assert "Not answered at all" in page
    assert "Partly answered" in page
    assert "1 of 3 parts" in page
    assert "8 of 8 findings not evidenced this year" in page
    assert "22 fields" in page


def test_a_draft_says_what_is_missing_and_links_to_it(client_for, urls):
    page = client_for("board_manager").get(urls["report"]).content.decode()
    assert "MISSING: 22 fields" in page
    assert urls["write"] in page
    assert "Resolution 1 of 23 April 2012: not answered at all" in page
    lay = client_for("lay_member").get(urls["report"]).content.decode()
    assert urls["write"] not in lay


def test_a_field_is_written_on_its_page(client_for, urls, told):
    client = client_for("board_manager")
    seen = told.version.seen
    answer = client.post(
        urls["write"], {"text": "It concerns everybody.", "because": "", "seen": seen}
    )
    assert answer.status_code == 302
    told.version.refresh_from_db()
    assert told.version.words["community"]["text"] == "It concerns everybody."
    again = client.post(urls["write"], {"text": "Other.", "because": "", "seen": seen})
    assert "Somebody else has just changed this report" in again.content.decode()
    assert "Other." in again.content.decode(), "what was typed stays in the form"


def test_a_draft_is_not_finished_on_the_page_either_and_says_why(client_for, urls, told):
    url = reverse("scrutiny:finish", args=[told.version.report.record.reference])
    page = client_for("board_manager").post(url, {"seen": told.version.seen})
    assert "Not finished: Item no., Classification" in page.content.decode()
    assert CoverVersion.objects.get().state == "draft"


def test_a_full_report_is_finished_approved_and_revised(client_for, told, posts):
    world.fill(told.version, posts["board_manager"])
    reference = told.version.report.record.reference
    manager, chair = client_for("board_manager"), client_for("board_chair")
    manager.post(reverse("scrutiny:finish", args=[reference]), {"seen": 2})
    assert CoverVersion.objects.get().state == "finished"
    assert manager.post(reverse("scrutiny:approve", args=[reference])).status_code == 404
    chair.post(reverse("scrutiny:approve", args=[reference]))
    version = CoverVersion.objects.get()
    assert (version.state, version.approved_by) == ("approved", posts["board_chair"])
    manager.post(reverse("scrutiny:revise", args=[reference]))
    assert list(CoverVersion.objects.values_list("number", "state")) == [
        (1, "approved"),
        (2, "draft"),
    ]
    page = chair.get(reverse("scrutiny:report", args=[reference]), {"version": "1"})
    assert "Version 1, approved" in page.content.decode()


@pytest.mark.parametrize("kind", ["html", "pdf", "word"])
def test_a_file_is_written_in_the_log_before_it_is_sent(client_for, told, kind):
    reference = told.version.report.record.reference
    url = reverse("scrutiny:download", args=[reference, 1, kind])
    answer = client_for("lay_member").get(url)
    assert answer.status_code == 200
    entry = Entry.objects.filter(what="export").latest("pk")
    assert (entry.detail["format"], entry.detail["state"]) == (kind, "Draft, version 1")
    assert len(entry.detail["missing"]) == 22
    assert client_for("lay_member").get(url.replace(kind, "exe")).status_code == 404


def test_a_resolution_is_written_down_on_its_page(client_for, urls, told):
    told_now = {
        "sitting": told.april.pk, "text": "Visit a school.", "parts": "Choose one\nVisit it",
        "owner": "", "owner_role": "Board's development manager", "due_at": told.july.pk,
        "paragraph": "7.1",
    }  # fmt: skip
    assert client_for("board_manager").post(urls["resolve"], told_now).status_code == 302
    made = Resolution.objects.get(number=3)
    assert [part.text for part in made.parts.all()] == ["Choose one", "Visit it"]


def test_a_practitioner_raises_one_with_two_answers(client_for, urls, posts):
    page = client_for("nurse").get(urls["raise"]).content.decode()
    assert "Write nothing about a child here" in page
    fields = set(re.findall(r'name="(\w+)"', page)) - {"csrfmiddlewaretoken"}
    assert {"reason", "to"} <= fields
    assert not {"child", "name", "text", "notes"} & fields
    answer = client_for("nurse").post(
        urls["raise"], {"reason": "closure", "to": posts["social_worker"].pk}
    )
    made = Escalation.objects.get(reason="closure")
    assert answer.url == reverse("scrutiny:escalation", args=[made.record.reference])
    shown = client_for("nurse").get(answer.url).content.decode()
    assert "Social worker, referral and assessment" in shown
    assert "Local, not law" in shown


def test_the_counts_hide_small_numbers_on_the_page_and_in_the_file(client_for, urls):
    client = client_for("board_manager")
    page = client.get(urls["counts"]).content.decode()
    assert "suppressed" in page
    rows = list(csv.reader(StringIO(text_of(client.get(urls["counts"], {"format": "csv"})))))
    assert {row[2] for row in rows if row[0] == "Reason"} == {"suppressed"}
    assert Entry.objects.filter(what="export").latest("pk").detail["form"] == "csv"


def test_no_page_names_a_person(client_for, urls, cast):
    client = client_for("board_manager")
    for name in (*BOARD_READS, "escalation", "mine"):
        page = text_of(client.get(urls[name]))
        page = page[page.find("<main") :]
        for holding in cast.values():
            assert holding.person.name not in page, name


@pytest.mark.parametrize("name", ["home", "committee", "report", "mine"])
def test_a_page_asks_as_often_for_much_as_for_little(client_for, urls, told, posts, name):
    client, manager = client_for("board_manager"), posts["board_manager"]
    client.get(urls[name])
    with CaptureQueriesContext(connection) as before:
        client.get(urls[name])
    for number in range(3):
        transitions.resolve(
            told.april, text=f"Do {number}.", parts=["This", "That"], owner=tracker.NOBODY,
            due_at=told.july, by=manager, on=TODAY,
        )  # fmt: skip
        transitions.raise_escalation(
            reason="drift", to=posts["police"], by=posts["nurse"], on=TODAY
        )
    with CaptureQueriesContext(connection) as after:
        client.get(urls[name])
    assert len(after) == len(before)


def test_a_form_says_what_is_missing(client_for, urls):
    page = client_for("board_manager").post(urls["claim"], {"what": "", "dated": "soon"})
    assert "What shows it is missing." in page.content.decode()
    assert "Write a date as 2013-03-15" in page.content.decode()


def test_only_published_inspections_are_offered(client_for, urls):
    page = client_for("board_manager").get(reverse("scrutiny:register")).content.decode()
    assert "Every inspection published by today is registered already." in page
