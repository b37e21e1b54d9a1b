"""How every verb of this room moves: check, change, write down."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.enquiries.access import STORY
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.enquiries.rules import TABLE


@transaction.atomic
def move_to(
    discussion: StrategyDiscussion,
    move: str,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    note: str = "",
    seen: int | None = None,
    **kept: Any,
) -> None:
    """Move a discussion on, if the post may and nobody was there first. `seen` is its version."""
    gate.require(by, can, discussion.record, section=STORY)
    before = discussion.state
    after = TABLE.target(state=before, move=move) if move in TABLE.moves else before
    story.move_on(discussion.record, version=discussion.record.version if seen is None else seen)
    mine = StrategyDiscussion.objects.filter(pk=discussion.pk, state=before)
    if not mine.update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this discussion on. Look at it again.")
    discussion.refresh_from_db(fields=["state", *kept])
    story.write_step(
        record=discussion.record, move=move, from_state=before, to_state=after, by=by, on=on,
        note=note,
    )  # fmt: skip
