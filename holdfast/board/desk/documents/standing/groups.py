"""Each sub-group by exception: its lines, what is late, what it has to move."""

from datetime import date

from holdfast.board.desk.documents.standing.lines import (
    LATE,
    NOT_HELD,
    RISKS,
    late_cells,
    open_risks,
    plan_rows,
    risk_cells,
)
from holdfast.board.partnership.extracts import BodyRow, bodies_on
from holdfast.board.partnership.rules.words import BodyKind
from holdfast.board.workplan.extracts import ReportRow, RiskRow
from holdfast.board.workplan.models import Plan
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.blocks import Block, Heading, Paragraph, Sources, Table

EVERY = frozenset({"all sub-groups", "each sub-group"})
"""How the plan's paper names every group at once."""
GROUPS = frozenset({BodyKind.SUB_GROUP, BodyKind.PANEL, BodyKind.TASK_AND_FINISH})


def one_group(meeting: Meeting, on: date, *, code: str) -> tuple[Block, ...]:
    groups = [group for group in _groups(meeting, on) if group.code == code]
    if not groups:
        return (
            Paragraph(f"A sub-group with the code {code} is not kept on this day. {NOT_HELD}"),
        )
    plan, rows = plan_rows(meeting, on)
    risks = open_risks(meeting, on)
    return (
        *_blocks(groups[0], rows, risks),
        Sources((plan.record.reference if plan else "no plan",)),
    )


def all_groups(meeting: Meeting, on: date) -> tuple[Block, ...]:
    groups = _groups(meeting, on)
    if not groups:
        return (Paragraph(f"Sub-groups. {NOT_HELD}"),)
    plan, rows = plan_rows(meeting, on)
    risks = open_risks(meeting, on)
    found: list[Block] = []
    for group in groups:
        found += [Heading(group.name), *_blocks(group, rows, risks)]
    return (*found, _source(plan))


def _source(plan: Plan | None) -> Sources:
    return Sources((plan.record.reference if plan else "no work plan",))


def _groups(meeting: Meeting, on: date) -> list[BodyRow]:
    return [body for body in bodies_on(meeting.record.area, on) if body.kind in GROUPS]


def _blocks(group: BodyRow, rows: tuple[ReportRow, ...], risks: list[RiskRow]) -> list[Block]:
    return [*_lines(group, rows), *_risks(group, risks)]


def _risks(group: BodyRow, risks: list[RiskRow]) -> list[Block]:
    mine = [row for row in risks if row.group.lower() in names_of(group)]
    cells = tuple(risk_cells(row) for row in mine)
    return [Table(f"{group.name}: risks it owns", RISKS, cells, (1,))] if cells else []


def _lines(group: BodyRow, rows: tuple[ReportRow, ...]) -> list[Block]:
    mine = [row for row in rows if _is_of(row, group)]
    if not mine:
        return [Paragraph("No line of the work plan names this group.")]
    late = [row for row in mine if row.days_late]
    counts = ", ".join(
        f"{sum(1 for row in mine if row.colour == letter)} {letter}" for letter in "RAGB"
    )
    numbers = ", ".join(str(row.number) for row in mine)
    said: list[Block] = [Paragraph(f"Lines {numbers}: {counts}.")]
    if late:
        cells = tuple(late_cells(row) for row in late)
        said.append(Table(f"{group.name}: past their date", LATE, cells, (3,)))
    else:
        said.append(Paragraph("No line is past its date."))
    return said


def _is_of(row: ReportRow, group: BodyRow) -> bool:
    """The plan prints a group's name without "sub-group", or means every group."""
    named = {name.lower() for name in row.groups}
    return bool(names_of(group) & named) or bool(EVERY & named)


def names_of(group: BodyRow) -> set[str]:
    """Return how papers name a group: by its code, its name, or its name without the sort."""
    name = group.name.lower()
    return {group.code.lower(), name, name.removesuffix(" sub-group")}
