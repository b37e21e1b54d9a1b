"""The board year: every meeting, held or to come, and whose move it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.engines.meetings.models import Cycle, Feed, Meeting
from holdfast.engines.meetings.rules.states import BEFORE, NEXT, WAS_HELD, State
from holdfast.kernel.actions.dated import MONTHS
from holdfast.kernel.ui.parts import Link, Status, met, nothing, running, soon
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

SPEC = TableSpec(
    caption="The year's meetings",
    columns=[
        Column("when", "When"),
        Column("title", "Meeting", header=True),
        Column("where", "Where"),
        Column("state", "State"),
        Column("move", "Whose move"),
        Column("about", "About"),
    ],
    nothing="No meeting is planned.",
)


@dataclass(frozen=True)
class GridCell:
    words: str
    url: str
    status: Status


@dataclass(frozen=True)
class GridRow:
    month: str
    cells: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True)
class YearPage:
    cycle: Cycle
    table: Table
    bodies: tuple[str, ...]
    months: tuple[GridRow, ...]
    next: Link | None
    next_words: str
    links: tuple[Link, ...]
    others: tuple[Link, ...]
    feed: str
    feed_url: str

    @classmethod
    def of(
        cls,
        cycle: Cycle,
        meetings: Sequence[Meeting],
        *,
        themes: dict[int, str],
        others: Sequence[Cycle],
        feed: Feed | None,
        may_work: bool,
        may_open: bool,
    ) -> "YearPage":
        bodies = tuple(dict.fromkeys(meeting.body for meeting in meetings))
        ahead = next((one for one in meetings if one.state in BEFORE), None)
        return cls(
            cycle=cycle,
            table=plain_table(SPEC, [_row(one, themes, one is ahead) for one in meetings]),
            bodies=bodies,
            months=_grid(meetings, bodies),
            next=Link(ahead.title, url_of(ahead)) if ahead else None,
            next_words=f"{ahead.when}. {NEXT[ahead.state][1]}" if ahead else "None is planned.",
            links=_links(cycle, may_work=may_work, may_open=may_open),
            others=tuple(
                Link(one.title, f"{reverse('desk:meetings')}?year={one.record.reference}")
                for one in others
                if one.pk != cycle.pk
            ),
            feed=_feed_words(feed),
            feed_url=reverse("desk:address"),
        )


def url_of(meeting: Meeting) -> str:
    return reverse("desk:meeting", args=[meeting.record.reference])


def status_of(meeting: Meeting) -> Status:
    words = meeting.state_words
    if meeting.state == State.CANCELLED:
        return nothing(words)
    if meeting.state == State.PUBLISHED:
        return met(words)
    if meeting.state in WAS_HELD:
        return soon(words)
    return running(words)


def _row(meeting: Meeting, themes: dict[int, str], ahead: bool) -> Row:
    who, what = NEXT[meeting.state]
    return Row(
        {
            "when": meeting.when,
            "title": Cell(meeting.title, url=url_of(meeting)),
            "where": meeting.place or "not set",
            "state": Cell(status=status_of(meeting), note=meeting.cancelled_because),
            "move": Cell(who.capitalize(), note=what),
            "about": themes.get(meeting.pk, ""),
        },
        marked=ahead,
    )


def _grid(meetings: Sequence[Meeting], bodies: tuple[str, ...]) -> tuple[GridRow, ...]:
    months = sorted({(one.planned_from.year, one.planned_from.month) for one in meetings})
    if not months:
        return ()
    first, last = months[0], months[-1]
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    found = []
    for step in range(count):
        year, month = divmod(first[0] * 12 + first[1] - 1 + step, 12)
        here = [
            one
            for one in meetings
            if (one.planned_from.year, one.planned_from.month) == (year, month + 1)
        ]
        cells = tuple(tuple(_cell(one) for one in here if one.body == body) for body in bodies)
        found.append(GridRow(f"{MONTHS[month]} {year}", cells))
    return tuple(found)


def _cell(meeting: Meeting) -> GridCell:
    day = meeting.when if meeting.starts_at else "day not set"
    return GridCell(day, url_of(meeting), status_of(meeting))


def _links(cycle: Cycle, *, may_work: bool, may_open: bool) -> tuple[Link, ...]:
    reference = cycle.record.reference
    found = [
        Link("Forward plan", reverse("desk:forward", args=[reference])),
        Link("Attendance over the year", reverse("desk:attendance", args=[reference])),
        Link("Take the calendar as a file", reverse("desk:calendar", args=[reference])),
    ]
    found.append(Link("What you were let into", reverse("desk:granted")))
    if may_work:
        found.append(Link("Plan another meeting", reverse("desk:extra", args=[reference])))
    if may_open:
        found.append(Link("Open the next board year", reverse("desk:open_year")))
    return tuple(found)


def _feed_words(feed: Feed | None) -> str:
    return f"Your post's calendar address was made on {feed.made_on:%-d %B %Y}." if feed else ""
