"""The report as a Word document in the council's layout, with real headings."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from holdfast.board.scrutiny.documents.model import Block, Grid, Items, Pair, Paper
from holdfast.engines.copies.documents.word import steady

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name."""
INK = RGBColor(0x0B, 0x0C, 0x0C)


def write(paper: Paper, *, on: date) -> bytes:
    """The whole report. Nobody's name is in its properties."""
    document = Document()
    _dress(document, paper, on)
    document.add_heading(paper.title, level=0)
    document.add_paragraph(f"{paper.layout}. {paper.state}.")
    if paper.missing:
        _mark(document.add_paragraph(), f"MISSING: {', '.join(paper.missing)}")
    _pairs(document, paper.head)
    for section in paper.sections:
        document.add_heading(section.title.upper(), level=1)
        for block in section.blocks:
            _block(document, block, under=section.title)
    document.add_heading("AUDIT TRAIL", level=1)
    _pairs(document, paper.audit)
    document.add_paragraph()
    _consulted(document, paper)
    held = BytesIO()
    document.save(held)
    return steady(held)


def _dress(document: Any, paper: Paper, on: date) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.footer.paragraphs[0].text = paper.foot
    for name, size in {"Normal": 11, "Title": 18, "Heading 1": 12}.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for which in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(which), None)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = paper.title, paper.body, paper.body
    about.created = about.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001
    about.comments, about.language = "", "en-GB"


def _block(document: Any, block: Block, *, under: str) -> None:
    if isinstance(block, Items):
        for item in block.items:
            document.add_paragraph(item, style="List Number" if block.numbered else "List Bullet")
    elif isinstance(block, Grid):
        _grid(document, block, under=under)
    elif block.missing:
        _mark(document.add_paragraph(), block.text)
    else:
        document.add_paragraph().add_run(block.text).bold = block.strong or None


def _mark(paragraph: Any, words: str) -> None:
    run = paragraph.add_run(words)
    run.bold = True
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _fill(cell: Any, words: str, *, missing: bool = False, bold: bool = False) -> None:
    if missing:
        _mark(cell.paragraphs[0], words)
    else:
        cell.paragraphs[0].add_run(words).bold = bold or None


def _pairs(document: Any, pairs: tuple[Pair, ...]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for pair in pairs:
        cells = table.add_row().cells
        _fill(cells[0], pair.label, bold=True)
        _fill(cells[1], pair.value, missing=pair.missing)


def _heads(document: Any, caption: str, columns: tuple[str, ...]) -> Any:
    if caption:
        said = document.add_paragraph()
        said.add_run(caption).bold = True
        said.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, words, bold=True)
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(marked)  # noqa: SLF001
    return table


def _grid(document: Any, block: Grid, *, under: str) -> None:
    caption = "" if block.caption == under else block.caption
    table = _heads(document, caption, block.columns)
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _fill(cell, words)
    document.add_paragraph()


def _consulted(document: Any, paper: Paper) -> None:
    columns = ("Officer title", "Comments sought", "Comments included")
    caption = "Consultation with other officers, directorates and cabinet member"
    table = _heads(document, caption, columns)
    for row in paper.consulted:
        cells = table.add_row().cells
        _fill(cells[0], row.who)
        _fill(cells[1], row.sought, missing=row.missing)
        _fill(cells[2], row.included, missing=row.missing)
    cells = table.add_row().cells
    _fill(cells[0].merge(cells[1]), paper.sent.label, bold=True)
    _fill(cells[2], paper.sent.value, missing=paper.sent.missing)
