"""The door: one entry for each request, committed first, and one answer for what is not yours."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access import grants, urls
from holdfast.kernel.access.models import Entry, Write
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Account, Holding, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record, Step

ClientFor = Callable[[str], Client]
Cast = dict[str, Holding]
FRIDAY = datetime(2013, 6, 28, 16, 45, tzinfo=ZoneInfo("Europe/London"))
TOKEN = re.compile(rb'(csrfmiddlewaretoken" value|nonce)="[^"]+"')
"""What is drawn anew for every answer, whatever was asked."""


def seen(browser: Client, address: str, method: str = "get") -> tuple[int, bytes, int]:
    """Return an answer's status, its body and how many queries it took."""
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(browser, method)(address)
    return answer.status_code, TOKEN.sub(b"", answer.content), len(queries)


@pytest.mark.parametrize("page", ["note", "plate", "meeting", "access:record_log"])
@pytest.mark.parametrize("key", ["neighbour_lado", "police", "lado", "guardian"])
def test_sealed_foreign_and_absent_are_answered_alike(
    key: str, page: str, client_for: ClientFor, note: Record, plate: Record
) -> None:
    browser = client_for(key)
    browser.get("/posts/")
    foreign = [plate] if key == "lado" else [plate, note]
    wanted = seen(browser, reverse(page, args=["TN-1999-0404"]))
    assert wanted[0] == 404
    for record in foreign:
        assert seen(browser, reverse(page, args=[record.reference])) == wanted


def test_break_glass_is_refused_alike_for_sealed_absent_and_shut_out(
    client_for: ClientFor, note: Record, plate: Record, posts: dict[str, Post], cast: Cast
) -> None:
    why = "The case is about her"
    grants.shut_out(note, person=cast["nurse"].person, why=why, by=posts["social_worker"])
    browser = client_for("nurse")
    browser.get("/posts/")
    for method in ("get", "post"):
        wanted = seen(browser, reverse("access:break_glass", args=["TN-1999-0404"]), method)
        assert wanted[0] == 404
        for record in (plate, note):
            address = reverse("access:break_glass", args=[record.reference])
            assert seen(browser, address, method) == wanted


def test_a_refused_request_leaves_exactly_one_entry(client_for: ClientFor, note: Record) -> None:
    browser = client_for("neighbour_lado")
    before = Entry.objects.count()
    browser.get(reverse("note", args=[note.reference]))
    entry = Entry.objects.get(let_in=False)
    assert Entry.objects.count() == before + 1
    assert (entry.what, entry.page, entry.right) == ("read", "note", "no right")
    assert entry.account and entry.holding and entry.post
    assert entry.record_id == note.pk


def test_what_a_verb_refuses_is_written_down_and_not_found(
    client_for: ClientFor, note: Record
) -> None:
    answer = client_for("lado").get(reverse("second_thoughts", args=[note.reference]))
    assert answer.status_code == 404
    assert Entry.objects.get(let_in=False).right == "the verb says no"


def test_another_records_sub_id_is_not_found(
    client_for: ClientFor, open_one: Any, posts: dict[str, Post]
) -> None:
    mine, other = open_one("test_note"), open_one("test_note")
    step = story.write_step(record=other, move="x", by=posts["lado"], on=other.opened_on)
    own = reverse("step", args=[other.reference, step.pk])
    assert client_for("lado").get(own).status_code == 200
    address = reverse("step", args=[mine.reference, step.pk])
    assert client_for("lado").get(address).status_code == 404


def test_a_look_writes_nothing_but_its_entry(client_for: ClientFor, note: Record) -> None:
    browser = client_for("social_worker")
    address = reverse("note", args=[note.reference])
    browser.get(address)
    written = Write.objects.count()
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    said = [query["sql"] for query in queries]
    inserts = [sql for sql in said if not sql.lower().startswith(("select", "save", "release"))]
    assert [sql.split('"')[1] for sql in inserts] == ["access_entry"]
    assert Write.objects.count() == written


def test_nothing_that_is_read_is_kept_by_browser_or_proxy(
    client_for: ClientFor, note: Record
) -> None:
    for address in (reverse("note", args=[note.reference]), "/figures/", "/posts/", "/"):
        for key in ("social_worker", "analyst", "neighbour_lado"):
            assert client_for(key).get(address)["Cache-Control"] == "no-store", address


def test_a_stranger_is_sent_to_sign_in_and_told_nothing(client: Client, note: Record) -> None:
    for reference in (note.reference, "TN-1999-0404"):
        answer = client.get(reverse("note", args=[reference]))
        assert answer.status_code == 302 and answer["Location"] == reverse("account_login")
    assert not Entry.objects.exists()


def test_a_holding_that_ended_closes_the_door(
    client_for: ClientFor, note: Record, cast: Cast
) -> None:
    browser = client_for("social_worker")
    address = reverse("note", args=[note.reference])
    assert browser.get(address).status_code == 200
    appointments.stand_down(cast["social_worker"])
    assert browser.get(address).status_code == 404
    assert Entry.objects.filter(let_in=False, right="no post").count() == 1


def test_an_account_that_was_closed_is_a_stranger(client_for: ClientFor, cast: Cast) -> None:
    browser = client_for("lado")
    Account.objects.filter(person=cast["lado"].person_id).update(is_active=False)
    assert browser.get("/posts/")["Location"] == reverse("account_login")


def test_a_session_cannot_name_somebody_elses_holding(
    client_for: ClientFor, note: Record, cast: Cast
) -> None:
    browser = client_for("neighbour_lado")
    session = browser.session
    session["holding"] = cast["social_worker"].pk
    session.save()
    assert browser.get(reverse("note", args=[note.reference])).status_code == 404


def test_a_grant_ends_while_its_reader_is_signed_in(
    client_for: ClientFor, note: Record, give: Any
) -> None:
    browser, address = client_for("police"), reverse("meeting", args=[note.reference])
    with moment.story(FRIDAY):
        give(note, expires_at=FRIDAY + timedelta(hours=1))
        assert browser.get(address).status_code == 200
    with moment.story(FRIDAY + timedelta(hours=2)):
        assert browser.get(address).status_code == 404


def test_the_accused_finds_nothing_in_any_of_his_posts(
    client_for: ClientFor, note: Record, cast: Cast, posts: dict[str, Post], second_post: Any
) -> None:
    """A LADO accused in his own room: he can neither read nor decide, whatever he sits as."""
    second_post("lado", "social_worker")
    second_post("lado", "nurse")
    why = "The allegation is about this person."
    grants.shut_out(note, person=cast["lado"].person, why=why, by=posts["social_worker"])
    browser = client_for("lado")
    mine = Holding.objects.filter(person=cast["lado"].person_id)
    for holding in mine:
        browser.post(reverse("access:posts"), {"holding": holding.pk})
        for page in ("note", "meeting", "work", "access:record_log", "access:break_glass"):
            assert browser.get(reverse(page, args=[note.reference])).status_code == 404
        browser.post(reverse("find"))
    assert mine.count() == 3
    found = Entry.objects.filter(what="search").values_list("detail__returned", flat=True)
    assert list(found) == [[]] * 3


def test_a_real_partnership_wants_a_second_factor(real_cast: Cast) -> None:
    browser = Client()
    account = Account.objects.get(person=real_cast["lado"].person_id)
    browser.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    answer = browser.get("/posts/")
    assert answer.status_code == 302 and answer["Location"] == reverse("mfa_activate_totp")
    assert not Entry.objects.filter(let_in=True, page="access:posts").exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outlives_the_work_that_failed(client_for: ClientFor, note: Record) -> None:
    browser = client_for("social_worker")
    browser.raise_request_exception = False
    with pytest.raises(ValueError, match="fell over"):
        client_for("social_worker").post(reverse("fails", args=[note.reference]))
    assert browser.post(reverse("fails", args=[note.reference])).status_code == 500
    assert Entry.objects.filter(what="write", page="fails", let_in=True).count() == 2


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_and_nothing_done_when_the_entry_cannot_be_written(
    client_for: ClientFor, note: Record
) -> None:
    """The database itself refuses the entry: then there is no page, and no work."""
    browser = client_for("social_worker")
    browser.raise_request_exception = False
    with _a_full_log():
        answer = browser.get(reverse("note", args=[note.reference]))
        assert answer.status_code == 500 and b"note True" not in answer.content
        assert browser.post(reverse("work", args=[note.reference])).status_code == 500
    assert not Step.objects.exists()
    assert browser.get(reverse("note", args=[note.reference])).status_code == 200


class _a_full_log:
    """The log's table takes nothing more."""

    def __enter__(self) -> None:
        if connection.vendor == "sqlite":
            self._run(
                "create trigger zz_full before insert on access_entry "
                "begin select raise(abort, 'full'); end"
            )
        else:
            self._run("alter table access_entry add constraint zz_full check (false) not valid")

    def __exit__(self, *_: object) -> None:
        if connection.vendor == "sqlite":
            self._run("drop trigger zz_full")
        else:
            self._run("alter table access_entry drop constraint zz_full")

    def _run(self, sql: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)


@pytest.mark.django_db(transaction=True)
def test_what_a_search_found_is_committed_before_the_first_byte(
    client_for: ClientFor, note: Record
) -> None:
    client_for("lado").post(reverse("find"))
    entry = Entry.objects.get(what="search")
    assert entry.detail == {"returned": [str(note.pk)], "fields": "name"}


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_out_is_committed_before_the_first_byte(client_for: ClientFor) -> None:
    answer = client_for("analyst").get(reverse("take_out"))
    entry = Entry.objects.get(what="export")
    assert entry.detail == {"list": "figures", "rows": 3}
    assert b"".join(answer.streaming_content) == b"1 export written before this byte"


def test_every_page_of_this_room_has_its_door() -> None:
    assert [page.name for page in urls.urlpatterns if not getattr(page.callback, "door", "")] == []
