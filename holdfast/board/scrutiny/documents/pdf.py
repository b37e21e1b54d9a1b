"""The report as tagged PDF (PDF/UA-1), set by Typst.

The content travels as JSON beside the template, never inside its source, so no word of a report
can become an instruction. No package is imported: nothing is fetched.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import typst

from holdfast.board.scrutiny.documents.model import Grid, Paper, packed

TEMPLATE: Final = Path(__file__).with_name("paper.typ")
LEAST, WIDEST = 12, 60
"""Letters: a narrower column is widened to the one, a longer cell breaks over several lines."""


def write(paper: Paper, *, on: date) -> bytes:
    """The whole report. The same report and day give the same bytes."""
    return typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"data": json.dumps(content(paper, on=on))},
        pdf_standards="ua-1",
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


def content(paper: Paper, *, on: date) -> dict[str, Any]:
    """What the template is given: the paper, its day, and how wide each table's columns are."""
    whole = {**packed(paper), "date": [on.year, on.month, on.day]}
    for section, told in zip(paper.sections, whole["sections"], strict=True):
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
