"""How this room's verbs write a step in an edition's story."""

from datetime import date

from django.db import transaction

from holdfast.board.annual_report.models import Edition
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity


@transaction.atomic
def write_down(
    edition: Edition, move: str, *, by: Post, on: date, note: str = "", before: str | None = None
) -> None:
    """Write a step. A verb that changes the state says which it was `before`."""
    story.write_step(
        record=edition.record,
        move=move,
        from_state=edition.state if before is None else before,
        to_state=edition.state,
        on=on,
        by=by,
        note=note,
        sensitivity=Sensitivity.NONE,
    )
