"""The door: one entry for each request, committed first, and one answer for what is not yours."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access import urls
from holdfast.kernel.access.models import Entry
from holdfast.kernel.records.models import Record, Step

ClientFor = Callable[[str], Client]
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
