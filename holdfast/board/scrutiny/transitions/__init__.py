"""The verbs of this room, by what they are about."""

from holdfast.board.scrutiny.transitions.committees import (
    answer_part,
    carry_over_sitting,
    list_copies,
    note_answered_question,
    note_question,
    open_committee,
    plan_sitting,
    reply_to,
    resolve,
)
from holdfast.board.scrutiny.transitions.covers import (
    approve,
    draft_report,
    finish,
    revise,
    write_field,
    write_fields,
)
from holdfast.board.scrutiny.transitions.escalations import (
    end_escalation,
    move_up,
    raise_escalation,
    send_to_board,
)
from holdfast.board.scrutiny.transitions.inspections import (
    agree_action,
    evidence_claim,
    join_thread,
    register_inspection,
    retest,
    say_done,
    set_retest,
    show_done,
)

__all__ = [
    "agree_action",
    "answer_part",
    "approve",
    "carry_over_sitting",
    "draft_report",
    "end_escalation",
    "evidence_claim",
    "finish",
    "join_thread",
    "list_copies",
    "move_up",
    "note_answered_question",
    "note_question",
    "open_committee",
    "plan_sitting",
    "raise_escalation",
    "register_inspection",
    "reply_to",
    "resolve",
    "retest",
    "revise",
    "say_done",
    "send_to_board",
    "set_retest",
    "show_done",
    "write_field",
    "write_fields",
]
