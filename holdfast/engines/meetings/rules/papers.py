"""
What a paper is, and whether a pack can hold it. Pure: it reads bytes and keeps nothing.

A PDF's pages stand in the pack. A Word, Excel or PowerPoint file has no pages of its own: it is
kept beside the pack, and one page of the pack says where it is.
"""

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum

import pikepdf

from holdfast.kernel.records.moves import NotAllowed

MOST_PAGES = 1000
LARGEST_PACK = 80 * 1024 * 1024
"""A pack is made in memory. More than this is taken as single papers. Local (L)."""


OFFICE = "application/vnd.openxmlformats-officedocument"


class Sort(StrEnum):
    """What a paper is, by its content type."""

    PDF = "application/pdf"
    WORD = f"{OFFICE}.wordprocessingml.document"
    EXCEL = f"{OFFICE}.spreadsheetml.sheet"
    POWERPOINT = f"{OFFICE}.presentationml.presentation"


SORT_WORDS = {
    Sort.PDF.value: "PDF",
    Sort.WORD.value: "Word document",
    Sort.EXCEL.value: "Excel workbook",
    Sort.POWERPOINT.value: "PowerPoint presentation",
}
BY_PART = {
    "word/document.xml": Sort.WORD,
    "xl/workbook.xml": Sort.EXCEL,
    "ppt/presentation.xml": Sort.POWERPOINT,
}
"""The part that such a file cannot be without."""
NO_PAPER = (
    "A paper is a PDF, so that the pack has one pagination, or a Word, Excel or PowerPoint file, "
    "which is attached beside the pack. Save it as one of these."
)
OLD = b"\xd0\xcf\x11\xe0"
"""How an Office file of before 2007 begins, and one of today that has a password."""


@dataclass(frozen=True)
class Looked:
    """What a file is. `pages` is nought for one that is attached beside the pack."""

    sort: Sort
    pages: int


def looked_at(content: bytes) -> Looked:
    """Say what a paper is, or in one sentence why it cannot be one."""
    if content.startswith(b"PK"):
        return Looked(_office_sort(content), 0)
    if content.startswith(OLD):
        raise NotAllowed(
            "This file has a password or is of an old kind. Save it without a password as .docx, "
            ".xlsx, .pptx or PDF, then add it again."
        )
    return Looked(Sort.PDF, pages_in(content))


def _office_sort(content: bytes) -> Sort:
    """Read the names of a file's parts alone: nothing in it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = set(parts.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as broken:
        raise NotAllowed(
            "This file is broken and cannot be opened. Save it again from its source."
        ) from broken
    if any(name.endswith("vbaProject.bin") for name in names):
        raise NotAllowed("This file has macros. Save it without them, then add it again.")
    found = [sort for part, sort in BY_PART.items() if part in names]
    if "[Content_Types].xml" not in names or len(found) != 1:
        raise NotAllowed(NO_PAPER)
    return found[0]


def pages_in(content: bytes) -> int:
    """Count the pages of a PDF, or say in one sentence why it cannot be a paper."""
    if not content.startswith(b"%PDF-"):
        raise NotAllowed(NO_PAPER)
    try:
        with pikepdf.open(io.BytesIO(content)) as opened:
            _require_open(opened)
            pages = len(opened.pages)
    except pikepdf.PasswordError:
        raise NotAllowed(
            "This PDF needs a password. Save a copy without one, then add it again."
        ) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError):
        raise NotAllowed(
            "This PDF is broken and cannot be opened. Save it again from its source."
        ) from None
    if not 0 < pages <= MOST_PAGES:
        raise NotAllowed(
            f"This PDF has {pages:,} pages. A paper has between 1 and {MOST_PAGES:,}: "
            "send the part that the meeting needs."
        )
    return pages


def _require_open(opened: pikepdf.Pdf) -> None:
    if opened.is_encrypted:
        raise NotAllowed("This PDF is locked. Save a copy without protection, then add it again.")


def require_pack_size(sizes: list[int]) -> None:
    if sum(sizes) > LARGEST_PACK:
        raise NotAllowed(
            f"The papers come to {sum(sizes) // 1024 // 1024} MB, more than one pack can hold "
            f"({LARGEST_PACK // 1024 // 1024} MB). Take the papers one by one."
        )
