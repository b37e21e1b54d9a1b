"""Is a file a paper that a pack can hold? Pure: it reads bytes and keeps nothing."""

import io

import pikepdf

from holdfast.kernel.records.moves import NotAllowed

MOST_PAGES = 1000
LARGEST_PACK = 80 * 1024 * 1024
"""A pack is made in memory. More than this is taken as single papers. Local (L)."""


def pages_in(content: bytes) -> int:
    """Count the pages of a PDF, or say in one sentence why it cannot be a paper."""
    if not content.startswith(b"%PDF-"):
        raise NotAllowed("A paper is a PDF, so that the pack has one pagination. Save it as PDF.")
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
