"""What each page shows, in words: no query and no decision is left to a template."""

from holdfast.board.annual_report.pages.calendar import CalendarPage
from holdfast.board.annual_report.pages.done import ActivitiesPage, offered_lines
from holdfast.board.annual_report.pages.editions import EditionsPage
from holdfast.board.annual_report.pages.handing import HandoverPage
from holdfast.board.annual_report.pages.report import (
    ChapterPage,
    EditionPage,
    SettlePage,
    figure_url,
)
from holdfast.board.annual_report.pages.required import RequiredPage
from holdfast.board.annual_report.pages.sending import ListPage
from holdfast.board.annual_report.pages.statements import StatementsPage

__all__ = [
    "offered_lines",
    "ActivitiesPage",
    "CalendarPage",
    "ChapterPage",
    "EditionPage",
    "EditionsPage",
    "HandoverPage",
    "ListPage",
    "RequiredPage",
    "SettlePage",
    "StatementsPage",
    "figure_url",
]
