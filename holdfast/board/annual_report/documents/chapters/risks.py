"""Weaknesses with their causes, and what was done about them: the risk register."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Chapter,
    Column,
    Group,
    Row,
    Section,
    Table,
)
from holdfast.board.workplan.extracts.risks import RiskRow
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural

TITLE: Final = "Weaknesses, their causes, and what was done"


def chapter(rows: Sequence[RiskRow], *, since: date, on: date, place: int) -> Chapter:
    """The risks that were open at any time since the year began, the highest score first."""
    held = [row for row in rows if row.closed_on is None or row.closed_on >= since]
    if not held:
        opening = (said("No risk is recorded, so no cause of a weakness can be told here."),)
        return Chapter("risks", place, TITLE, opening, (), empty=True)
    opening = (
        said(
            f"The register holds {plural(len(held), 'risk')} that stood open in the year or "
            f"since, as at {day_words(on)}. A score is likelihood times impact, from 1 to 25."
        ),
    )
    section = Section("The risks", "the-risks", (_table(held),))
    return Chapter("risks", place, TITLE, opening, (section,))


def _table(rows: Sequence[RiskRow]) -> Table:
    columns = (
        Column("Weakness"),
        Column("Cause"),
        Column("What is done about it"),
        Column("Score"),
        Column("Owner"),
    )
    listed = tuple(
        Row(
            row.title,
            (
                cell(row.cause, missing="no cause is recorded"),
                cell("; ".join(_done(row)), missing="nothing is recorded"),
                cell(f"{row.score} {row.level}" if row.score else "", under=row.movement.words,
                     missing="not scored"),
                cell(row.owner, missing="no owner"),
            ),
        )
        for row in rows
    )  # fmt: skip
    return Table("Weaknesses, causes and controls", columns, (Group("", listed),),
                 named_above=True)  # fmt: skip


def _done(row: RiskRow) -> list[str]:
    """What holds the risk down, then what was promised about it."""
    return [*row.controls, *(f"promised: {each.what}" for each in row.promised)]
