"""Who opens which page, what it says, and that a form's mistake keeps nothing."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.models import Child, Double, ListRow, Merge, SharedList
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import TieKind
from holdfast.practice.children.tests.conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("children_told")]
ROOM = ("find", "doubles", "lists")
LEAH = {"forename": "Lea", "surname": "Sorrel", "born_on_day": "3", "born_on_month": "5",
        "born_on_year": "2004"}  # fmt: skip


def named(forename):
    return Child.objects.select_related("record").get(forename=forename)


@pytest.fixture
def leah():
    return named("Leah")


def of(name, child, *more):
    return reverse(f"children:{name}", args=[child.record.reference, *more])


def hidden(answer, name):
    """What a page's hidden field sends back."""
    return re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1]


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_only_the_hub_finds_the_room_and_a_neighbour_finds_nothing(client_for, leah, friday):
    pair = Double.objects.order_by("pk")[0]
    one_list = SharedList.objects.select_related("record").get()
    addresses = [
        *(reverse(f"children:{name}") for name in ROOM),
        reverse("children:compare", args=[pair.pk]),
        reverse("children:list", args=[one_list.record.reference]),
        of("record", leah),
    ]
    for who in ("triage", "mash_manager"):
        client = client_for(who)
        assert {client.get(address).status_code for address in addresses} == {200}, who
    for who in (
        "neighbour_mash",
        "neighbour_lado",
        "head_teacher",
        "police",
        "early_help",
        "lado",
    ):
        client = client_for(who)
        assert {client.get(address).status_code for address in addresses} == {404}, who
        assert client.post(addresses[0], LEAH).status_code == 404
    assert client_for("social_worker").get(addresses[0]).status_code == 404
    assert client_for("social_worker").get(addresses[-1]).status_code == 200


def test_a_child_heard_wrongly_is_found_with_reasons_and_the_log_keeps_no_name(
    client_for, leah, friday
):
    client = client_for("triage")
    answer = client.post(reverse("children:find"), {**LEAH, "find": "1"})
    words = answer.content.decode()
    assert "Leah Sorrell, 9" in words and "likely the same child" in words
    assert "surname one letter out" in words and "ame day of birth" in words
    entry = Entry.objects.filter(what="search").latest("pk")
    assert str(leah.record_id) in entry.detail["returned"]
    assert entry.detail["fields"] == "forename, surname, born_on"
    assert "Sorrel" not in str(entry.detail)


def test_a_record_is_opened_only_after_looking_and_with_a_reason_where_one_is_likely(
    client_for, friday
):
    client, address = client_for("triage"), reverse("children:find")
    blind = client.post(address, {"forename": "New", "surname": "Comer", "open": "1"})
    assert "Look first" in blind.content.decode()
    looked = client.post(address, {**LEAH, "find": "1"})
    proof = hidden(looked, "looked")
    again = {**LEAH, "looked": proof, "open": "1"}
    assert "Say why it is not" in client.post(address, again).content.decode()
    changed = client.post(address, {**again, "surname": "Other", "why_new": "Twins."})
    assert "Look first" in changed.content.decode()
    assert Child.objects.filter(born_on=date(2004, 5, 3)).count() == 1
    opened = client.post(address, {**again, "why_new": "A cousin of the same day."})
    assert opened.status_code == 302
    made = Child.objects.filter(born_on=date(2004, 5, 3)).latest("pk")
    assert made.record.steps.filter(note="A cousin of the same day.").exists()


def test_a_wrong_number_or_day_is_told_in_a_sentence(client_for, friday):
    wrong = {"forename": "A", "nhs": "943 476 5918", "born_on_day": "31", "born_on_month": "2",
             "born_on_year": "2004", "find": "1"}  # fmt: skip
    words = client_for("triage").post(reverse("children:find"), wrong).content.decode()
    assert "its check digit is wrong" in words and "There is a problem" in words
    empty = client_for("triage").post(reverse("children:find"), {"find": "1"}).content.decode()
    assert "Give a name or a number to look for." in empty


def test_the_facts_say_what_to_know_before_a_visit_and_draw_the_network_in_words_too(
    client_for, leah, friday
):
    words = page(client_for("social_worker"), of("record", leah))
    assert "Risk to whoever visits Wayne Tipton" in words
    assert "To be looked at again since Fri 21 Jun 2013" in words
    assert "To be kept from Wayne Tipton" in words
    assert "<svg" in words and "Around Leah Sorrell: Kerry Sorrell (mother)" in words
    assert "Wayne Tipton (parent’s partner), until Sat 3 Nov 2012" in words
    assert "Say who works with the child" not in words
    title = words[words.index("<title>") : words.index("</title>")]
    assert "Leah" not in title


def test_a_school_reads_what_was_shared_and_neither_address_nor_number(client_for, friday):
    nia = named("Nia")
    client = client_for("head_teacher")
    words = page(client, of("record", nia))
    assert "Nia Harcastle, 9" in words
    for kept in ("Old Forge", "401", "Family network", "Let in by name", "Ethnicity", "Theo"):
        assert kept not in words, kept
    assert client.get(of("edit", nia)).status_code == 404
    assert client.get(of("entries", nia)).status_code == 404


FACTS = {"born_on_day": "3", "born_on_month": "5", "born_on_year": "2004", "sex": "female",
         "ethnicity": "MWBC", "language": "English", "school": "Elsewhere"}  # fmt: skip


def test_whoever_saves_second_sees_both_versions_and_loses_nothing(client_for, leah, friday):
    worker, hub = client_for("social_worker"), client_for("triage")
    seen = leah.record.version
    assert worker.post(of("edit", leah), {**FACTS, "seen": seen}).status_code == 302
    late = hub.post(of("edit", leah), {**FACTS, "ethnicity": "WBRI", "seen": seen})
    words = late.content.decode()
    assert "Both versions, where they differ" in words and "White and Black Caribbean" in words
    assert Child.objects.get(pk=leah.pk).ethnicity == "MWBC"
    newer = hidden(late, "seen")
    assert (
        hub.post(of("edit", leah), {**FACTS, "ethnicity": "WBRI", "seen": newer}).status_code
        == 302
    )
    assert Child.objects.get(pk=leah.pk).ethnicity == "WBRI"


@pytest.mark.parametrize(
    "told_of",
    [
        ("name", {"kind": "also", "surname": "Mensah"}, "Mensah"),
        ("address", {"lines": "9 New Street", "postcode": "SE1 9ZQ"}, "9 New Street, SE1 9ZQ"),
        ("number", {"scheme": "local", "value": "77-1"}, "77-1"),
        ("marker", {"kind": "no_contact", "about": "A man", "review_on_day": "1",
                    "review_on_month": "9", "review_on_year": "2013"}, "contact A man"),
        ("adult", {"name": "Uncle Ben", "kind": "family_friend", "lives_with": "on"}, "Uncle Ben"),
    ],
)  # fmt: skip
def test_a_worker_writes_and_the_page_shows_it(client_for, leah, friday, told_of):
    entry, given, then = told_of
    client = client_for("social_worker")
    empty = client.post(of("write", leah, entry), {})
    assert empty.status_code == 200 and "There is a problem" in empty.content.decode()
    assert client.post(of("write", leah, entry), given).status_code == 302
    assert then in page(client, of("record", leah))


def test_the_hub_lets_in_and_a_worker_does_not(client_for, leah, posts, friday):
    manager = client_for("mash_manager")
    for entry in ("allocate", "share", "join", "keep-out", "restrict"):
        assert client_for("social_worker").get(of("let", leah, entry)).status_code == 404, entry
        assert manager.get(of("let", leah, entry)).status_code == 200, entry
    shared = {"post": posts["nurse"].pk, "sections": ["health"], "purpose": "Her asthma",
              "lawful_basis": "Children Act 2004, section 10", "until_day": "1",
              "until_month": "1", "until_year": "2014", "told": "no"}  # fmt: skip
    assert "why not" in manager.post(of("let", leah, "share"), shared).content.decode()
    told = {**shared, "told": "yes"}
    assert manager.post(of("let", leah, "share"), told).status_code == 302
    assert "Disability" in page(client_for("nurse"), of("record", leah))


def test_two_records_are_compared_joined_and_taken_apart(client_for, friday):
    client = client_for("mash_manager")
    worklist = page(client, reverse("children:doubles"))
    assert "Callum Rielly and Calum O’Reilly" in worklist and "Likely one child" in worklist
    pair = Double.objects.waiting().get(one__forename="Callum")
    address = reverse("children:compare", args=[pair.pk])
    assert "Differs" in page(client, address)
    assert client.post(address, {"said": "one", "why": "His mother says so."}).status_code == 302
    assert client.get(address).status_code == 404
    words = page(client, of("record", pair.one))
    made = Merge.objects.get(kept=pair.one)
    assert "Joined to this record" in words and "Take apart" in words
    assert "This record was joined to another" in page(client, of("record", pair.other))
    apart = of("apart", pair.one, made.pk)
    assert client.post(apart, {"why": "Twins."}).status_code == 302
    assert "Joined to this record" not in page(client, of("record", pair.one))


def test_a_list_is_shown_row_by_row_decided_and_taken_away_with_its_manifest(client_for, friday):
    client = client_for("mash_manager")
    shared = SharedList.objects.select_related("record").get()
    address = reverse("children:list", args=[shared.record.reference])
    words = page(client, address)
    assert "5 rows: 3 likely, 0 possible, 1 like nobody here, 1 not read." in words
    assert "Row 6, date of birth: “31/02/2006” is no date." in words
    row = ListRow.objects.get(number=3)
    decide = reverse("children:decide_row", args=[shared.record.reference, 3])
    assert client.post(decide, {"same": "no"}).status_code == 302
    sheet = client.get(address, {"format": "csv"})
    logged = Entry.objects.filter(what="export").latest("pk")
    lines = b"".join(sheet.streaming_content).decode().splitlines()
    assert str(row.child.record_id) in logged.detail["records"]
    theo = named("Theo").record.reference
    assert len(lines) == 6 and theo not in "".join(lines)


def test_a_restricted_brother_leaves_no_trace_on_a_sisters_page(client_for, leah, posts, friday):
    archie = named("Archie")
    assert "Archie" in page(client_for("social_worker"), of("record", leah))
    verbs.restrict(archie, circle=[], why="A colleague’s son.", by=posts["mash_manager"], on=TODAY)
    assert "Archie" not in page(client_for("social_worker"), of("record", leah))
    assert client_for("triage").get(of("record", archie)).status_code == 404
    assert client_for("mash_manager").get(of("record", archie)).status_code == 200


def test_a_page_costs_the_same_however_much_stands_on_it(client_for, leah, posts, friday):
    client = client_for("triage")

    def cost(address):
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address)
        return len(asked)

    addresses = [of("record", leah), *(reverse(f"children:{name}") for name in ROOM)]
    before = [cost(address) for address in addresses]
    by = posts["triage"]
    more = verbs.open_children(
        [ChildTold(f"Sorrel{n}", "Leah", date(2004, 5, 3)) for n in range(8)], by=by, on=TODAY
    )
    for one in more:
        verbs.tie_children(leah, one, kind=TieKind.COUSIN, by=by, on=TODAY)
    verbs.look_for_doubles(by=by, on=TODAY)
    assert [cost(address) for address in addresses] == before
