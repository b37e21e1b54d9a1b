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
from holdfast.practice.assessments.access import STORY
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules import states

FINISHED = (
    "This assessment is finished, so nothing in it changes. Begin a new one for what is new."
)
WITH_MANAGER = (
    "The assessment is with the manager. Ask for it back before you go on writing, so that what "
    "is signed is what was read."
)


@transaction.atomic
def move_to(
    assessment: Assessment,
    move: str,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    note: str = "",
    seen: int | None = None,
    **kept: Any,
) -> Step:
    """Move an assessment to its next state, if the post may and nobody was there first.

    `seen` is the version of the record that the editor had on the screen.
    """
    gate.require(by, can, assessment.record, section=STORY)
    before = assessment.state
    after = states.TABLE.target(state=before, move=move)
    version = assessment.record.version if seen is None else seen
    story.move_on(assessment.record, version=version)
    mine = Assessment.objects.filter(pk=assessment.pk, state=before)
    if not mine.update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this assessment on. Look at it again.")
    assessment.refresh_from_db(fields=["state", *kept])
    return story.write_step(
        record=assessment.record,
        move=move,
        from_state=before,
        to_state=after,
        on=on,
        by=by,
        note=note,
    )


@transaction.atomic
def write_in(
    assessment: Assessment,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    can: Can = Can.WORK,
    subjects: Sequence[str] = (),
) -> Step:
    """Write a step that leaves the state as it is."""
    gate.require(by, can, assessment.record, section=STORY)
    return story.write_step(
        record=assessment.record,
        move=move,
        from_state=assessment.state,
        to_state=assessment.state,
        on=on,
        by=by,
        note=note,
        subjects=subjects,
    )


@transaction.atomic
def require_writing(assessment: Assessment, *, by: Post, on: date) -> None:
    """Raise unless the post may work here and the assessment is still being written.

    The row is locked until the verb ends, so that nobody signs what is just being changed.
    """
    gate.require(by, Can.WORK, assessment.record, section=STORY)
    held = Assessment.objects.select_for_update().filter(pk=assessment.pk)
    state = held.values_list("state", flat=True).get()
    if state == states.State.WITH_MANAGER:
        raise NotAllowed(WITH_MANAGER)
    if state != states.State.WRITING:
        raise NotAllowed(FINISHED)
    if on < assessment.started_on:
        raise NotAllowed("The day is before the assessment began. Give a later day.")
