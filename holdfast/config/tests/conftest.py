"""A real installation: not a demo, one account with a password, and a browser."""

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from holdfast.demo import cast as demo_cast
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory.models import Account

PASSWORD = "heron-lantern-cobble-91"
EMAIL = "canary-lado@holdfast.example"


@pytest.fixture(autouse=True)
def _limits_forgotten(db: None) -> None:
    cache.clear()


@pytest.fixture
def account() -> Account:
    """The LADO of a real partnership, invited and with a password, without a second factor."""
    holdings = demo_cast.assemble(demo=False)
    lado = Account.objects.get(person=holdings["lado"].person_id)
    lado.email = EMAIL
    lado.set_password(PASSWORD)
    lado.save()
    return lado


@pytest.fixture
def browser(account: Account) -> Client:
    return Client()


@pytest.fixture
def type_password(browser: Client) -> Callable[..., object]:
    def typed(password: str = PASSWORD, email: str = EMAIL, **headers: str) -> object:
        form = {"login": email, "password": password}
        return browser.post("/account/login/", form, **headers)

    return typed


@pytest.fixture
def set_up_factor(browser: Client) -> Callable[[], str]:
    """Scan the key that the page shows and type the first code. Returns the key."""

    def scanned() -> str:
        page = browser.get("/account/factor/").content.decode()
        secret = re.search(r"<b>([A-Z2-7]{32})</b>", page)
        assert secret, page
        answer = browser.post("/account/factor/", {"code": code_of(secret[1])})
        assert answer.status_code == 302, answer.content.decode()
        return secret[1]

    return scanned


def code_of(secret: str) -> str:
    """Return the code that an authenticator app shows now."""
    return totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )


def sign_ins() -> list[SimpleNamespace]:
    """Return what the access log says of signing in, oldest first."""
    found = Entry.objects.filter(what="sign_in").order_by("pk")
    return [SimpleNamespace(right=e.right, let_in=e.let_in, account=e.account_id) for e in found]
