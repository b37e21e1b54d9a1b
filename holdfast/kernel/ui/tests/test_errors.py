from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from lxml import html

from holdfast.kernel.ui import errors

PAGES: list[tuple[Callable[..., HttpResponse], int]] = [
    (errors.bad_request, 400),
    (errors.forbidden, 403),
    (errors.csrf_failure, 403),
    (errors.not_found, 404),
    (errors.too_many, 429),
    (errors.broken, 500),
    (errors.unavailable, 503),
]


@pytest.mark.parametrize(("view", "status"), PAGES)
def test_an_error_page_says_what_is_so_and_what_to_do(
    rf: RequestFactory, view: Callable[[HttpRequest], HttpResponse], status: int
) -> None:
    response = view(rf.get("/"))
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    page = html.fromstring(response.content)
    sentences = [p.text_content() for p in page.xpath("//main//p")]
    assert len(sentences) >= 2
    assert all(sentence.strip() for sentence in sentences)


def test_a_refusal_does_not_say_whether_the_record_exists(rf: RequestFactory) -> None:
    secret = Exception("Allegation AL-2012-0031 is sealed")
    refused = errors.not_found(rf.get("/a/AL-2012-0031/"), secret)
    absent = errors.not_found(rf.get("/a/AL-1999-9999/"), Exception("no such row"))
    assert refused.content == absent.content
    assert b"sealed" not in refused.content


def test_the_page_for_a_fault_needs_no_database(rf: RequestFactory) -> None:
    """No `db` fixture is asked for, so any query fails here."""
    assert errors.broken(rf.get("/")).status_code == 500
