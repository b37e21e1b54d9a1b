"""The plan as a Word paper: each theme with a table of its lines, the rule at the end."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from holdfast.board.workplan.extracts import ReportRow
from holdfast.board.workplan.rules.moving import RULE
from holdfast.board.workplan.rules.wording import numbering
from holdfast.kernel.actions.dated import day_words

HEADER = ("No", "Line", "Owners; sub-groups", "Date", "State, worked out", "Last dated")
STATES = (
    "R: the date has passed and nothing shows it done. A: no date, no dated evidence, a date "
    "moved or a part left open. G: its date is ahead. B: done, with dated evidence. "
    "Nobody types a state."
)


def document(
    rows: Sequence[ReportRow], *, title: str, source: str, body: str, made_at: datetime
) -> bytes:
    paper = Document()
    _properties(paper, title=title, body=body, made_at=made_at)
    _sideways(paper)
    paper.add_heading(title, level=0)
    said = numbering([row.number for row in rows])
    paper.add_paragraph(f"{body}. As at {day_words(made_at.date())}. {said}.")
    for theme, mine in groupby(rows, key=lambda row: row.theme):
        paper.add_heading(theme, level=1)
        _table(paper, list(mine))
    paper.add_heading("How a state is worked out", level=1)
    paper.add_paragraph(STATES)
    paper.add_paragraph(f"Not moving: {RULE[0].lower()}{RULE[1:]} Source: {source}.")
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _properties(paper: Any, *, title: str, body: str, made_at: datetime) -> None:
    known = paper.core_properties
    known.title, known.author, known.last_modified_by = title, body, body
    known.created = known.modified = made_at.replace(tzinfo=None)
    known.comments, known.language = "", "en-GB"


def _sideways(paper: Any) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _table(paper: Any, rows: Sequence[ReportRow]) -> None:
    table = paper.add_table(rows=1, cols=len(HEADER), style="Table Grid")
    _repeat_header(table.rows[0])
    for cell, words in zip(table.rows[0].cells, HEADER, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(words).bold = True
    for row in rows:
        for cell, words in zip(table.add_row().cells, _cells(row), strict=True):
            cell.text = words


def _repeat_header(row: Any) -> None:
    """Mark the row as a header, so that it repeats on each page and is read out as one."""
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(marked)


def _cells(row: ReportRow) -> tuple[str, ...]:
    groups = f" ({'; '.join(row.groups)})" if row.groups else ""
    earlier = f" (earlier: {'; '.join(row.earlier)})" if row.earlier else ""
    last = row.last_dated.words if row.last_dated else "none"
    return (
        str(row.number),
        f"{row.title}. {row.text}",
        f"{'; '.join(owner.role for owner in row.owners)}{groups}",
        f"{day_words(row.due_on) if row.due_on else 'none'}{earlier}",
        f"{row.colour}: {row.why}",
        f"{last}. Not moving: {row.whose_move}" if row.not_moving else last,
    )
