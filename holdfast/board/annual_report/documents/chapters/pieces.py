"""Pieces that several chapters use."""

from decimal import Decimal

from holdfast.board.annual_report.documents import prose
from holdfast.board.annual_report.documents.evidence import Evidence
from holdfast.board.annual_report.documents.model import (
    Block,
    Cell,
    Disagreement,
    Inline,
    Paragraph,
    Parts,
)
from holdfast.board.annual_report.documents.outline import Doubt, Outline
from holdfast.kernel.directory.words import in_words
from holdfast.kernel.ui.filters import percent


def cell(*parts: Inline | None, under: str = "", missing: str = "not known") -> Cell:
    """A cell of these parts; where there is nothing to show it says so, never a blank."""
    held = tuple(part for part in parts if part is not None and part != "")
    return Cell(held or (missing,), under)


def said(*parts: Inline) -> Paragraph:
    return Paragraph(parts)


def beside(outline: Outline, evidence: Evidence, name: str) -> list[Block]:
    """The disagreements that stand beside a figure, in their order."""
    return [
        _disagreement(number, doubt, evidence) for number, doubt in outline.doubts_beside(name)
    ]


def marked(words: str, evidence: Evidence) -> Parts:
    return prose.parts(words, lambda name, strong: evidence.cited(name, strong=strong))


def _disagreement(number: int, doubt: Doubt, evidence: Evidence) -> Disagreement:
    return Disagreement(
        key=doubt.key,
        number=number,
        title=doubt.title,
        parts=marked(doubt.says, evidence),
        proposed=doubt.proposed,
        holder=in_words(doubt.holder),
    )


def largest_first(evidence: Evidence, prefix: str) -> list[str]:
    """The names with a prefix whose value is known, the greatest first."""
    names = [name for name in evidence.measures if name.startswith(prefix)]
    known = [name for name in names if evidence[name].value is not None]
    return sorted(known, key=lambda name: -(evidence[name].value or 0))


def share_of(share: Decimal | None) -> str:
    """A share in per cent, or nothing."""
    return "" if share is None else percent(share)
