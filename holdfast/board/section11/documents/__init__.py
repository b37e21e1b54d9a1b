"""What can be taken out: an agency's two-page brief, a return, the heat map, a signed copy,
and the chair's overview of all of them."""

from holdfast.board.section11.documents.brief import Lines, brief_pdf, brief_word, lines_of
from holdfast.board.section11.documents.copy import board_code, signed_copy
from holdfast.board.section11.documents.overview import frozen, overview_lines, thawed
from holdfast.board.section11.documents.sheets import (
    HEAT_HEADER,
    RETURN_HEADER,
    heat_rows,
    return_rows,
    return_word,
)

__all__ = [
    "HEAT_HEADER",
    "RETURN_HEADER",
    "Lines",
    "board_code",
    "brief_pdf",
    "brief_word",
    "frozen",
    "heat_rows",
    "lines_of",
    "overview_lines",
    "return_rows",
    "return_word",
    "signed_copy",
    "thawed",
]
