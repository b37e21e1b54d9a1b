"""The agenda: drawn from the forward plan, filled with reports, then issued and frozen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from holdfast.engines.meetings.models import AgendaItem, ForwardItem, ItemReport, Meeting
from holdfast.engines.meetings.rules.agenda import Candidate, place
from holdfast.engines.meetings.rules.blocks import Block, digest, pack
from holdfast.engines.meetings.rules.states import ItemState, require_planned
from holdfast.engines.meetings.transitions import turning
from holdfast.engines.meetings.transitions.told import FIELDS, ItemTold
from holdfast.engines.meetings.transitions.turning import turn
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Wanting:
    """An entry of the forward plan, or a deferred item, that wants a place on an agenda."""

    source: ForwardItem | AgendaItem
    restricted: bool
    candidate: Candidate


@transaction.atomic
def draw_agenda(meeting: Meeting, *, by: Post, on: date) -> list[AgendaItem]:
    """
    Fill a planned meeting's agenda with what is due, and number it afresh.

    Standing items of its body, what was asked for by now, what was deferred before. Drawing again
    adds what is new and takes nothing away. Returns what was added.
    """
    gate.require(by, Can.WORK, meeting.record)
    require_planned(meeting.state)
    may_part = _part_is_open_to(meeting, by)
    wanting = [one for one in _wanting(meeting) if may_part or not one.restricted]
    made = [
        _new_item(meeting, one.source, restricted=one.restricted, number=number)
        for number, one in enumerate(sorted(wanting, key=lambda w: place(w.candidate)), 1)
    ]
    added = AgendaItem.objects.bulk_create(made)
    if added:
        _number_afresh(meeting)
        for record, items in _by_record(added):
            words = "; ".join(item.title for item in items)
            story.write_step(record=record, move="draw_agenda", by=by, on=on, note=words)
    return added


def _part_is_open_to(meeting: Meeting, by: Post) -> bool:
    part = getattr(meeting, "part", None)
    return part is not None and gate.may(by, Can.WORK, part.record)


def _by_record(items: Iterable[AgendaItem]) -> list[tuple[Record, list[AgendaItem]]]:
    found: dict[Record, list[AgendaItem]] = {}
    for item in items:
        found.setdefault(item.record, []).append(item)
    return list(found.items())


def _wanting(meeting: Meeting) -> list[Wanting]:
    if meeting.cycle is None:
        return []
    there = set(meeting.items.values_list("forward_id", flat=True))
    due = [
        entry
        for entry in meeting.cycle.forward.filter(body=meeting.body, withdrawn="")
        if entry.pk not in there and _is_due(entry, meeting)
    ]
    waiting = AgendaItem.objects.filter(
        meeting__cycle=meeting.cycle,
        meeting__body=meeting.body,
        meeting__planned_from__lt=meeting.planned.last,
        state=ItemState.DEFERRED,
        taken_up=None,
    ).exclude(meeting=meeting)
    return [
        *(
            Wanting(
                entry,
                entry.restricted,
                Candidate(entry.pk, entry.key, entry.standing, False, entry.order),
            )
            for entry in due
        ),
        *(
            Wanting(
                item, bool(item.part_id), Candidate(item.pk, item.key, False, True, item.number)
            )
            for item in waiting
        ),
    ]


def _is_due(entry: ForwardItem, meeting: Meeting) -> bool:
    """A standing entry is due at every meeting; another at the first one of its month or later."""
    if entry.standing:
        return True
    wanted = entry.wanted
    if wanted is None or wanted.first > meeting.planned.last:
        return False
    return not entry.items.exclude(state=ItemState.DEFERRED).exists()


def _new_item(
    meeting: Meeting, source: ForwardItem | AgendaItem, *, restricted: bool, number: int
) -> AgendaItem:
    waited = source if isinstance(source, AgendaItem) else None
    entry = source if isinstance(source, ForwardItem) else None
    return AgendaItem(
        meeting=meeting,
        part=meeting.part if restricted else None,
        number=100 + number,
        forward=entry,
        waited=waited,
        **{name: getattr(source, name) for name in FIELDS},
    )


def _number_afresh(meeting: Meeting) -> None:
    """Number both parts from one, each by its own order, so that neither shows the other."""
    items = list(meeting.items.select_related("forward"))
    for restricted in (False, True):
        part = [item for item in items if bool(item.part_id) is restricted]
        for number, item in enumerate(sorted(part, key=_standing_order), 1):
            item.number = number
    AgendaItem.objects.bulk_update(items, ["number"])


def _standing_order(item: AgendaItem) -> tuple[int, int, int]:
    standing = bool(item.forward and item.forward.standing)
    order = item.forward.order if item.forward else item.number
    return place(Candidate(item.pk, item.key, standing, item.waited_id is not None, order))


@transaction.atomic
def add_item(
    meeting: Meeting, *, item: ItemTold, by: Post, on: date, restricted: bool = False
) -> AgendaItem:
    """Put an item at the end of a planned meeting's agenda, or of its restricted part."""
    require_planned(meeting.state)
    part = meeting.part if restricted else None
    record = part.record if part else meeting.record
    gate.require(by, Can.WORK, record)
    last = meeting.items.filter(part=part).aggregate(last=Max("number"))["last"] or 0
    added = AgendaItem.objects.create(meeting=meeting, part=part, number=last + 1, **item.kept())
    story.write_step(record=record, move="add_item", by=by, on=on, note=added.title)
    return added


@transaction.atomic
def change_item(item: AgendaItem, *, told: ItemTold, by: Post, on: date, seen: int) -> None:
    """Change what an item says, while the agenda is not issued. Its key stays."""
    gate.require(by, Can.WORK, item.record)
    require_planned(item.meeting.state)
    turning.change_item(item, by=by, on=on, seen=seen, **told.kept() | {"key": item.key})
    story.write_step(record=item.record, move="change_item", by=by, on=on, note=item.title)


@transaction.atomic
def name_speaker(item: AgendaItem, *, speaker: str, by: Post, on: date) -> None:
    """Name the expert who leads a themed section and challenges its recommendations."""
    gate.require(by, Can.WORK, item.record)
    require_planned(item.meeting.state)
    turning.change_item(item, by=by, on=on, speaker=speaker.strip())
    note = f"{item.title}: {speaker}"
    story.write_step(record=item.record, move="name_speaker", by=by, on=on, note=note)


@transaction.atomic
def put_item_at(item: AgendaItem, *, number: int, by: Post, on: date, seen: int) -> None:
    """Move an item to another place on its part of the agenda."""
    gate.require(by, Can.WORK, item.record)
    require_planned(item.meeting.state)
    turning.change_item(item, by=by, on=on, seen=seen)
    others = list(item.meeting.items.filter(part=item.part_id).exclude(pk=item.pk))
    at = min(max(number, 1), len(others) + 1)
    ordered = [*others[: at - 1], item, *others[at - 1 :]]
    for place_, one in enumerate(ordered, 1):
        one.number = place_
    AgendaItem.objects.bulk_update(ordered, ["number"])
    note = f"{item.title}: now {item.label}"
    story.write_step(record=item.record, move="put_item_at", by=by, on=on, note=note)


@transaction.atomic
def write_report(
    item: AgendaItem, *, blocks: Sequence[Block], as_at: date, by: Post, on: date
) -> ItemReport:
    """Keep what the product reports on an item. It is drawn again until the agenda is issued."""
    return write_reports(item.meeting, reports=[(item, blocks)], as_at=as_at, by=by, on=on)[0]


@transaction.atomic
def write_reports(
    meeting: Meeting,
    *,
    reports: Sequence[tuple[AgendaItem, Sequence[Block]]],
    as_at: date,
    by: Post,
    on: date,
) -> list[ItemReport]:
    """Keep the reports on several items, in place of what was drawn before."""
    for record in {item.record for item, _ in reports}:
        gate.require(by, Can.WORK, record)
    require_planned(meeting.state)
    ItemReport.objects.filter(item__in=[item for item, _ in reports]).delete()
    packed = [(item, pack(blocks)) for item, blocks in reports]
    return ItemReport.objects.bulk_create(
        ItemReport(item=item, blocks=kept, as_at=as_at, sha256=digest(kept, as_at=as_at))
        for item, kept in packed
    )


@transaction.atomic
def issue_agenda(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> None:
    """
    Issue the agenda and freeze its reports. Each keeps the digest of what it said.

    Refused while it is empty, has no day, or a themed section has no named speaker.
    """
    items = list(meeting.items.all())
    if not items:
        raise NotAllowed("The agenda is empty. Draw it from the forward plan first.")
    if meeting.starts_at is None:
        raise NotAllowed("Give the meeting its day and hour before its agenda is issued.")
    for item in items:
        if item.is_themed and not item.speaker.strip():
            raise NotAllowed(
                f"Item {item.label}, {item.title}, needs an expert speaker by name or office "
                "before the agenda is issued."
            )
    shown = sum(1 for item in items if not item.part_id)
    turn(meeting, "issue_agenda", by=by, on=on, seen=seen, note=f"{shown} items")
    ItemReport.objects.filter(item__meeting=meeting).update(frozen_on=on)
