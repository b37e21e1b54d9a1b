"""What this room tells the annual report and its own pages: frozen rows, no names of people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.workplan import data
from holdfast.board.workplan.models import Line, Plan
from holdfast.board.workplan.rules.moving import Pace, is_not_moving, last_but_one
from holdfast.board.workplan.rules.planned import Programme
from holdfast.board.workplan.rules.programme_file import read_programme
from holdfast.board.workplan.rules.wording import Owner, owners_in_short
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.standing import standing, state_on
from holdfast.kernel.actions.states import Kind, State


@dataclass(frozen=True)
class PriorityRow:
    code: str
    text: str
    lead: bool
    lines: tuple[int, ...]


@dataclass(frozen=True)
class ReportRow:
    """One line as it stood on a day.

    `shown` is its latest dated evidence; `earlier` are the dates it had before, in words.
    """

    area: str
    reference: str
    number: int
    theme: str
    title: str
    text: str
    owners: tuple[Owner, ...]
    groups: tuple[str, ...]
    priorities: tuple[str, ...]
    kind: Kind
    state: State
    colour: str
    shown: str
    why: str
    whose_move: str
    due_on: date | None
    earlier: tuple[str, ...]
    printed_timescale: str
    days_late: int
    times_moved: int
    last_dated: Dated | None
    not_moving: bool

    @property
    def owners_in_short(self) -> str:
        return owners_in_short(self.owners)


def latest_plan(*, year: str) -> Plan | None:
    """Return the plan of a year such as 2012-13, with its record's area."""
    plans = Plan.objects.filter(year=year).select_related("record__area")
    return plans.latest_first().first()


def report_rows(plan: Plan, *, on: date) -> tuple[ReportRow, ...]:
    """Return every line of a plan as it stood on a day, in the plan's order. Fixed queries."""
    lines = Line.objects.filter(plan=plan).for_page()
    return rows_of(lines, meetings=executive_meetings(plan), area=plan.record.area.code, on=on)


def rows_of(
    lines: Iterable[Line], *, meetings: Sequence[Dated], area: str, on: date
) -> tuple[ReportRow, ...]:
    """Return the rows of lines that were fetched for a page."""
    since = last_but_one(meetings, on=on)
    return tuple(row_of(line, area=area, since=since, on=on) for line in lines)


def executive_meetings(plan: Plan) -> list[Dated]:
    return [meeting.dated for meeting in plan.meetings.all() if meeting.body == EXECUTIVE]


EXECUTIVE = "Executive"


def row_of(line: Line, *, area: str, since: Dated | None, on: date) -> ReportRow:
    action = line.action
    facts = action.facts()
    stands = standing(facts, on=on)
    pace = Pace(state_on(facts, on=on), stands.due_on, tuple(dated_progress(line)))
    return ReportRow(
        area=area,
        reference=line.plan.record.reference,
        number=line.number,
        theme=line.theme.name,
        title=line.title,
        text=action.what,
        owners=tuple(Owner(owner.role, owner.resolved) for owner in line.owners.all()),
        groups=tuple(line.groups),
        priorities=tuple(priority.code for priority in line.priorities.all()),
        kind=facts.kind,
        state=pace.state,
        colour=stands.colour.value,
        shown=_latest_evidence(line, on=on),
        why=stands.why,
        whose_move=action.whose_move(on=on),
        due_on=stands.due_on,
        earlier=tuple(_earlier(line, on=on)),
        printed_timescale=line.printed_timescale,
        days_late=stands.days_late,
        times_moved=stands.times_moved,
        last_dated=pace.last_dated(on=on),
        not_moving=is_not_moving(pace, since=since, on=on),
    )


def dated_progress(line: Line) -> list[Dated]:
    """Return the dates of what happened: notes and evidence, not plans or cancellations."""
    action = line.action
    notes = [n.dated for n in action.progress.all() if n.sort == n.Sort.HAPPENED]
    shown = [e.dated for e in action.evidence.all()]
    return [dated for dated in [*notes, *shown] if dated is not None]


def _latest_evidence(line: Line, *, on: date) -> str:
    """Return what shows a line to be done: the latest dated piece that certainly was there."""
    dated = [(e.dated.last, e.what) for e in line.action.evidence.all() if e.dated]
    return max([one for one in dated if one[0] <= on], default=(on, ""))[1]


def _earlier(line: Line, *, on: date) -> list[str]:
    changes = [c for c in line.action.date_changes.all() if c.counts]
    return [c.old_in_words for c in changes if not (c.took_effect_on and c.took_effect_on > on)]


def priority_rows(plan: Plan) -> tuple[PriorityRow, ...]:
    found = plan.priorities.prefetch_related("lines")
    return tuple(
        PriorityRow(p.code, p.text, p.lead, tuple(sorted(one.number for one in p.lines.all())))
        for p in found
    )


def programme() -> Programme:
    """Return the outline of next year's work that the product ships."""
    return read_programme(data.text_of(data.PROGRAMME), file=data.PROGRAMME)


def count_by_colour(rows: Sequence[ReportRow]) -> dict[str, int]:
    return {letter: sum(1 for row in rows if row.colour == letter) for letter in "RAGB"}
