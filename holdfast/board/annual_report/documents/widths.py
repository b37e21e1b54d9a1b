"""How wide a table and its columns are on paper, worked out from what they hold."""

import math

from holdfast.board.annual_report.documents.model import Cell, Table, plain


def shares(table: Table) -> list[int]:
    """How the columns share the width: by their longest word and, less, their longest text."""
    return [_share(column) for column in _texts(table)]


def _share(column: list[str]) -> int:
    """A heading may break at every word; what stands beneath it should not have to."""
    held = max(column[1:], key=len, default="")
    return max(_longest_word(column) + 2, round(4 * math.sqrt(len(held))), 8)


def wide(table: Table) -> bool:
    """A table of few short columns does not take the whole line."""
    return sum(len(max(column, key=len)) for column in _texts(table)) > 80


def _texts(table: Table) -> list[list[str]]:
    rows = [row for group in table.groups for row in group.rows]
    headers = [[column.heading] for column in table.columns]
    named = [headers[0] + [row.header for row in rows]]
    cells = [
        [*header, *(text for row in rows for text in _lines(row.cells[at]))]
        for at, header in enumerate(headers[1:])
    ]
    return named + cells


def _lines(cell: Cell) -> tuple[str, str]:
    return plain(cell.parts), cell.under


def _longest_word(texts: list[str]) -> int:
    return max(len(word) for text in texts for word in (text.split() or [""]))
