"""Signing in as the cast: in a demo, at this machine, directly. Anywhere else it is not there."""

import re
from typing import Any

import pytest
from django.test import Client

from holdfast.demo import cast as demo_cast
from holdfast.demo.cast import CAST
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory.models import Account, Holding

NONCE = re.compile(r'nonce="[^"]*"')
HERE = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}


def ask(client: Client, **headers: str) -> list[int]:
    """Ask for the page and to be the LADO. Return both statuses."""
    told = {**HERE, **headers}
    return [
        client.get("/demo/", **told).status_code,
        client.post("/demo/sign-in/", {"member": "lado"}, **told).status_code,
    ]


def test_everybody_of_the_cast_is_offered_with_what_to_try(cast: dict[str, Holding]) -> None:
    page = Client().get("/demo/", **HERE).content.decode()
    for member in CAST:
        assert f'value="{member.key}"' in page
        assert member.title in page


@pytest.mark.parametrize("key", [member.key for member in CAST])
def test_a_member_is_signed_in_and_it_is_written_down(cast: dict[str, Holding], key: str) -> None:
    client = Client()
    answer = client.post("/demo/sign-in/", {"member": key}, **HERE)
    assert (answer.status_code, answer.url) == (302, "/")
    account = Account.objects.get(person=cast[key].person_id)
    assert client.session["_auth_user_id"] == str(account.pk)
    entry = Entry.objects.get(what="sign_in")
    assert (entry.account_id, entry.right, entry.let_in) == (account.pk, "cast", True)


def test_becoming_somebody_else_leaves_nothing_of_the_first(cast: dict[str, Holding]) -> None:
    client = Client()
    client.post("/demo/sign-in/", {"member": "lado"}, **HERE)
    first = client.cookies["sessionid"].value
    session = client.session
    session["holding"] = cast["lado"].pk
    session.save()
    client.post("/demo/sign-in/", {"member": "police"}, **HERE)
    assert client.cookies["sessionid"].value != first
    assert "holding" not in client.session


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_this_machine_has_several_names(
    cast: dict[str, Holding], host: str, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    assert ask(Client(), HTTP_HOST=host) == [200, 302]


def test_a_real_database_has_no_such_page(db: None) -> None:
    demo_cast.assemble(demo=False)
    assert ask(Client()) == [404, 404]
    assert not Entry.objects.filter(what="sign_in").exists()


def test_an_empty_database_has_no_such_page(db: None) -> None:
    assert ask(Client()) == [404, 404]


@pytest.mark.parametrize("host", ["holdfast.example", "10.0.0.7:8000", "127.0.0.1.evil.example"])
def test_a_host_that_is_not_this_machine_has_no_such_page(
    cast: dict[str, Holding], host: str, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    assert ask(Client(), HTTP_HOST=host) == [404, 404]


@pytest.mark.parametrize("peer", ["10.0.0.7", "2001:db8::1", "", "not-an-address"])
def test_a_reader_on_another_machine_has_no_such_page(cast: dict[str, Holding], peer: str) -> None:
    assert ask(Client(), REMOTE_ADDR=peer) == [404, 404]


@pytest.mark.parametrize(
    "header",
    [
        "X_FORWARDED_FOR",
        "X_FORWARDED_HOST",
        "X_FORWARDED_PROTO",
        "X_FORWARDED_PORT",
        "X_FORWARDED",
        "FORWARDED",
        "X_REAL_IP",
        "VIA",
        "X_CLIENT_IP",
        "X_ORIGINAL_HOST",
        "TRUE_CLIENT_IP",
        "CF_CONNECTING_IP",
    ],
)
def test_a_proxy_in_between_means_no_such_page(cast: dict[str, Holding], header: str) -> None:
    assert ask(Client(), **{f"HTTP_{header}": "127.0.0.1"}) == [404, 404]


def test_no_such_page_looks_like_any_page_that_is_not_there(cast: dict[str, Holding]) -> None:
    client = Client()
    refused = client.get("/demo/", **HERE, HTTP_VIA="1.1 proxy").content.decode()
    absent = client.get("/nowhere-at-all/", **HERE).content.decode()
    assert NONCE.sub("", refused) == NONCE.sub("", absent)


def test_only_by_post(cast: dict[str, Holding]) -> None:
    assert Client().get("/demo/sign-in/", {"member": "lado"}, **HERE).status_code == 405


def test_somebody_who_is_not_of_the_cast_is_refused_in_words(cast: dict[str, Holding]) -> None:
    answer = Client().post("/demo/sign-in/", {"member": "root"}, **HERE)
    assert answer.status_code == 400
    assert "Choose one of the cast" in answer.content.decode()
    assert not Entry.objects.filter(what="sign_in").exists()


def test_a_closed_account_is_nobody(cast: dict[str, Holding]) -> None:
    Account.objects.filter(person=cast["lado"].person_id).update(is_active=False)
    page = Client().get("/demo/", **HERE).content.decode()
    assert 'value="lado"' not in page
    assert Client().post("/demo/sign-in/", {"member": "lado"}, **HERE).status_code == 400


def test_a_form_of_another_site_signs_nobody_in(cast: dict[str, Holding]) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/demo/sign-in/", {"member": "lado"}, **HERE).status_code == 403


def test_the_sign_in_page_of_a_demo_leads_to_the_cast(cast: dict[str, Holding]) -> None:
    client = Client()
    assert "/demo/" in client.get("/account/login/", **HERE).content.decode()
    away = client.get("/account/login/", **HERE, HTTP_X_FORWARDED_FOR="10.0.0.7")
    assert "/demo/" not in away.content.decode()
