"""What each partner says of its year, in its own words; who was asked and did not answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    Column,
    Group,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.board.annual_report.documents.statements import Statements
from holdfast.engines.asks.extracts import RoundRow, Sheet
from holdfast.engines.asks.rules.standing import Look
from holdfast.engines.asks.rules.states import Reply
from holdfast.kernel.actions.dated import day_words

TITLE: Final = "The partners’ statements"
UNTOUCHED: Final = (
    "Each statement is printed as its agency sent it. The board changes none: where one should be "
    "otherwise, the agency sends a new version."
)


def chapter(asked: Statements | None, *, on: date, place: int) -> Chapter:
    """The chapter of a year's statements; where none was asked for it says so."""
    if asked is None:
        opening = (said("No partner was asked for a statement for this report."),)
        return Chapter("statements", place, TITLE, opening, (), empty=True)
    sheets = {sheet.reference: sheet for sheet in asked.sheets}
    return Chapter(
        slug="statements",
        number=place,
        title=TITLE,
        opening=(said(UNTOUCHED), _states(asked.rows)),
        sections=tuple(
            _section(row, sheets, number) for number, row in enumerate(asked.rows, start=1)
        ),
    )


def _states(rows: Sequence[RoundRow]) -> Table:
    columns = (Column("Partner"), Column("Asked"), Column("Due"), Column("How it stands"))
    listed = tuple(
        Row(
            row.agency,
            (cell(row.lead), cell(day_words(row.due_on)), cell(row.words, under=_why(row))),
        )
        for row in rows
    )
    return Table("Who was asked, and how each statement stands", columns, (Group("", listed),))


def _why(row: RoundRow) -> str:
    return f"why late: {row.why_late}" if row.why_late else ""


def _section(row: RoundRow, sheets: Mapping[str, Sheet], number: int) -> Section:
    sheet = sheets.get(row.reference)
    anchor = f"statement-{number}"
    if sheet is None:
        verb = "is" if row.look is Look.RUNNING else "was"
        none = f"No statement was received from {row.agency}. It {verb} due on "
        blocks: tuple[Block, ...] = (Note((Strong(none), f"{day_words(row.due_on)}.")),)
        return Section(row.agency, anchor, blocks, empty=True)
    return Section(row.agency, anchor, _sent(sheet), empty=sheet.reply is Reply.REFUSED)


def _sent(sheet: Sheet) -> tuple[Block, ...]:
    version = f", version {sheet.number}" if sheet.number > 1 else ""
    late = f", {sheet.days_late} days late" if sheet.days_late else ""
    foot = Paragraph(
        (f"Sent by the {sheet.sent_by} on {day_words(sheet.sent_on)}{late}{version}.",), small=True
    )
    if sheet.reply is Reply.REFUSED:
        return (Note((Strong("Refused. "), sheet.words)), foot)
    if sheet.reply is Reply.NIL:
        return (Note((Strong("Nothing to report. "), sheet.words)), foot)
    told: list[Block] = []
    for question in sheet.questions:
        given = sheet.answers.get(question.key)
        told.append(Paragraph((Strong(question.text),)))
        told.append(said(given.words) if given and given.words else said("Not answered."))
    if sheet.reply is Reply.PARTIAL:
        told.insert(0, Note((Strong("Sent in part. "), sheet.words)))
    return (*told, foot)
