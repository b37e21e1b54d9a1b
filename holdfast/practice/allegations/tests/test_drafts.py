"""A form half written is kept for its author alone, and is gone when it is sent or too old."""

from datetime import datetime
from urllib.parse import urlparse

import pytest
from django.urls import reverse

from holdfast.kernel.access.models import Draft, Entry, Write
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Account, Person
from holdfast.practice.allegations.models import Advice, Allegation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
CALL = {
    "name": "Desmund Jelico",
    "work": "bus escort",
    "caller": "Transport co-ordinator",
    "advice": "He does not escort on Monday.",
    "tests": ["harmed", "offence"],
    "born_on_day": "3",
    "born_on_month": "",
    "born_on_year": "1961",
}
REST = {
    "employer": "Harbour Lane School", "sector": "transport", "category": "physical",
    "said": "She was pulled down.", "child_known_as": "a girl of 9", "child_safe": "yes",
    "view": "advice", "tests": [], "born_on_month": "5", "send": "1",
}  # fmt: skip


def find(client, **told):
    return client.post(reverse("allegations:find"), told)


def page_of(client, name="find"):
    return client.get(reverse(f"allegations:{name}")).content.decode()


def test_a_call_is_kept_half_written_and_taken_up_after_signing_in_again(client_for, at):
    lado = client_for("lado")
    with at(2013, 6, 28, 16, 52):
        answer = find(lado, **CALL, keep="1")
        assert (answer.status_code, urlparse(answer.url).query) == (302, "")
        lado.logout()
        page = page_of(client_for("lado"))
    assert "Draft kept Fri 28 Jun, 16:52" in page and "There is a problem" not in page
    for typed in ("Desmund Jelico", "He does not escort on Monday.", 'value="1961"'):
        assert typed in page
    assert page.count("checked") == 2
    assert not Allegation.objects.exists()


def test_nobody_else_reads_a_draft_not_even_who_holds_the_post_next(client_for, posts, cast):
    find(client_for("lado"), **CALL, keep="1")
    for who in ("duty_chair", "neighbour_lado"):
        assert "Desmund" not in page_of(client_for(who)), who
    appointments.stand_down(cast["lado"])
    successor = Person.objects.create(name="Ines Varga")
    account = Account.objects.create_user("next@holdfast.example", person=successor)
    appointments.appoint(successor, posts["lado"])
    browser = client_for("lado")
    browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = page_of(browser)
    assert "Find a person" in page and "Desmund" not in page and "Draft kept" not in page


def test_a_draft_is_gone_when_the_call_is_recorded_and_the_call_keeps_its_own_time(client_for, at):
    lado = client_for("lado")
    began = datetime.fromisoformat("2013-06-28T16:45:00+01:00")
    with at(2013, 6, 28, 16, 52):
        find(lado, **CALL, began=began.isoformat(), keep="1")
    with at(2013, 7, 1, 9, 10):
        assert f'name="began" value="{began.isoformat()}"' in page_of(lado)
        answer = find(lado, **{**CALL, **REST}, began=began.isoformat())
        assert "/register/" in answer.url
    assert Advice.objects.get().rang_at == began
    assert not Draft.objects.exists()


def test_a_moment_long_past_is_not_the_calls_where_no_draft_was_kept(client_for, at):
    with at(2013, 7, 1, 9, 10):
        find(client_for("lado"), **{**CALL, **REST}, began="2013-06-28T16:45:00+01:00")
    assert Advice.objects.get().rang_at.isoformat().startswith("2013-07-01")


def test_a_draft_that_could_not_be_sent_is_still_kept(client_for):
    lado = client_for("lado")
    find(lado, **CALL, keep="1")
    assert "Write what they say." in find(lado, **CALL, send="1").content.decode()
    assert Draft.objects.count() == 1 and not Allegation.objects.exists()


def test_a_second_keeping_replaces_the_first_and_the_author_throws_it_away(client_for):
    lado = client_for("lado")
    find(lado, **CALL, keep="1")
    find(lado, **{**CALL, "name": "Desmond Jellicoe"}, keep="1")
    assert Draft.objects.get().typed["name"] == ["Desmond Jellicoe"]
    find(lado, **CALL, drop="1")
    assert not Draft.objects.exists() and "Jellicoe" not in page_of(lado)


def test_after_seven_days_a_draft_is_read_by_nobody_and_goes_with_the_next(client_for, at):
    find(client_for("lado"), **CALL, keep="1")
    with at(2013, 7, 5, 16, 44):
        assert "Desmund" in page_of(client_for("lado"))
    with at(2013, 7, 5, 16, 46):
        assert "Desmund" not in page_of(client_for("lado"))
        client_for("nurse").post(reverse("allegations:refer"), {"name": "X", "keep": "1"})
    assert [d.form for d in Draft.objects.all()] == ["allegations:referral"]


def test_an_agencys_referral_is_kept_and_is_gone_once_it_is_sent(client_for):
    nurse, url = client_for("nurse"), reverse("allegations:refer")
    told = {"name": "Winifred Oakes", "account": "She shook him.", "sector": "early_years"}
    assert nurse.post(url, {**told, "keep": "1"}).url == url
    page = page_of(nurse, "refer")
    assert "Draft kept" in page and "It has not been sent." in page and "She shook him." in page
    assert "There is a problem" not in page and not Allegation.objects.exists()
    assert "Winifred" not in page_of(client_for("head_teacher"), "refer")
    rest = {
        "work": "nursery worker", "employer": "Little Oaks", "category": "physical",
        "whose_words": "His grandmother", "child_known_as": "Tom",
        "known_on_day": "28", "known_on_month": "6", "known_on_year": "2013",
    }  # fmt: skip
    assert "acknowledgement" in nurse.post(url, {**told, **rest}).url
    assert not Draft.objects.exists()


def test_neither_the_neighbour_nor_an_analyst_keeps_anything_here(client_for):
    for who, name in (("neighbour_lado", "find"), ("analyst", "refer"), ("nurse", "find")):
        answer = client_for(who).post(reverse(f"allegations:{name}"), {**CALL, "keep": "1"})
        assert answer.status_code == 404, who
    assert not Draft.objects.exists()


def test_the_log_and_the_ledger_say_that_a_draft_was_kept_and_no_word_of_it(client_for):
    find(client_for("lado"), **CALL, keep="1")
    assert Entry.objects.filter(page="allegations:find", what="write").exists()
    written = Write.objects.filter(table="access_draft")
    assert written.exists()
    for row in [*written.values(), *Entry.objects.values()]:
        assert "Jelico" not in str(row)
