"""Priorities, the lines that answer them, what they stand on, and what changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.board.workplan.extracts.plan import ReportRow
from holdfast.board.workplan.models import EvidenceLink, ImpactStatement, Line, Plan, Priority
from holdfast.board.workplan.pages.figures import figure_words
from holdfast.board.workplan.pages.sections import TablesPage, Turned, back_to, section
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell

NO_IMPACT = "No impact evidence"


def evidence_links(
    links: Iterable[EvidenceLink], *, place: str, at: str, on: date
) -> tuple[Link, ...]:
    """Return each piece of evidence in words, with the address of its paper where one is kept."""
    return tuple(
        Link(
            _evidence(one, place=place, on=on),
            reverse("workplan:plan_paper", args=[at, one.file_id]) if one.file_id else "",
        )
        for one in links
    )


def evidence_words(links: Iterable[EvidenceLink], *, place: str, on: date) -> tuple[str, ...]:
    """Return each piece of evidence in words; a figure with its published value."""
    return tuple(_evidence(one, place=place, on=on) for one in links)


def _evidence(one: EvidenceLink, *, place: str, on: date) -> str:
    if one.indicator:
        (figure,) = figure_words([(one.indicator, one.item)], place=place, on=on)
        return f"{figure.name}: {figure.said}{', ' if figure.period else ''}{figure.period}"
    when = one.dated.words if one.dated else "undated"
    return f"{one.get_sort_display()}: {one.what}, {when}"


def impact_words(found: Iterable[ImpactStatement]) -> tuple[str, ...]:
    return tuple(
        f"{one.what_changed} How we know: {one.how_we_know}, {one.dated.words}." for one in found
    )


def priorities_page(
    plan: Plan,
    priorities: Sequence[Priority],
    lines: Sequence[Line],
    rows: Sequence[ReportRow],
    params: Mapping[str, Any],
    *,
    on: date,
) -> TablesPage:
    """Every priority with a line or a gap flag, and an impact or words that there is none."""
    place = plan.record.area.code
    told = [_priority(plan, one, rows, place=place, on=on) for one in priorities]
    shown = [(one, row) for one, row in zip(lines, rows, strict=True)]
    gaps = sum(1 for one in priorities if not any(one.code in row.priorities for row in rows))
    without = sum(1 for one in priorities if not one.impactstatements.all())
    return TablesPage(
        title="Priorities, and what changed",
        text=f"{plural(len(priorities), 'priority', 'priorities')}: {gaps} without a line, "
        f"{without} without impact evidence. As at {day_words(on)}.",
        sections=(
            section(
                "Priorities", ("Priority", "Lines", "Evidence", "What changed"), told,
                nothing="The plan names no priority.", turned=Turned(params, "priorities"),
            ),
            section(
                "Lines with evidence or impact", ("Line", "Evidence", "What changed"),
                [_line(plan, one, row, place=place, on=on) for one, row in shown
                 if one.evidencelinks.all() or one.impactstatements.all()],
                nothing="No line has evidence linked yet.", turned=Turned(params, "lines"),
            ),
        ),
        back=back_to(plan),
        rule="Which line answers which priority is a reading of the paper, not printed in it.",
    )  # fmt: skip


def _priority(
    plan: Plan,
    one: Priority,
    rows: Sequence[ReportRow],
    *,
    place: str,
    on: date,
) -> tuple[Cell | str, ...]:
    mine = [f"{row.number} {row.colour}" for row in rows if one.code in row.priorities]
    reference = plan.record.reference
    url = reverse("workplan:priority", args=[reference, one.code])
    lines = Cell(", ".join(mine)) if mine else Cell(status=parts.soon("Gap: no line answers it"))
    shown = evidence_words(one.evidencelinks.all(), place=place, on=on)
    return (
        Cell(f"{one.code} {one.text}", url=url),
        lines,
        "; ".join(shown) or "none linked",
        _changed(one.impactstatements.all()),
    )


def _line(
    plan: Plan, one: Line, row: ReportRow, *, place: str, on: date
) -> tuple[Cell | str, ...]:
    url = reverse("workplan:line", args=[plan.record.reference, one.number])
    shown = evidence_words(one.evidencelinks.all(), place=place, on=on)
    return (
        Cell(f"{one.number} {row.title}", url=url),
        "; ".join(shown) or "none linked",
        _changed(one.impactstatements.all()),
    )


def _changed(found: Iterable[ImpactStatement]) -> Cell:
    said = impact_words(found)
    return Cell(" ".join(said)) if said else Cell(status=parts.nothing(NO_IMPACT))


def line_forms(reference: str, number: int) -> tuple[Link, ...]:
    """Return the forms that link evidence to a line and say what changed."""
    return (
        Link("Link evidence, or keep a paper", reverse("workplan:link", args=[reference, number])),
        Link("Say what changed", reverse("workplan:impact", args=[reference, number])),
    )
