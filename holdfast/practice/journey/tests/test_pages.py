"""Who reads what of a child, in how many queries; and a red contact that goes on at once."""

import json
import zipfile
from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments import transitions as assessments
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.rules.voices import House, Seen
from holdfast.practice.children import transitions as children
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import MarkerKind, TieKind
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.front_door import transitions as front_door
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import law
from holdfast.practice.front_door.tests import world
from holdfast.practice.journey.transitions import start_strategy_discussion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast_world", "friday")]
ON = date(2013, 6, 28)
WORDS = "When it is quiet I can sleep."


@pytest.fixture
def nia(posts):
    """Nia is open, has a worker, is assessed and shared with her school."""
    by = posts["triage"]
    with moment.story(moment.now().replace(month=5)):
        told = ChildTold("Nia", "Harcastle", date(2004, 2, 20))
        nia = children.open_child(told, by=by, on=date(2013, 5, 28))
        children.allocate(
            nia, to=posts["social_worker"], by=posts["team_manager"], on=date(2013, 5, 28)
        )
    children.share(
        nia, with_=posts["head_teacher"], sections=["plan"], purpose="Team around the child",
        lawful_basis="Children Act 2004, section 10", until=date(2014, 4, 22),
        by=posts["mash_manager"], on=ON,
    )  # fmt: skip
    return nia


def assess(child, posts):
    row = assessments.AssessedTold.of(child)
    found = assessments.start(
        [row], kind=Kind.SINGLE, received_on=ON, counted_from=ON, asked="Why Nia makes the tea.",
        worker=posts["social_worker"], by=posts["team_manager"], on=ON,
    )  # fmt: skip
    one = found.children.get()
    by = posts["social_worker"]
    seen = {one: assessments.SeenTold(Seen.ALONE)}
    assessments.record_visit(found, who=by.title, place="at school", told=seen, by=by, on=ON)
    assessments.keep_voice(one, house=House.WORRIES, words=WORDS, to_whom=by.title, by=by, on=ON)
    return found


def red(child, posts):
    contact = world.referred(posts)
    one = contact.children.order_by("number")[0]
    front_door.match_child(one, child=child, why="Same day of birth", by=posts["triage"], on=ON)
    contact.refresh_from_db()
    front_door.grade(contact, to=law.Grade.RED, by=posts["triage"], on=ON)
    return contact


def page_of(child):
    return reverse("journey:child", args=[child.record.reference])


def test_her_worker_knows_her_in_one_page(client_for, posts, nia):
    assess(nia, posts)
    children.mark(
        nia, kind=MarkerKind.RISK_TO_WORKER, about="Her uncle", note="Two workers, by day.",
        review_on=date(2013, 9, 1), by=posts["triage"], on=ON,
    )  # fmt: skip
    worker = client_for("social_worker")
    words = worker.get(page_of(nia)).content.decode()
    assert "Nia Harcastle, 9" in words and WORDS in words and "at school" in words
    assert words.count("<h1") == 1 and 'aria-current="step"' in words
    assert words.index("Last words to us") < words.index("The worry") < words.index("The plan")
    assert words.index("Two workers, by day.") < words.index("Last words to us")
    assert "Alone: 1 of 1" in words and "New since" not in words
    mine = worker.get(reverse("journey:mine")).content.decode()
    assert page_of(nia) in mine and "Nothing is due" not in mine


def test_a_school_sees_what_was_shared_with_it_and_a_neighbour_finds_nothing(
    client_for, posts, nia
):
    assess(nia, posts)
    red(nia, posts)
    school = client_for("head_teacher").get(page_of(nia)).content.decode()
    assert "The plan" in school
    for closed in (WORDS, "The worry", "Who has seen", "The journey", "Family network"):
        assert closed not in school, closed
    assert "making tea" not in school and "Graded" not in school
    for stranger in ("neighbour_mash", "neighbour_lado", "police", "nurse", "early_help"):
        assert client_for(stranger).get(page_of(nia)).status_code == 404, stranger
    for nobody in ("neighbour_mash", "head_teacher", "lado"):
        assert client_for(nobody).get(reverse("journey:mine")).status_code == 404, nobody


def test_what_is_new_since_the_reader_looked_last_is_said_first(client_for, posts, nia, at):
    hub = client_for("mash_manager")
    hub.get(page_of(nia))
    with at(2013, 6, 28, 18, 0):
        red(nia, posts)
    with at(2013, 6, 28, 19, 0):
        words = hub.get(page_of(nia)).content.decode()
    assert "New since you last looked" in words
    assert words.index("New since") < words.index("Not collected twice")


def test_the_page_costs_as_many_queries_however_much_there_is(client_for, posts, nia):
    client = client_for("mash_manager")
    red(nia, posts)
    client.get(page_of(nia))
    with CaptureQueriesContext(
        connection,
    ) as before:
        client.get(page_of(nia))
    for _ in range(3):
        red(nia, posts)
    with CaptureQueriesContext(connection) as after:
        client.get(page_of(nia))
    assert len(after) == len(before)


def test_red_leaves_the_front_door_and_its_discussion_is_called_or_neither(client_for, posts, nia):
    unfound = world.referred(posts)
    with pytest.raises(NotAllowed, match="which child this is"):
        start_strategy_discussion(unfound, by=posts["mash_manager"], on=ON)
    contact = red(nia, posts)
    address = reverse("journey:start_discussion", args=[contact.record.reference])
    for stranger in ("triage", "head_teacher", "neighbour_mash"):
        assert client_for(stranger).get(address).status_code == 404, stranger
    manager = client_for("mash_manager")
    typed = {"why": "A bruise.", "seen": str(contact.record.version),
             "invited": [str(posts["police"].pk)]}  # fmt: skip
    manager.post(address, {**typed, "keep": "1"})
    assert "A bruise." in client_for("mash_manager").get(address).content.decode()
    typed["seen"] = str(Contact.objects.get(pk=contact.pk).record.version)
    answer = manager.post(address, typed)
    called = StrategyDiscussion.objects.get()
    assert answer["Location"] == reverse("enquiries:discussion", args=[called.record.reference])
    contact.refresh_from_db()
    assert contact.state == "strategy" and called.about_record == contact.record
    again = manager.post(address, typed)
    assert again.status_code == 200 and StrategyDiscussion.objects.count() == 1


def test_the_whole_record_leaves_with_its_manifest_in_the_log_and_nothing_that_is_closed(
    client_for, posts, nia
):
    assess(nia, posts)
    red(nia, posts)
    address = reverse("journey:whole", args=[nia.record.reference])
    answer = client_for("social_worker").get(address)
    entry = Entry.objects.filter(what="export").latest("pk")
    with zipfile.ZipFile(BytesIO(answer.content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    logged = entry.detail["files"]
    assert logged == {n: sha256(c).hexdigest() for n, c in files.items() if n != "manifest.json"}
    data = json.loads(files["record.json"])
    assert data["words"][0]["Words"] == WORDS and WORDS in files["record.html"].decode()
    assert WORDS in files["words.csv"].decode() and files["record.pdf"].startswith(b"%PDF")
    assert "Not collected twice" not in files["record.json"].decode()
    assert "Nia" not in answer["Content-Disposition"]
    hub = client_for("mash_manager").get(address).content
    with zipfile.ZipFile(BytesIO(hub)) as packed:
        assert "Not collected twice" in packed.read("record.json").decode()
        assert WORDS not in packed.read("record.json").decode()
    for stranger in ("head_teacher", "neighbour_mash"):
        assert client_for(stranger).get(address).status_code == 404, stranger


def test_a_familys_timeline_tells_a_shared_step_once(client_for, posts, nia):
    by = posts["triage"]
    theo = children.open_child(ChildTold("Theo", "Harcastle", date(2007, 1, 9)), by=by, on=ON)
    children.tie_children(nia, theo, kind=TieKind.SIBLING, by=by, on=ON)
    contact = red(nia, posts)
    two = contact.children.order_by("number")[1]
    front_door.match_child(two, child=theo, why="Same day of birth", by=by, on=ON)
    address = reverse("journey:timeline", args=[nia.record.reference])
    words = client_for("mash_manager").get(address).content.decode()
    assert words.count("Not collected twice") == 1 and "Nia, Theo" in words
    worker = client_for("social_worker").get(address).content.decode()
    assert "Theo" not in worker and "Not collected" not in worker
    assert client_for("head_teacher").get(address).status_code == 404
