"""Writing in the room: one line each, appended, struck with a reason, never lost."""

from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.engines.meetings.models import AgendaItem, Meeting, Note, NoteEdit
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import ItemState, State, require_in_the_room
from holdfast.engines.meetings.transitions import turning
from holdfast.engines.meetings.transitions.turning import STALE
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

LONGEST_ACTION = 300
OUTCOMES = frozenset({ItemState.HEARD, ItemState.DECIDED, ItemState.DEFERRED})


@transaction.atomic
def take_note(
    item: AgendaItem,
    *,
    text: str,
    by: Post,
    on: date,
    kind: NoteKind = NoteKind.TEXT,
    owner: Post | None = None,
    due_on: date | None = None,
) -> Note:
    """Write one line under an item. Two people writing at once both keep their lines."""
    _in_the_room(item, by)
    _require_line(text, kind, owner, due_on, on=on)
    return Note.objects.create(
        item=item,
        kind=kind,
        text=text.strip(),
        owner=owner,
        due_on=due_on,
        by=by,
        **moment.written(),
    )


def _in_the_room(item: AgendaItem, by: Post) -> None:
    """
    Let somebody write while the meeting is held, and hold its row until the line is there.

    Without that a line could slip in while the minutes are being drafted, and its action would
    be in no minutes and in no tracker.
    """
    gate.require(by, Can.WORK, item.record)
    held = Meeting.objects.filter(pk=item.meeting_id, state=State.HELD)
    if not held.update(state=State.HELD):
        require_in_the_room(Meeting.objects.get(pk=item.meeting_id).state)


def _require_line(
    text: str, kind: NoteKind, owner: Post | None, due_on: date | None, *, on: date
) -> None:
    if not text.strip():
        raise NotAllowed("Write what was said.")
    if kind is NoteKind.CHALLENGE and owner is None:
        raise NotAllowed("A challenge is put to somebody. Name the post that answers it.")
    if kind is not NoteKind.ACTION:
        return
    if owner is None or due_on is None:
        raise NotAllowed("An action has one owner and one date. Name both.")
    if due_on < on:
        raise NotAllowed(f"{day_words(due_on)} has passed already. Give a date that is ahead.")
    if len(text) > LONGEST_ACTION:
        raise NotAllowed(f"An action fits in {LONGEST_ACTION} letters. Put the rest in a line.")


@transaction.atomic
def change_note(
    note: Note,
    *,
    text: str,
    by: Post,
    on: date,
    seen: int,
    kind: NoteKind | None = None,
    owner: Post | None = None,
    due_on: date | None = None,
) -> None:
    """Change a line that was read as version `seen`. What it said before is kept."""
    _in_the_room(note.item, by)
    new = kind or NoteKind(note.kind)
    _require_line(text, new, owner, due_on, on=on)
    said = note.text
    unchanged = Note.objects.filter(pk=note.pk, version=seen, struck_because="")
    if not unchanged.update(
        version=F("version") + 1, text=text.strip(), kind=new, owner=owner, due_on=due_on
    ):
        raise NotAllowed(STALE)
    NoteEdit.objects.create(note=note, said=said, by=by, on=on, **moment.written())
    note.refresh_from_db()


@transaction.atomic
def strike_note(note: Note, *, reason: str, by: Post, on: date, seen: int) -> None:
    """Strike a line. It stays to be read, struck, with the reason, and goes into no minutes."""
    _in_the_room(note.item, by)
    if not reason.strip():
        raise NotAllowed("Say why the line is struck.")
    unchanged = Note.objects.filter(pk=note.pk, version=seen, struck_because="")
    if not unchanged.update(
        version=F("version") + 1, struck_because=reason.strip(), struck_by=by, struck_on=on
    ):
        raise NotAllowed(STALE)
    note.refresh_from_db()
    story.write_step(
        record=note.item.record, move="strike_note", by=by, on=on, note=f"{note.text}: {reason}"
    )


@transaction.atomic
def settle_item(
    item: AgendaItem, *, state: ItemState, outcome: str, by: Post, on: date, seen: int
) -> None:
    """Say what became of an item: heard, decided, or deferred to the next meeting."""
    _in_the_room(item, by)
    if state not in OUTCOMES:
        raise NotAllowed("An item is heard, decided or deferred.")
    if state is ItemState.DEFERRED and not outcome.strip():
        raise NotAllowed("Say why the item is deferred.")
    turning.change_item(item, by=by, on=on, seen=seen, state=state.value, outcome=outcome.strip())
    note = f"{item.label} {item.title}: {state.value}. {outcome}"
    story.write_step(record=item.record, move="settle_item", by=by, on=on, note=note)


@transaction.atomic
def say_taken_up(note: Note, *, reference: str, by: Post, on: date) -> None:
    """Note where a challenge went, such as the reference of its entry in a log."""
    gate.require(by, Can.WORK, note.item.record)
    Note.objects.filter(pk=note.pk).update(taken_up=reference)
    note.taken_up = reference
