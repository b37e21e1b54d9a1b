"""
The report as tagged PDF (PDF/UA-1), and charts as images, both set by Typst.

The content travels as JSON beside the template, never inside its source, so no word of a report
can become an instruction. No Typst package is imported: nothing is fetched.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import typst

from holdfast.board.annual_report.documents import drawings, widths
from holdfast.board.annual_report.documents.codec import pack
from holdfast.board.annual_report.documents.model import (
    BarChart,
    Block,
    Brief,
    Figure,
    PairChart,
    Ref,
    Report,
    Section,
    Table,
)

TEMPLATE: Final = Path(__file__).with_name("report.typ")
SHORT: Final = Path(__file__).with_name("brief.typ")
_PICTURE: Final = b"""
#set page(width: 15cm, height: auto, margin: 0pt, fill: white)
#set text(font: ("Liberation Sans", "Arial", "Libertinus Serif"))
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


def write(report: Report, *, on: date) -> bytes:
    """The whole report. The same report and day give the same bytes."""
    return _set(TEMPLATE, _data(report, on), on=on)


def short(report: Report, brief: Brief, *, on: date) -> bytes:
    """A short edition, from the figures of the report it is frozen with."""
    cited = [each for each in report.figures if each.id in brief.cites()]
    numbers = {each.id: place for place, each in enumerate(cited, start=1)}
    data = {
        "partnership": report.partnership,
        "edition": report.edition,
        "foot": report.foot,
        "date": [on.year, on.month, on.day],
        "brief": {
            "form": brief.form,
            "title": brief.title,
            "lead": brief.lead,
            "sections": _sections(brief.sections, numbers),
        },
        "sources": [_source(figure, numbers[figure.id]) for figure in cited],
    }
    return _set(SHORT, data, on=on)


def _set(template: Path, data: dict[str, Any], *, on: date) -> bytes:
    inputs = {"data": json.dumps(data)}
    return typst.compile(
        template, format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=_midnight(on)
    )


def picture(svg: str) -> bytes:
    """A chart as PNG, for formats that hold no SVG."""
    return typst.compile(_PICTURE, format="png", sys_inputs={"svg": svg}, ppi=192.0)


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)


def _data(report: Report, on: date) -> dict[str, Any]:
    numbers = report.number_of()
    return {
        **pack(report),
        "date": [on.year, on.month, on.day],
        "chapters": [
            {
                **pack(chapter),
                "opening": [_block(block, numbers) for block in chapter.opening],
                "sections": _sections(chapter.sections, numbers),
            }
            for chapter in report.chapters
        ],
        "figures": [],
        "briefs": [],
        "releases": [release_line(each) for each in report.releases()],
        "sources": [_source(figure, numbers[figure.id]) for figure in report.figures],
    }


def _sections(sections: Sequence[Section], numbers: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"title": each.title, "blocks": [_block(block, numbers) for block in each.blocks]}
        for each in sections
    ]


def _block(block: Block, numbers: dict[str, int]) -> Any:
    packed = _numbered(pack(block), numbers)
    if isinstance(block, BarChart | PairChart):
        packed |= {
            "svg": drawings.svg(block),
            "key": drawings.drawn(block).key,
            "width": drawings.width_on_paper(block),
        }
    if isinstance(block, Table):
        packed |= {"shares": widths.shares(block), "width": 100 if widths.wide(block) else 72}
    return packed


def _numbered(packed: Any, numbers: dict[str, int]) -> Any:
    """Give each reference to a figure its number in the list of sources."""
    if isinstance(packed, list):
        return [_numbered(item, numbers) for item in packed]
    if isinstance(packed, dict):
        if packed.get("kind") == Ref.__name__:
            return {**packed, "number": numbers[packed["figure"]]}
        return {name: _numbered(item, numbers) for name, item in packed.items()}
    return packed


def _source(figure: Figure, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "name": figure.name,
        "shown": figure.shown,
        "as_at": figure.as_at,
        "where": where(figure),
    }


def where(figure: Figure) -> str:
    """The row and column that a figure was read from, and the text of that cell."""
    place = figure.source()
    return f"{place}: “{figure.original}”" if figure.original else place


def release_line(figure: Figure) -> str:
    """A release by its number, title, day, status and file."""
    about = [
        f"{figure.release}: {figure.release_title}" if figure.release_title else figure.release,
        figure.published_on
        and f"{'published' if figure.file else 'counted'} {figure.published_on}",
        figure.status,
        figure.file and f"file {figure.file}",
    ]
    return ", ".join(filter(None, about))
