"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate, moving
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
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
def move_to(assessment: Assessment, move: str, *, by: Post, on: date, **how: Any) -> Step:
    """Move on, if the post may and nobody was there first (see `kernel.access.moving`)."""
    return moving.move_to(assessment, move, table=states.TABLE, by=by, on=on, **how)


@transaction.atomic
def write_in(
    assessment: Assessment, move: str, *, by: Post, on: date, note: str, **how: Any
) -> Step:
    """Write a step that leaves the state as it is (see `kernel.access.moving`)."""
    return moving.write_in(assessment, move, by=by, on=on, note=note, **how)


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
