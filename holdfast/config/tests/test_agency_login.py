"""The agency's own login: found by issuer and subject, or not found."""

import re
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from holdfast.config import openid
from holdfast.config.tests import issuer as issuers
from holdfast.config.tests.conftest import EMAIL, sign_ins
from holdfast.config.tests.issuer import Issuer
from holdfast.kernel.directory.models import Account

CLIENT = "holdfast-client"
SUBJECT = "subject-0a1b"


def connect(settings: Any, address: str) -> None:
    settings.OIDC_ISSUER = address
    settings.SOCIALACCOUNT_PROVIDERS = openid.providers(
        name="the council's login", client_id=CLIENT, secret="s" * 20, issuer=address
    )


@pytest.fixture
def issuer(settings: Any) -> Iterator[Issuer]:
    with issuers.running(CLIENT) as running:
        connect(settings, running.address)
        yield running


@pytest.fixture
def linked(account: Account, issuer: Issuer) -> Account:
    call_command(
        "link_account",
        account=account.number,
        issuer=issuer.address,
        subject=SUBJECT,
        stdout=StringIO(),
    )
    return account


@pytest.fixture
def come_back(browser: Client, issuer: Issuer) -> Callable[..., Any]:
    """Press the button, sign in over there with these claims, and come back with the code."""

    def come(**claims: Any) -> Any:
        issuer.claims = claims
        provider = openid.provider_id(issuer.address)
        away = browser.post(reverse("openid_connect_login", kwargs={"provider_id": provider}))
        asked = parse_qs(urlsplit(away.url).query)
        assert away.url.startswith(f"{issuer.address}/authorize?")
        assert asked["scope"] == ["openid"]
        assert asked["code_challenge_method"] == ["S256"]
        back = reverse("openid_connect_callback", kwargs={"provider_id": provider})
        return browser.get(back, {"code": "once", "state": asked["state"][0]})

    return come


def is_in(browser: Client) -> bool:
    return browser.get(reverse("access:posts")).status_code == 200


def test_a_linked_subject_of_the_issuer_is_let_in_without_a_second_factor_of_ours(
    browser: Client, linked: Account, come_back: Callable
) -> None:
    assert come_back(sub=SUBJECT).url == "/"
    assert is_in(browser)
    assert (sign_ins()[-1].right, sign_ins()[-1].account) == ("agency's login", linked.pk)


def test_an_unknown_subject_is_refused_although_its_address_is_an_accounts(
    browser: Client, linked: Account, come_back: Callable
) -> None:
    answer = come_back(sub="someone-else", email=EMAIL, email_verified=True)
    assert answer.status_code == 403
    assert "No account is linked to this login" in answer.content.decode()
    assert not is_in(browser)
    assert SocialAccount.objects.count() == 1
    assert Account.objects.filter(email=EMAIL).count() == 1
    assert (sign_ins()[-1].right, sign_ins()[-1].let_in) == ("subject not linked", False)


def test_the_same_subject_at_another_issuer_is_another_person(
    browser: Client, linked: Account, come_back: Callable, settings: Any, issuer: Issuer
) -> None:
    with issuers.running(CLIENT) as another:
        connect(settings, another.address)
        issuer.address, old = another.address, issuer.address
        another.claims = {"sub": SUBJECT}
        assert come_back(sub=SUBJECT).status_code == 403
        issuer.address = old
    assert not is_in(browser)


def test_a_token_that_names_another_issuer_is_refused(
    browser: Client, linked: Account, come_back: Callable
) -> None:
    assert come_back(sub=SUBJECT, iss="https://elsewhere.example").status_code == 401
    assert not is_in(browser)


def test_a_token_for_another_client_is_refused(
    browser: Client, linked: Account, come_back: Callable
) -> None:
    assert come_back(sub=SUBJECT, aud="another-service").status_code == 401
    assert not is_in(browser)


def test_a_token_signed_with_another_key_is_refused(
    browser: Client, linked: Account, come_back: Callable, issuer: Issuer
) -> None:
    issuer.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert come_back(sub=SUBJECT).status_code == 401
    assert not is_in(browser)


@pytest.mark.parametrize("how", [("none", None), ("HS256", "s" * 32)], ids=["none", "shared"])
def test_a_token_without_a_public_key_signature_is_refused(
    browser: Client, linked: Account, come_back: Callable, issuer: Issuer, how: Any
) -> None:
    issuer.algorithm, issuer.signs_with = how
    assert come_back(sub=SUBJECT).status_code == 401
    assert not is_in(browser)


def test_a_token_that_has_run_out_is_refused(
    browser: Client, linked: Account, come_back: Callable
) -> None:
    assert come_back(sub=SUBJECT, exp=1_300_000_000).status_code == 401
    assert not is_in(browser)


def test_what_a_user_info_page_says_is_no_identity(
    browser: Client, linked: Account, come_back: Callable, issuer: Issuer
) -> None:
    issuer.gives_id_token, issuer.user_info = False, {"sub": SUBJECT}
    assert come_back().status_code == 401
    assert not is_in(browser)


def test_an_answer_that_nobody_asked_for_is_refused(
    browser: Client, linked: Account, issuer: Issuer
) -> None:
    issuer.claims = {"sub": SUBJECT}
    provider = openid.provider_id(issuer.address)
    back = reverse("openid_connect_callback", kwargs={"provider_id": provider})
    assert browser.get(back, {"code": "once", "state": "made-up"}).status_code == 401
    assert not is_in(browser)


def test_nobody_links_their_own_account(
    browser: Client,
    account: Account,
    issuer: Issuer,
    type_password: Callable,
    set_up_factor: Callable,
) -> None:
    type_password()
    set_up_factor()
    provider = openid.provider_id(issuer.address)
    away = browser.post(
        reverse("openid_connect_login", kwargs={"provider_id": provider}) + "?process=connect"
    )
    issuer.claims = {"sub": "mine"}
    state = parse_qs(urlsplit(away.url).query)["state"][0]
    back = reverse("openid_connect_callback", kwargs={"provider_id": provider})
    assert browser.get(back, {"code": "once", "state": state}).status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_linked_account_has_no_password_any_more(
    linked: Account, type_password: Callable
) -> None:
    assert "not correct" in type_password().content.decode()


def test_an_issuer_that_does_not_answer_is_a_page_and_not_a_fault(
    browser: Client, account: Account, settings: Any
) -> None:
    connect(settings, "http://127.0.0.1:9")
    provider = openid.provider_id("http://127.0.0.1:9")
    answer = browser.post(reverse("openid_connect_login", kwargs={"provider_id": provider}))
    assert answer.status_code == 401
    assert "did not answer as it should" in answer.content.decode()


def test_the_sign_in_page_offers_the_agencys_login_and_may_send_the_reader_there(
    browser: Client, account: Account, issuer: Issuer
) -> None:
    page = browser.get("/account/login/")
    policy = page["Content-Security-Policy"]
    assert "Sign in with the council" in page.content.decode()
    assert re.search(rf"form-action 'self' {re.escape(issuer.address)}(;|$)", policy)


def test_an_operator_links_only_to_the_configured_issuer(account: Account, issuer: Issuer) -> None:
    with pytest.raises(CommandError, match="is not the configured issuer"):
        call_command(
            "link_account", account=account.number, issuer="https://x.example", subject=SUBJECT
        )


def test_a_subject_is_linked_to_one_account(linked: Account, issuer: Issuer) -> None:
    with pytest.raises(CommandError, match="linked to an account already"):
        call_command("link_account", account=linked.number, issuer=issuer.address, subject=SUBJECT)


@pytest.mark.parametrize("issuer", ["http://login.example", "login.example", "ftp://x"])
def test_an_issuer_is_reached_over_https(issuer: str) -> None:
    with pytest.raises(openid.NotAnIssuer):
        openid.providers(name="x", client_id="c", secret="s", issuer=issuer)


def test_the_key_of_a_provider_comes_from_its_issuer() -> None:
    assert openid.provider_id("https://a.example") != openid.provider_id("https://b.example")
