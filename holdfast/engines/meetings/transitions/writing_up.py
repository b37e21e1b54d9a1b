"""From the lines of the room to minutes: drafted the same day, approved by another, published."""

import hashlib
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.engines.meetings.models import (
    Addendum,
    AgendaItem,
    Meeting,
    Minutes,
    MinuteText,
    Note,
)
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import ItemState, State
from holdfast.engines.meetings.transitions.turning import STALE, turn
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

NOT_REACHED = frozenset({ItemState.SCHEDULED, ItemState.PAPER_IN, ItemState.PUBLISHED})


@transaction.atomic
def draft_minutes(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> list[Note]:
    """
    Make the draft of the lines that stand, and put every action into the tracker.

    Returns the challenges, for the room above to put into its own log. Items of the restricted
    part keep their words and their actions under the restricted record.
    """
    turn(meeting, "draft_minutes", by=by, on=on, seen=seen)
    items = list(meeting.items.select_related("meeting__record", "part__record"))
    for record in {item.record for item in items}:
        gate.require(by, Can.WORK, record)
    minutes = Minutes.objects.create(meeting=meeting, drafted_by=by, drafted_on=on)
    notes = list(
        Note.objects.filter(item__meeting=meeting, struck_because="").select_related(
            "owner__agency", "item"
        )
    )
    MinuteText.objects.bulk_create(
        MinuteText(minutes=minutes, item=item, text=_prose(item, notes)) for item in items
    )
    by_item = {item.pk: item for item in items}
    for note in notes:
        if note.kind == NoteKind.ACTION:
            _promise(note, by_item[note.item_id], by=by, on=on)
    heard = [item.pk for item in items if item.state in NOT_REACHED]
    AgendaItem.objects.filter(pk__in=heard).update(state=ItemState.HEARD)
    return [note for note in notes if note.kind == NoteKind.CHALLENGE]


def _prose(item: AgendaItem, notes: list[Note]) -> str:
    """Only what was said: decisions, actions and challenges are printed from their own rows."""
    mine = [n.text for n in notes if n.item_id == item.pk and n.kind == NoteKind.TEXT]
    return "\n\n".join([*mine, *([item.outcome] if item.outcome else [])])


def _promise(note: Note, item: AgendaItem, *, by: Post, on: date) -> None:
    action = tracker.agree(
        item.record,
        what=note.text,
        why=f"Agreed under item {item.label}, {item.title}.",
        owner=tracker.Who(note.owner),
        reviewer=tracker.Who(by if note.owner != by else None),
        due_on=max(note.due_on, on) if note.due_on else None,
        by=by,
        on=on,
    )
    Note.objects.filter(pk=note.pk).update(action=action)


@transaction.atomic
def change_text(text: MinuteText, *, words: str, by: Post, on: date, seen: int) -> None:
    """Change what the draft says on one item, as it was read in version `seen`."""
    gate.require(by, Can.WORK, text.item.record)
    if text.item.meeting.state != State.MINUTES_DRAFTED:
        raise NotAllowed("The minutes are approved. Add a dated addendum instead.")
    unchanged = MinuteText.objects.filter(pk=text.pk, version=seen)
    if not unchanged.update(version=F("version") + 1, text=words.strip(), changed_by=by):
        raise NotAllowed(STALE)
    text.refresh_from_db()


@transaction.atomic
def approve_minutes(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> None:
    """Approve the minutes. Whoever drafted them, or changed a word, does not."""
    minutes = getattr(meeting, "minutes", None)
    texts = list(minutes.texts.all()) if minutes else []
    hands = {text.changed_by_id for text in texts} | (
        {minutes.drafted_by_id} if minutes else set()
    )
    if by.pk in hands:
        raise NotAllowed("Minutes are approved by somebody who did not write them.")
    turn(meeting, "approve_minutes", by=by, on=on, can=Can.DECIDE, seen=seen)
    said = hashlib.sha256("\x1e".join(text.text for text in texts).encode()).hexdigest()
    Minutes.objects.filter(meeting=meeting).update(approved_by=by, approved_on=on, sha256=said)


@transaction.atomic
def publish_minutes(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> None:
    """Publish approved minutes. The restricted part is not among what is published."""
    turn(meeting, "publish_minutes", by=by, on=on, seen=seen)
    Minutes.objects.filter(meeting=meeting).update(published_on=on)


@transaction.atomic
def add_addendum(item: AgendaItem, *, text: str, by: Post, on: date) -> Addendum:
    """Put something right after the minutes were approved. What they said stays beside it."""
    gate.require(by, Can.WORK, item.record)
    if item.meeting.state not in {State.MINUTES_APPROVED, State.PUBLISHED}:
        raise NotAllowed("The minutes are not approved yet. Change their text instead.")
    if not text.strip():
        raise NotAllowed("Say what is put right.")
    story.write_step(record=item.record, move="add_addendum", by=by, on=on, note=text.strip())
    return Addendum.objects.create(item=item, text=text.strip(), on=on, by=by, **moment.written())
