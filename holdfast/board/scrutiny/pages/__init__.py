"""What this room's pages say. Plain values, so that a template cannot reach the database."""

from holdfast.board.scrutiny.pages.committee import CommitteePage
from holdfast.board.scrutiny.pages.cover import CoverPage
from holdfast.board.scrutiny.pages.escalation import CountsPage, EscalationPage, MinePage
from holdfast.board.scrutiny.pages.home import HomePage
from holdfast.board.scrutiny.pages.inspection import FindingPage, InspectionPage

__all__ = [
    "CommitteePage",
    "CountsPage",
    "CoverPage",
    "EscalationPage",
    "FindingPage",
    "HomePage",
    "InspectionPage",
    "MinePage",
]
