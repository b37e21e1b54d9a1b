"""Challenges that the board put, what was answered, and what difference it made."""

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
    Strong,
    Table,
)
from holdfast.board.workplan.extracts.challenges import ChallengeRow
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural

TITLE: Final = "Challenges, and the difference they made"
NO_DIFFERENCE: Final = "no difference is recorded"


def chapter(rows: Sequence[ChallengeRow], *, since: date, on: date, place: int) -> Chapter:
    """The challenges that were open at any time since the year began."""
    held = [row for row in rows if row.closed_on is None or row.closed_on >= since]
    if not held:
        opening = (said("No challenge of the board is recorded for this year."),)
        return Chapter("challenges", place, TITLE, opening, (), empty=True)
    made = sum(1 for row in held if row.differences)
    opening = (
        said(
            Strong(f"{plural(len(held), 'challenge')} "),
            f"stood open in the year or since, as at {day_words(on)}. "
            f"A difference is recorded for {made} of {len(held)}.",
        ),
    )
    return Chapter(
        slug="challenges",
        number=place,
        title=TITLE,
        opening=opening,
        sections=(Section("Each challenge", "each-challenge", (_table(held),)),),
    )


def _table(rows: Sequence[ChallengeRow]) -> Table:
    columns = (
        Column("Challenge"),
        Column("Put to"),
        Column("State, worked out"),
        Column("What was answered"),
        Column("Difference made"),
    )
    listed = tuple(
        Row(
            row.title,
            (
                cell(row.put_to, under=day_words(row.put_on)),
                cell(row.state.value.capitalize(), under=_moving(row)),
                cell(row.reply, missing="no reply"),
                cell(_difference(row), under=_known(row), missing=NO_DIFFERENCE),
            ),
        )
        for row in rows
    )
    return Table("Challenges of the year", columns, (Group("", listed),), named_above=True)


def _moving(row: ChallengeRow) -> str:
    return f"{row.whose_move} to move" if row.is_open else ""


def _difference(row: ChallengeRow) -> str:
    return row.differences[-1].what if row.differences else ""


def _known(row: ChallengeRow) -> str:
    if not row.differences:
        return ""
    last = row.differences[-1]
    return f"{last.how_we_know}, {last.dated}"
