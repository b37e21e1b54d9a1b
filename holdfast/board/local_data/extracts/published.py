"""The partners' figures as they may leave the board: every export and every report reads these."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.local_data.extracts.local import LocalRow, local_rows
from holdfast.board.local_data.rules.publishing import publish

QUARTERS = 4


@dataclass(frozen=True)
class ReleasedNumber:
    """A small number that was let out: which, by whom, when and why. Printed beside it."""

    quarter: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True)
class PublishedRow:
    """One measure of one partner: its quarters in words, small ones suppressed. Unvalidated."""

    set_title: str
    agency: str
    measure: str
    name: str
    quarters: tuple[tuple[str, str], ...]
    total: str
    released: tuple[ReleasedNumber, ...]


def published_rows(area: int, *, year: int, on: date) -> tuple[PublishedRow, ...]:
    """Return a year's figures as they may be published on a day, the year's total among them."""
    return tuple(_row(row) for row in local_rows(area, year=year, on=on))


def _row(row: LocalRow) -> PublishedRow:
    values = {cell.quarter.words: cell.value for cell in row.cells}
    line = publish(
        values,
        protected=row.measure.of_children,
        released={cell.quarter.words: cell.released for cell in row.cells if cell.released},
        adds_up=row.measure.adds_up,
        whole=len(row.cells) == QUARTERS,
    )
    return PublishedRow(
        set_title=row.set_title,
        agency=row.agency,
        measure=row.measure.key,
        name=row.measure.name,
        quarters=tuple(line.shown.items()),
        total=line.total,
        released=tuple(
            ReleasedNumber(c.quarter.words, c.released, c.released_by, c.released_on)
            for c in row.cells
            if c.released_on is not None
        ),
    )
