"""The partners' own figures, quarter by quarter, as they may be published."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    Column,
    Group,
    ListBlock,
    Note,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.board.local_data.extracts.published import PublishedRow
from holdfast.kernel.actions.dated import day_words

TITLE: Final = "The partners’ own figures"


def chapter(rows: Sequence[PublishedRow], *, place: int) -> Chapter:
    """What partners returned of their own work; where nothing was it says so."""
    if not rows:
        opening = (said("No figure that a partner counts itself is held for this year."),)
        return Chapter("local-data", place, TITLE, opening, (), empty=True)
    note = Note(
        (
            Strong("Not validated. "),
            "Each agency counted these itself. Counts from 1 to 5 are suppressed, unless a named "
            "post let one out with a reason.",
        )
    )
    section = Section("By agency", "by-agency", _tables(rows))
    return Chapter("local-data", place, TITLE, (note,), (section,))


def _tables(rows: Sequence[PublishedRow]) -> tuple[Block, ...]:
    quarters = list(dict.fromkeys(name for row in rows for name, _ in row.quarters))
    columns = (
        Column("Measure"),
        *(Column(name, numeric=True) for name in quarters),
        Column("Year", numeric=True),
    )
    groups = tuple(
        Group(agency, tuple(_row(row, quarters) for row in listed))
        for agency, listed in groupby(rows, key=lambda row: row.agency)
    )
    table = Table("The partners’ figures by quarter", columns, groups, named_above=True)
    released = tuple(
        (
            Strong(f"{row.name}, {one.quarter}: "),
            f"let out by the {one.by} on {day_words(one.on)}. {one.reason}",
        )
        for row in rows
        for one in row.released
    )
    return (table, ListBlock(released)) if released else (table,)


def _row(row: PublishedRow, quarters: Sequence[str]) -> Row:
    shown = dict(row.quarters)
    cells = [cell(shown.get(name, ""), missing="not returned") for name in quarters]
    return Row(row.name, (*cells, cell(row.total, missing="not added up")))
