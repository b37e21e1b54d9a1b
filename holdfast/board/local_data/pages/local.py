"""The partners' own figures of a year: what to talk about, who answered, then every measure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from markupsafe import Markup

from holdfast.board.local_data.extracts import AskedRow, LocalCell, LocalRow, talked_about
from holdfast.board.local_data.models import Collection
from holdfast.board.local_data.pages import words
from holdfast.board.local_data.rules import figures as rule
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.engines.asks.extracts import rate_of
from holdfast.kernel.ui.charts import Spot, small
from holdfast.kernel.ui.parts import Filter, Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table


@dataclass(frozen=True)
class Talked:
    """A figure that moved, with the partner's own commentary beside it."""

    name: str
    agency: str
    value: str
    why: str
    commentary: str
    url: str


@dataclass(frozen=True)
class LocalPanel:
    name: str
    agency: str
    value: str
    drawing: Markup
    foot: str


@dataclass(frozen=True)
class Group:
    """One kind of partner: its panels, and the same as a table."""

    title: str
    panels: tuple[LocalPanel, ...]
    table: Table


@dataclass(frozen=True)
class LocalPage:
    heading: str
    warning: str
    years: Filter | None
    count: str
    rule: str
    talked: tuple[Talked, ...]
    quarters: Table
    groups: tuple[Group, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        year: int,
        years: Sequence[int],
        collections: Sequence[Collection],
        rows: Sequence[LocalRow],
        asked: Sequence[AskedRow],
        *,
        may_open: bool,
        demo: bool,
        on: date,
    ) -> "LocalPage":
        moved = talked_about(rows)
        last = rows[0].last.quarter.words if rows else "the last quarter"
        return cls(
            heading=f"Partners' own figures, {Quarter(year, 1).year_words}",
            warning=words.warning(demo=demo),
            years=_years(year, years),
            count=f"To talk about, {last}: {len(moved)} of {len(rows)} measures",
            rule=rule.RULE,
            talked=tuple(_talked(row) for row in moved),
            quarters=_quarters(collections, asked, on=on),
            groups=tuple(_groups(rows)),
            links=_links(year, may_open=may_open),
        )


def _years(year: int, years: Sequence[int]) -> Filter | None:
    if len(years) < 2:
        return None
    options = [(str(one), Quarter(one, 1).year_words) for one in reversed(years)]
    return Filter("year", "Year from April", options, str(year))


def _links(year: int, *, may_open: bool) -> tuple[Link, ...]:
    published = f"{reverse('local_data:published')}?year={year}"
    found = [Link("What may be published", published)]
    if may_open:
        found.append(Link("Open a quarter", reverse("local_data:open")))
    return tuple(found)


def _talked(row: LocalRow) -> Talked:
    cell = row.last
    return Talked(
        name=row.measure.name,
        agency=row.agency,
        value=cell.value.words,
        why=cell.talked,
        commentary=cell.commentary,
        url=reverse("local_data:quarter", args=[cell.reference]),
    )


def _quarters(collections: Sequence[Collection], asked: Sequence[AskedRow], *, on: date) -> Table:
    spec = TableSpec(
        caption="The year's quarters, and who returned their figures",
        columns=(
            Column("quarter", "Quarter", header=True),
            Column("rate", "Returned"),
            Column("missing", "Not returned, or refused"),
        ),
        nothing="No quarter of this year is open.",
    )
    rows = []
    for one in collections:
        mine = [each.row for each in asked if each.collection == one.pk]
        counted = rate_of(mine, on=on)
        url = reverse("local_data:quarter", args=[one.record.reference])
        absent = [f"{who} (refused)" for who in counted.refused] + list(counted.missing)
        rows.append(
            Row(
                {
                    "quarter": Cell(one.quarter.words, url, note=one.record.reference),
                    "rate": counted.words if mine else "Nobody was asked through Holdfast",
                    "missing": "; ".join(absent) or "nobody",
                }
            )
        )
    return plain_table(spec, rows)


def _groups(rows: Iterable[LocalRow]) -> Iterable[Group]:
    for title, each in groupby(rows, key=lambda row: row.set_title):
        mine = list(each)
        yield Group(title, tuple(_panel(row) for row in mine), _table(title, mine))


def _panel(row: LocalRow) -> LocalPanel:
    shown = ", ".join(f"{c.quarter.words}: {c.value.words}" for c in row.cells)
    return LocalPanel(
        name=row.measure.name,
        agency=row.agency,
        value=row.last.value.words,
        drawing=small(
            [_spot(cell) for cell in row.cells],
            finding=f"{row.measure.name}, {row.agency}, unvalidated. {shown}.",
        ),
        foot=row.last.talked or "Unvalidated",
    )


def _spot(cell: LocalCell) -> Spot:
    drawn = cell.value.drawn()
    label = f"Q{cell.quarter.number}"
    if drawn is None:
        return Spot(label, None, why=cell.value.state.value)
    return Spot(label, float(drawn))


def _table(title: str, rows: Sequence[LocalRow]) -> Table:
    quarters = [cell.quarter for cell in rows[0].cells]
    spec = TableSpec(
        caption=f"{title}: every quarter, unvalidated",
        columns=(
            Column("name", "Measure", header=True),
            *[Column(str(q.number), q.words, numeric=True) for q in quarters],
        ),
    )
    return plain_table(
        spec,
        [
            Row(
                {"name": Cell(row.measure.name, note=row.agency)}
                | {str(c.quarter.number): words.figure(c) for c in row.cells},
                marked=bool(row.last.talked),
            )
            for row in rows
        ],
    )
