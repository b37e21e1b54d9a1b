"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Step
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import states


@transaction.atomic
def move_to(
    allegation: Allegation,
    move: str,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    note: str = "",
    seen: int | None = None,
    **kept: Any,
) -> Step:
    """Move an allegation to its next state, if the post may and nobody was there first.

    `seen` is the version of the record that the editor had on the screen.
    """
    gate.require(by, can, allegation.record, section=STORY)
    before = allegation.state
    after = states.TABLE.target(state=before, move=move)
    version = allegation.record.version if seen is None else seen
    story.move_on(allegation.record, version=version)
    mine = Allegation.objects.filter(pk=allegation.pk, state=before)
    if not mine.update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this allegation on. Look at it again.")
    allegation.refresh_from_db(fields=["state", *kept])
    return story.write_step(
        record=allegation.record,
        move=move,
        from_state=before,
        to_state=after,
        on=on,
        by=by,
        note=note,
    )


@transaction.atomic
def write_in(
    allegation: Allegation,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    can: Can = Can.WORK,
    section: str = STORY,
    seen: int | None = None,
    subjects: Sequence[str] = (),
) -> Step:
    """Write a step that leaves the state as it is. With `seen`, the second editor is told."""
    gate.require(by, can, allegation.record, section=section)
    if seen is not None:
        story.move_on(allegation.record, version=seen)
    return story.write_step(
        record=allegation.record,
        section=section,
        move=move,
        from_state=allegation.state,
        to_state=allegation.state,
        on=on,
        by=by,
        note=note,
        subjects=subjects,
    )


@transaction.atomic
def change(
    allegation: Allegation, *, by: Post, on: date, can: Can = Can.WORK, **kept: Any
) -> None:
    """Change facts of the allegation itself. The caller writes the step."""
    gate.require(by, can, allegation.record, section=STORY)
    Allegation.objects.filter(pk=allegation.pk).update(**kept)
    allegation.refresh_from_db(fields=list(kept))
