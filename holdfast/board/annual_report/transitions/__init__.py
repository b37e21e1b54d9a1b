"""The verbs of an edition. Nothing else here writes."""

from holdfast.board.annual_report.transitions.activities import (
    change_activity,
    note_activity,
    show_impact,
    withdraw_activity,
)
from holdfast.board.annual_report.transitions.holding import (
    answer_new_date,
    ask_new_date,
    begin,
    charge,
    hand_over,
    say_done,
    set_out,
)
from holdfast.board.annual_report.transitions.life import approve, draft, freeze, settle
from holdfast.board.annual_report.transitions.sending import leave_out, list_recipient, send
from holdfast.board.annual_report.transitions.statements import ask_partners
from holdfast.board.annual_report.transitions.taking_over import tell_from_plan, write_by_hand

__all__ = [
    "tell_from_plan",
    "write_by_hand",
    "answer_new_date",
    "approve",
    "ask_partners",
    "begin",
    "ask_new_date",
    "change_activity",
    "charge",
    "draft",
    "freeze",
    "hand_over",
    "leave_out",
    "list_recipient",
    "note_activity",
    "say_done",
    "send",
    "set_out",
    "settle",
    "show_impact",
    "withdraw_activity",
]
