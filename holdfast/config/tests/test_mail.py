"""Setting a password by mail: nobody learns who has an account, and no mail names anybody."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, RequestFactory

from holdfast.config.tests.conftest import EMAIL, PASSWORD, sign_ins
from holdfast.kernel.directory.models import Account

NEW = "quarry-violin-thimble-28"
NONCE = re.compile(r'nonce="[^"]*"')
ASK = "/account/password/reset/"


def link_in(message: Any) -> str:
    found = re.search(r"http://testserver(/\S+)", message.body)
    assert found, message.body
    return found[1]


def test_known_and_unknown_addresses_are_answered_alike(browser: Client) -> None:
    known = browser.post(ASK, {"email": EMAIL}, follow=True)
    unknown = browser.post(ASK, {"email": "nobody@x.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert NONCE.sub("", known.content.decode()) == NONCE.sub("", unknown.content.decode())
    assert [message.to for message in mail.outbox] == [[EMAIL]]


@pytest.fixture
def _connection_kept() -> Iterator[None]:
    """The server would close this test's connection before and after its request."""
    ends = (request_started, request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


@pytest.mark.usefixtures("_connection_kept")
def test_the_mail_is_posted_after_the_answer_was_sent(account: Account) -> None:
    """How long the answer takes says nothing about whether there was anybody to write to."""
    token = "a" * 32
    form = {"email": EMAIL, "csrfmiddlewaretoken": token}
    environ = RequestFactory().post(ASK, form, HTTP_COOKIE=f"csrftoken={token}").environ
    statuses: list[str] = []
    answer = WSGIHandler()(environ, lambda status, _: statuses.append(status))
    b"".join(answer)
    assert (statuses, mail.outbox) == (["302 Found"], [])
    answer.close()
    assert [message.to for message in mail.outbox] == [[EMAIL]]


def test_no_mail_names_anybody(
    browser: Client, account: Account, type_password: Callable, set_up_factor: Callable
) -> None:
    browser.post(ASK, {"email": EMAIL})
    type_password()
    set_up_factor()
    typed = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert browser.post("/account/password/change/", typed).status_code == 302
    said = [f"{message.subject}\n{message.body}" for message in mail.outbox]
    assert len(said) == 2
    for words in said:
        assert account.person.name not in words
        assert account.person.name.split()[-1] not in words
        assert EMAIL not in words
        assert NEW not in words


def test_the_link_sets_a_password_once_and_lets_nobody_in_by_itself(browser: Client) -> None:
    browser.post(ASK, {"email": EMAIL})
    link = link_in(mail.outbox[0])
    form = browser.get(link).url
    assert "set-password" in form
    typed = {"password1": NEW, "password2": NEW}
    assert browser.post(form, typed).url == "/account/password/reset/key/done/"
    assert browser.get("/access/log/").url == "/account/login/"
    assert "does not work any more" in Client().get(link).content.decode()
    assert sign_ins()[-1].right == "password set"


def test_a_new_password_does_not_replace_the_second_factor(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    type_password()
    set_up_factor()
    browser.post("/account/logout/")
    browser.post(ASK, {"email": EMAIL})
    form = browser.get(link_in(mail.outbox[-1])).url
    browser.post(form, {"password1": NEW, "password2": NEW})
    assert type_password(NEW).url == "/account/factor/code/"


@pytest.mark.parametrize("weak", ["short", "password1234", EMAIL])
def test_a_weak_password_is_refused(browser: Client, weak: str) -> None:
    browser.post(ASK, {"email": EMAIL})
    form = browser.get(link_in(mail.outbox[0])).url
    assert browser.post(form, {"password1": weak, "password2": weak}).status_code == 200


def test_who_signs_in_through_their_agency_gets_no_second_way_in(
    browser: Client, account: Account
) -> None:
    SocialAccount.objects.create(user=account, provider="agency-x", uid="1")
    assert browser.post(ASK, {"email": EMAIL}).status_code == 302
    assert mail.outbox == []


def test_a_mail_server_that_is_away_changes_no_answer_and_no_log_names_the_reader(
    browser: Client, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert browser.post(ASK, {"email": EMAIL}).url == "/account/password/reset/done/"
    assert "could not be posted" in caplog.text
    assert EMAIL not in caplog.text


def test_asking_again_and_again_is_refused(browser: Client) -> None:
    statuses = [browser.post(ASK, {"email": EMAIL}).status_code for _ in range(6)]
    assert statuses == [302] * 5 + [429]
