"""The report as a Word document: real headings, repeated header rows, alternative text."""

import io
from datetime import date
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from holdfast.board.annual_report.documents import drawings, pdf, widths, word_parts
from holdfast.board.annual_report.documents.model import (
    ActivityBlock,
    BarChart,
    Block,
    Cell,
    Disagreement,
    ListBlock,
    Note,
    PairChart,
    Paragraph,
    Parts,
    Ref,
    Report,
    Strong,
    Table,
)


def write(report: Report, *, on: date) -> bytes:
    """The whole report."""
    writer = _Writer(report, on)
    writer.front()
    for chapter in report.chapters:
        writer.heading(f"{chapter.number}. {chapter.title}", 1, new_page=True)
        writer.blocks(chapter.opening)
        for section in chapter.sections:
            writer.heading(section.title, 2)
            writer.blocks(section.blocks)
    writer.sources()
    held = io.BytesIO()
    writer.document.save(held)
    return held.getvalue()


class _Writer:
    """Holds the document being written and the numbers of its figures."""

    def __init__(self, report: Report, on: date) -> None:
        self.report = report
        self.numbers = report.number_of()
        self.document: Any = docx.Document()
        self.bookmarks = 0
        self.styles: dict[str, str] = {}
        word_parts.page(self.document)
        word_parts.styles(self.document)
        word_parts.properties(self.document, report, on)
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.text = report.foot
        foot.style = self.document.styles["Small"]

    def front(self) -> None:
        self.document.add_paragraph(self.report.partnership, style="Small")
        self.document.add_paragraph(self.report.title, style="Title")
        self.document.add_paragraph(
            f"{self.report.edition}. Prepared on {self.report.prepared_on}.", style="Small"
        )

    def heading(self, words: str, level: int, *, new_page: bool = False) -> None:
        added = self.document.add_heading(words, level)
        added.paragraph_format.page_break_before = new_page

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.parts(self.add("Small" if block.small else "Normal"), block.parts)
        elif isinstance(block, Note):
            self.parts(self.add("Must read"), block.parts)
        elif isinstance(block, ListBlock):
            for item in block.items:
                self.parts(self.add("List Bullet"), item)
        elif isinstance(block, Disagreement):
            self.disagreement(block)
        elif isinstance(block, ActivityBlock):
            self.activity(block)
        elif isinstance(block, Table):
            self.table(block)
        else:
            self.chart(block)

    def add(self, style: str) -> Any:
        return self.styled(self.document.add_paragraph(), style)

    def styled(self, paragraph: Any, style: str) -> Any:
        """Give a paragraph its style by id: python-docx would read every style for each one."""
        if not self.styles:
            self.styles = {each.name: each.style_id for each in self.document.styles}
        paragraph._p.style = self.styles[style]  # noqa: SLF001
        return paragraph

    def parts(self, paragraph: Any, parts: Parts) -> None:
        for part in parts:
            if isinstance(part, Ref):
                paragraph.add_run(part.shown).bold = part.strong or None
                word_parts.link(paragraph, self.numbers[part.figure])
            elif isinstance(part, Strong):
                paragraph.add_run(part.words).bold = True
            else:
                paragraph.add_run(part)

    def disagreement(self, block: Disagreement) -> None:
        title = self.add("Disagreement")
        title.add_run(f"Disagreement {block.number} · {block.title}").bold = True
        title.paragraph_format.keep_with_next = True
        said = self.add("Disagreement")
        said.paragraph_format.keep_with_next = True
        self.parts(said, block.parts)
        self.add("Disagreement").add_run(how_settled(block)).font.size = Pt(9)
        self.add("Small")

    def activity(self, block: ActivityBlock) -> None:
        """What was done, then what shows that it changed anything, or the mark."""
        said = self.add("Normal")
        self.parts(said, block.parts)
        said.add_run(f" ({block.source})").font.color.rgb = word_parts.GREY
        for each in block.shown:
            shown = self.add("Small")
            shown.add_run("What changed: ").bold = True
            shown.add_run(f"{each.changed} ")
            shown.add_run("How we know: ").bold = True
            shown.add_run(f"{each.how} {each.when}, {each.source}")
        if block.mark:
            self.add("Must read").add_run(block.mark).bold = True

    def chart(self, block: BarChart | PairChart) -> None:
        self.heading(block.title, 3)
        key = drawings.drawn(block).key
        if key:
            self.add("Small").add_run(key)
        paragraph = self.document.add_paragraph()
        width = Cm(17 * drawings.width_on_paper(block) / 100)
        picture = io.BytesIO(pdf.picture(drawings.svg(block)))
        paragraph.add_run().add_picture(picture, width=width)
        about = paragraph._p.xpath(".//wp:docPr")[0]  # noqa: SLF001  python-docx has no other way
        about.set("descr", block.finding)
        about.set("title", block.title)

    def table(self, block: Table) -> None:
        caption = self.document.add_paragraph(block.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=1, cols=len(block.columns), style="Normal Table")
        word_parts.lines(table)
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            self.words_in(cell, (Strong(column.heading),), numeric=column.numeric)
        word_parts.repeat(table.rows[0])
        for group in block.groups:
            if group.title:
                cells = table.add_row().cells
                self.words_in(cells[0].merge(cells[-1]), (Strong(group.title),))
            for row in group.rows:
                self.row(table, block, (Cell((row.header,)), *row.cells))
        word_parts.share_out(table, widths.shares(block))
        if block.note:
            self.parts(self.add("Small"), block.note)

    def row(self, table: Any, block: Table, cells: tuple[Cell, ...]) -> None:
        added = table.add_row()
        word_parts.whole(added)
        for place, cell, column in zip(added.cells, cells, block.columns, strict=True):
            self.words_in(place, cell.parts, under=cell.under, numeric=column.numeric)

    def words_in(
        self, place: Any, parts: Parts, *, under: str = "", numeric: bool = False
    ) -> None:
        paragraph = self.styled(place.paragraphs[0], "Cell")
        if numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.parts(paragraph, parts)
        if under:
            paragraph.add_run().add_break()
            paragraph.add_run(under).font.color.rgb = word_parts.GREY

    def sources(self) -> None:
        self.heading("Where each figure comes from", 1, new_page=True)
        self.heading("The releases", 2)
        for figure in self.report.releases():
            self.add("List Bullet").add_run(pdf.release_line(figure))
        self.heading("The figures", 2)
        for figure in self.report.figures:
            paragraph = self.add("Cell")
            paragraph.paragraph_format.space_after = Pt(5)
            number = self.numbers[figure.id]
            self.bookmarks += 1
            word_parts.bookmark(paragraph, f"source_{number}", self.bookmarks)
            paragraph.add_run(f"{number}. {figure.name}: {figure.shown}").bold = True
            paragraph.add_run(f", {figure.as_at}. {pdf.where(figure)}")


def how_settled(block: Disagreement) -> str:
    if block.settled is None:
        return f"Proposed: {block.proposed}. Holder: {block.holder}. Not settled yet."
    settled = block.settled
    return f"Settled on {settled.on} by {settled.post}: {settled.words}. Reason: {settled.reason}"
