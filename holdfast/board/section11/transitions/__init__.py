"""The verbs of a section 11 cycle."""

from holdfast.board.section11.transitions.asking import issue_cluster, send_back, take_return
from holdfast.board.section11.transitions.copies import carry_in
from holdfast.board.section11.transitions.cycles import (
    add_cluster,
    add_review_points,
    close_cycle,
    expect,
    frame_cycle,
    note_claim,
    seat_on_panel,
)
from holdfast.board.section11.transitions.overview import sign_overview, write_overview
from holdfast.board.section11.transitions.panel import (
    agree_action,
    answer_challenge,
    challenge,
    conclude,
    conclude_moderation,
    find_evidenced,
    moderate,
)
from holdfast.board.section11.transitions.returns import (
    Received,
    Seen,
    add_addendum,
    answer_review_points,
    consent_to_copy,
    reopen,
    take_in,
    withdraw,
)
from holdfast.board.section11.transitions.surveys import answer_survey, open_survey

__all__ = [
    "Received",
    "Seen",
    "add_addendum",
    "add_cluster",
    "add_review_points",
    "agree_action",
    "answer_challenge",
    "answer_review_points",
    "answer_survey",
    "carry_in",
    "challenge",
    "close_cycle",
    "conclude",
    "conclude_moderation",
    "consent_to_copy",
    "expect",
    "find_evidenced",
    "frame_cycle",
    "issue_cluster",
    "moderate",
    "note_claim",
    "open_survey",
    "reopen",
    "seat_on_panel",
    "send_back",
    "sign_overview",
    "take_in",
    "take_return",
    "withdraw",
    "write_overview",
]
