"""What children and young people said, which decision it changed, and when they were told."""

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
from holdfast.board.voice.extracts import SaidRow
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural

TITLE: Final = "What young people said, and what it changed"


def of_year(rows: Sequence[SaidRow], *, since: date, on: date) -> list[SaidRow]:
    """What was said since the year began."""
    return [row for row in rows if since <= row.said_on <= on]


def chapter(heard: Sequence[SaidRow], *, place: int) -> Chapter:
    """The year's voice items; where none is held it says so."""
    if not heard:
        opening = (said("Nothing is held of what young people said to the board this year."),)
        return Chapter("voice", place, TITLE, opening, (), empty=True)
    changed = sum(1 for row in heard if row.changed_a_decision)
    told = sum(1 for row in heard if row.told_on)
    counts = said(
        Strong(f"{plural(len(heard), 'thing')} said. "),
        f"{changed} changed a decision; {told} of {len(heard)} were answered to those who said "
        "them. Words stand here only where the group lets them be used.",
    )
    section = Section("Said, done, told", "said", (_table(heard),))
    return Chapter("voice", place, TITLE, (counts,), (section,))


def sentences(heard: Sequence[SaidRow]) -> list[str]:
    """The same for a family edition: only words that the group lets be used."""
    return [
        f"{row.group} said: “{row.words.rstrip('.')}.” {row.we_did or NOT_YET}"
        for row in heard
        if row.words
    ]


NOT_YET: Final = "We have not yet told them what we will do."


def _table(heard: Sequence[SaidRow]) -> Table:
    columns = (
        Column("Who"),
        Column("About"),
        Column("What they said"),
        Column("What it changed"),
        Column("When they were told"),
    )
    listed = tuple(
        Row(
            row.group,
            (
                cell(row.theme, under=row.session),
                cell(row.words, missing="kept by the group"),
                cell(row.we_did, under=row.refers_to, missing=_waits(row)),
                cell(
                    day_words(row.told_on) if row.told_on else "",
                    under=row.told_how,
                    missing="not told yet",
                ),
            ),
        )
        for row in heard
    )
    caption = "What was said, what it changed, and when they were told"
    return Table(caption, columns, (Group("", listed),), named_above=True)


def _waits(row: SaidRow) -> str:
    because = f": {row.because}" if row.because else ""
    by = f" by {row.taken_up_by}" if row.taken_up_by else ""
    return f"{row.state.value}{by}{because}"
