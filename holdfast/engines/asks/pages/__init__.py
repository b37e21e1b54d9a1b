"""What the pages of information requests say. Plain values; nothing here reaches a database
but what it is given."""

from holdfast.engines.asks.pages.board import BoardRow, board_rows
from holdfast.engines.asks.pages.lists import RequestsPage
from holdfast.engines.asks.pages.one import ReturnPage
from holdfast.engines.asks.pages.rounds import RoundPage
from holdfast.engines.asks.pages.section import SectionPage

__all__ = [
    "BoardRow",
    "RequestsPage",
    "ReturnPage",
    "RoundPage",
    "SectionPage",
    "board_rows",
]
