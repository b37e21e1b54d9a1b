"""Writing in the room, drafting the same day, approval by another, publication."""

import pytest
from django.db import IntegrityError, transaction

from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import Meeting, Minutes, Note
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.tests import world
from holdfast.engines.meetings.tests.world import TODAY
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(meeting, posts):
    verbs.add_item(
        meeting,
        item=verbs.ItemTold("A review"),
        restricted=True,
        by=posts["board_manager"],
        on=TODAY,
    )
    return world.held(meeting, posts)


def write(item, posts, text, kind=NoteKind.TEXT, by="board_manager", **more):
    return verbs.take_note(item, text=text, kind=kind, by=posts[by], on=TODAY, **more)


def act(item, posts, text):
    owner = posts["police_member"]
    return write(item, posts, text, NoteKind.ACTION, owner=owner, due_on=TODAY.replace(month=9))


def test_two_people_minuting_at_once_keep_both_lines(room, posts):
    item = room.items.first()
    same = Meeting.objects.get(pk=room.pk).items.first()
    write(item, posts, "The police reported.")
    write(same, posts, "Health asked why.", by="board_chair")
    assert [n.text for n in item.notes.all()] == ["The police reported.", "Health asked why."]


def test_the_second_to_change_a_line_is_told_and_nothing_is_overwritten(room, posts):
    note = write(room.items.first(), posts, "Agred.")
    other = Note.objects.get(pk=note.pk)
    verbs.change_note(note, text="Agreed.", by=posts["board_manager"], on=TODAY, seen=1)
    with pytest.raises(NotAllowed, match="Somebody else"):
        verbs.change_note(other, text="Refused.", by=posts["board_chair"], on=TODAY, seen=1)
    note.refresh_from_db()
    assert note.text == "Agreed."
    assert [edit.said for edit in note.edits.all()] == ["Agred."]


def test_a_line_is_struck_with_a_reason_and_stays(room, posts):
    manager = posts["board_manager"]
    note = act(room.items.first(), posts, "Send the draft to the committee")
    with pytest.raises(NotAllowed, match="why the line is struck"):
        verbs.strike_note(note, reason="", by=manager, on=TODAY, seen=1)
    verbs.strike_note(note, reason="Said twice", by=manager, on=TODAY, seen=1)
    verbs.draft_minutes(room, by=manager, on=TODAY)
    assert Note.objects.get(pk=note.pk).struck
    assert not room.record.actions.exists(), "a struck action never becomes a promise"


@pytest.mark.parametrize("missing", ["owner", "due_on"])
def test_an_action_has_one_owner_and_one_date(room, posts, missing):
    more = {"owner": posts["police_member"], "due_on": TODAY.replace(month=9)} | {missing: None}
    with pytest.raises(NotAllowed, match="one owner and one date"):
        write(room.items.first(), posts, "Do it", NoteKind.ACTION, **more)


def test_drafting_puts_every_action_into_the_tracker_under_its_own_record(room, posts):
    opened, hidden = room.items.get(part=None, number=1), room.items.get(part__isnull=False)
    act(opened, posts, "Send the audit")
    act(hidden, posts, "Write to the family's adviser")
    write(opened, posts, "Why did it fall?", NoteKind.CHALLENGE, owner=posts["health_member"])
    challenges = verbs.draft_minutes(room, by=posts["board_manager"], on=TODAY)
    assert [a.what for a in room.record.actions.all()] == ["Send the audit"]
    assert [a.what for a in room.part.record.actions.all()] == ["Write to the family's adviser"]
    assert room.record.actions.get().owner == posts["police_member"]
    assert [note.text for note in challenges] == ["Why did it fall?"]


def test_a_line_written_while_the_minutes_are_drafted_is_refused_and_not_lost(room, posts):
    on_another_screen = room.items.select_related("meeting__record").first()
    assert on_another_screen.meeting.state == "held"
    verbs.draft_minutes(room, by=posts["board_manager"], on=TODAY)
    with pytest.raises(NotAllowed, match="drafted already"):
        write(on_another_screen, posts, "Too late")
    assert not Note.objects.filter(text="Too late").exists()


def test_whoever_wrote_the_minutes_does_not_approve_them(room, posts):
    chair, manager = posts["board_chair"], posts["board_manager"]
    verbs.draft_minutes(room, by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="did not write them"):
        verbs.approve_minutes(room, by=manager, on=TODAY)
    text = room.minutes.texts.first()
    verbs.change_text(text, words="Agreed.", by=chair, on=TODAY, seen=1)
    with pytest.raises(NotAllowed, match="did not write them"):
        verbs.approve_minutes(room, by=chair, on=TODAY)


def test_the_database_too_refuses_an_approval_by_the_drafter(room, posts):
    manager = posts["board_manager"]
    verbs.draft_minutes(room, by=manager, on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Minutes.objects.update(approved_by=manager)


def test_approved_minutes_change_only_by_a_dated_addendum(room, posts):
    manager, chair = posts["board_manager"], posts["board_chair"]
    item = room.items.first()
    verbs.draft_minutes(room, by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="not approved yet"):
        verbs.add_addendum(item, text="x", by=manager, on=TODAY)
    verbs.approve_minutes(room, by=chair, on=TODAY)
    assert len(Minutes.objects.get().sha256) == 64
    text = room.minutes.texts.first()
    text.item.meeting.refresh_from_db()
    with pytest.raises(NotAllowed, match="dated addendum"):
        verbs.change_text(text, words="x", by=manager, on=TODAY, seen=text.version)
    item.meeting.refresh_from_db()
    verbs.add_addendum(item, text="It was the other school.", by=manager, on=TODAY)
    verbs.publish_minutes(room, by=manager, on=TODAY)
    assert [str(one) for one in item.addenda.all()] == ["It was the other school."]


def test_nobody_writes_under_a_restricted_item_without_its_record(room, posts):
    hidden = room.items.get(part__isnull=False)
    with pytest.raises(Refused):
        write(hidden, posts, "x", by="police_member")


def test_nothing_is_written_before_the_meeting_or_after_its_draft(meeting, posts):
    world.issued(meeting, posts)
    with pytest.raises(NotAllowed, match="has not been held yet"):
        write(meeting.items.first(), posts, "x")
    verbs.hold(meeting, by=posts["board_manager"], on=TODAY)
    verbs.draft_minutes(meeting, by=posts["board_manager"], on=TODAY)
    with pytest.raises(NotAllowed, match="drafted already"):
        write(meeting.items.first(), posts, "x")
