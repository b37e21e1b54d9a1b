"""Attacks on every route, generated from the addresses themselves."""

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access.models import Entry, Write
from holdfast.practice.allegations.models import Allegation
from tests import hostile, samples, told
from tests.hostile import it_is_friday, the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

OUTSIDERS = ("police", "guardian", "board_manager", "neighbour_lado")
"""The police's grant has ended; the guardian reads logs; the other two have nothing."""

SEALED_PAGES = hostile.pages_about_a_record("allegations:", "access:")
EVERY_PAGE = hostile.pages_about_a_record()
EVERY_VIEW = told.one_of_each_view()
"""One page of each view: which methods it knows is the view's own affair."""


def named(page: told.Page) -> str:
    return page[0]


def absent(reference: str) -> str:
    """A reference that nobody has, as long as one that somebody has."""
    return reference[:-4] + "9999"


def asked(browser: Client, method: str, url: str) -> tuple[object, ...]:
    """All that an answer tells: status, words, headers, cookies, number of queries."""
    with CaptureQueriesContext(connection) as queries:
        response = browser.generic(method, url)
        said = hostile.words_of(response)
    return response.status_code, said, headers_of(response), len(queries)


def headers_of(response: HttpResponseBase) -> list[tuple[str, str]]:
    known = [(name, hostile.CHANGES_WITH_EVERY_ANSWER.sub("", v)) for name, v in response.items()]
    return [*known, *((name, "set") for name in response.cookies)]


@pytest.fixture(scope="module")
def outsiders(the_story: None) -> dict[str, Client]:  # noqa: F811
    return {key: hostile.browser(key) for key in OUTSIDERS}


@pytest.mark.parametrize("page", SEALED_PAGES, ids=named)
def test_sealed_and_absent_are_told_apart_by_nothing(
    outsiders: dict[str, Client], page: told.Page
) -> None:
    there = samples.allegations.bus_case().record.reference
    for key, browser in outsiders.items():
        for method in hostile.METHODS:
            real = hostile.address(page, there)
            missing = hostile.address(page, absent(there))
            asked(browser, method, missing)
            sealed = asked(browser, method, real)
            if sealed[0] == 200 and page[0].startswith("allegations:"):
                pytest.fail(f"{method} {page[0]} opened to {key}")
            assert sealed == asked(browser, method, missing), f"{method} by {key}"


OTHER_KIND = {"workplan": "annual_report", "annual_report": "workplan", "allegations": "workplan"}


@pytest.mark.parametrize(
    "page", [p for p in EVERY_PAGE if p[0].split(":")[0] in OTHER_KIND], ids=named
)
def test_a_record_of_another_kind_is_not_found_under_this_rooms_address(page: told.Page) -> None:
    """The board's manager may open plan and report; the LADO her room. Neither by another door."""
    room = page[0].split(":")[0]
    other = samples.arguments(f"{OTHER_KIND[room]}:x", frozenset({"reference"}))["reference"]
    for key in ("board_manager", "lado"):
        browser = hostile.browser(key)
        for method in ("GET", "POST"):
            answer = browser.generic(method, hostile.address(page, str(other)))
            assert answer.status_code in {404, 405}


# Another record's parts

PARTS = {
    "allegations:meeting": "number 1: it has no meeting",
    "allegations:record_meeting": "number 1: it has no meeting",
    "allegations:close_strand": "number 1: it has no strand",
    "allegations:copy": "number 1: it has no letter",
    "allegations:outcome": "number 2: it has one concern",
    "allegations:appeal": "number 2: it has one concern",
    "allegations:action": "the other's action",
    "allegations:new_date": "the other's action",
    "allegations:carry": "the other's action",
    "allegations:end_grant": "the other's grant",
}


def test_every_page_with_a_part_is_attacked() -> None:
    """A page with a number that is not among these has to be added to them."""
    asks = {name for name, words in hostile.pages_about_a_record("allegations:")
            if "number" in words}  # fmt: skip
    assert asks == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_another_records_part_is_not_found_and_like_one_that_is_not_there(name: str) -> None:
    """The reader may open both records. The part is the other's."""
    whole, bare = hostile.a_whole_case(hostile.post("lado")), hostile.a_case("transport_manager")
    page = next(p for p in told.guarded() if p[0] == name)
    other = _grant_of(whole) if name == "allegations:end_grant" else _action_of(whole)
    number = {"1": 1, "2": 2}.get(PARTS[name].split(" ")[1].strip(":"), other)
    browser = hostile.browser("transport_manager" if name == "allegations:carry" else "lado")
    reference = bare.record.reference
    own, missing = (hostile.address(page, reference, number=n) for n in (number, 10**9 + number))
    for method in ("GET", "POST"):
        steps = whole.record.steps.count()
        there = asked(browser, method, own)
        assert there[0] in {404, 405}
        assert there[:3] == asked(browser, method, missing)[:3]
        assert whole.record.steps.count() == steps


def _action_of(case: Allegation) -> int:
    action = case.record.actions.first()
    assert action is not None
    return int(action.pk)


def _grant_of(case: Allegation) -> int:
    grant = case.record.grants.order_by("expires_at").last()
    assert grant is not None
    return int(grant.pk)


# Methods and forged forms


@pytest.mark.parametrize("page", EVERY_VIEW, ids=named)
def test_a_form_of_another_site_writes_nothing_and_is_shown_nothing(page: told.Page) -> None:
    name, wanted = page
    url = reverse(name, kwargs=samples.arguments(name, wanted))
    for key in ("lado", "board_manager"):
        forged = Client(enforce_csrf_checks=True)
        forged.force_login(told.account(key))
        before, entries = Write.objects.count(), Entry.objects.count()
        answer = forged.post(url, {"text": "forged"}, HTTP_ORIGIN="https://elsewhere.example")
        assert answer.status_code in {403, 405}
        assert (Write.objects.count(), Entry.objects.count()) == (before, entries)


@pytest.mark.parametrize("page", EVERY_VIEW, ids=named)
def test_a_method_said_in_a_header_or_a_field_is_not_believed(page: told.Page) -> None:
    """GET stays GET, whatever it says it is: it writes nothing but its entry."""
    name, wanted = page
    url = reverse(name, kwargs=samples.arguments(name, wanted))
    key = next((one for one in told.PERSONAS if told.opens(name, one)), "lado")
    browser = hostile.browser(key)
    before = Write.objects.count()
    answer = browser.get(
        url, {"_method": "POST"}, HTTP_X_HTTP_METHOD_OVERRIDE="DELETE", HTTP_X_METHOD="POST"
    )
    assert told.told_apart(answer.status_code) == told.kept_matrix()[name][key][0]
    assert Write.objects.count() == before


@pytest.mark.parametrize("page", EVERY_VIEW, ids=named)
def test_no_page_knows_a_method_that_it_was_not_made_for(page: told.Page) -> None:
    name, wanted = page
    url = reverse(name, kwargs=samples.arguments(name, wanted))
    browser = hostile.browser("lado")
    for method in ("PUT", "PATCH", "DELETE", "TRACE"):
        before = Write.objects.count()
        assert browser.generic(method, url).status_code in {404, 405}
        assert Write.objects.count() == before
