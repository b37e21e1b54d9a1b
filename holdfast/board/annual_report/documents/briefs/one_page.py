"""The report on one page: five figures, what went well, what did not, what next; all traced."""

from collections.abc import Sequence
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.evidence import Evidence
from holdfast.board.annual_report.documents.model import (
    ActivityBlock,
    Block,
    Brief,
    Chapter,
    Column,
    Group,
    ListBlock,
    Paragraph,
    Parts,
    Row,
    Section,
    Strong,
    Table,
    plain,
)
from holdfast.board.annual_report.documents.outline import Outline

FORM: Final = "one-page"
MOST: Final = 3
"""A page has room for this many of each."""


def brief(
    outline: Outline,
    evidence: Evidence,
    *,
    chapters: Sequence[Chapter],
    next_topics: Sequence[str],
) -> Brief:
    """One page from the same chapters; nothing on it is typed again."""
    return Brief(
        form=FORM,
        title=f"{outline.title} on one page",
        lead=f"Every figure is for {evidence.place} and leads to the release it was read from.",
        sections=(
            Section("Five figures", "five", (_five(outline, evidence),)),
            Section("What went well", "well", _well(chapters)),
            Section("What did not", "not-well", _not_well(chapters)),
            Section("What next", "next", _next(next_topics)),
        ),
    )


def _five(outline: Outline, evidence: Evidence) -> Table:
    columns = (
        Column("Figure"),
        Column("Published", numeric=True),
        Column("Change", numeric=True),
        Column("In London, by count"),
        Column("As at"),
    )
    rows = tuple(
        Row(
            evidence[name].figure.name,
            (
                cell(evidence.ref(name, strong=True)),
                cell(evidence.change(name)),
                cell(evidence[name].figure.rank, missing="not ranked"),
                cell(evidence[name].figure.as_at),
            ),
        )
        for name in outline.five
    )
    return Table("Five figures of the year", columns, (Group("", rows),), named_above=True)


def activities(chapters: Sequence[Chapter]) -> list[ActivityBlock]:
    return [
        block
        for chapter in chapters
        for block in chapter.blocks()
        if isinstance(block, ActivityBlock)
    ]


def _well(chapters: Sequence[Chapter]) -> tuple[Block, ...]:
    shown = [each for each in activities(chapters) if each.shown]
    if not shown:
        return (said("Nothing is held that shows a change for children this year."),)
    items = tuple(
        (Strong(f"{each.shown[-1].changed} "), f"{plain(each.parts)} ({each.shown[-1].source})")
        for each in shown[:MOST]
    )
    return (ListBlock(items), *_more(len(shown)))


def _not_well(chapters: Sequence[Chapter]) -> tuple[Block, ...]:
    still = _still(chapters)
    marked = sum(1 for each in activities(chapters) if each.mark)
    blocks: list[Block] = []
    if still:
        blocks += [ListBlock(tuple(still[:MOST])), *_more(len(still))]
    elif _planned(chapters):
        blocks.append(said("Every line of the work plan that is not done has moved."))
    else:
        blocks.append(said("No work plan of this year is held, so nothing can be said of it."))
    if marked:
        noun = "thing" if marked == 1 else "things"
        blocks.append(
            said(f"For {marked} {noun} that the board did, no evidence of impact is held.")
        )
    return tuple(blocks)


def _still(chapters: Sequence[Chapter]) -> list[Parts]:
    """The lines of the work plan that do not move, as its own chapter lists them."""
    sections = [s for chapter in chapters for s in chapter.sections if s.anchor == "not-moving"]
    lists = [b for section in sections for b in section.blocks if isinstance(b, ListBlock)]
    return [(*parts, " (Work plan)") for block in lists for parts in block.items]


def _planned(chapters: Sequence[Chapter]) -> bool:
    return any(each.slug == "work-plan" and not each.empty for each in chapters)


def _next(topics: Sequence[str]) -> tuple[Block, ...]:
    if not topics:
        return (said("No programme for next year is held."),)
    return (said(f"The main board takes {', '.join(topics)} (next year’s programme)."),)


def _more(count: int) -> tuple[Paragraph, ...]:
    if count <= MOST:
        return ()
    return (Paragraph((f"{count - MOST} more in the full report.",), small=True),)
