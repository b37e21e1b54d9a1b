"""The files that an edition can be taken out as. One entry here is one format everywhere."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Final

from holdfast.board.annual_report.documents import html, pdf, word
from holdfast.board.annual_report.documents.codec import Unreadable
from holdfast.board.annual_report.documents.model import Brief, Figure, Report
from holdfast.kernel.ui.exports import BYTE_ORDER_MARK, safe_cell

PAGE_TYPE: Final = "text/html; charset=utf-8"
PDF_TYPE: Final = "application/pdf"
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    """
    How one file is made. `label` is the word of its link; `ending` that of its name; `brief` the
    short edition that it is.
    """

    kind: str
    label: str
    ending: str
    content_type: str
    make: Callable[[Report, date], bytes]
    brief: str = ""


def stem(year: str) -> str:
    """The name of every file of a year, before its ending. It names nobody."""
    return f"annual-report-{year}"


def manifest(report: Report, kind: str) -> dict[str, Any]:
    """What is about to be taken out, for the access log."""
    return {"format": kind, "edition": report.edition, "figures": len(report.figures)}


def _page(report: Report, on: date) -> bytes:
    return html.standalone(report)


def _short(kind: str) -> Callable[[Report, date], bytes]:
    def made(report: Report, on: date) -> bytes:
        return html.short(report, _brief(report, kind))

    return made


def _short_pdf(kind: str) -> Callable[[Report, date], bytes]:
    def made(report: Report, on: date) -> bytes:
        return pdf.short(report, _brief(report, kind), on=on)

    return made


def _brief(report: Report, kind: str) -> Brief:
    found = report.brief(kind)
    if found is None:
        raise Unreadable(f"This edition was frozen without its {kind} edition.")
    return found


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
        Format("html", "HTML", "html", PAGE_TYPE, _page),
        Format("pdf", "PDF/UA", "pdf", PDF_TYPE, lambda report, on: pdf.write(report, on=on)),
        Format("word", "Word", "docx", WORD_TYPE, lambda report, on: word.write(report, on=on)),
        Format("figures", "Figures as CSV", "csv", "text/csv; charset=utf-8", _figures),
        Format("one-page", "One page, HTML", "html", PAGE_TYPE, _short("one-page"), "one-page"),
        Format(
            "one-page-pdf", "One page, PDF", "pdf", PDF_TYPE, _short_pdf("one-page"), "one-page"
        ),
        Format("family", "For families, HTML", "html", PAGE_TYPE, _short("family"), "family"),
        Format("family-pdf", "For families, PDF", "pdf", PDF_TYPE, _short_pdf("family"), "family"),
    ]
}


def formats_of(report: Report) -> list[Format]:
    """The files that an edition has: a short edition only where it was frozen with one."""
    return [each for each in FORMATS.values() if not each.brief or report.brief(each.brief)]


def name_of(chosen: Format, year: str) -> str:
    """
    The name of a file. It names nobody.

    >>> name_of(FORMATS["one-page-pdf"], "2012-13")
    'annual-report-2012-13-one-page.pdf'
    """
    return "-".join(filter(None, [stem(year), chosen.brief])) + f".{chosen.ending}"
