"""A copy as tagged PDF (PDF/UA-1), set by Typst.

The content travels as JSON beside the template, never inside its source, so no word of a letter
can become an instruction. The document's title and author say nothing about anybody.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import typst

from holdfast.engines.copies.rules.paper import Grid, Letter, Section, packed

TEMPLATE: Final = Path(__file__).with_name("letter.typ")
LEAST, WIDEST = 12, 60
"""Letters: a narrower column is widened to the one, a longer cell breaks over several lines."""


def write(letter: Letter, *, on: date) -> bytes:
    return typeset(TEMPLATE, letter.sections, packed(letter), on=on)


def typeset(
    template: Path, sections: Sequence[Section], told: dict[str, Any], *, on: date
) -> bytes:
    """Set a paper in sections, told as plain values. The same paper and day give the same bytes.

    The template is given the day beside what is told, and how wide each table's columns are.
    """
    for section, packed_one in zip(sections, told["sections"], strict=True):
        for block, shown in zip(section.blocks, packed_one["blocks"], strict=True):
            if isinstance(block, Grid):
                shown["shares"] = shares(block)
    whole = {**told, "date": [on.year, on.month, on.day]}
    return typst.compile(
        template,
        format="pdf",
        sys_inputs={"data": json.dumps(whole)},
        pdf_standards="ua-1",
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


def shares(block: Grid) -> list[int]:
    """Return the columns' shares of the line: by their longest cells, and no word cut off."""
    columns = list(zip(block.columns, *block.rows, strict=True))
    return [
        max(LEAST, min(max(map(len, cells)), WIDEST), *map(_longest_word, cells))
        for cells in columns
    ]


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)
