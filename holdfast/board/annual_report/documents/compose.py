"""A report from its chapters: the list of sources, the edition's words, what was settled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from holdfast.board.annual_report.documents.model import (
    Block,
    Brief,
    Cell,
    Chapter,
    Column,
    Disagreement,
    Figure,
    Group,
    Ref,
    Report,
    Row,
    Section,
    Settled,
    Table,
    refs_in,
)

REVISED = "revised"


def bound(
    *, title: str, partnership: str, year: str, foot: str, chapters: Sequence[Chapter],
    held: Mapping[str, Figure], briefs: Sequence[Brief] = (),
) -> Report:  # fmt: skip
    """Bind chapters into a report. Its figures are those cited, in the order of their citing."""
    bound: list[Chapter | Brief] = [*chapters, *briefs]
    cited = {ref.figure: held[ref.figure] for each in bound for ref in _refs(each)}
    return Report(
        title=title,
        partnership=partnership,
        year=year,
        edition="",
        prepared_on="",
        foot=foot,
        chapters=tuple(chapters),
        figures=tuple(cited.values()),
        briefs=tuple(briefs),
    )


def dressed(
    report: Report, *, edition: str, prepared_on: str, settled: Mapping[str, Settled]
) -> Report:
    """The report as it is shown: the edition's words, and each settlement beside its sentence."""
    chapters = tuple(_chapter(chapter, settled) for chapter in report.chapters)
    shown = replace(report, chapters=chapters, prepared_on=prepared_on)
    all_of_them = shown.disagreements()
    done = sum(1 for each in all_of_them if each.settled)
    noun = "disagreement" if len(all_of_them) == 1 else "disagreements"
    return replace(shown, edition=f"{edition}. {len(all_of_them)} {noun}, {done} settled")


def with_revisions(frozen: Report, now: Report) -> Report:
    """
    A frozen report with a new line for each figure that a release has revised since.

    The frozen figures and words stay as they are.
    """
    held_now = {figure.id: figure for figure in now.figures}
    pairs = [(old, held_now[old.id]) for old in frozen.figures if old.id in held_now]
    revised = [(old, new) for old, new in pairs if old.shown != new.shown]
    if not revised:
        return frozen
    added = tuple(replace(new, id=f"{new.id}.{REVISED}") for _, new in revised)
    last = frozen.chapters[-1]
    section = _revised_section(revised)
    return replace(
        frozen,
        figures=(*frozen.figures, *added),
        chapters=(*frozen.chapters[:-1], replace(last, sections=(*last.sections, section))),
    )


def _revised_section(revised: Sequence[tuple[Figure, Figure]]) -> Section:
    columns = (
        Column("Figure"),
        Column("In this edition", numeric=True),
        Column("Held now", numeric=True),
        Column("Release"),
    )
    rows = tuple(
        Row(
            old.name,
            (
                Cell((Ref(old.id, old.shown),), under=old.as_at),
                Cell((Ref(f"{new.id}.{REVISED}", new.shown),), under=new.as_at),
                Cell((new.source(),)),
            ),
        )
        for old, new in revised
    )
    caption = "Figures revised since, and as they stand in this edition"
    table = Table(caption, columns, (Group("", rows),))
    return Section("Revised since this edition was frozen", "revised", (table,))


def _refs(bound: Chapter | Brief) -> Iterator[Ref]:
    for block in bound.blocks():
        yield from refs_in(block)


def _chapter(chapter: Chapter, settled: Mapping[str, Settled]) -> Chapter:
    sections = tuple(
        replace(section, blocks=_blocks(section.blocks, settled)) for section in chapter.sections
    )
    return replace(chapter, opening=_blocks(chapter.opening, settled), sections=sections)


def _blocks(blocks: Sequence[Block], settled: Mapping[str, Settled]) -> tuple[Block, ...]:
    return tuple(
        replace(block, settled=settled.get(block.key))
        if isinstance(block, Disagreement)
        else block
        for block in blocks
    )
