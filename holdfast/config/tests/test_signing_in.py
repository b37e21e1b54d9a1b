"""Password, second factor, recovery codes; what the log says; what is refused."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from holdfast.config.tests.conftest import PASSWORD, code_of, sign_ins
from holdfast.kernel.directory.models import Account


def used_codes_forgotten() -> None:
    """A code works once; the next moment's is not there yet."""
    cache.clear()


def test_a_stranger_is_sent_to_sign_in(browser: Client) -> None:
    assert browser.get(reverse("access:posts")).url == "/account/login/"


def test_a_password_alone_opens_nothing(browser: Client, type_password: Callable) -> None:
    assert type_password().status_code == 302
    assert browser.get(reverse("access:posts")).url == "/account/factor/"


def test_the_first_time_leads_from_password_to_app_to_recovery_codes_and_in(
    browser: Client, type_password: Callable, set_up_factor: Callable, account: Account
) -> None:
    type_password()
    set_up_factor()
    codes = browser.get("/account/factor/recovery/").content.decode()
    assert len(re.findall(r"<li>\d{8}</li>", codes)) == 10
    posts = browser.get(reverse("access:posts"))
    assert 'href="/account/password/change/"' in posts.content.decode()
    assert [line.right for line in sign_ins()] == ["password", "second factor set up"]
    assert {line.account for line in sign_ins()} == {account.pk}


def test_recovery_codes_are_shown_once(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    type_password()
    set_up_factor()
    browser.get("/account/factor/recovery/")
    again = browser.get("/account/factor/recovery/").content.decode()
    assert not re.search(r"<li>\d{8}</li>", again)
    assert "Make new codes" in again


def test_the_second_time_asks_for_the_code(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    type_password()
    secret = set_up_factor()
    browser.post("/account/logout/")
    used_codes_forgotten()
    assert type_password().url == "/account/factor/code/"
    assert browser.get(reverse("access:posts")).url == "/account/login/"
    assert browser.post("/account/factor/code/", {"code": code_of(secret)}).url == "/"
    assert browser.get(reverse("access:posts")).status_code == 200
    assert sign_ins()[-1].right == "password, code"


def test_a_code_works_once(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    type_password()
    secret = set_up_factor()
    for expected in (302, 200):
        browser.post("/account/logout/")
        type_password()
        typed = {"code": code_of(secret)}
        assert browser.post("/account/factor/code/", typed).status_code == expected


def test_a_wrong_code_is_refused_and_written_down(
    browser: Client, type_password: Callable, set_up_factor: Callable, account: Account
) -> None:
    type_password()
    set_up_factor()
    browser.post("/account/logout/")
    type_password()
    assert browser.post("/account/factor/code/", {"code": "000000"}).status_code == 200
    last = sign_ins()[-1]
    assert (last.right, last.let_in, last.account) == ("wrong code", False, account.pk)


def test_a_recovery_code_lets_in_once(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    type_password()
    set_up_factor()
    page = browser.get("/account/factor/recovery/").content.decode()
    code = re.findall(r"<li>(\d{8})</li>", page)[0]
    for expected in (302, 200):
        browser.post("/account/logout/")
        type_password()
        assert browser.post("/account/factor/code/", {"code": code}).status_code == expected


def test_a_session_from_before_the_factor_was_set_up_must_type_the_code(
    browser: Client, type_password: Callable, set_up_factor: Callable, account: Account
) -> None:
    """Somebody who stole the password is not let in by the holder's setting up the app."""
    thief = Client()
    thief.post("/account/login/", {"login": account.email, "password": PASSWORD})
    type_password()
    secret = set_up_factor()
    assert thief.get(reverse("access:posts")).url == "/account/factor/"
    assert thief.get("/account/factor/").url == "/account/factor/code/again/"
    used_codes_forgotten()
    thief.post("/account/factor/code/again/", {"code": "000000"})
    assert thief.get(reverse("access:posts")).url == "/account/factor/"
    thief.post("/account/factor/code/again/", {"code": code_of(secret)})
    assert thief.get(reverse("access:posts")).status_code == 200


def test_the_session_is_another_after_the_password_and_after_the_factor(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    browser.get("/account/login/")
    before = browser.cookies["csrftoken"].value
    type_password()
    first = browser.cookies["sessionid"].value
    assert browser.cookies["csrftoken"].value != before
    set_up_factor()
    assert browser.cookies["sessionid"].value != first


def test_signing_out_is_by_post_and_written_down(
    browser: Client, type_password: Callable, set_up_factor: Callable
) -> None:
    type_password()
    set_up_factor()
    assert browser.get("/account/logout/").status_code == 200
    assert browser.get(reverse("access:posts")).status_code == 200
    browser.post("/account/logout/")
    assert browser.get(reverse("access:posts")).url == "/account/login/"
    assert sign_ins()[-1].right == "signed out"


def test_the_sixth_wrong_password_is_refused_and_so_is_the_right_one_after_it(
    browser: Client, type_password: Callable, account: Account
) -> None:
    for _ in range(5):
        assert "not correct" in type_password("wrong").content.decode()
    assert "Too many failed login attempts" in type_password("wrong").content.decode()
    assert "Too many failed login attempts" in type_password().content.decode()
    assert browser.get(reverse("access:posts")).url == "/account/login/"
    rights = [(line.right, line.let_in, line.account) for line in sign_ins()]
    assert rights == [
        *[("wrong password", False, account.pk)] * 5,
        *[("too many tries", False, account.pk)] * 2,
    ]


def test_a_forwarded_address_does_not_start_the_count_again(type_password: Callable) -> None:
    for number in range(11):
        answer = type_password(
            "wrong", email=f"nobody-{number}@x.example", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}"
        )
    assert "Too many failed login attempts" in answer.content.decode()


def test_limits_are_kept_in_the_database(type_password: Callable) -> None:
    type_password("wrong")
    assert type(cache._connections[cache._alias]).__name__ == "DatabaseCache"


def test_an_address_that_nobody_has_is_written_down_as_nobody(type_password: Callable) -> None:
    type_password(email="nobody@x.example")
    assert [(line.right, line.account) for line in sign_ins()] == [("wrong password", None)]


def test_a_closed_account_is_not_let_in(
    browser: Client, type_password: Callable, account: Account
) -> None:
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert type_password().url == "/account/closed/"
    assert browser.get(reverse("access:posts")).url == "/account/login/"
    assert sign_ins()[-1].right == "account closed"


def test_the_key_of_the_app_is_kept_encrypted_and_its_label_names_nobody(
    browser: Client, type_password: Callable, set_up_factor: Callable, account: Account
) -> None:
    type_password()
    secret = set_up_factor()
    kept = Authenticator.objects.get(user=account.pk, type="totp").data["secret"]
    assert secret not in kept
    assert (
        Authenticator.objects.get(user=account.pk, type="totp")
        .wrap()
        .validate_code(code_of(secret))
    )


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_signup_by_passkey",
        "socialaccount_signup",
        "socialaccount_connections",
        "account_email",
        "mfa_deactivate_totp",
    ],
)
def test_there_is_no_way_to_sign_up_or_to_weaken_an_account(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["/account/signup/", "/accounts/signup/", "/account/3rdparty/"])
def test_a_sign_up_page_is_not_found(browser: Client, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_what_another_account_proved_in_the_same_browser_does_not_count(
    browser: Client, type_password: Callable
) -> None:
    type_password()
    session = browser.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = "4404"
    session.save()
    assert browser.get(reverse("access:posts")).url == "/account/factor/"
