"""The forward plan, and attendance over the year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.engines.meetings.models import Cycle, ForwardItem, Meeting
from holdfast.engines.meetings.rules.attendance import Expected, Tally, by_agency, by_seat
from holdfast.engines.meetings.rules.states import WAS_HELD, State
from holdfast.kernel.ui.filters import percent
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

FORWARD = TableSpec(
    caption="The forward plan",
    columns=[
        Column("title", "Item", header=True),
        Column("wanted", "Wanted"),
        Column("by", "Asked by"),
        Column("where", "On the agenda of"),
        Column("schedule", "Schedule"),
        Column("withdraw", "Take off"),
    ],
    nothing="Nothing is planned.",
)

READ_ONLY = TableSpec(FORWARD.caption, FORWARD.columns[:4], nothing=FORWARD.nothing)


@dataclass(frozen=True)
class ForwardPage:
    title: str
    back: Link
    add: Link | None
    table: Table
    withdrawn: tuple[str, ...]

    @classmethod
    def of(cls, cycle: Cycle, items: Sequence[ForwardItem], *, may_work: bool) -> "ForwardPage":
        reference = cycle.record.reference
        standing = [item for item in items if not item.withdrawn]
        ordered = sorted(standing, key=lambda one: (one.body, ORDER.index(_stage(one)), _day(one)))
        return cls(
            title=f"Forward plan: {cycle.title}",
            back=Link("Meetings", reverse("desk:meetings")),
            add=Link("Put an item forward", reverse("desk:put_forward", args=[reference]))
            if may_work
            else None,
            table=plain_table(
                FORWARD if may_work else READ_ONLY,
                [_row(item, reference, may_work) for item in ordered],
            ),
            withdrawn=tuple(f"{i.title}: {i.withdrawn}" for i in items if i.withdrawn),
        )


def _day(item: ForwardItem) -> tuple[str, int]:
    return (item.wanted_from.isoformat() if item.wanted_from else "", item.order)


def _row(item: ForwardItem, reference: str, may_work: bool) -> Row:
    wanted = item.wanted
    words = "every meeting" if item.standing else wanted.words if wanted else "no month yet"
    drawn = [one.meeting.title for one in item.items.all()]
    stage = _stage(item)
    return Row(
        {
            "title": Cell(item.title, note=item.theme or item.why),
            "wanted": words,
            "by": item.asked_by.title,
            "where": "; ".join(drawn) or "none yet",
            "schedule": _form("schedule", item, reference) if may_work and stage == AHEAD else "",
            "withdraw": _form("withdraw", item, reference) if may_work and stage != TAKEN else "",
        },
        group=f"{item.body}: {stage}",
    )


EVERY, AHEAD, TAKEN = "at every meeting", "to come", "taken"


ORDER = (AHEAD, EVERY, TAKEN)


def _stage(item: ForwardItem) -> str:
    """An entry is taken once the agenda that it stands on was issued."""
    if item.standing:
        return EVERY
    issued = any(one.meeting.state != State.PLANNED for one in item.items.all())
    return TAKEN if issued else AHEAD


def _form(verb: str, item: ForwardItem, reference: str) -> Cell:
    words = {"schedule": "Schedule", "withdraw": "Take off"}[verb]
    return Cell(words, url=reverse(f"desk:forward_{verb}", args=[reference, item.pk]))


SEATS = TableSpec(
    caption="By seat",
    columns=[
        Column("name", "Seat", header=True),
        Column("share", "Attended", numeric=True),
        Column("of", "Of how many", numeric=True),
        Column("deputy", "By a deputy", numeric=True),
        Column("apologies", "Apologies", numeric=True),
        Column("absent", "Absent", numeric=True),
        Column("unknown", "Not recorded", numeric=True),
    ],
    nothing="Nobody was expected at a meeting that was held.",
)
AGENCIES = TableSpec(
    "By agency",
    [Column("name", "Agency", header=True), *SEATS.columns[1:]],
    nothing=SEATS.nothing,
)
HEADER = ("By", "Name", *(one.label for one in SEATS.columns[1:]), "Share in per cent")


@dataclass(frozen=True)
class AttendancePage:
    title: str
    back: Link
    counted: str
    left_out: str
    seats: Table
    agencies: Table
    csv: Link

    @classmethod
    def of(cls, cycle: Cycle, meetings: Sequence[Meeting]) -> "AttendancePage":
        rows = expected(meetings)
        held = [one for one in meetings if one.state in WAS_HELD]
        gone = [one.when for one in meetings if one.state == State.CANCELLED]
        reference = cycle.record.reference
        return cls(
            title=f"Attendance: {cycle.title}",
            back=Link("Meetings", reverse("desk:meetings")),
            counted=f"{len(held)} of {len(meetings)} meetings were held and count.",
            left_out=f"Cancelled, and so left out: {'; '.join(gone)}." if gone else "",
            seats=plain_table(SEATS, map(_tally, by_seat(rows))),
            agencies=plain_table(AGENCIES, map(_tally, by_agency(rows))),
            csv=Link("Take both tables as CSV", reverse("desk:attendance_csv", args=[reference])),
        )


def expected(meetings: Iterable[Meeting]) -> list[Expected]:
    """Return every place of these meetings, with its meeting's state."""
    return [
        Expected(f"{place}, {place.post.agency.name}", place.post.agency.name, one.state,
                 place.came)
        for one in meetings
        for place in one.places.all()
    ]  # fmt: skip


def _tally(tally: Tally) -> Row:
    share = percent(100 * tally.share, 0) if tally.share is not None else "none counted"
    return Row(
        {
            "name": tally.name,
            "share": Cell(str(tally.attended), note=share),
            "of": str(tally.counted),
            "deputy": str(tally.deputy),
            "apologies": str(tally.apologies),
            "absent": str(tally.absent),
            "unknown": str(tally.not_recorded),
        }
    )


def csv_rows(meetings: Sequence[Meeting]) -> list[tuple[object, ...]]:
    rows = expected(meetings)
    return [
        (
            name, tally.name, tally.attended, tally.counted, tally.deputy, tally.apologies,
            tally.absent, tally.not_recorded,
            "" if tally.share is None else round(100 * tally.share),
        )
        for name, tallies in (("seat", by_seat(rows)), ("agency", by_agency(rows)))
        for tally in tallies
    ]  # fmt: skip
