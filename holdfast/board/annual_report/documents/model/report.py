"""How blocks are bound: sections, chapters, short editions, the report."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.board.annual_report.documents.model.blocks import (
    Block,
    Disagreement,
    Figure,
    refs_in,
)


@dataclass(frozen=True)
class Section:
    """
    `side` is left or right where a screen has room for two columns; "" takes the width.
    `empty` says that nothing is held for it.
    """

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    side: str = ""
    empty: bool = False


@dataclass(frozen=True)
class Chapter:
    """`empty` says that nothing is held for it; the chapter itself says so in words."""

    slug: str
    number: int
    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    empty: bool = False

    def blocks(self) -> Iterator[Block]:
        yield from self.opening
        for section in self.sections:
            yield from section.blocks


@dataclass(frozen=True)
class Brief:
    """A short edition of the same report, from the same figures: one page, or for families."""

    form: str
    title: str
    lead: str
    sections: tuple[Section, ...]

    def blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield from section.blocks

    def cites(self) -> set[str]:
        """The ids of the figures it shows."""
        return {ref.figure for block in self.blocks() for ref in refs_in(block)}


@dataclass(frozen=True)
class Report:
    """`briefs` is empty in an edition that was frozen before there were any."""

    title: str
    partnership: str
    year: str
    edition: str
    prepared_on: str
    foot: str
    chapters: tuple[Chapter, ...]
    figures: tuple[Figure, ...]
    briefs: tuple[Brief, ...] = ()

    def brief(self, form: str) -> Brief | None:
        return next((each for each in self.briefs if each.form == form), None)

    def blocks(self) -> Iterator[Block]:
        for chapter in self.chapters:
            yield from chapter.blocks()

    def disagreements(self) -> list[Disagreement]:
        return [block for block in self.blocks() if isinstance(block, Disagreement)]

    def releases(self) -> list[Figure]:
        """One figure of each release that is cited, in the releases' order."""
        first = {figure.release: figure for figure in reversed(self.figures)}
        return [first[release] for release in sorted(first)]

    def number_of(self) -> dict[str, int]:
        """The place of each figure in the list of sources, counted from 1."""
        return {figure.id: place for place, figure in enumerate(self.figures, start=1)}
