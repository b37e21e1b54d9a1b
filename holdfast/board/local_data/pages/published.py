"""What of the partners' figures may be published, on screen and as a file: the same rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.local_data.extracts import PublishedRow
from holdfast.board.local_data.pages.words import INVENTED
from holdfast.board.local_data.rules.quarters import Quarter, four
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

HEAD = ("Partner", "Set", "Measure", "Quarter", "Figure", "Status", "Released because")

RULE = (
    "Counts from 1 to 5 are suppressed, and a year's total where one could be worked out from it. "
    "A small number that was released is shown with who let it out, and why. Commentary stays "
    "with the board. A local standard."
)


@dataclass(frozen=True)
class PublishedPage:
    heading: str
    rule: str
    table: Table
    released: tuple[str, ...]
    csv: str

    @classmethod
    def of(cls, year: int, rows: Sequence[PublishedRow], *, demo: bool) -> "PublishedPage":
        return cls(
            heading=f"Partners' own figures for publication, {Quarter(year, 1).year_words}",
            rule=f"{RULE} {INVENTED}" if demo else RULE,
            table=_table(year, rows),
            released=tuple(
                f"{row.name}, {one.quarter}: released by the {one.by} on {day_words(one.on)}. "
                f"{one.reason}"
                for row in rows
                for one in row.released
            ),
            csv=f"{reverse('local_data:published_csv')}?year={year}",
        )


def csv_rows(rows: Sequence[PublishedRow], *, demo: bool) -> Iterator[list[str]]:
    """Yield each figure with its reason if it was released, then the year's total."""
    status = "unvalidated, invented for the demonstration" if demo else "unvalidated"
    for row in rows:
        reasons = {one.quarter: one.reason for one in row.released}
        for quarter, shown in row.quarters:
            yield [
                row.agency,
                row.set_title,
                row.name,
                quarter,
                shown,
                status,
                reasons.get(quarter, ""),
            ]
        if row.total:
            yield [row.agency, row.set_title, row.name, "Year", row.total, status, ""]


def _table(year: int, rows: Sequence[PublishedRow]) -> Table:
    quarters = [one.words for one in four(year)]
    spec = TableSpec(
        caption="The year's figures as they may be published, unvalidated",
        columns=(
            Column("name", "Measure", header=True),
            *[Column(one, one, numeric=True) for one in quarters],
            Column("total", "Year", numeric=True),
        ),
        nothing="No partner has returned figures of this year.",
    )
    return plain_table(spec, [_row(row, quarters) for row in rows])


def _row(row: PublishedRow, quarters: list[str]) -> Row:
    released = {one.quarter for one in row.released}
    shown = dict(row.quarters)
    cells: dict[str, Cell | str] = {
        one: Cell(shown.get(one, "not over yet"), note="released" if one in released else "")
        for one in quarters
    }
    cells |= {"name": Cell(row.name, note=row.agency), "total": row.total or "\N{EN DASH}"}
    return Row(cells, group=row.set_title)
