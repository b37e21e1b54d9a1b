"""What inspectors found and committees resolved, and what became of it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    Column,
    Group,
    Note,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.board.scrutiny.extracts.inspections import FindingRow, InspectionRow
from holdfast.board.scrutiny.extracts.resolutions import ResolutionRow
from holdfast.board.scrutiny.rules.words import STANDING_WORDS, Standing
from holdfast.kernel.actions.dated import day_words

TITLE: Final = "Inspections and scrutiny"


def chapter(
    inspections: Sequence[InspectionRow],
    resolutions: Sequence[ResolutionRow],
    *,
    on: date,
    place: int,
) -> Chapter:
    """What is held of both; where nothing is, it says so."""
    if not inspections and not resolutions:
        opening = (said("No inspection and no resolution of a committee is held."),)
        return Chapter("scrutiny", place, TITLE, opening, (), empty=True)
    found = tuple(
        Section(each.title, f"inspection-{number}", _inspection(each))
        for number, each in enumerate(inspections, start=1)
    )
    section = Section(
        "What committees resolved", "resolutions", _resolutions(resolutions), empty=not resolutions
    )
    opening = (said(f"As at {day_words(on)}, by what is evidenced and not by what is claimed."),)
    return Chapter("scrutiny", place, TITLE, opening, (*found, section))


def _inspection(each: InspectionRow) -> tuple[Block, ...]:
    improve = each.to_improve
    if not improve:
        return (said(f"{each.body}, {each.held.words}. Nothing to improve is registered."),)
    columns = (Column("Finding"), Column("Promised and done"), Column("Years without evidence"))
    rows = tuple(
        Row(
            f"{finding.number}. {finding.topic}",
            (
                cell(_actions(finding), missing="no action is recorded"),
                cell(", ".join(finding.missing), missing="none"),
            ),
        )
        for finding in improve
    )
    caption = f"{each.title}: what was to improve"
    return (
        said(f"{each.body}, {each.held.words}."),
        Table(caption, columns, (Group("", rows),), named_above=True),
    )


def _actions(finding: FindingRow) -> str:
    return "; ".join(f"{each.what} ({each.why})" for each in finding.actions)


def _resolutions(rows: Sequence[ResolutionRow]) -> tuple[Block, ...]:
    if not rows:
        return (said("No resolution of a committee is held."),)
    open_ = [row for row in rows if row.standing is not Standing.ANSWERED]
    columns = (Column("Resolved"), Column("Asked"), Column("How it stands"), Column("Answered"))
    listed = tuple(
        Row(
            f"{row.committee}, {day_words(row.resolved_on)}",
            (
                cell(row.text),
                cell(STANDING_WORDS[row.standing]),
                cell(f"{row.answered_parts} of {len(row.parts)} parts", under=_last(row)),
            ),
        )
        for row in rows
    )
    table = Table("Resolutions and their answers", columns, (Group("", listed),), named_above=True)
    if not open_:
        return (table,)
    verb = "is" if len(open_) == 1 else "are"
    said_ = f"{len(open_)} of {len(rows)} {verb} not answered in full."
    return (Note((Strong(said_),)), table)


def _last(row: ResolutionRow) -> str:
    answers = [answer for part in row.parts for answer in part.answers]
    return f"last {answers[-1].dated.words}" if answers else ""
