"""Open a quarter, keep its figures in versions, let a small number out."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max

from holdfast.board.local_data.access import KIND
from holdfast.board.local_data.data.measures import local_measures
from holdfast.board.local_data.models import Collection, Figure, Released
from holdfast.board.local_data.rules.figures import Returned, Unfit, require_fit
from holdfast.board.local_data.rules.publishing import is_small
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def open_quarter(quarter: Quarter, *, area: Area, owner: Agency, by: Post, on: date) -> Collection:
    """Open the record under which the partners' figures of a quarter are kept."""
    if owner.area_id != area.pk:
        raise gate.Refused("A neighbour's agency keeps no quarter of this area.")
    if Collection.objects.filter(area=area, year=quarter.year, number=quarter.number).exists():
        raise NotAllowed(f"{quarter.words} is open already. Open that quarter.")
    record = gate.open_record(kind=KIND, area=area, owner=owner, by=by, on=on)
    found = Collection.objects.create(
        record=record, area=area, year=quarter.year, number=quarter.number
    )
    story.write_step(
        record=record, move="open_quarter", to_state="open", by=by, on=on, note=quarter.words
    )
    return found


@transaction.atomic
def take_in(
    collection: Collection,
    *,
    agency: Agency,
    rows: Sequence[Returned],
    source: str,
    sent_by: Post,
    by: Post,
    on: date,
    seen: int | None = None,
) -> int:
    """
    Keep a partner's figures as the next version and return its number. Earlier versions stay.

    `source` says which return they are from. `seen` is the record's version that was on the
    screen: if somebody took a return in since, nothing is kept.
    """
    gate.require(by, Can.WORK, collection.record)
    _require_fit(collection, rows, on=on)
    record = collection.record
    story.move_on(record, version=record.version if seen is None else seen)
    mine = Figure.objects.filter(collection=collection, agency=agency)
    last = mine.aggregate(last=Max("version"))["last"] or 0
    Figure.objects.bulk_create(
        Figure(
            collection=collection,
            agency=agency,
            measure=row.measure,
            version=last + 1,
            state=row.value.state.value,
            number=row.value.number,
            of=row.value.of,
            commentary=row.commentary,
            source=source,
            sent_by=sent_by,
            taken_by=by,
            taken_on=on,
            **moment.written(),
        )
        for row in rows
    )
    story.write_step(
        record=record,
        move="take_in",
        by=by,
        on=on,
        note=f"{agency.name}, version {last + 1}: {len(rows)} figures. {source}",
    )
    return last + 1


def _require_fit(collection: Collection, rows: Sequence[Returned], *, on: date) -> None:
    if collection.quarter.starts_on > on:
        raise NotAllowed(f"{collection.quarter.words} has not begun. There are no figures yet.")
    known = local_measures()
    if unknown := [row.measure for row in rows if row.measure not in known]:
        raise NotAllowed(f"No measure is called “{unknown[0]}”. Choose one of the set's.")
    try:
        for row in rows:
            one = known[row.measure]
            require_fit(row.value, has_of=bool(one.of), name=one.name)
    except Unfit as why:
        raise NotAllowed(str(why)) from why


@transaction.atomic
def release_small_number(
    figure: Figure, *, reason: str, by: Post, on: date, seen: int | None = None
) -> Released:
    """
    Let one small number out of the board's restricted pages, for a reason that is kept for ever.

    The chair or the manager decides; whoever sent or took in the figure may not.
    """
    record = figure.collection.record
    gate.require(by, Can.DECIDE, record)
    if by.pk in {figure.sent_by_id, figure.taken_by_id}:
        raise NotAllowed(
            "Whoever entered a figure does not release it. Ask the chair or the manager."
        )
    if not reason.strip():
        raise NotAllowed("Say why this number may be published. The reason is printed beside it.")
    if not (figure.asked.of_children and is_small(figure.value)):
        raise NotAllowed("This figure is not small: it is published without being released.")
    if Figure.objects.filter(pk=figure.pk).current().first() is None:
        raise NotAllowed("A later return has replaced this figure. Look at the later one.")
    if Released.objects.filter(figure=figure).exists():
        raise NotAllowed("This number was released already. Its reason stands beside it.")
    story.move_on(record, version=record.version if seen is None else seen)
    released = Released.objects.create(
        figure=figure, reason=reason.strip(), by=by, on=on, **moment.written()
    )
    story.write_step(
        record=record,
        move="release_small_number",
        by=by,
        on=on,
        note=f"{figure.asked.name}, {figure.agency.name}: {reason.strip()}",
    )
    return released
