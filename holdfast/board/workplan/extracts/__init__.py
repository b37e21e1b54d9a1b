"""What this room tells others and its own pages: frozen rows, no names of people."""

from holdfast.board.workplan.extracts.challenges import (
    ChallengeRow,
    ComingBack,
    Difference,
    Promise,
    challenge_rows,
    challenges_asked_by,
    challenges_put_to,
    challenges_to_reopen,
)
from holdfast.board.workplan.extracts.horizon import PolicyRow, horizon_rows
from holdfast.board.workplan.extracts.plan import (
    EXECUTIVE,
    PriorityRow,
    ReportRow,
    count_by_colour,
    dated_progress,
    executive_meetings,
    latest_plan,
    priority_rows,
    programme,
    report_rows,
    row_of,
    rows_of,
)
from holdfast.board.workplan.extracts.risks import RiskRow, risk_rows

__all__ = [
    "EXECUTIVE",
    "ChallengeRow",
    "ComingBack",
    "Difference",
    "PolicyRow",
    "PriorityRow",
    "Promise",
    "ReportRow",
    "RiskRow",
    "challenge_rows",
    "challenges_asked_by",
    "challenges_put_to",
    "challenges_to_reopen",
    "count_by_colour",
    "dated_progress",
    "executive_meetings",
    "horizon_rows",
    "latest_plan",
    "priority_rows",
    "programme",
    "report_rows",
    "risk_rows",
    "row_of",
    "rows_of",
]
