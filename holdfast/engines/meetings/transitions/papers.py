"""Papers: kept with the record that may show them, counted, replaced but never lost."""

from datetime import date

from django.db import transaction

from holdfast.engines.meetings.models import AgendaItem, Meeting, Paper
from holdfast.engines.meetings.rules.papers import Looked, looked_at
from holdfast.engines.meetings.rules.states import BEFORE, ItemState, State
from holdfast.engines.meetings.transitions import turning
from holdfast.engines.meetings.transitions.turning import turn
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

LARGEST = story.LARGEST_FILE


@transaction.atomic
def add_paper(
    item: AgendaItem,
    *,
    title: str,
    content: bytes,
    by: Post,
    on: date,
    restricted: bool = False,
    replaces: Paper | None = None,
    author: str = "",
    dated: date | None = None,
) -> Paper:
    """
    Add a paper to an item, under the restricted record where the item or the paper is restricted.

    After papers went out it is a supplement. Raises NotAllowed with a sentence for a file that
    is too large, broken, locked, or neither PDF nor an Office file.
    """
    meeting = item.meeting
    if meeting.state not in {*BEFORE, State.HELD}:
        raise NotAllowed("Papers are added until the minutes are drafted, not after.")
    hidden = restricted or bool(item.part_id)
    record = _record_for(meeting, hidden=hidden)
    gate.require(by, Can.WORK, record)
    _require_same_place(item, replaces, hidden=hidden)
    looked = _looked_at(content)
    kept = story.keep_file(
        record=record, title=title, content=content, content_type=looked.sort.value, by=by, on=on
    )
    paper = Paper.objects.create(
        item=item,
        file=kept,
        title=title,
        pages=looked.pages,
        version=replaces.version + 1 if replaces else 1,
        replaces=replaces,
        supplement=meeting.state in {State.PAPERS_OUT, State.HELD},
        restricted=hidden,
        author=author,
        dated=dated,
    )
    if item.state == ItemState.SCHEDULED and hidden is bool(item.part_id):
        turning.change_item(item, by=by, on=on, state=ItemState.PAPER_IN.value)
    note = f"{item.label}: {title}, {paper.length_words}"
    story.write_step(record=record, move="add_paper", by=by, on=on, note=note)
    return paper


def _require_same_place(item: AgendaItem, replaces: Paper | None, *, hidden: bool) -> None:
    if replaces and (replaces.item_id != item.pk or replaces.restricted is not hidden):
        raise NotAllowed("A new version stands on the same item, in the same part, as the old.")


def _looked_at(content: bytes) -> Looked:
    if len(content) > LARGEST:
        raise NotAllowed("The file is larger than 10 MB. Keep a smaller copy.")
    return looked_at(content)


def _record_for(meeting: Meeting, *, hidden: bool) -> Record:
    if not hidden:
        return meeting.record
    if not hasattr(meeting, "part"):
        raise NotAllowed("This meeting has no restricted part. Add the paper as an open one.")
    return meeting.part.record


@transaction.atomic
def send_papers(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> None:
    """Send the papers out. What comes later is a supplement, merged at its item."""
    turn(meeting, "send_papers", by=by, on=on, seen=seen)
    meeting.items.filter(state__in=[ItemState.SCHEDULED, ItemState.PAPER_IN]).update(
        state=ItemState.PUBLISHED
    )
