"""The thin thread through the pages alone, on Friday 28 June 2013 at 16:45."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.kernel.access import chain
from holdfast.kernel.access.models import Entry
from holdfast.practice.allegations.models import Allegation
from tests import hostile, samples, told
from tests.hostile import the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("told")]

TYPED = {
    "name": "Desmund Jelico",
    "work": "bus escort",
    "caller": "Transport co-ordinator, Harbour Lane School",
    "employer": "Harbour Lane School",
    "sector": "transport",
    "said": "The escort pulled her daughter down by the arm.",
    "category": "physical",
    "child_known_as": "a girl of 9",
    "child_age": "9",
    "child_safe": "yes",
    "advice": "1. He does not escort on Monday: another duty, or leave.",
    "view": "met",
    "tests": ["harmed"],
}
OF_THE_EARLIER_CASE = ("Jellicoe", "Brightline", "Micah", "Arden", "restraint", "earlier")
SUPPRESSED = re.compile(r"\b1 to 5\b|fewer than 6|under 6|suppressed", re.I)


@pytest.fixture(autouse=True)
def it_is_friday(db: None) -> Iterator[None]:
    with hostile.moment.story(hostile.FRIDAY):
        yield


def typed(**kept: str) -> dict[str, object]:
    return {**TYPED, "caller_post": str(hostile.post("coordinator").pk), **kept}


def found(lado: Client) -> str:
    answer = lado.post(reverse("allegations:find"), typed(find="1"))
    return hostile.words_of(answer)


def taken(lado: Client) -> Allegation:
    """The call, recorded and sent, linked to the bus case."""
    same = {f"same-{samples.allegations.bus_case().record_id}": "same"}
    answer = lado.post(reverse("allegations:find"), typed(send="1", **same))
    assert answer.status_code == 302
    new = Allegation.objects.latest("pk")
    assert answer.headers["Location"].endswith(f"/{new.record.reference}/")
    return new


def in_transport(key: str) -> int:
    """How many allegations where the adult works in transport, as the figures page has it."""
    page = hostile.words_of(hostile.browser(key).get(reverse("indicators:allegations")))
    employers = page[page.index("By the employer") :]
    row = re.search(r"(?s)<t[hd][^>]*>\s*Transport\s*</t[hd]>\s*<td[^>]*>\s*(\d+)\s*<", employers)
    assert row is not None
    return int(row[1])


def test_a_misspelt_name_brings_the_bus_case_with_its_reason_in_words() -> None:
    page = found(hostile.browser("lado"))
    assert "Desmond Jellicoe" in page and samples.allegations.bus_case().record.reference in page
    assert "unsubstantiated" in page
    assert "Mr Jellicoe trained in safe restraint" in page and "Not evidenced" in page
    assert 'value="Desmund Jelico"' in page, "what she typed stays"
    assert "% " not in re.sub(r"<[^>]+>", "", page).replace("100% ", ""), "no likeness in per cent"


def test_the_coordinator_has_it_in_writing_and_no_word_of_the_earlier_case() -> None:
    new = taken(hostile.browser("lado"))
    page = hostile.browser("coordinator").get(
        reverse("allegations:acknowledgement", args=[new.record.reference])
    )
    said = hostile.words_of(page)
    assert "He does not escort on Monday" in said and "16:45" in said
    for word in (*OF_THE_EARLIER_CASE, samples.allegations.bus_case().record.reference):
        assert word.lower() not in said.lower(), word


def test_the_clocks_run_and_writing_stops_the_employers() -> None:
    new = taken(hostile.browser("lado"))
    due = {clock.rule_id: clock.due_on for clock in new.record.deadlines.open()}
    assert {"LADO.REFER", "LADO.MEETING"} <= set(due)
    assert f"{due['LADO.REFER']:%-d %B}" == "1 July"
    employer = hostile.browser("coordinator")
    written = reverse("allegations:written", args=[new.record.reference])
    assert employer.post(written, {"text": "As told by telephone."}).status_code == 302
    assert "LADO.REFER" not in {clock.rule_id for clock in new.record.deadlines.open()}


def test_the_lay_member_sees_one_more_in_transport_and_nobody() -> None:
    before = in_transport("lay_member")
    new = taken(hostile.browser("lado"))
    assert in_transport("lay_member") == before + 1
    page = hostile.words_of(hostile.browser("lay_member").get(reverse("indicators:allegations")))
    for word in ("Jel", "Harbour", "Desm", new.record.reference):
        assert word not in page


def test_the_report_of_the_year_still_hides_small_counts() -> None:
    taken(hostile.browser("lado"))
    manager = hostile.browser("board_manager")
    wanted = frozenset({"reference", "chapter"})
    kept = samples.arguments("annual_report:chapter", wanted) | {"chapter": "allegations"}
    page = manager.get(reverse("annual_report:chapter", kwargs=kept))
    said = hostile.words_of(page)
    assert page.status_code == 200
    assert SUPPRESSED.search(said), "small numbers are said to be withheld"
    counts = re.findall(r"<td[^>]*>\s*(\d+)\s*</td>", said)
    assert counts and not {int(n) for n in counts} & {1, 2, 3, 4, 5}


def test_the_log_is_whole_and_names_the_search_and_not_what_was_typed() -> None:
    lado = hostile.browser("lado")
    found(lado)
    taken(lado)
    search = Entry.objects.filter(what="search").order_by("pk")[0]
    assert search.account == told.account("lado")
    assert search.post == hostile.post("lado")
    assert str(samples.allegations.bus_case().record_id) in search.detail["returned"]
    for entry in Entry.objects.all():
        said = f"{entry.page} {entry.via} {entry.right} {entry.detail}".lower()
        assert not {word for word in ("desm", "jel", "harbour", "escort") if word in said}
    assert chain.verify().broken == ""
