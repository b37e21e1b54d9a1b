"""An agency's brief for challenge day: two pages, as PDF or Word, from the same lines."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import typst
from docx import Document
from docx.shared import Pt

from holdfast.board.section11.extracts import Brief
from holdfast.engines.standards.extracts import GradeRow
from holdfast.engines.standards.rules.grading import age_words
from holdfast.kernel.actions.dated import day_words

TEMPLATE: Final = Path(__file__).with_name("brief.typ")
MOST_GAPS, MOST_PROMISES = 8, 6
"""What fits on two pages beside nine standards and three questions."""


@dataclass(frozen=True)
class Part:
    """A heading with a table, texts, or both. `widths` are relative."""

    title: str
    head: Sequence[str] = ()
    widths: Sequence[int] = ()
    rows: Sequence[Sequence[str]] = ()
    texts: Sequence[str] = ()


@dataclass(frozen=True)
class Lines:
    """Everything that a brief prints, in order."""

    title: str
    caption: str
    lead: str
    board: str
    foot: str
    sections: Sequence[Part]


def lines_of(brief: Brief, *, board: str, peer: str, on: date) -> Lines:
    """Lay out a brief: what to ask first, then the grades, the gaps, the promises, the peer."""
    found = brief.found
    asked = [f"{n}. {gap.question}" for n, gap in enumerate(brief.questions, 1)]
    return Lines(
        title=found.name,
        caption=f"Section 11, {found.cycle.year}. Brief for challenge day",
        lead=f"{found.cluster.name}; executive of {day_words(found.cluster.executive_on)}.",
        board=board,
        foot=f"{board}. As at {day_words(on)}. No child or case is named.",
        sections=[
            Part("Three questions, suggested by rule", texts=asked or ["No gap was found."]),
            _standards(brief, on=on),
            _gaps(brief.rows),
            _promises(brief),
            Part("Peer", texts=[peer]),
        ],
    )


def _standards(brief: Brief, *, on: date) -> Part:
    rows = []
    for title, cell in brief.cells:
        age = age_words(cell.oldest, on=on) if cell.oldest else "nothing cited"
        worth = f"{age}; {cell.expired} expired" if cell.expired else age
        gap = "not graded twice" if cell.gap is None else f"{cell.gap:+.2f}"
        staff = brief.staff.get(cell.standard, "no survey")
        letter = cell.colour.value if cell.colour else "not known"
        rows.append([f"{cell.standard}. {title}", letter, gap, worth, staff])
    head = ["Standard", "Grade", "Gap", "Oldest evidence", "Staff"]
    return Part("Grades, gaps and staff", head, [6, 2, 2, 4, 4], rows)


def _gaps(rows: Sequence[GradeRow]) -> Part:
    differ = sorted((r for r in rows if r.gap), key=lambda r: (-abs(r.gap or 0), r.criterion))
    shown = [[f"{r.criterion} {r.text}", r.claimed, r.moderated, r.reason] for r in differ]
    left = len(shown) - MOST_GAPS
    texts = [f"And {left} more in the return."] if left > 0 else []
    if not shown:
        texts = ["The panel agreed with every grade, or has not graded yet."]
    head = ["Criterion", "Self", "Panel", "Reason"]
    title = "Where the panel differs"
    return Part(title, head if shown else [], [8, 1, 1, 4], shown[:MOST_GAPS], texts)


def _promises(brief: Brief) -> Part:
    rows = [
        [one.what, one.owner, day_words(one.due_on) if one.due_on else "no date",
         f"{one.colour}: {one.why}"]
        for one in brief.promises[:MOST_PROMISES]
    ]  # fmt: skip
    texts = [] if rows else ["Nothing was promised in an earlier return."]
    head = ["Promise", "Owner", "Due", "State"]
    return Part(
        "Earlier promises, from the tracker", head if rows else [], [6, 3, 2, 4], rows, texts
    )


def brief_pdf(lines: Lines, *, on: date) -> bytes:
    """Return the brief as tagged PDF. The same lines and day give the same bytes."""
    data = asdict(lines) | {"date": [on.year, on.month, on.day]}
    made: bytes = typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )
    return made


def brief_word(lines: Lines, *, made_at: datetime) -> bytes:
    paper = new_paper(lines.title, lines.board, made_at=made_at)
    paper.add_paragraph(lines.caption)
    paper.add_heading(lines.title, level=0)
    paper.add_paragraph(lines.lead)
    for part in lines.sections:
        paper.add_heading(part.title, level=1)
        if part.rows:
            add_table(paper, part.head, part.rows)
        for text in part.texts:
            paper.add_paragraph(text)
    paper.add_paragraph(lines.foot)
    return saved(paper)


def new_paper(title: str, board: str, *, made_at: datetime) -> Any:
    """Return an empty Word paper that names nobody in its properties."""
    paper = Document()
    known = paper.core_properties
    known.title, known.author, known.last_modified_by = title, board, board
    known.created = known.modified = made_at.replace(tzinfo=None)
    known.comments, known.language = "", "en-GB"
    paper.styles["Normal"].font.size = Pt(9)
    return paper


def add_table(paper: Any, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = paper.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(words).bold = True
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def saved(paper: Any) -> bytes:
    held = BytesIO()
    paper.save(held)
    return held.getvalue()
