"""Hostile words: markup, SQL, rubbish and far too much, wherever something can be sent."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.kernel.directory.models import this_partnership
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law, procedure
from tests import hostile, samples, told
from tests.hostile import TODAY, it_is_friday, the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

MARKUP = "<img src=x onerror=alert(1)>\"'{{7*7}}${7*7}</textarea><script>alert(2)</script>"
NASTY = {
    "markup": MARKUP,
    "sql": "x' OR '1'='1'; DROP TABLE access_entry; --%_",
    "nul": "a\x00b",
    "long": "9" * 6000,
    "huge": "99999999999999999999",
    "year nought": "0000-00",
    "last year": "9999-99",
    "other digits": "٣٣٣٣-٣٣",
    "powers": "²²²²-¹³",
    "minus": "-1",
    "line ends": "a\r\nSet-Cookie: b=c",
    "half a pair": "\udc80",
    "day": "31/02/2013",
    "list": "[]",
}
PARAMS = (
    "state", "sector", "threshold", "year", "owner", "late", "sort", "page", "format",
    "what", "who", "since", "show", "priority", "item", "q", "next",
)  # fmt: skip
UNHARMED = {200, 302, 400, 404, 405}
READERS = (
    "lado", "board_manager", "guardian", "transport_manager", "board_chair", "police_member",
    "housing_lead",
)  # fmt: skip
DEAR = {"annual_report:download", "workplan:download"}
"""Files that take long to make and read no parameter."""

OPEN = [page for page in told.one_of_each_view() if page[0] not in DEAR]


def named(page: told.Page) -> str:
    return page[0]


def url_of(page: told.Page) -> str:
    name, wanted = page
    return reverse(name, kwargs=samples.arguments(name, wanted))


@pytest.fixture(scope="module")
def readers(the_story: None) -> dict[str, Client]:  # noqa: F811
    return {key: hostile.browser(key) for key in READERS}


def reader_of(readers: dict[str, Client], name: str, *, to: str) -> Client | None:
    """The first to whom a page opens, or whose form it takes."""
    return next((readers[key] for key in readers if told.opens(name, key, to=to)), None)


LISTS = [page for page in OPEN if not page[1] & {"number", "entry", "offer", "parcel", "pk"}]
"""What is sorted, filtered and paged."""


TURNS = 3


def mixed(fields: Iterable[str], *, turn: int, of: Sequence[str]) -> dict[str, bytes]:
    """Fill every field with another of these words. Turn by turn, and page by page, with each."""
    return {
        field: NASTY[of[(turn + place) % len(of)]].encode("utf-8", "replace")
        for place, field in enumerate(sorted(fields))
    }


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_no_parameter_breaks_a_page_or_comes_back_as_markup(
    readers: dict[str, Client], page: told.Page
) -> None:
    url = url_of(page)
    browser = reader_of(readers, page[0], to="GET")
    if browser is None or reader_of(readers, page[0], to="POST"):
        return
    for turn in range(TURNS):
        typed = mixed(PARAMS, turn=LISTS.index(page) + turn * TURNS, of=list(NASTY))
        answer = browser.get(url, typed)
        assert answer.status_code in UNHARMED, f"{typed} in {page[0]}"
        assert "Set-Cookie" not in answer
        assert "<script>alert" not in hostile.words_of(answer)


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    page=st.sampled_from(LISTS),
    params=st.dictionaries(
        st.sampled_from(PARAMS),
        st.one_of(st.text(max_size=12), st.integers().map(str), st.dates().map(str),
                  st.sampled_from(["-received", "csv", "met", "yes", "2012-13", "post-1"])),
        max_size=5,
    ),
)  # fmt: skip
def test_whatever_is_asked_is_answered(
    readers: dict[str, Client], page: told.Page, params: dict[str, str]
) -> None:
    url = url_of(page)
    for browser in readers.values():
        typed = {k: v.encode("utf-8", "replace") for k, v in params.items()}
        assert browser.get(url, typed).status_code in UNHARMED


FIELD = re.compile(r'<(?:input|select|textarea)[^>]*\bname="([^"]+)"')
TYPED = ("markup", "sql", "nul", "long", "huge", "half a pair")
BY_HAND = {"text", "sent", "found", "began"}
"""Fields that a view reads by itself."""


def fields_of(browser: Client, url: str) -> set[str]:
    """Every field that a page's own forms send, but the button that only looks."""
    page = browser.get(url)
    found = set(FIELD.findall(hostile.words_of(page))) if page.status_code == 200 else set()
    return (found | BY_HAND) - {"csrfmiddlewaretoken", "find"}


@pytest.mark.parametrize("page", OPEN, ids=named)
def test_no_form_breaks_whatever_is_typed(readers: dict[str, Client], page: told.Page) -> None:
    url = url_of(page)
    browser = reader_of(readers, page[0], to="POST")
    if browser is None:
        return
    fields = fields_of(browser, url)
    for turn in range(2):
        typed = mixed(fields, turn=OPEN.index(page) + 3 * turn, of=TYPED)
        with told.rolled_back():
            answer = browser.post(url, typed)
        assert answer.status_code in UNHARMED, f"{typed} in {page[0]}"
        assert "<script>alert" not in hostile.words_of(answer)


def test_markup_in_every_field_of_a_case_is_shown_as_it_was_typed() -> None:
    lado = hostile.post("lado")
    case = _a_case_of(MARKUP[:60])
    verbs.decide_threshold(case, tests=(law.Test.HARMED,), why=MARKUP, by=lado, on=TODAY)
    verbs.hold_initial_discussion(
        case, with_whom=MARKUP, agreed=MARKUP, meeting_needed=True, by=lado, on=TODAY
    )
    verbs.write_summary(case, summary=MARKUP, by=lado, on=TODAY)
    verbs.open_strand(case, kind=procedure.Strand.EMPLOYER, whose_move=MARKUP, by=lado, on=TODAY)
    verbs.agree_learning(
        case, what=MARKUP, why=MARKUP, owner=hostile.post("transport_manager"),
        due_on=date(2013, 9, 1), by=lado, on=TODAY,
    )  # fmt: skip
    verbs.send_copy(
        case, reader="a", title=MARKUP[:60], text="We meet.", disclosed=MARKUP, by=lado, on=TODAY,
    )  # fmt: skip
    browser = hostile.browser("lado")
    shown = 0
    lists = [page for page in told.guarded() if page[1] == frozenset()]
    for page in [*lists, *hostile.pages_about_a_record("allegations:")]:
        said = hostile.words_of(browser.get(url_in(page, case)))
        assert "<script>alert" not in said and "<img src=x" not in said, page[0]
        shown += "&lt;img src=x" in said
    assert shown > 5


def url_in(page: told.Page, case: Allegation) -> str:
    """A page of one case, or a list."""
    if "reference" in page[1]:
        return hostile.address(page, case.record.reference, number=1)
    return url_of(page)


def _a_case_of(words: str) -> Allegation:
    return verbs.refer(
        area=this_partnership().area,
        adult=verbs.AdultTold(words, words, words, "sport", other_names=(words,)),
        concerns=[verbs.ConcernTold(law.Category.PHYSICAL, words, words, words)],
        children=[verbs.ChildTold(words, 8, words, words)],
        known_on=TODAY,
        by=hostile.post("lado"),
        on=TODAY,
    )


@pytest.mark.parametrize("what", ["sql", "markup"])
def test_a_search_for_hostile_words_finds_nobody_and_shows_them_as_words(what: str) -> None:
    typed = {"name": NASTY[what], "work": NASTY[what], "find": "1"}
    said = hostile.words_of(hostile.browser("lado").post(reverse("allegations:find"), typed))
    assert "Nobody like this" in said
    assert "<script>alert" not in said


@pytest.mark.parametrize(
    "where", ["https://elsewhere.example/", "//elsewhere.example", "/\\\\e.example"]
)
def test_signing_in_as_the_cast_leads_nowhere_else(where: str) -> None:
    here = Client(REMOTE_ADDR="127.0.0.1", HTTP_HOST="localhost")
    answer = here.post(
        f"{reverse('demo:sign_in')}?next={where}", {"member": "lado", "next": where}
    )
    assert answer.headers["Location"] == "/"
