"""What the seat promised: the plan's lines that name it, its other actions, what isn't moving."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse

from holdfast.board.desk.pages.briefing.links import action_link
from holdfast.board.desk.pages.briefing.parts import AgreedLine, Reader, Still
from holdfast.board.workplan.extracts import (
    ReportRow,
    executive_meetings,
    rows_of,
)
from holdfast.board.workplan.models import Line, Plan
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.models import Action
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.parts import Link


def own_actions(reader: Reader) -> tuple[Action, ...]:
    """Return the open actions that this post owns or reviews, on records that it may see."""
    seen = gate.allowed(Record.objects.filter(area=reader.area), to=reader.post, can=Can.SEE)
    mine = Q(owner=reader.post) | Q(reviewer=reader.post)
    found = Action.objects.open().filter(mine, record__in=seen)
    return tuple(found.for_page().select_related("record", "owner__agency", "line"))


def latest_plan(reader: Reader) -> Plan | None:
    plans = Plan.objects.visible_to(reader.post).filter(record__area=reader.area)
    found = plans.select_related("record__area").prefetch_related("meetings", "priorities")
    return found.latest_first().first()


def plan_lines(reader: Reader, plan: Plan) -> tuple[tuple[Line, ReportRow], ...]:
    lines = list(Line.objects.filter(plan=plan).for_page())
    meetings = executive_meetings(plan)
    rows = rows_of(lines, meetings=meetings, area=reader.area.code, on=reader.on)
    return tuple(zip(lines, rows, strict=True))


def agreed(
    reader: Reader,
    lines: Sequence[tuple[Line, ReportRow]],
    actions: Sequence[Action],
) -> tuple[AgreedLine, ...]:
    """Return the plan's lines that name the seat, then what else it promised."""
    named = [(line, row) for line, row in lines if _names(line, reader)]
    shown = {line.action_id for line, _ in named}
    found = [
        AgreedLine(
            number=str(row.number),
            what=row.title,
            letter=row.colour,
            why=f"{row.why}; {_last(row)}",
            link=Link(row.title, _line_url(row)),
        )
        for _, row in named
    ]
    for action in actions:
        if action.owner_id == reader.post.pk and action.pk not in shown:
            stands = action.standing(on=reader.on)
            due = f"due {day_words(stands.due_on)}" if stands.due_on else "no date"
            found.append(
                AgreedLine("", action.what, stands.colour.value, due, action_link(action))
            )
    return tuple(found)


def not_moving(reader: Reader, lines: Sequence[tuple[Line, ReportRow]]) -> tuple[Still, ...]:
    """Return every line of the plan that is not moving, the seat's own first."""
    found = [
        Still(
            number=row.number,
            title=row.title,
            since=_last(row),
            whose="Yours" if line.action.owner_id == reader.post.pk else row.whose_move,
            mine=line.action.owner_id == reader.post.pk,
            url=_line_url(row),
        )
        for line, row in lines
        if row.not_moving
    ]
    return tuple(sorted(found, key=lambda one: (not one.mine, one.number)))


def _names(line: Line, reader: Reader) -> bool:
    owners = {owner.post_id for owner in line.owners.all()}
    return reader.post.pk in owners | {line.action.owner_id}


def _last(row: ReportRow) -> str:
    return f"last note {row.last_dated.words}" if row.last_dated else "no dated note"


def _line_url(row: ReportRow) -> str:
    return reverse("workplan:line", args=[row.reference, row.number])
