"""The board itself: its seats and who fills them, and what it was given and spent."""

from collections.abc import Sequence
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Chapter,
    Column,
    Group,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.board.partnership.extracts.bodies import BodyRow, SeatRow
from holdfast.board.partnership.extracts.money import Money, MoneyRow
from holdfast.board.partnership.rules.money import Sum, pounds
from holdfast.kernel.ui.filters import plural

SEATS: Final = "The board and its seats"
MONEY: Final = "Contributions and spending"


def seats(held: Sequence[tuple[BodyRow, Sequence[SeatRow]]], *, place: int) -> Chapter:
    """The seats of the bodies that steer; posts and agencies, no names."""
    if not held:
        opening = (said("No body of the board and no seat is recorded."),)
        return Chapter("partnership", place, SEATS, opening, (), empty=True)
    sections = tuple(
        Section(body.name, f"body-{number}", (said(*_counts(rows)), _seats(body, rows)))
        for number, (body, rows) in enumerate(held, start=1)
    )
    return Chapter("partnership", place, SEATS, (), sections)


def _counts(rows: Sequence[SeatRow]) -> tuple[Strong, str]:
    vacant = [row.agency_name for row in rows if row.vacant]
    named = f"Vacant: {'; '.join(vacant)}." if vacant else "None is vacant."
    return (Strong(f"{plural(len(rows), 'seat')}. "), named)


def _seats(body: BodyRow, rows: Sequence[SeatRow]) -> Table:
    columns = (Column("Seat"), Column("Agency"), Column("As"), Column("Filled"))
    listed = tuple(
        Row(
            row.title,
            (
                cell(row.agency_name),
                cell(row.capacity_words),
                cell("vacant" if row.vacant else "filled"),
            ),
        )
        for row in rows
    )
    return Table(f"Seats of the {body.name}", columns, (Group("", listed),), named_above=True)


def money(held: Money | None, *, place: int) -> Chapter:
    """What agencies gave and what it went on; what is not known is not nought."""
    if held is None:
        opening = (said("No contribution and no spending of this year is recorded."),)
        return Chapter("money", place, MONEY, opening, (), empty=True)
    sections = (
        _sums("Given", "given", "Contributions by agency", held.given, held.given_total),
        _sums("Spent", "spent", "Spending by head", held.spent, held.spent_total),
    )
    return Chapter("money", place, MONEY, (), sections)


def _sums(title: str, anchor: str, caption: str, rows: Sequence[MoneyRow], total: Sum) -> Section:
    """One side of the money. It is empty where no amount of it is known."""
    known = any(row.pence is not None for row in rows)
    return Section(title, anchor, (_table(caption, rows, total),), empty=not known)


def _table(caption: str, rows: Sequence[MoneyRow], total: Sum) -> Table:
    columns = (
        Column(""),
        Column("This year", numeric=True),
        Column("Year before", numeric=True),
        Column("Change"),
    )
    listed = tuple(
        Row(
            row.words,
            (cell(pounds(row.pence)), cell(pounds(row.before)), cell(row.change, under=row.note)),
        )
        for row in rows
    )
    unknown = f" Of {total.unknown} the amount is not known." if total.unknown else ""
    note = (f"Known together: {pounds(total.pence)}.{unknown}",)
    heading = (Column(caption), *columns[1:])
    return Table(caption, heading, (Group("", listed),), note, named_above=True)
