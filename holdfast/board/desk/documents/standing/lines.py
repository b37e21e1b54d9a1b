"""What the work plan says: lines that are late, what comes, and risks."""

from datetime import date

from holdfast.board.workplan.extracts import (
    ReportRow,
    RiskRow,
    horizon_rows,
    report_rows,
    risk_rows,
)
from holdfast.board.workplan.models import Plan
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.blocks import Block, Paragraph, Sources, Table
from holdfast.kernel.actions.dated import day_words

NOT_HELD = "Nothing is held on this yet."


def plan_rows(meeting: Meeting, on: date) -> tuple[Plan | None, tuple[ReportRow, ...]]:
    """Return the area's latest work plan and its lines as they stand on a day."""
    plans = Plan.objects.filter(record__area=meeting.record.area_id).select_related("record__area")
    plan = plans.latest_first().first()
    return plan, report_rows(plan, on=on) if plan else ()


def overdue(meeting: Meeting, on: date) -> tuple[Block, ...]:
    plan, rows = plan_rows(meeting, on)
    if plan is None:
        return (Paragraph(f"The work plan. {NOT_HELD}"),)
    late = sorted((row for row in rows if row.days_late), key=lambda row: -row.days_late)
    still = [row for row in rows if row.not_moving]
    return (
        Table("Lines past their date", LATE, tuple(late_cells(row) for row in late), (3,)),
        Table("Lines that are not moving", MOVING, tuple(_moving(row) for row in still)),
        _sources(plan, on),
    )


LATE = ("Line", "Whose move", "Due", "Days late", "Dates before")
MOVING = ("Line", "Whose move", "Last dated")


def late_cells(row: ReportRow) -> tuple[str, ...]:
    due = day_words(row.due_on) if row.due_on else "no date"
    moved = "; ".join(row.earlier) or "none"
    return (f"{row.number} {row.title}", row.whose_move, due, str(row.days_late), moved)


def _moving(row: ReportRow) -> tuple[str, ...]:
    last = row.last_dated.words if row.last_dated else "nothing dated"
    return (f"{row.number} {row.title}", row.whose_move, last)


def _sources(plan: Plan, on: date) -> Sources:
    return Sources((f"{plan.record.reference}, as at {day_words(on)}",))


def horizon(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """What is coming from outside, what it means here, who sees to it."""
    plan, _ = plan_rows(meeting, on)
    rows = horizon_rows(area=meeting.record.area, on=on)
    if plan is None or plan.record.opened_on > on or not rows:
        return (Paragraph(f"What is coming. {NOT_HELD}"),)
    ahead = tuple(
        (
            row.title,
            row.dated,
            row.implication or "not said yet",
            row.owner,
            "due: look at it today" if row.due else _review(row.review_on),
        )
        for row in rows
        if row.done_on is None or row.done_on > on
    )
    head = ("What is coming", "When", "What it means here", "Owner", "Next review")
    return (
        Table("On the horizon", head, ahead),
        Sources(tuple(dict.fromkeys(row.source for row in rows))),
    )


def _review(on: date | None) -> str:
    return day_words(on) if on else "none set"


def risks(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """Open risks, the highest score first, with which way each moved."""
    rows = open_risks(meeting, on)
    if not rows:
        return (Paragraph(f"The risk register. {NOT_HELD}"),)
    cells = tuple(risk_cells(row) for row in rows)
    return (
        Table("Open risks", RISKS, cells, (1,)),
        Sources(tuple(row.reference for row in rows)),
    )


RISKS = ("Risk", "Score of 25", "Movement", "Owner", "Controls that stand")


def open_risks(meeting: Meeting, on: date) -> list[RiskRow]:
    rows = risk_rows(area=meeting.record.area, on=on)
    return [row for row in rows if row.raised_on <= on and (row.is_open or not _closed(row, on))]


def _closed(row: RiskRow, on: date) -> bool:
    return row.closed_on is not None and row.closed_on <= on


def risk_cells(row: RiskRow) -> tuple[str, ...]:
    score = f"{row.score}, {row.level}" if row.score is not None else "not scored"
    controls = "; ".join(row.controls) or "none"
    return (row.title, score, row.movement.words, row.owner, controls)
