"""What this room's pages say. Plain values, so that a template cannot reach the database."""

from holdfast.board.partnership.pages.bodies import BodiesPage
from holdfast.board.partnership.pages.body import BodyPage, TermsPage
from holdfast.board.partnership.pages.days import day_asked
from holdfast.board.partnership.pages.lay import LayPage
from holdfast.board.partnership.pages.links import LinksPage
from holdfast.board.partnership.pages.money import MoneyPage
from holdfast.board.partnership.pages.seat import SeatPage
from holdfast.board.partnership.pages.sets import SetPage, SetsPage

__all__ = [
    "BodiesPage",
    "BodyPage",
    "LayPage",
    "LinksPage",
    "MoneyPage",
    "SeatPage",
    "SetPage",
    "SetsPage",
    "TermsPage",
    "day_asked",
]
