"""What the pages of section 11 say. Plain values, so that a template reaches no database."""

from holdfast.board.section11.pages.cycle import CyclePage, cycles_table
from holdfast.board.section11.pages.heat import HeatPage
from holdfast.board.section11.pages.overview import OverviewPage
from holdfast.board.section11.pages.pack import PackPage
from holdfast.board.section11.pages.returned import PanelPage, ReturnPage
from holdfast.board.section11.pages.survey import SurveyPage
from holdfast.board.section11.pages.words import letter_of, reply_status

__all__ = [
    "CyclePage",
    "HeatPage",
    "OverviewPage",
    "PackPage",
    "PanelPage",
    "ReturnPage",
    "SurveyPage",
    "cycles_table",
    "letter_of",
    "reply_status",
]
