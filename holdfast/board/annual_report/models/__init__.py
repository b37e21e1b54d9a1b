"""Editions, what they are written from, whom they go to, and when."""

from holdfast.board.annual_report.models.activity import Activity, Impact
from holdfast.board.annual_report.models.edition import Edition, Printing, Settlement
from holdfast.board.annual_report.models.holding import Charge, Handover, HandSection, Milestone
from holdfast.board.annual_report.models.sending import Dispatch, Recipient

__all__ = [
    "Activity",
    "Charge",
    "Dispatch",
    "Edition",
    "HandSection",
    "Handover",
    "Impact",
    "Milestone",
    "Printing",
    "Recipient",
    "Settlement",
]
