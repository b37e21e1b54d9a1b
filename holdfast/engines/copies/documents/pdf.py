"""A copy as tagged PDF (PDF/UA-1), set by Typst.

The content travels as JSON beside the template, never inside its source, so no word of a letter
can become an instruction. The document's title and author say nothing about anybody.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import typst

from holdfast.engines.copies.rules.paper import Grid, Letter, packed

TEMPLATE: Final = Path(__file__).with_name("letter.typ")
LEAST, WIDEST = 12, 60
"""Letters: a narrower column is widened to the one, a longer cell breaks over several lines."""


def write(letter: Letter, *, on: date) -> bytes:
    return typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"data": json.dumps(content(letter, on=on))},
        pdf_standards="ua-1",
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


def content(letter: Letter, *, on: date) -> dict[str, Any]:
    whole = {**packed(letter), "date": [on.year, on.month, on.day]}
    for section, told in zip(letter.sections, whole["sections"], strict=True):
        for block, shown in zip(section.blocks, told["blocks"], strict=True):
            if isinstance(block, Grid):
                shown["shares"] = shares(block)
    return whole


def shares(block: Grid) -> list[int]:
    """Return the columns' shares of the line: by their longest cells, and no word cut off."""
    columns = list(zip(block.columns, *block.rows, strict=True))
    return [
        max(LEAST, min(max(map(len, cells)), WIDEST), *map(_longest_word, cells))
        for cells in columns
    ]


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)
