"""What no room holds yet: typed by hand and marked as such, or said to be held by nobody."""

from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import said
from holdfast.board.annual_report.documents.model import Chapter, Note, Strong
from holdfast.board.annual_report.models import HandSection
from holdfast.board.annual_report.rules.by_hand import Part
from holdfast.kernel.actions.dated import day_words

NOBODY: Final = "No room of Holdfast holds {holds} yet, and nothing was typed: held by nobody yet."


def chapter(part: Part, typed: HandSection | None, *, place: int) -> Chapter:
    """One such part. Nothing in it is counted or checked, and it says so."""
    if typed is None or not typed.text:
        opening = (said(NOBODY.format(holds=part.holds)),)
        return Chapter(part.slug, place, part.title, opening, (), empty=True)
    mark = Note(
        (
            Strong("Typed by hand. "),
            f"No room of Holdfast holds {part.holds} yet. Written by the {typed.by.title} on "
            f"{day_words(typed.on)}, from: {typed.source}. Nothing here was counted or checked.",
        )
    )
    words = tuple(said(one.strip()) for one in typed.text.splitlines() if one.strip())
    return Chapter(part.slug, place, part.title, (mark, *words), ())
