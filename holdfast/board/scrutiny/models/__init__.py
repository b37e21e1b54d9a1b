"""What is kept of inspections, committees, cover reports and escalations."""

from holdfast.board.scrutiny.models.committees import (
    Answer,
    Committee,
    Copies,
    Part,
    Question,
    Reply,
    Resolution,
    Sitting,
)
from holdfast.board.scrutiny.models.covers import CoverReport, CoverVersion
from holdfast.board.scrutiny.models.escalations import Escalation, StageRun
from holdfast.board.scrutiny.models.inspections import (
    ClaimEvidence,
    Finding,
    FindingAction,
    FindingThread,
    Grade,
    Inspection,
)

__all__ = [
    "Answer",
    "ClaimEvidence",
    "Committee",
    "Copies",
    "CoverReport",
    "CoverVersion",
    "Escalation",
    "Finding",
    "FindingAction",
    "FindingThread",
    "Grade",
    "Inspection",
    "Part",
    "Question",
    "Reply",
    "Resolution",
    "Sitting",
    "StageRun",
]
