"""What this room keeps: the plan and its lines, challenges, risks, the horizon, evidence."""

from holdfast.board.workplan.models.challenge import Challenge, Entry, Reading
from holdfast.board.workplan.models.horizon import PolicyItem
from holdfast.board.workplan.models.impact import (
    Commitment,
    EvidenceLink,
    ImpactStatement,
    Strategy,
)
from holdfast.board.workplan.models.plan import (
    Line,
    LineOwner,
    Meeting,
    Plan,
    Priority,
    Theme,
)
from holdfast.board.workplan.models.risk import Control, Risk, RiskIndicator, RiskNote, Score

__all__ = [
    "Challenge",
    "Commitment",
    "Control",
    "Entry",
    "EvidenceLink",
    "ImpactStatement",
    "Line",
    "LineOwner",
    "Meeting",
    "Plan",
    "PolicyItem",
    "Priority",
    "Reading",
    "Risk",
    "RiskIndicator",
    "RiskNote",
    "Score",
    "Strategy",
    "Theme",
]
