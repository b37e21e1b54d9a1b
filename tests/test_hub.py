"""The hub's secrets: a fact kept in the hub, an address kept back, and the neighbour's hub."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.demo.story.clock import FRIDAY
from holdfast.engines.asks.models import Finding
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children import transitions as children
from holdfast.practice.children.models import Address, Adult, Child
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.models import Contact, ContactChild
from holdfast.practice.front_door.rules import law
from tests import hostile, samples, told
from tests.hostile import TODAY, it_is_friday, the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

CANARY = re.compile(r"[Qq]uillzy[a-z]+")
ROOMS = ("children:", "front_door:", "early_help:", "assessments:", "private_fostering:",
         "enquiries:", "journey:", "asks:")  # fmt: skip
HER = "neighbour_mash"
SHARED = ("head_teacher", "nurse")
WRONG = (*SHARED, "social_worker", "board_manager")


@pytest.fixture(scope="module")
def contact(the_story: None) -> Iterator[Contact]:  # noqa: F811
    with moment.story(FRIDAY):
        yield _told()


def _told() -> Contact:
    """A school refers; police answer with a fact that stays in the hub; the school hears."""
    triage, manager, school = (hostile.post(k) for k in ("triage", "mash_manager", "head_teacher"))
    of = ChildTold("Ottoline", "Vesper", date(2005, 6, 3), address="9 Quillzyaddress Rents",
                   postcode="SE16 9ZZ")  # fmt: skip
    child = children.open_child(of, by=triage, on=TODAY)
    children.keep_from(
        child.addresses.get(), whom="Quillzyfather", why="An order of the court.",
        review_on=date(2013, 12, 1), by=triage, on=TODAY,
    )  # fmt: skip
    for key in SHARED:
        children.share(
            child, with_=hostile.post(key), sections=["shared"], purpose="To look after her",
            lawful_basis="Public task", until=date(2013, 12, 1), by=manager, on=TODAY,
        )  # fmt: skip
    report = verbs.ReportTold((ChildTold("Ottoline", "Vesper", date(2005, 6, 3)),), "Hungry.")
    made = verbs.receive(this_partnership().area, report, by=school, on=TODAY)
    verbs.match_child(made.children.get(), child=child, why="Born that day.", by=triage, on=TODAY)
    verbs.grade(made, to=law.Grade.AMBER, by=triage, on=TODAY)
    verbs.say_basis(made, basis=law.Basis.STATUTORY, by=triage, on=TODAY)
    (check,) = verbs.ask_agencies(made, to=[hostile.post("police")], by=triage, on=TODAY)
    hub.reply(
        check, facts=[hub.FactTold("Quillzymashonly is watched by the drugs team.")],
        by=hostile.post("police"), on=TODAY,
    )  # fmt: skip
    made.refresh_from_db()
    verbs.decide(
        made,
        verbs.DecisionTold(
            decision=law.Decision.ASSESSMENT, why="Hunger, and what the hub knows.",
            basis=law.Basis.STATUTORY.value, told=law.Told.YES.value, told_how="By telephone",
            next_step="The team rings you.", reason="She comes hungry.", need="N5",
        ),
        by=manager, on=TODAY,
    )  # fmt: skip
    return made


def shown_to(key: str, about: Contact) -> Iterator[tuple[str, str]]:
    """Every page and file of these rooms that opens to a reader, about one contact and its child.

    Where a page about another record opens, that is looked at too.
    """
    browser, child = hostile.browser(key), about.children.get().child
    assert child is not None
    fact = Finding.objects.get(text__startswith="Quillzy").pk
    for name, wanted in told.guarded():
        if not name.startswith(ROOMS):
            continue
        kept = [samples.arguments(name, wanted)]
        if "reference" in wanted:
            number = {"number": fact if name.endswith(":fact") else 1}
            number = number if "number" in wanted else {}
            kept += [
                {**kept[0], **number, "reference": one.reference}
                for one in (about.record, child.record)
            ]
        for one in kept:
            said = _said(browser, reverse(name, kwargs=one))
            if said:
                yield f"{name} {one}", said


def _said(browser: Client, url: str) -> str:
    answer = browser.get(url)
    return hostile.words_of(answer) if answer.status_code == 200 else ""


def canaries(key: str, about: Contact) -> set[str]:
    return {word for _, said in shown_to(key, about) for word in CANARY.findall(said)}


def test_the_hub_weighs_the_fact_and_knows_the_address(contact: Contact) -> None:
    """Else the test below would look for words that are nowhere."""
    found = canaries("mash_manager", contact)
    assert found == {"Quillzymashonly", "Quillzyaddress", "Quillzyfather"}


@pytest.mark.parametrize("key", WRONG)
def test_no_wrong_reader_finds_a_fact_kept_in_the_hub_or_an_address(
    key: str, contact: Contact
) -> None:
    assert canaries(key, contact) == set()


def test_the_owner_reads_their_own_fact_and_no_address(contact: Contact) -> None:
    assert canaries("police", contact) <= {"Quillzymashonly"}


def test_the_school_that_referred_hears_and_the_copy_is_refused_with_the_fact_in_it(
    contact: Contact,
) -> None:
    answer = hostile.browser("head_teacher").get(
        reverse("front_door:reply", args=[contact.record.reference])
    )
    said = hostile.words_of(answer)
    assert answer.status_code == 200 and "The team rings you." in said
    with pytest.raises(NotAllowed, match="Write it without that"):
        verbs.tell_referrer(
            contact, reason="Quillzymashonly is watched by the drugs team.",
            by=hostile.post("mash_manager"), on=TODAY,
        )  # fmt: skip


def everything_here() -> set[str]:
    """Every reference, child, adult and address of this borough's hub."""
    names = {name for found in (
        Child.objects.values_list("known_as", flat=True),
        ContactChild.objects.values_list("known_as", flat=True),
        Adult.objects.values_list("name", flat=True),
        Address.objects.exclude(lines="").values_list("lines", flat=True),
    ) for name in found if " " in name}  # fmt: skip
    return names | {*Record.objects.values_list("reference", flat=True)}


def _all_of_hers() -> Iterator[tuple[str, str]]:
    browser = hostile.browser(HER)
    for name, wanted in told.guarded():
        said = _said(browser, reverse(name, kwargs=samples.arguments(name, wanted)))
        if said:
            yield name, said


def test_the_neighbours_hub_sees_no_child_no_contact_no_name_and_no_count(
    contact: Contact,
) -> None:
    here = everything_here()
    assert len(here) > 80
    assert dict(shown_to(HER, contact)) == {}, "no page of these rooms opens to her"
    before = dict(_all_of_hers())
    assert before, "some page opens to her"
    for name, said in before.items():
        found = {word for word in here if word in said}
        assert not found, f"{name} showed her {len(found)} words of this borough"
    children.open_child(
        ChildTold("Basil", "Quarles", date(2006, 1, 9)), by=hostile.post("triage"), on=TODAY
    )
    report = verbs.ReportTold((ChildTold("Basil", "Quarles"),), "Out at night.")
    verbs.receive(this_partnership().area, report, by=hostile.post("nurse"), on=TODAY)
    assert dict(_all_of_hers()) == before, "one more child and contact change no page"


def test_the_neighbours_hub_looks_for_nobody_here(contact: Contact) -> None:
    """Her own role searches, in her own borough: here the search is not there."""
    browser = hostile.browser(HER)
    for url in (reverse("children:find"), reverse("front_door:queue")):
        assert browser.get(url).status_code == 404
        answer = browser.post(url, {"forename": "Ottoline", "surname": "Vesper", "find": "1"})
        assert answer.status_code in {404, 405}
        assert "Vesper" not in hostile.words_of(answer)
    assert not Entry.objects.filter(what="search").exists()


def test_the_log_of_who_read_them_holds_neither_fact_nor_address(contact: Contact) -> None:
    canaries("mash_manager", contact)
    rows = [*Entry.objects.values()]
    assert len(rows) > 20 and not CANARY.findall(str(rows))
