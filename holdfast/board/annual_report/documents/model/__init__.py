"""
The report as a neutral document: chapters, sections and blocks, with no idea of any file format.

Every number in the text is a `Ref` to a `Figure`, and every figure names one row of one release.
Writers (`html`, `pdf`, `word`) read this and nothing else, so the three formats cannot differ.
"""

from holdfast.board.annual_report.documents.model.blocks import (
    ActivityBlock,
    Bar,
    BarChart,
    Block,
    Cell,
    Column,
    Disagreement,
    Figure,
    Group,
    Inline,
    ListBlock,
    Note,
    Pair,
    PairChart,
    Paragraph,
    Parts,
    Ref,
    Row,
    Settled,
    Shown,
    Strong,
    Table,
    plain,
    refs_in,
    words_in,
)
from holdfast.board.annual_report.documents.model.report import Brief, Chapter, Report, Section

__all__ = [
    "ActivityBlock",
    "Bar",
    "BarChart",
    "Block",
    "Brief",
    "Cell",
    "Chapter",
    "Column",
    "Disagreement",
    "Figure",
    "Group",
    "Inline",
    "ListBlock",
    "Note",
    "Pair",
    "PairChart",
    "Paragraph",
    "Parts",
    "Ref",
    "Report",
    "Row",
    "Section",
    "Settled",
    "Shown",
    "Strong",
    "Table",
    "plain",
    "refs_in",
    "words_in",
]
