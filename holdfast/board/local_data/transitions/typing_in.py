"""Figures typed by hand: kept as a draft while they are typed, then taken in like a return's."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.board.local_data.data.measures import measure_sets
from holdfast.board.local_data.models import Collection, HandDraft
from holdfast.board.local_data.rules.figures import Returned, State
from holdfast.board.local_data.transitions.keeping import take_in
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.moves import NotAllowed

LONGEST = 4_000


@transaction.atomic
def keep_typed(
    collection: Collection,
    *,
    agency: Agency,
    set_key: str,
    typed: Mapping[str, str],
    by: Post,
    on: date,
) -> None:
    """Keep what a post has typed so far, right or wrong. A draft is no figure and has no story."""
    gate.require(by, Can.WORK, collection.record)
    _require_ours(collection, agency, set_key)
    kept = {name: text[:LONGEST] for name, text in typed.items()}
    HandDraft.objects.update_or_create(
        collection=collection,
        agency=agency,
        set_key=set_key,
        by=by,
        defaults={"typed": kept, "on": on},
    )


@transaction.atomic
def take_typed(
    collection: Collection,
    *,
    agency: Agency,
    set_key: str,
    rows: Sequence[Returned],
    source: str,
    sent_by: Post,
    by: Post,
    on: date,
    seen: int | None = None,
) -> int:
    """Take in figures that a partner gave on paper, by letter or by telephone; ends the draft.

    They are checked as a return's are. Returns their version.
    """
    _require_ours(collection, agency, set_key)
    if sent_by.agency_id != agency.pk:
        raise NotAllowed(f"{sent_by} is not a post of {agency.name}. Say who of it gave them.")
    if not source.strip():
        raise NotAllowed("Say how the figures came, such as “letter of 3 June 2013”.")
    if all(row.value.state is State.NOT_RETURNED for row in rows):
        raise NotAllowed("No figure was typed. Give a number, or say why there is none.")
    version = take_in(
        collection,
        agency=agency,
        rows=rows,
        source=f"Typed by hand: {source.strip()}"[:80],
        sent_by=sent_by,
        by=by,
        on=on,
        seen=seen,
    )
    HandDraft.objects.filter(collection=collection, agency=agency, set_key=set_key, by=by).delete()
    return version


def _require_ours(collection: Collection, agency: Agency, set_key: str) -> None:
    if agency.area_id not in {None, collection.area_id}:
        raise NotAllowed("A neighbour's agency has no figures here.")
    if set_key not in measure_sets():
        raise NotAllowed("There is no such set of measures. Choose one of the list.")
