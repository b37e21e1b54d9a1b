"""How every verb takes a meeting from one state to the next, or says who was first."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from holdfast.engines.meetings.models import AgendaItem, Meeting
from holdfast.engines.meetings.rules import states
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this. Nothing of theirs was overwritten, and what you wrote "
    "is still in the form. Look at it again, then send it again."
)


@transaction.atomic
def turn(
    meeting: Meeting,
    move: str,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    seen: int | None = None,
    note: str = "",
    **kept: Any,
) -> None:
    """Make a move of the state table, once, for whoever may, and write it down."""
    gate.require(by, can, meeting.record)
    before = meeting.state
    after = states.target(state=before, move=move)
    _swap(meeting, seen, {"state": after, **kept})
    story.write_step(
        record=meeting.record,
        move=move,
        from_state=before,
        to_state=after,
        by=by,
        on=on,
        note=note,
    )


@transaction.atomic
def change(
    meeting: Meeting,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    seen: int | None = None,
    **kept: Any,
) -> None:
    """Change the meeting if it is still as its editor read it. Raises NotAllowed."""
    gate.require(by, can, meeting.record)
    _swap(meeting, seen, kept)


def _swap(meeting: Meeting, seen: int | None, kept: dict[str, Any]) -> None:
    version = meeting.version if seen is None else seen
    unchanged = Meeting.objects.filter(pk=meeting.pk, version=version, state=meeting.state)
    if not unchanged.update(version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    for name, value in kept.items():
        setattr(meeting, name, value)
    meeting.version = version + 1


@transaction.atomic
def change_item(
    item: AgendaItem, *, by: Post, on: date, seen: int | None = None, **kept: Any
) -> None:
    """Change an item, for whoever works on its record, which may be the restricted one."""
    gate.require(by, Can.WORK, item.record)
    version = item.version if seen is None else seen
    unchanged = AgendaItem.objects.filter(pk=item.pk, version=version)
    if not unchanged.update(version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    for name, value in kept.items():
        setattr(item, name, value)
    item.version = version + 1
