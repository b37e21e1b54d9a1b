"""What this room tells the desk, the annual report and its own pages: frozen rows, no names."""

from holdfast.board.scrutiny.extracts.escalations import (
    EscalationCounts,
    StageDays,
    escalation_counts,
)
from holdfast.board.scrutiny.extracts.inspections import (
    ActionRow,
    FindingRow,
    InspectionRow,
    action_row,
    inspection_row,
    inspection_rows,
)
from holdfast.board.scrutiny.extracts.resolutions import (
    AnswerRow,
    PartRow,
    ResolutionRow,
    resolution_rows,
    rows_of,
    unanswered,
)

__all__ = [
    "ActionRow",
    "AnswerRow",
    "EscalationCounts",
    "FindingRow",
    "InspectionRow",
    "PartRow",
    "ResolutionRow",
    "StageDays",
    "action_row",
    "escalation_counts",
    "inspection_row",
    "inspection_rows",
    "resolution_rows",
    "rows_of",
    "unanswered",
]
