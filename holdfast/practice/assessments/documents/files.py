"""The files that a paper can be taken out as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from holdfast.engines.meetings.documents import minutes
from holdfast.kernel.ui.alone import alone
from holdfast.practice.assessments.documents.compose import Paper

SHEET: Final = Path(__file__).with_name("paper.css")
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    """How one file is made. `label` is the word of its link; `ending` that of its name."""

    label: str
    ending: str
    content_type: str
    make: Callable[[Paper], bytes]


def _html(paper: Paper) -> bytes:
    """One file that fetches nothing: its style is inside it."""
    return alone("assessments/alone.html", {"paper": paper}, sheet=SHEET)


def _document(paper: Paper) -> minutes.Document:
    return minutes.Document(paper.title, paper.author, paper.facts, paper.blocks, paper.on)


FORMATS: Final[Mapping[str, Format]] = {
    "html": Format("HTML", "html", "text/html; charset=utf-8", _html),
    "pdf": Format("PDF/UA", "pdf", "application/pdf", lambda p: minutes.pdf(_document(p))),
    "word": Format("Word", "docx", WORD_TYPE, lambda p: minutes.word(_document(p))),
}


def manifest(paper: Paper, kind: str, *, reference: str, number: int = 0) -> dict[str, Any]:
    """What is about to be taken out, for the access log: which copy, never whose words."""
    what = "child's copy" if number else "whole assessment"
    return {"what": what, "format": kind, "reference": reference, "copy": number}
