"""The files that a report can be taken out as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from holdfast.board.scrutiny.documents import html, pdf, word
from holdfast.board.scrutiny.documents.model import Paper

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    """How one file is made. `label` is the word of its link; `ending` that of its name."""

    label: str
    ending: str
    content_type: str
    make: Callable[[Paper, date], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "html": Format("HTML", "html", "text/html; charset=utf-8", lambda p, on: html.write(p)),
    "pdf": Format("PDF/UA", "pdf", "application/pdf", lambda p, on: pdf.write(p, on=on)),
    "word": Format("Word", "docx", WORD_TYPE, lambda p, on: word.write(p, on=on)),
}


def manifest(paper: Paper, kind: str, *, reference: str, number: int) -> dict[str, Any]:
    """What is about to be taken out, for the access log."""
    return {
        "what": "cover report",
        "format": kind,
        "reference": reference,
        "version": number,
        "state": paper.state,
        "missing": list(paper.missing),
    }
