"""Writing in the room: every entry's form, two editors, and who may decide."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law
from holdfast.practice.allegations.tests.factories import concluded, met, referred

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
TODAY = date(2013, 6, 28)
ON = {"on_day": "28", "on_month": "6", "on_year": "2013"}


def sent(allegation, **kept):
    allegation.record.refresh_from_db()
    return {**ON, "seen": str(allegation.record.version), **kept}


def write(client, allegation, entry, *, door="write", **kept):
    address = reverse(f"allegations:{door}", args=[allegation.record.reference, entry])
    return client.post(address, sent(allegation, **kept))


def test_an_agency_refers_in_and_reads_back_what_it_told_and_what_is_its_to_do(client_for, posts):
    nurse = client_for("nurse")
    known = {"known_on_day": "28", "known_on_month": "June", "known_on_year": "2013"}
    answer = nurse.post(
        reverse("allegations:refer"),
        {
            **known, "name": "Winifred Oakes", "work": "nursery worker", "employer": "Little Oaks",
            "sector": "early_years", "category": "physical", "account": "She shook him.",
            "whose_words": "His grandmother", "child_known_as": "Tom", "child_age": "3",
        },
    )  # fmt: skip
    allegation = Allegation.objects.get()
    reference = allegation.record.reference
    assert answer.url == reverse("allegations:acknowledgement", args=[reference])
    page = nurse.get(answer.url).content.decode()
    assert "She shook him." in page and "LADO, Southwark Council" in page
    assert nurse.get(reverse("allegations:record", args=[reference])).status_code == 404
    assert allegation.record.deadlines.get(rule_id="LADO.REFER").met_on == TODAY


def test_a_referral_that_says_too_little_names_every_missing_answer(client_for):
    page = client_for("nurse").post(reverse("allegations:refer"), {"name": ""}).content.decode()
    assert "There is a problem" in page
    for sentence in ("Give the adult&#39;s name.", "Say whose words these are."):
        assert sentence in page


ENTRIES = {
    "entry": {"text": "Rang the school."},
    "summary": {"summary": "One sentence."},
    "decision": {"decision": "leave", "decided_by": "Head", "why": "w", "alternatives": "a"},
    "told": {"reader": "parent", "who": "Mrs A", "how": "by telephone", "told_by": "LADO"},
    "regulator": {"body": "ofsted", "made": "no", "whose_duty": "The nursery", "reason": "No."},
    "review": {"found": "It stands."},
    "clock": {"rule": "LADO.EMPLOYER.ACT"},
    "copy": {"reader": "Mrs A", "title": "To the parent", "text": "Dear Mrs A"},
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_can_be_opened_and_sent(entry, client_for, posts):
    allegation = met(posts)
    lado = client_for("lado")
    address = reverse("allegations:write", args=[allegation.record.reference, entry])
    assert lado.get(address).status_code == 200
    before = allegation.record.steps.count()
    answer = write(lado, allegation, entry, **ENTRIES[entry])
    assert answer.status_code == 302, answer.content.decode()
    assert allegation.record.steps.count() >= before


def test_a_case_runs_through_its_pages_from_threshold_to_closing(client_for, posts):
    allegation = referred(posts)
    lado = client_for("lado")
    go = [
        ("decide", "threshold", {"tests": ["harmed"], "why": "He may have hurt a child."}),
        ("write", "discussion", {"with_whom": "x", "agreed": "y", "meeting_needed": "yes"}),
        ("write", "meeting", {
            "meets_on_day": "28", "meets_on_month": "6", "meets_on_year": "2013", "days": "90",
            "chair": str(posts["duty_chair"].pk), "invited": [str(posts["police"].pk)],
        }),
    ]  # fmt: skip
    for door, entry, told in go:
        answer = write(lado, allegation, entry, door=door, **told)
        assert answer.status_code == 302, answer.content.decode()
    reference = allegation.record.reference
    meeting = reverse("allegations:record_meeting", args=[reference, 1])
    assert lado.get(meeting).status_code == 200
    came = {f"came-{posts[k].pk}": "present" for k in ("duty_chair", "police")}
    held = {f"held_on_{part}": ON[f"on_{part}"] for part in ("day", "month", "year")}
    answer = lado.post(meeting, sent(allegation, decisions="None needed.", **came, **held))
    assert answer.status_code == 302, answer.content.decode()
    write(lado, allegation, "strand", kind="employer", whose_move="Transport manager")
    outcome = reverse("allegations:outcome", args=[reference, 1])
    refused = lado.post(outcome, sent(allegation, outcome="false", why="w")).content.decode()
    assert "Close the strand before you decide the outcome." in refused
    lado.post(
        reverse("allegations:close_strand", args=[reference, 1]), sent(allegation, result="Done.")
    )
    assert lado.post(outcome, sent(allegation, outcome="false", why="w")).status_code == 302
    assert write(lado, allegation, "close", door="decide", why="Done.").status_code == 302
    allegation.refresh_from_db()
    assert allegation.state == "closed"
    assert write(lado, allegation, "reopen", door="decide", why="New facts.").status_code == 302


def test_the_second_of_two_editors_is_told_and_keeps_what_was_typed(client_for, posts):
    allegation = met(posts)
    lado = client_for("lado")
    first = sent(allegation, text="Mine.")
    second = sent(allegation, text="Mine as well.")
    address = reverse("allegations:write", args=[allegation.record.reference, "entry"])
    assert lado.post(address, first).status_code == 302
    page = lado.post(address, second).content.decode()
    assert "Somebody else has just changed this record." in page
    assert "Mine as well." in page
    assert list(allegation.record.steps.filter(move="entry").values_list("note", flat=True)) == [
        "Mine."
    ]


def test_only_the_lado_decides_and_cover_is_answered_not_found(client_for, posts):
    verbs.set_duty_roster({TODAY: posts["duty_chair"]}, by=posts["lado"], on=TODAY)
    allegation = referred(posts)
    reference = allegation.record.reference
    chair = client_for("duty_chair")
    assert chair.get(reverse("allegations:record", args=[reference])).status_code == 200
    address = reverse("allegations:decide", args=[reference, "threshold"])
    assert chair.get(address).status_code == 404
    assert chair.post(address, sent(allegation, why="w")).status_code == 404


def test_an_outcome_of_another_edition_is_not_on_offer(client_for, posts, at):
    with at(2013, 4, 12, 9, 0):
        allegation = met(posts)
        page = client_for("lado").get(
            reverse("allegations:outcome", args=[allegation.record.reference, 1])
        )
    shown = page.content.decode()
    assert "Unfounded" in shown and "False" not in shown
    assert law.MEANING[law.Outcome.UNFOUNDED].split(";")[0] in shown


def test_the_number_of_queries_of_a_page_does_not_grow(client_for, posts):
    lado = client_for("lado")
    pages = ["work", "register", "meetings", "actions", "figures"]
    concluded(posts)
    few = {name: queries(lado, name) for name in pages}
    for _ in range(9):
        concluded(posts)
    assert {name: queries(lado, name) for name in pages} == few


def queries(client, name):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(f"allegations:{name}")).status_code == 200
    return len(seen)


def test_the_record_page_asks_the_database_as_often_for_a_long_story(client_for, posts):
    allegation = met(posts)
    lado = client_for("lado")
    few = asked(lado, allegation)
    for number in range(12):
        verbs.write_entry(allegation, text=f"Entry {number}", by=posts["lado"], on=TODAY)
        verbs.look_again(allegation, names=[f"N{number}"], found=0, by=posts["lado"], on=TODAY)
    assert asked(lado, allegation) == few


def asked(client, allegation):
    with CaptureQueriesContext(connection) as seen:
        address = reverse("allegations:record", args=[allegation.record.reference])
        assert client.get(address).status_code == 200
    return len(seen)


def test_an_employers_clock_is_started_met_late_and_explained(client_for, posts, at):
    allegation = met(posts)
    lado = client_for("lado")
    write(lado, allegation, "clock", rule="LADO.EMPLOYER.ACT")
    clock = allegation.record.deadlines.get(rule_id="LADO.EMPLOYER.ACT")
    with at(2013, 7, 12, 10, 0):
        answer = write(lado, allegation, "met", clock=str(clock.pk), how="He was warned.")
        assert answer.status_code == 302, answer.content.decode()
        told = {"clock": str(clock.pk), "code": "staff", "reason": "Nobody was in."}
        assert write(lado, allegation, "late", **told).status_code == 302
    clock.refresh_from_db()
    assert (clock.met_on, clock.late_reason) == (TODAY, "Nobody was in.")


def test_the_clock_of_another_record_is_not_on_offer(client_for, posts):
    allegation, other = met(posts), referred(posts, by="nurse")
    clock = other.record.deadlines.first()
    page = write(client_for("lado"), allegation, "late", clock=str(clock.pk), reason="x")
    assert page.status_code == 200
    clock.refresh_from_db()
    assert clock.late_reason == ""


def test_the_lados_own_clock_runs_from_the_day_she_is_told_and_stops_below_the_threshold(posts):
    allegation = referred(posts)
    clock = allegation.record.deadlines.get(rule_id="LADO.MEETING")
    assert (clock.started_on, clock.due_on) == (TODAY, date(2013, 7, 5))
    verbs.decide_threshold(
        allegation, tests=(), why="Nothing harmful.", by=posts["lado"], on=TODAY
    )
    clock.refresh_from_db()
    assert clock.stopped_because == "Below the threshold: Nothing harmful."
