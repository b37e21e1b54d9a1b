"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate, moving
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Step
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import states


@transaction.atomic
def move_to(allegation: Allegation, move: str, *, by: Post, on: date, **how: Any) -> Step:
    """Move on, if the post may and nobody was there first (see `kernel.access.moving`)."""
    return moving.move_to(allegation, move, table=states.TABLE, by=by, on=on, **how)


@transaction.atomic
def write_in(
    allegation: Allegation, move: str, *, by: Post, on: date, note: str, **how: Any
) -> Step:
    """Write a step that leaves the state as it is (see `kernel.access.moving`)."""
    return moving.write_in(allegation, move, by=by, on=on, note=note, **how)


@transaction.atomic
def change(
    allegation: Allegation, *, by: Post, on: date, can: Can = Can.WORK, **kept: Any
) -> None:
    """Change facts of the allegation itself. The caller writes the step."""
    gate.require(by, can, allegation.record, section=STORY)
    Allegation.objects.filter(pk=allegation.pk).update(**kept)
    allegation.refresh_from_db(fields=list(kept))
