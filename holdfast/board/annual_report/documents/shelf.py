"""The files that an edition can be taken out as. One entry here is one format everywhere."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Final

from holdfast.board.annual_report.documents import html, pdf, word
from holdfast.board.annual_report.documents.model import Figure, Report
from holdfast.kernel.ui.exports import BYTE_ORDER_MARK, safe_cell

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    """How one file is made. `label` is the word of its link; `ending` that of its name."""

    kind: str
    label: str
    ending: str
    content_type: str
    make: Callable[[Report, date], bytes]


def stem(year: str) -> str:
    """The name of every file of a year, before its ending. It names nobody."""
    return f"annual-report-{year}"


def manifest(report: Report, kind: str) -> dict[str, Any]:
    """What is about to be taken out, for the access log."""
    return {"format": kind, "edition": report.edition, "figures": len(report.figures)}


def _page(report: Report, on: date) -> bytes:
    return html.standalone(report)


def _figures(report: Report, on: date) -> bytes:
    held = io.StringIO()
    held.write(BYTE_ORDER_MARK)
    writer = csv.writer(held)
    writer.writerow(["number", *(field.name for field in fields(Figure))])
    for number, figure in enumerate(report.figures, start=1):
        writer.writerow([number, *map(safe_cell, asdict(figure).values())])
    return held.getvalue().encode()


FORMATS: Final[Mapping[str, Format]] = {
    each.kind: each
    for each in [
        Format("html", "HTML", "html", "text/html; charset=utf-8", _page),
        Format(
            "pdf", "PDF/UA", "pdf", "application/pdf", lambda report, on: pdf.write(report, on=on)
        ),
        Format("word", "Word", "docx", WORD_TYPE, lambda report, on: word.write(report, on=on)),
        Format("figures", "Figures as CSV", "csv", "text/csv; charset=utf-8", _figures),
    ]
}
