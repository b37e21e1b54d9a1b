"""Each page, as those who answer, those who asked, and those who see nothing."""

import json
import re
from io import BytesIO

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from holdfast.engines.asks import transitions
from holdfast.engines.asks.models import Answer
from holdfast.engines.asks.tests.world import TODAY, fill, issue, of
from holdfast.engines.asks.transitions import Recipient
from holdfast.engines.asks.views.acting import CHANGES
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
STRANGERS = ["neighbour_manager", "neighbour_lado", "lado", "lay_member", "nurse", "health_member"]
SECRET = "The assistant director"


@pytest.fixture
def police(asked, posts):
    request = of(asked, posts["police_member"])
    fill(request, posts["police_member"])
    return request


def at(request, name="request", *more):
    return reverse(f"asks:{name}", args=[request.record.reference, *more])


def words(response):
    body = b"".join(response) if response.streaming else response.content
    return body.decode()


def test_the_recipient_finds_what_waits_and_the_asker_what_was_asked(client_for, asked):
    mine = words(client_for("police_member").get(reverse("asks:requests")))
    assert "Statements 2013" in mine and "in 14 days" in mine and "Asked by the board" not in mine
    theirs = words(client_for("board_manager").get(reverse("asks:requests")))
    assert "No return is due yet" in theirs and "To answer" not in theirs
    assert "Statements 2013" in words(client_for("housing_lead").get(reverse("asks:requests")))
    assert "Nothing waits" in words(client_for("nurse").get(reverse("asks:requests")))


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_finds_a_return_or_any_page_of_it(client_for, police, who):
    client, before = client_for(who), Entry.objects.count()
    urls = [
        at(police),
        at(police, "send"),
        at(police, "section", "lead"),
        at(police, "delegate", "lead"),
        at(police, "download", 1, "csv"),
        at(police, "file", 1),
        *(at(police, name) for name in CHANGES),
    ]
    for url in urls:
        for answer in (client.get(url), client.post(url, {"who": "x"})):
            assert answer.status_code in {404, 405}, url
            assert SECRET not in words(answer)
    assert Entry.objects.count() >= before + len(urls)


def test_a_stranger_finds_no_list_and_no_round(client_for, asked):
    for who in ("neighbour_manager", "neighbour_lado", "lay_member", "lado"):
        client = client_for(who)
        for url in (
            reverse("asks:requests"),
            reverse("asks:round", args=[asked.record.reference]),
        ):
            assert client.get(url).status_code == 404


@pytest.mark.parametrize("who", ["board_manager", "board_chair", "analyst"])
def test_whoever_asks_sees_how_far_it_is_and_no_word_of_it_until_it_is_sent(
    client_for, police, posts, who
):
    client = client_for(who)
    page = words(client.get(at(police)))
    assert "4 of 5 answered" in page and "Nothing was sent yet" in page
    assert SECRET not in page
    assert client.get(at(police, "section", "lead")).status_code == 404
    transitions.send(police, by=posts["police_member"], on=TODAY)
    assert SECRET in words(client.get(at(police)))
    for form in ("csv", "json"):
        assert SECRET in words(client.get(at(police, "download", 1, form)))


def test_a_section_is_saved_with_a_plain_form(client_for, asked, posts):
    client, request = client_for("housing_lead"), of(asked, posts["housing_lead"])
    url = at(request, "section", "training")
    answer = client.post(
        url, {"trained": "12", "trained.of": "20", "grade": "part", "trained.seen": "0"}
    )
    assert answer.status_code == 302
    assert "12" in words(client.get(url))
    assert "2 of 3" in words(client.get(at(request)))


def test_what_cannot_be_read_is_kept_and_said(client_for, asked, posts):
    client, request = client_for("housing_lead"), of(asked, posts["housing_lead"])
    url = at(request, "section", "training")
    page = words(client.post(url, {"trained": "about a dozen", "trained.of": "20"}))
    assert "Type a number" in page and "about a dozen" in page
    assert "1 to put right" in words(client.get(at(request)))
    assert "Type a number" in words(client.get(url)), "and it is still said the next day"


def test_the_script_that_keeps_drafts_is_served(client_for, asked, posts):
    request = of(asked, posts["police_member"])
    section = request.round.question_set.questions.sections[0].key
    page = words(client_for("police_member").get(at(request, "section", section)))
    named = set(re.findall(r'src="/static/([^"]+)"', page))
    assert "asks/autosave.js" in named
    assert {name for name in named if not finders.find(name)} == set()


def test_a_draft_is_kept_while_somebody_types_and_survives_the_server(client_for, asked, posts):
    """The page saves at every pause. What was told as saved is in the database by then."""
    client, request = client_for("housing_lead"), of(asked, posts["housing_lead"])
    url = at(request, "section", "lead")
    first = client.post(url, {"who": "The head of", "who.seen": "0", "draft": "1"}).json()
    assert first == {"said": "Saved at 16:45, as a draft.", "seen": {"who": 1}, "held": []}
    again = client.post(url, {"who": "The head of housing", "who.seen": "1", "draft": "1"}).json()
    assert again["seen"] == {"who": 2}
    assert "The head of housing" in words(client_for("housing_lead").get(url))


def test_two_people_on_one_section_are_shown_both_texts(client_for, police, posts, cast):
    transitions.name_author(police, post=posts["police"], by=posts["police_member"], on=TODAY)
    one, other = client_for("police_member"), client_for("police")
    url = at(police, "section", "lead")
    opened = {"who": SECRET, "what": "Supervision.", "who.seen": "1", "what.seen": "1"}
    assert one.post(url, opened | {"who": "Theirs"}).status_code == 302
    draft = other.post(url, opened | {"who": "Mine", "draft": "1"}).json()
    assert draft["held"] == ["who"]
    page = words(other.post(url, opened | {"who": "Mine"}))
    assert "Theirs" in page and "Mine" in page and "Both texts are shown" in page
    assert police.answers.current().get(question="who").typed == "Theirs"
    kept = other.post(url, opened | {"who": "Mine", "who.seen": "2"})
    assert kept.status_code == 302
    assert list(police.answers.filter(question="who").values_list("typed", flat=True)) == [
        SECRET, "Theirs", "Mine",
    ]  # fmt: skip


def test_a_file_is_kept_checked_and_read_by_the_asker_only_once_sent(client_for, police, posts):
    member, manager = client_for("police_member"), client_for("board_manager")
    url = at(police, "section", "training")
    bad = SimpleUploadedFile("policy.pdf", b"MZ not a pdf", content_type="application/pdf")
    assert "not what it is called" in words(member.post(url, {"policy": bad}))
    good = SimpleUploadedFile("policy.pdf", b"%PDF-1.4 a policy", content_type="application/pdf")
    assert member.post(url, {"policy": good}).status_code == 302
    kept = Answer.objects.get(question="policy").file
    file = at(police, "file", kept.pk)
    assert manager.get(file).status_code == 404
    assert member.get(file).content == b"%PDF-1.4 a policy"
    police.refresh_from_db()
    transitions.send(police, by=posts["police_member"], on=TODAY)
    assert manager.get(file)["Content-Disposition"] == 'attachment; filename="paper-001.pdf"'


def test_a_return_is_sent_from_its_page_and_steered_from_the_askers(client_for, police):
    member, manager = client_for("police_member"), client_for("board_manager")
    page = member.get(at(police, "send"))
    sent = {"reply": "full", "words": "", "seen": police.version}
    assert "Before it can be sent" not in words(page)
    assert member.post(at(police, "send"), sent | {"seen": 1}).status_code == 200, "it moved on"
    police.refresh_from_db()
    assert member.post(at(police, "send"), sent | {"seen": police.version}).status_code == 302
    police.refresh_from_db()
    told = {"words": "Which staff?", "seen": police.version}
    assert member.post(at(police, "send_back"), told).status_code == 404
    assert manager.post(at(police, "send_back"), told).status_code == 302
    assert "Which staff?" in words(member.get(at(police)))


def test_a_round_names_who_is_missing_and_reminds_everybody_late_once_a_day(
    client_for, asked, posts, at
):
    with at(2013, 7, 20, 10, 0):
        manager = client_for("board_manager")
        url = reverse("asks:round", args=[asked.record.reference])
        page = words(manager.get(url))
        assert "0 of 3 returns due (0%)" in page and "No reply, 8 days late" in page
        remind = reverse("asks:remind_all", args=[asked.record.reference])
        for _ in range(2):
            assert manager.post(remind).status_code == 302
        assert set(asked.requests.values_list("reminded", flat=True)) == {1}
        assert client_for("board_chair").post(remind).status_code == 404


@pytest.mark.parametrize("form", ["csv", "json", "docx"])
def test_a_sent_return_is_taken_out_for_ever_and_written_down_first(
    client_for, police, posts, form
):
    transitions.send(police, by=posts["police_member"], on=TODAY)
    transitions.accept(police, by=posts["board_manager"], on=TODAY)
    transitions.add_addendum(police, text="The lead changed.", by=posts["police_member"], on=TODAY)
    answer = client_for("police_member").get(at(police, "download", 1, form))
    body = b"".join(answer) if answer.streaming else answer.content
    if form == "docx":
        said = "\n".join(p.text for p in Document(BytesIO(body)).paragraphs)
        assert "The lead changed." in said
    else:
        said = body.decode()
    assert SECRET in said and "18" in said
    if form == "json":
        assert json.loads(said)["answers"]["trained"]["out_of"] == "20"
    entry = Entry.objects.filter(what="export").latest("pk")
    assert (entry.detail["reference"], entry.detail["form"]) == (police.record.reference, form)


def test_the_lists_and_the_round_cost_the_same_however_many_there_are(client_for, asked, posts):
    manager, housing = client_for("board_manager"), client_for("housing_lead")
    pages = [
        (manager, reverse("asks:requests")),
        (housing, reverse("asks:requests")),
        (manager, reverse("asks:round", args=[asked.record.reference])),
    ]
    before = [_queries(client, url) for client, url in pages]
    issue(posts, [Recipient(posts[k]) for k in ("housing_lead", "nurse", "police", "coordinator")])
    assert [_queries(client, url) for client, url in pages] == before


def _queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_carried_answers_are_confirmed_by_a_tick_and_never_by_saving_alone(
    client_for, police, posts
):
    member = posts["police_member"]
    transitions.send(police, by=member, on=TODAY)
    again = of(issue(posts, [Recipient(member)], previous=police.round), member)
    client, url = client_for("police_member"), at(again, "section", "lead")
    page = words(client.get(url))
    assert "From last time" in page and "This is still true" in page
    same = {"who": SECRET, "what": "Supervision.", "who.seen": "1", "what.seen": "1"}
    client.post(url, same | {"who.true": "on"})
    current = dict(again.answers.current().values_list("question", "carried"))
    assert current == {"who": False, "what": True, "trained": True, "grade": True}
    assert "1 from last time: still true?" in words(client.get(at(again)))


def test_what_waits_for_the_board_stands_first(client_for, police, posts):
    manager = client_for("board_manager")
    assert "Waiting for the board" not in words(manager.get(reverse("asks:requests")))
    transitions.send(police, by=posts["police_member"], on=TODAY)
    assert "Waiting for the board" in words(manager.get(reverse("asks:requests")))


def test_all_answers_of_a_round_are_taken_out_by_whoever_asked(client_for, police, posts):
    transitions.send(police, by=posts["police_member"], on=TODAY)
    url = reverse("asks:answers", args=[police.round.record.reference])
    assert SECRET in words(client_for("analyst").get(url))
    assert Entry.objects.filter(what="export").latest("pk").detail["returns"] == ["IR-2013-0001"]
    for who in ("police_member", "neighbour_manager"):
        assert client_for(who).get(url).status_code == 404


def test_an_author_is_named_and_taken_off_again_by_the_agencys_seat(client_for, police, posts):
    member, sergeant = client_for("police_member"), client_for("police")
    told = {"post": posts["police"].pk, "part": "author", "seen": police.version}
    assert member.post(at(police, "author"), told).status_code == 302
    section = at(police, "section", "lead")
    assert sergeant.get(section).status_code == 200
    leave = at(police, "leave", police.authors.get(post=posts["police"]).pk)
    police.refresh_from_db()
    assert sergeant.post(leave, {"seen": police.version}).status_code == 404, "no grant is passed"
    assert member.post(leave, {"seen": police.version}).status_code == 302
    assert sergeant.get(section).status_code == 404


def test_an_author_by_grant_is_offered_no_change_of_the_team(client_for, asked, posts):
    author, request = client_for("housing_lead"), of(asked, posts["housing_lead"])
    page = words(author.get(at(request)))
    assert "names and changes the team" in page and "Give it to another" not in page
    for name in ("author", "sign_off", "reassign"):
        assert author.get(at(request, name)).status_code == 404
