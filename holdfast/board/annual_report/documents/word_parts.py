"""The parts of a Word file that python-docx leaves to its XML: styles, marks, bookmarks."""

from datetime import date, datetime
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from holdfast.board.annual_report.documents.model import Report

INK: Final = RGBColor(0x0B, 0x0C, 0x0C)
GREY: Final = RGBColor(0x48, 0x49, 0x49)
LINK: Final = RGBColor(0x1A, 0x4F, 0x8B)
HEADINGS: Final = {"Title": 26.0, "Heading 1": 18.0, "Heading 2": 13.0, "Heading 3": 11.0}
OURS: Final = {"Small": 9.0, "Cell": 8.5, "Must read": 10.5, "Disagreement": 10.0}


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.1)


def styles(document: Any) -> None:
    styles = document.styles
    _font(styles["Normal"], 10.5)
    styles["Normal"].paragraph_format.space_after = Pt(7)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(language)
    for name, size in HEADINGS.items():
        _font(styles[name], size, bold=True)
    _font(styles["Caption"], 9.5, bold=True)
    for name, size in OURS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _font(style, size)
    styles["Small"].font.color.rgb = GREY
    styles["Cell"].paragraph_format.space_after = Pt(0)
    _border(styles["Must read"], ["left"], width=24)
    _border(styles["Disagreement"], ["top", "left", "bottom", "right"], width=6)
    styles["Disagreement"].paragraph_format.space_after = Pt(0)


def _font(style: Any, size: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), bold
    style.font.color.rgb = INK
    style.font.italic = False
    fonts = style.element.rPr.rFonts
    for which in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(which), None)
    for which in ("w:eastAsia", "w:cs"):
        fonts.set(qn(which), "Arial")


def _border(style: Any, sides: list[str], *, width: int) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": str(width), "space": "6"}.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def properties(document: Any, report: Report, on: date) -> None:
    about = document.core_properties
    about.title, about.author, about.language = report.title, report.partnership, "en-GB"
    about.subject, about.comments, about.keywords = report.edition, "", ""
    about.created = about.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001
    about.last_modified_by = report.partnership


def repeat(row: Any) -> None:
    """Say that the row is a header, which Word repeats on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    whole(row)


def whole(row: Any) -> None:
    """Never break the row over two pages."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # noqa: SLF001


def bookmark(paragraph: Any, name: str, number: int) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)  # noqa: SLF001


def link(paragraph: Any, number: int) -> None:
    """A raised number that leads to its line in the list of sources."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"source_{number}")
    run = paragraph.add_run(str(number))
    run.font.superscript = True
    run.font.color.rgb = LINK
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def lines(table: Any) -> None:
    """Thin lines between the rows and none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "0", "color": "B1B4B6"}.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001


def share_out(table: Any, shares: list[int]) -> None:
    """Give the columns their shares of the line."""
    table.autofit = False
    for row in table.rows:
        cells = row._tr.tc_lst  # noqa: SLF001
        if len(cells) == len(shares):
            for cell, share in zip(cells, shares, strict=True):
                cell.width = Cm(17 * share / sum(shares))
