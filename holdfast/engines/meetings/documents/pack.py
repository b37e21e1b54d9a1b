"""
The pack: agenda, reports and papers as one PDF with one pagination, stamped for its reader.

Open items stand in Part A. The restricted part follows as Part B, so that the pages of Part A
have the same numbers in both packs, and the open pack shows no gap.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import pikepdf

from holdfast.engines.meetings.documents import setting, stamping
from holdfast.engines.meetings.rules.blocks import Block
from holdfast.engines.meetings.rules.papers import require_pack_size
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class PackPaper:
    """A PDF's content; or, of a file that is attached beside the pack, what is said about it."""

    title: str
    content: bytes = b""
    apart: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PackItem:
    """`held` says of what day the report is, and its digest."""

    label: str
    title: str
    purpose: str
    minutes: int
    by: str
    facts: dict[str, str]
    blocks: tuple[Block, ...]
    held: str
    papers: tuple[PackPaper, ...]


@dataclass(frozen=True)
class Pack:
    """`stamp` names the post that this copy was made for. `restricted` is Part B, or empty."""

    title: str
    author: str
    facts: dict[str, str]
    stamp: str
    on: date
    items: tuple[PackItem, ...]
    restricted: tuple[PackItem, ...] = ()


@dataclass(frozen=True)
class Piece:
    """Some pages of the pack: an item's, or with -1 a list. `title` names them in the outline."""

    item: int
    title: str
    source: pikepdf.Pdf
    first: int
    last: int


def build(pack: Pack) -> bytes:
    """
    Make the pack in memory. Raises NotAllowed with a sentence when it would be too large.

    One pass counts the pages, a second prints their numbers in the agenda.
    """
    items = [*pack.items, *pack.restricted]
    require_pack_size([len(paper.content) for item in items for paper in item.papers])
    pieces = list(_pieces(pack, items))
    split = len(pack.items)
    unknown = ["000"] * len(items)
    fronts = [_front(pack, unknown[:split]), _part_front(pack, unknown[split:])]
    starts = _starts(pieces, fronts, split=split)
    return _bound(
        pack,
        [
            Piece(-1, "Agenda", _front(pack, starts[:split]), 0, len(fronts[0].pages)),
            *(piece for piece in pieces if piece.item < split),
            Piece(-1, PART, _part_front(pack, starts[split:]), 0, len(fronts[1].pages)),
            *(piece for piece in pieces if piece.item >= split),
        ],
    )


PART = "Part B, restricted: not for publication"


def _front(pack: Pack, pages: Sequence[str]) -> pikepdf.Pdf:
    return _set_front(pack, "", pack.facts, _lines(pack.items, pages))


def _part_front(pack: Pack, pages: Sequence[str]) -> pikepdf.Pdf:
    """Part B has its own list, behind Part A, so that Part A's pages never move."""
    if not pack.restricted:
        return pikepdf.new()
    return _set_front(pack, PART, {}, _lines(pack.restricted, pages))


def _set_front(
    pack: Pack, part: str, facts: dict[str, str], items: list[dict[str, object]]
) -> pikepdf.Pdf:
    made = setting.compiled(
        "front",
        title=pack.title,
        author=pack.author,
        on=pack.on,
        part=part,
        facts=setting.facts(facts),
        items=items,
    )
    return pikepdf.open(io.BytesIO(made))


def _lines(items: Sequence[PackItem], pages: Sequence[str]) -> list[dict[str, object]]:
    return [
        {
            "label": item.label,
            "title": item.title,
            "by": item.by,
            "purpose": item.purpose,
            "minutes": str(item.minutes),
            "papers": [
                f"{paper.title}, attached separately" if paper.apart else paper.title
                for paper in item.papers
            ],
            "page": page,
        }
        for item, page in zip(items, pages, strict=True)
    ]


def _pieces(pack: Pack, items: Sequence[PackItem]) -> Iterator[Piece]:
    """Yield each item's own pages, then its papers', in the agenda's order."""
    made = setting.compiled(
        "items",
        title=pack.title,
        author=pack.author,
        on=pack.on,
        items=[
            {
                "label": item.label,
                "title": item.title,
                "facts": setting.facts(item.facts),
                "blocks": setting.blocks(item.blocks),
                "held": item.held,
            }
            for item in items
        ],
    )
    own = pikepdf.open(io.BytesIO(made))
    begins = [*_headings(own), len(own.pages)]
    apart = iter(_attached(pack, items))
    for number, item in enumerate(items):
        title = f"{item.label}. {item.title}"
        yield Piece(number, title, own, begins[number], begins[number + 1])
        for paper in item.papers:
            if paper.apart:
                yield Piece(number, paper.title, *next(apart))
                continue
            opened = _opened(paper)
            yield Piece(number, paper.title, opened, 0, len(opened.pages))


def _attached(pack: Pack, items: Sequence[PackItem]) -> Iterator[tuple[pikepdf.Pdf, int, int]]:
    """Yield a page for each paper that is attached beside the pack: what it is, and where."""
    papers = [paper for item in items for paper in item.papers if paper.apart]
    if not papers:
        return
    told = [{"title": one.title, "facts": setting.facts(one.apart)} for one in papers]
    made = setting.compiled("apart", title=pack.title, author=pack.author, on=pack.on, papers=told)
    pages = pikepdf.open(io.BytesIO(made))
    begins = [*_headings(pages), len(pages.pages)]
    for first, last in pairwise(begins):
        yield pages, first, last


def _headings(own: pikepdf.Pdf) -> list[int]:
    """Return the page, from 0, on which each item begins: where the outline's top entries lead."""
    places = {page.objgen: number for number, page in enumerate(own.pages)}
    with own.open_outline() as outline:
        return [places[entry.destination[0].objgen] for entry in outline.root]


def _opened(paper: PackPaper) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(paper.content))
    except pikepdf.PdfError:
        raise NotAllowed(
            f"The paper “{paper.title}” cannot be opened, so no pack is made. Replace it first."
        ) from None


def _starts(pieces: Sequence[Piece], fronts: Sequence[pikepdf.Pdf], *, split: int) -> list[str]:
    """Return the printed page, from 1, on which each item begins."""
    found: dict[int, int] = {}
    page = len(fronts[0].pages) + 1
    for piece in pieces:
        if piece.item >= split and split not in found:
            page += len(fronts[1].pages)
        found.setdefault(piece.item, page)
        page += piece.last - piece.first
    return [str(found[number]) for number in sorted(found)]


def _bound(pack: Pack, pieces: Sequence[Piece]) -> bytes:
    bound = pikepdf.new()
    marks = []
    for piece in pieces:
        if piece.last > piece.first:
            marks.append((piece.title, len(bound.pages)))
            bound.pages.extend(piece.source.pages[piece.first : piece.last])
    stamping.stamp(bound, title=pack.title, author=pack.author, on=pack.on, words=pack.stamp)
    with bound.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(title, page) for title, page in marks)
    with bound.open_metadata(set_pikepdf_as_editor=False) as about:
        about["dc:title"] = pack.title
    bound.Root.Lang = pikepdf.String("en-GB")
    bound.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    out = io.BytesIO()
    bound.save(out, deterministic_id=True)
    return out.getvalue()
