"""A page of titled tables: what stands beside the plan is told in this one form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from holdfast.board.workplan.models import Plan
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)


@dataclass(frozen=True)
class Section:
    """A titled table. The title is the table's caption too."""

    title: str
    table: Table
    text: str = ""


@dataclass(frozen=True)
class TablesPage:
    title: str
    text: str
    sections: tuple[Section, ...]
    back: Link
    forms: tuple[Link, ...] = ()
    rule: str = ""


@dataclass(frozen=True)
class Turned:
    """Which page of a table is open: what the address says, and the table's name in it."""

    params: Mapping[str, Any]
    name: str = ""


def section(
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell | str]],
    *,
    nothing: str,
    text: str = "",
    turned: Turned | None = None,
) -> Section:
    """Return a titled table whose first column is each row's header; paged where it may grow."""
    columns = [Column(str(n), head, header=n == 0) for n, head in enumerate(heads)]
    name = turned.name if turned else ""
    spec = TableSpec(caption=title, columns=columns, nothing=nothing, name=name)
    told = [Row({str(n): cell for n, cell in enumerate(row)}) for row in rows]
    if turned is None:
        return Section(title, plain_table(spec, told), text)
    return Section(title, sort_and_page(told, turned.params, spec, lambda row: row), text)


def back_to(plan: Plan) -> Link:
    return Link(plan.title, reverse("workplan:plan", args=[plan.record.reference]))


def line_cell(plan: Plan, number: int, title: str, *, note: str = "") -> Cell:
    url = reverse("workplan:line", args=[plan.record.reference, number])
    return Cell(f"{number} {title}", url=url, note=note)


def beside(plan: Plan, *, may_work: bool) -> tuple[Link, ...]:
    """Return the pages that stand beside a plan, and the form that adds a meeting."""
    pages = {
        "not_moving": "Not moving",
        "priorities": "Priorities and what changed",
        "specific": "Is each line specific?",
        "groups": "Sub-groups",
        "horizon": "What is coming",
        "strategies": "The children's plan",
    }
    if may_work:
        pages["meeting"] = "Add a meeting"
    reference = plan.record.reference
    return tuple(
        Link(words, reverse(f"workplan:{name}", args=[reference])) for name, words in pages.items()
    )
