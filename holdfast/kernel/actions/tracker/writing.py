"""How every verb of the tracker changes an action and writes it down."""

from datetime import date

from django.db.models import F

from holdfast.kernel.access import gate
from holdfast.kernel.access.words import KINDS, Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import Kind, require_move
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this action. Nothing of theirs was overwritten. "
    "Look at it again, then send your change again."
)


def section_of(record: Record) -> str:
    """Return the section of its record that actions stand in: their own where a room has one."""
    return "actions" if "actions" in KINDS[record.kind].sections else "story"


def require(record: Record, *, by: Post, can: Can = Can.WORK) -> None:
    gate.require(by, can, record, section=section_of(record))


def move(
    action: Action,
    move: str,
    *,
    by: Post,
    on: date,
    seen: int | None,
    note: str = "",
    **kept: object,
) -> None:
    require(action.record, by=by)
    before = action.state
    after = require_move(Kind(action.kind), state=before, move=move)
    change(action, seen=seen, state=after, **kept)
    write(action, move, before=before, by=by, on=on, note=note)


def change(action: Action, *, seen: int | None, **kept: object) -> None:
    """Change the action if nobody has since its editor read it."""
    version = action.version if seen is None else seen
    unchanged = Action.objects.filter(pk=action.pk, version=version)
    if not unchanged.update(version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    action.refresh_from_db()


def write(action: Action, move: str, *, before: str, by: Post, on: date, note: str) -> None:
    words = f"{action.what}: {note}" if note else action.what
    story.write_step(
        record=action.record,
        section=section_of(action.record),
        move=move,
        from_state=before,
        to_state=action.state,
        by=by,
        on=on,
        note=words,
    )


def same_hands(one: Post, other: Post) -> bool:
    """Say whether two posts are the same, or are held by the same person now."""
    held = Holding.objects.current(at=moment.now())
    people = held.filter(post=one).values("person")
    return one.pk == other.pk or held.filter(post=other, person__in=people).exists()
