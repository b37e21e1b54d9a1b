"""A copy as a Word document with real headings. Nobody is named in its properties."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from holdfast.engines.copies.rules.paper import Block, Grid, Items, Letter

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name."""
INK = RGBColor(0x0B, 0x0C, 0x0C)
TITLE, AUTHOR = "Copy for one reader", "Holdfast"


def write(letter: Letter, *, on: date) -> bytes:
    document = Document()
    _dress(document, letter, on)
    document.add_heading(letter.title, level=0)
    document.add_paragraph(f"For {letter.to}")
    for section in letter.sections:
        document.add_heading(section.title, level=1)
        for block in section.blocks:
            _block(document, block)
    held = BytesIO()
    document.save(held)
    return steady(held)


def steady(held: BytesIO) -> bytes:
    """Pack it again with one date on every part, so that the same copy gives the same bytes."""
    packed = BytesIO()
    with ZipFile(held) as made, ZipFile(packed, "w", ZIP_DEFLATED) as again:
        for part in made.infolist():
            again.writestr(ZipInfo(part.filename, EARLIEST), made.read(part), ZIP_DEFLATED)
    return packed.getvalue()


def _dress(document: Any, letter: Letter, on: date) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.footer.paragraphs[0].text = letter.foot
    for name, size in {"Normal": 11, "Title": 18, "Heading 1": 13}.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for which in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(which), None)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = TITLE, AUTHOR, AUTHOR
    about.created = about.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001
    about.comments, about.language = "", "en-GB"


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Items):
        for item in block.items:
            document.add_paragraph(item, style="List Number" if block.numbered else "List Bullet")
    elif isinstance(block, Grid):
        _grid(document, block)
    else:
        bold = block.strong or block.missing
        document.add_paragraph().add_run(block.text).bold = bold or None


def _grid(document: Any, block: Grid) -> None:
    document.add_paragraph().add_run(block.caption).bold = True
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, block.columns, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(marked)  # noqa: SLF001
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(words)
    document.add_paragraph()
