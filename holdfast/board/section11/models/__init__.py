"""What is kept of a section 11 cycle. Grades and evidence are kept by the standards engine."""

from holdfast.board.section11.models.cycles import Cluster, Cycle, PanelSeat, ReviewPoint
from holdfast.board.section11.models.overview import Overview
from holdfast.board.section11.models.returns import (
    Addendum,
    AgencyReturn,
    Challenge,
    ReturnAction,
    ReviewAnswer,
)
from holdfast.board.section11.models.surveys import Survey, Tally

__all__ = [
    "Addendum",
    "AgencyReturn",
    "Challenge",
    "Cluster",
    "Cycle",
    "Overview",
    "PanelSeat",
    "ReturnAction",
    "ReviewAnswer",
    "ReviewPoint",
    "Survey",
    "Tally",
]
