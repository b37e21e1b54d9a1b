"""The files that a copy can be taken out as. Their names and properties name nobody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from holdfast.engines.copies.documents import html, pdf, word
from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.rules.paper import Letter

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    label: str
    ending: str
    content_type: str
    make: Callable[[Letter, date], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "html": Format("HTML", "html", "text/html; charset=utf-8", lambda p, on: html.write(p)),
    "pdf": Format("PDF/UA", "pdf", "application/pdf", lambda p, on: pdf.write(p, on=on)),
    "docx": Format("Word", "docx", WORD_TYPE, lambda p, on: word.write(p, on=on)),
}


def filename(copy: Copy, kind: str) -> str:
    """Return a name that says nothing about anybody."""
    return f"copy-{copy.number:03d}.{FORMATS[kind].ending}"


def write(copy: Copy, kind: str) -> bytes:
    """Return the kept copy as a file. The same copy gives the same bytes for ever."""
    return FORMATS[kind].make(copy.letter, copy.on)


def manifest(copy: Copy, kind: str) -> dict[str, Any]:
    """What is about to be taken out, for the access log."""
    return {"what": "copy for a reader", "format": kind, "number": copy.number,
            "digest": copy.digest}  # fmt: skip
