"""How a room's verbs move a row that stands in a state: check, change, write down, once.

Nothing half-done is kept: whoever calls is in a transaction, and a refusal takes all of it back.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models, transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Step
from holdfast.kernel.records.moves import NotAllowed, StateTable

STORY = "story"


@transaction.atomic
def move_to(
    row: Any,
    move: str,
    *,
    table: StateTable,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    section: str = STORY,
    note: str = "",
    seen: int | None = None,
    subjects: Sequence[str] = (),
    **kept: Any,
) -> Step:
    """Move a row with its `record` to its next state, if the post may and nobody was there first.

    `seen` is the version of the record that the editor had on the screen; `kept` are fields that
    change with the state.
    """
    gate.require(by, can, row.record, section=section)
    before = row.state
    after = table.target(state=before, move=move)
    story.move_on(row.record, version=row.record.version if seen is None else seen)
    if not _rows(row).filter(state=before).update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this on. Look at it again.")
    row.refresh_from_db(fields=["state", *kept])
    return story.write_step(
        record=row.record, move=move, from_state=before, to_state=after, by=by, on=on, note=note,
        subjects=subjects,
    )  # fmt: skip


@transaction.atomic
def write_in(
    row: Any,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    can: Can = Can.WORK,
    section: str = STORY,
    seen: int | None = None,
    subjects: Sequence[str] = (),
    **kept: Any,
) -> Step:
    """Write a step that leaves the state as it is. With `seen`, the second editor is told."""
    gate.require(by, can, row.record, section=section)
    if seen is not None:
        story.move_on(row.record, version=seen)
    if kept:
        _rows(row).update(**kept)
        row.refresh_from_db(fields=list(kept))
    return story.write_step(
        record=row.record, section=section, move=move, from_state=row.state, to_state=row.state,
        by=by, on=on, note=note, subjects=subjects,
    )  # fmt: skip


def _rows(row: models.Model) -> models.QuerySet[Any]:
    return type(row)._default_manager.filter(pk=row.pk)
