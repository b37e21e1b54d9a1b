"""Who was asked for a statement, how each stands, and whose move it is."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.statements import Statements
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.pages.now import beside, crumbs
from holdfast.engines.asks.extracts import RoundRow, rate_of
from holdfast.engines.asks.rules.standing import Look
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import (
    Link,
    NowCell,
    Status,
    met,
    met_late,
    no_reply,
    nothing,
    over,
    refused,
    running,
    soon,
)
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

DRAWN: Final = {
    Look.MET: met,
    Look.IN_PART: soon,
    Look.NIL: nothing,
    Look.REFUSED: refused,
    Look.SILENT: no_reply,
    Look.SENT_LATE: met_late,
    Look.LATE: over,
    Look.RUNNING: running,
}
SPEC: Final = TableSpec(
    caption="Statements for the report",
    columns=(
        Column("agency", "Partner", header=True),
        Column("lead", "Asked"),
        Column("due", "Due"),
        Column("state", "How it stands"),
        Column("far", "Answered", numeric=True),
        Column("whose", "Whose move"),
    ),
    nothing="No partner was asked for a statement yet.",
)


@dataclass(frozen=True)
class StatementsPage:
    crumbs: list[Link]
    now: list[NowCell]
    table: Table
    ask: str
    round: Link | None
    chapter: str
    beside: list[Link]

    @classmethod
    def of(
        cls, edition: Edition, asked: Statements | None, *, may_work: bool, on: date
    ) -> "StatementsPage":
        reference = edition.record.reference
        rows = asked.rows if asked else ()
        open_ = may_work and asked is None and edition.state == rules.DRAFT
        return cls(
            crumbs=crumbs(edition),
            now=_now(edition, asked, on),
            table=plain_table(SPEC, [_row(row) for row in rows]),
            ask=reverse("annual_report:ask-partners", args=[reference]) if open_ else "",
            round=Link(
                f"The information request {asked.asked.record.reference}, with every return",
                reverse("asks:round", args=[asked.asked.record.reference]),
            )
            if asked and may_work
            else None,
            chapter=reverse("annual_report:chapter", args=[reference, "statements"]),
            beside=beside(edition),
        )


def _now(edition: Edition, asked: Statements | None, on: date) -> list[NowCell]:
    if asked is None:
        return [
            NowCell("Sent", "Nobody was asked yet"),
            NowCell("Whose move", edition.drafted_by.title, "Ask the partners."),
        ]
    rate = rate_of(asked.rows, on=on)
    missing = [row.agency for row in asked.rows if row.sent_on is None]
    return [
        NowCell("Sent", rate.words, "A refusal is an answer and not a statement."),
        NowCell("Not received", "; ".join(missing) or "None is missing"),
        NowCell(
            "Asked", day_words(asked.asked.issued_on), f"by the {asked.asked.asked_by.title}."
        ),
    ]


def _row(row: RoundRow) -> Row:
    return Row(
        {
            "agency": Cell(row.agency),
            "lead": Cell(row.lead),
            "due": Cell(day_words(row.due_on), note=_moved(row)),
            "state": Cell(status=_status(row), note=row.why_late),
            "far": f"{row.answered} of {row.asked}",
            "whose": Cell(row.whose_move),
        }
    )


def _status(row: RoundRow) -> Status:
    return DRAWN[row.look](row.words)


def _moved(row: RoundRow) -> str:
    return f"revised {row.times_moved} times" if row.times_moved else ""
