"""What is typed stays out of logs, cookies, addresses and other machines."""

import io
import json
import logging
import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from holdfast.config import logs
from holdfast.config.tests.conftest import EMAIL, PASSWORD
from holdfast.config.tests.urls import CANARY
from holdfast.kernel.access.models import Entry

WRONG = "canary-wrong-password-77"


@pytest.fixture
def stderr() -> Iterator[io.StringIO]:
    """What Holdfast tells its standard error, by the handler that it has there."""
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.addFilter(logs.NoQueries())
    plain = logs.LOGGING["formatters"]["plain"]
    handler.setFormatter(logs.WithoutValues(plain["format"], style=plain["style"]))
    logging.getLogger().addHandler(handler)
    yield told
    logging.getLogger().removeHandler(handler)


def test_what_is_typed_is_in_no_log_cookie_or_address(
    browser: Client, type_password: Callable, stderr: io.StringIO
) -> None:
    answers = [type_password(WRONG) for _ in range(6)]
    answers += [type_password(WRONG, email=EMAIL.upper()), type_password()]
    browser.get("/account/nowhere/", {"login": EMAIL, "password": WRONG})
    kept = [
        stderr.getvalue(),
        *[str(answer.headers) + str(answer.cookies) for answer in answers],
        *[json.dumps(e.detail) + str(e.right) + str(e.page) for e in Entry.objects.all()],
        str(browser.cookies),
    ]
    assert "Not Found: /account/nowhere/" in kept[0]
    for words in kept:
        for secret in (EMAIL, EMAIL.upper(), PASSWORD, WRONG):
            assert secret not in words


def test_a_password_is_never_sent_back(type_password: Callable) -> None:
    assert WRONG not in type_password(WRONG).content.decode()


@pytest.mark.urls("holdfast.config.tests.urls")
@pytest.mark.parametrize("path", ["/broken/", "/database/"])
def test_a_fault_tells_where_it_was_and_no_value(path: str, stderr: io.StringIO, db: None) -> None:
    client = Client(raise_request_exception=False)
    answer = client.get(path, {"name": CANARY})
    assert answer.status_code == 500
    assert "Something went wrong in Holdfast" in answer.content.decode()
    assert f"Internal Server Error: {path}" in stderr.getvalue()
    assert "holdfast/config/tests/urls.py" in stderr.getvalue()
    assert "Quill" not in stderr.getvalue()
    assert "Quill" not in answer.content.decode()


@pytest.mark.parametrize("path", ["/account/login/", "/account/password/reset/", "/nowhere/"])
def test_pages_are_strict_about_other_machines_and_are_not_kept(
    browser: Client, path: str
) -> None:
    answer = browser.get(path)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?://", policy)
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


def test_cookies_are_for_the_server_alone(browser: Client, type_password: Callable) -> None:
    type_password()
    for name in ("sessionid", "csrftoken"):
        assert browser.cookies[name]["httponly"]
        assert browser.cookies[name]["samesite"] == "Lax"


def test_no_message_waits_in_a_cookie(browser: Client, type_password: Callable) -> None:
    type_password()
    assert set(browser.cookies) == {"sessionid", "csrftoken"}


def test_a_form_that_is_not_ours_is_refused_in_words(account: object) -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": EMAIL})
    assert answer.status_code == 403
    assert "That was not sent from a page of yours" in answer.content.decode()


def test_a_strange_host_is_refused_in_words(browser: Client) -> None:
    answer = browser.get("/account/login/", HTTP_HOST="evil.example")
    assert answer.status_code == 400
    assert "That could not be read" in answer.content.decode()


def test_next_leads_nowhere_else(browser: Client, type_password: Callable) -> None:
    form = {"login": EMAIL, "password": PASSWORD, "next": "https://evil.example/"}
    assert browser.post("/account/login/", form).url == "/"
