"""Scrutiny at a glance: who waits for an answer, what was not shown, what is being drafted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.scrutiny.extracts import InspectionRow, ResolutionRow
from holdfast.board.scrutiny.models import Committee, CoverReport
from holdfast.board.scrutiny.pages import marks
from holdfast.board.scrutiny.rules import covering
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.board.scrutiny.rules.words import Standing
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

OWED = TableSpec(
    "Resolutions that wait for an answer",
    [
        Column("text", "Resolved", header=True),
        Column("committee", "By, and when"),
        Column("standing", "Answered?"),
        Column("due", "Answer due"),
        Column("owner", "Owner"),
    ],
    nothing="Every resolution is answered.",
)
INSPECTIONS = TableSpec(
    "Inspections and their findings",
    [
        Column("title", "Inspection", header=True),
        Column("grade", "First judgement"),
        Column("missing", "Shown this year?"),
        Column("actions", "Actions open"),
    ],
    nothing="No inspection is registered.",
)
REPORTS = TableSpec(
    "Cover reports",
    [
        Column("title", "Report", header=True),
        Column("sitting", "For"),
        Column("state", "State"),
        Column("missing", "Missing"),
    ],
    nothing="No report is drafted.",
)


@dataclass(frozen=True)
class HomePage:
    owed: Table
    inspections: Table
    reports: Table
    committees: tuple[Link, ...]
    acts: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        rows: Sequence[ResolutionRow],
        inspections: Sequence[InspectionRow],
        reports: Iterable[CoverReport],
        committees: Iterable[Committee],
        *,
        may_work: bool,
    ) -> "HomePage":
        waiting = [row for row in rows if row.standing is not Standing.ANSWERED]
        return cls(
            owed=plain_table(OWED, [_owed(row) for row in waiting]),
            inspections=plain_table(INSPECTIONS, [_inspection(row) for row in inspections]),
            reports=plain_table(REPORTS, [_report(one) for one in reports]),
            committees=tuple(
                Link(one.name, reverse("scrutiny:committee", args=[one.record.reference]))
                for one in committees
            ),
            acts=_acts() if may_work else (),
        )


def _acts() -> tuple[Link, ...]:
    return (
        Link("Register an inspection", reverse("scrutiny:register")),
        Link("Add a committee", reverse("scrutiny:open_committee")),
    )


def _owed(row: ResolutionRow) -> Row:
    url = reverse("scrutiny:committee", args=[row.reference])
    done = f"{row.answered_parts} of {plural(len(row.parts), 'part')}"
    return Row(
        {
            "text": Cell(row.text, url),
            "committee": Cell(row.committee, note=on_day(row.resolved_on)),
            "standing": Cell(status=marks.standing(row.standing), note=done),
            "due": on_day(row.due_on) if row.due_on else "No sitting is named",
            "owner": row.owner or "Nobody is named",
        }
    )


def _inspection(row: InspectionRow) -> Row:
    behind = [one for one in row.findings if not one.years or not one.years[0].evidence]
    open_ = [a for f in row.findings for a in f.actions if a.state not in {"effective"}]
    words = f"{len(behind)} of {plural(len(row.findings), 'finding')} not evidenced this year"
    all_shown = "Every finding is evidenced this year"
    name, grade, _ = row.grades[0] if row.grades else ("", "none given", "")
    return Row(
        {
            "title": Cell(row.title, reverse("scrutiny:inspection", args=[row.reference])),
            "grade": Cell(grade, note=name),
            "missing": Cell(status=marks.shown(bool(behind), words if behind else all_shown)),
            "actions": str(len(open_)),
        }
    )


def _report(one: CoverReport) -> Row:
    version = list(one.versions.all())[-1]
    gaps = covering.missing(covering.layouts()[one.layout], version.words)
    return Row(
        {
            "title": Cell(one.title, reverse("scrutiny:report", args=[one.record.reference])),
            "sitting": Cell(one.sitting.committee.name, note=on_day(one.sitting.held_on)),
            "state": f"Version {version.number}, {version.state}",
            "missing": plural(len(gaps), "field") if gaps else "Nothing",
        }
    )
