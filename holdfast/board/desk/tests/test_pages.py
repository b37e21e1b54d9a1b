"""Each page, as those who may and may not see it."""

import io
import re

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from icalendar import Calendar

from holdfast.board.desk import transitions as desk
from holdfast.board.desk.tests import world
from holdfast.board.desk.tests.world import SECRET, TODAY
from holdfast.board.workplan.models import Challenge
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import Note, Paper
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.tests.world import pdf
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
READERS = ["board_manager", "board_chair", "police_member", "lay_member", "analyst"]
OUTSIDERS = ["lado", "social_worker", "head_teacher", "housing_lead", "guardian",
             "neighbour_manager", "neighbour_lado"]  # fmt: skip


def at(meeting, name="meeting", *more):
    return reverse(f"desk:{name}", args=[meeting.record.reference, *more])


def part(meeting, name="meeting", *more):
    return reverse(f"desk:part_{name}", args=[meeting.part.record.reference, *more])


def words(response):
    return (b"".join(response) if response.streaming else response.content).decode("latin-1")


@pytest.fixture
def drafted(june, posts):
    world.held(june, posts)
    desk.draft_minutes(june, by=posts["board_manager"], on=TODAY)
    return june


def open_pages(meeting):
    year = meeting.cycle.record.reference
    return [
        reverse("desk:meetings"),
        at(meeting),
        at(meeting, "minutes"),
        at(meeting, "pack"),
        at(meeting, "minutes_file", "docx"),
        at(meeting, "paper", Paper.objects.filter(restricted=False)[0].pk),
        *(reverse(f"desk:{name}", args=[year])
          for name in ("forward", "attendance", "attendance_csv", "calendar")),
    ]  # fmt: skip


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_the_open_part_and_nothing_there_tells_of_another(
    client_for, drafted, who
):
    client = client_for(who)
    for url in open_pages(drafted):
        response = client.get(url)
        assert response.status_code == 200, url
        said = words(response)
        assert SECRET not in said, url
        if who not in {"board_manager", "board_chair"}:
            assert "estricted" not in re.sub(r"[^<>]*published[^<>]*", "", said), url


@pytest.mark.parametrize("who", ["police_member", "lay_member", "analyst", *OUTSIDERS])
def test_nobody_else_finds_the_restricted_part(client_for, drafted, who):
    client = client_for(who)
    hidden = Paper.objects.get(restricted=True)
    note = Note.objects.get(item__part__isnull=False)
    for url in (
        part(drafted),
        part(drafted, "minutes"),
        part(drafted, "pack"),
        part(drafted, "minutes_file", "pdf"),
        part(drafted, "paper", hidden.pk),
        part(drafted, "note", note.pk, "strike"),
        at(drafted, "paper", hidden.pk),
        at(drafted, "note", note.pk, "strike"),
        at(drafted, "item", note.item_id, "text"),
    ):
        assert client.get(url).status_code == 404, url


def test_the_restricted_item_is_not_reached_through_the_open_door(client_for, drafted):
    manager = client_for("board_manager")
    hidden = Note.objects.get(item__part__isnull=False)
    assert manager.get(at(drafted, "item", hidden.item_id, "text")).status_code == 404
    assert manager.get(part(drafted, "item", hidden.item_id, "text")).status_code == 200


@pytest.mark.parametrize("who", OUTSIDERS)
def test_a_stranger_finds_no_meeting_and_each_try_is_written_down(client_for, drafted, who):
    client = client_for(who)
    before = Entry.objects.count()
    urls = [*open_pages(drafted), reverse("desk:address")]
    for url in urls:
        assert client.get(url).status_code == 404, url
    assert Entry.objects.count() == before + len(urls)


@pytest.mark.parametrize("who", ["police_member", "lay_member", "analyst"])
def test_members_write_nothing(client_for, drafted, who):
    client = client_for(who)
    item = drafted.items.filter(part=None).first()
    for url in (
        at(drafted, "do", "draw"),
        at(drafted, "do", "cancel"),
        at(drafted, "do", "approve"),
        at(drafted, "room"),
        at(drafted, "came"),
        at(drafted, "item", item.pk, "add-paper"),
        reverse("desk:put_forward", args=[drafted.cycle.record.reference]),
    ):
        assert client.post(url, {"seen": drafted.version}).status_code == 404, url


def test_the_pack_is_stamped_logged_first_and_without_part_b_for_a_member(client_for, drafted):
    response = client_for("police_member").get(at(drafted, "pack"))
    entry = Entry.objects.filter(what="export").latest("pk")
    assert entry.detail["meeting"] == drafted.record.reference
    with pikepdf.open(io.BytesIO(response.content)) as opened, opened.open_outline() as marks:
        titles = [mark.title for mark in marks.root]
    assert any(title.startswith("Paper 1") for title in titles)
    assert not any(title.startswith("Part B") for title in titles)
    whole = client_for("board_chair").get(part(drafted, "pack"))
    with pikepdf.open(io.BytesIO(whole.content)) as opened, opened.open_outline() as marks:
        assert any(mark.title.startswith("Part B") for mark in marks.root)


def test_minutes_are_written_in_the_room_by_letter(client_for, june, posts):
    world.issued(june, posts)
    manager = client_for("board_manager")
    manager.post(at(june, "do", "hold"), {"seen": june.version})
    item = june.items.filter(part=None).first()
    room = f"{at(june, 'room')}?item={item.pk}"
    assert "autofocus" in words(manager.get(room))
    manager.post(room, {"line": "d Adopt it"})
    response = manager.post(room, {"line": "a Send it"})
    assert "An action has one owner and one date" in words(response)
    assert "Send it" in words(response), "what was typed stays"
    due = {"due_on_day": "1", "due_on_month": "9", "due_on_year": "2013"}
    manager.post(room, {"line": "a Send it", "owner": posts["police_member"].pk, **due})
    chair = client_for("board_chair")
    chair.post(room, {"line": "The chair wrote at the same time."})
    assert [note.kind for note in item.notes.all()] == ["decision", "action", "text"]


def test_the_second_to_change_a_line_is_told(client_for, june, posts):
    world.held(june, posts)
    note = Note.objects.filter(item__part=None).first()
    url = at(june, "note", note.pk, "change")
    sent = {"seen": 1, "kind": "text", "due_on_day": "", "due_on_month": "", "due_on_year": ""}
    client_for("board_manager").post(url, {**sent, "text": "First."})
    answer = client_for("board_chair").post(url, {**sent, "text": "Second."})
    assert "Somebody else has just changed this" in words(answer)
    assert "Second." in words(answer)
    note.refresh_from_db()
    assert note.text == "First."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 not really", "broken"),
        (pdf(1, password="x"), "password"),
        (b"<html>", "A paper is a PDF"),
    ],
)
def test_a_bad_paper_is_answered_with_a_sentence(client_for, june, posts, content, sentence):
    world.issued(june, posts)
    item = june.items.filter(part=None).first()
    sent = {"title": "Audit", "file": SimpleUploadedFile("a.pdf", content)}
    answer = client_for("board_manager").post(at(june, "item", item.pk, "add-paper"), sent)
    assert sentence in words(answer)


def test_three_hundred_pages_are_taken_and_bound(client_for, june, posts):
    world.issued(june, posts)
    manager = client_for("board_manager")
    item = june.items.filter(part=None).first()
    sent = {"title": "The long one", "file": SimpleUploadedFile("a.pdf", pdf(300))}
    manager.post(at(june, "item", item.pk, "add-paper"), sent)
    late = Paper.objects.get(title="The long one")
    assert (late.pages, late.supplement) == (300, True)
    made = manager.get(at(june, "pack"))
    with pikepdf.open(io.BytesIO(made.content)) as opened:
        assert len(opened.pages) > 300


def test_a_meeting_moved_after_papers_went_out_says_who_was_told(client_for, june, posts):
    world.issued(june, posts)
    manager = client_for("board_manager")
    sent = {
        "seen": june.version, "day_day": "9", "day_month": "7", "day_year": "2013",
        "begins": "10:00", "reason": "The room flooded",
    }  # fmt: skip
    manager.post(at(june, "do", "move"), sent)
    page = words(client_for("police_member").get(at(june)))
    assert "Told that what they hold is superseded: board_chair; police_member" in page
    assert "28 Jun 2013, 10:00" in page
    again = manager.post(at(june, "do", "move"), sent)
    assert "Somebody else has just changed this" in words(again)


def test_the_calendar_address_works_without_a_session_until_it_is_taken_away(
    client_for, client, june, posts
):
    world.issued(june, posts)
    member = client_for("police_member")
    page = words(member.post(reverse("desk:address")))
    path = re.search(r"/meetings/calendar/[-\w]+\.ics", page)[0]
    answer = client.get(path)
    entry = Entry.objects.latest("pk")
    assert (entry.page, entry.let_in, entry.post_id) == (
        "desk:feed", True, posts["police_member"].pk,
    )  # fmt: skip
    text = answer.content.decode()
    assert "SUMMARY:Executive\\, Jun 2013" in text
    assert SECRET not in text
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1, "only those whose day is known"
    member.post(reverse("desk:address"), {"revoke": "1"})
    assert client.get(path).status_code == 404
    assert Entry.objects.latest("pk").let_in is False


def test_a_calendar_address_dies_with_the_holding(client_for, client, cast, june, posts):
    secret = verbs.make_feed(posts["lay_member"], by=posts["lay_member"], on=TODAY)
    path = reverse("desk:feed", args=[secret])
    assert client.get(path).status_code == 200
    type(cast["lay_member"]).objects.filter(pk=cast["lay_member"].pk).update(
        ends_at=cast["lay_member"].starts_at
    )
    assert client.get(path).status_code == 404


def test_the_forward_plan_is_scheduled_and_drawn(client_for, year, june, posts):
    manager = client_for("board_manager")
    reference = year.record.reference
    sent = {"title": "Thresholds", "body": "Executive", "wanted": "2013-11",
            "purpose": "decide", "minutes": "20"}  # fmt: skip
    manager.post(reverse("desk:put_forward", args=[reference]), sent)
    entry = year.forward.get(title="Thresholds")
    manager.post(
        reverse("desk:forward_schedule", args=[reference, entry.pk]),
        {"seen": 1, "body": "Executive", "wanted": "2013-06"},
    )
    manager.post(at(june, "do", "draw"), {"seen": june.version})
    assert june.items.filter(title="Thresholds").exists()
    page = words(client_for("lay_member").get(reverse("desk:forward", args=[reference])))
    assert "Thresholds" in page
    assert "Schedule" not in page


def test_a_challenge_of_the_room_is_in_the_boards_log_and_one_of_part_b_is_not(
    client_for, june, posts
):
    world.held(june, posts)
    hidden = june.items.select_related("meeting__record", "part__record").get(part__isnull=False)
    verbs.take_note(
        hidden, text=SECRET, kind=NoteKind.CHALLENGE, owner=posts["police_member"],
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    client_for("board_manager").post(at(june, "do", "draft"), {"seen": june.version})
    put = Challenge.objects.get()
    assert (put.question, put.put_to) == ("Why did it fall?", posts["police_member"])
    assert put.question not in put.title
    page = words(client_for("lay_member").get(at(june)))
    assert put.record.reference in page
    assert june.record.actions.get().what == "Bring the draft"


def test_whoever_does_not_read_challenges_is_asked_in_their_agencys_words(june, posts):
    world.issued(june, posts)
    manager = posts["board_manager"]
    verbs.hold(june, by=manager, on=TODAY)
    item = june.items.select_related("meeting__record").filter(part=None)[0]
    verbs.take_note(
        item, text="What happened?", kind=NoteKind.CHALLENGE, owner=posts["head_teacher"],
        by=manager, on=TODAY,
    )  # fmt: skip
    desk.draft_minutes(june, by=manager, on=TODAY)
    assert Challenge.objects.get().asked_of == "Tollgate Park School"


def test_the_chair_approves_what_the_manager_drafted(client_for, drafted):
    sent = {"seen": drafted.version}
    assert client_for("board_manager").post(at(drafted, "do", "approve"), sent).status_code == 404
    client_for("board_chair").post(at(drafted, "do", "approve"), sent)
    drafted.refresh_from_db()
    assert drafted.state == "minutes_approved"
