"""The verbs of the LADO's room. Nothing else in this room writes to the database."""

from holdfast.practice.allegations.transitions.adding import add_child, add_concern
from holdfast.practice.allegations.transitions.calls import log_advice
from holdfast.practice.allegations.transitions.circle import (
    admit_keeper,
    end_letting_in,
    set_duty_roster,
)
from holdfast.practice.allegations.transitions.clocks import (
    explain_lateness,
    meet_clock,
    start_employer_clock,
)
from holdfast.practice.allegations.transitions.copies import send_copy
from holdfast.practice.allegations.transitions.deciding import (
    close,
    decide_threshold,
    hold_initial_discussion,
    reopen,
    review_progress,
    write_summary,
)
from holdfast.practice.allegations.transitions.handing import (
    accept_transfer,
    offer_transfer,
    withdraw_transfer,
)
from holdfast.practice.allegations.transitions.meetings import (
    call_meeting,
    end_invitation,
    record_meeting,
)
from holdfast.practice.allegations.transitions.opening import refer, send_referral
from holdfast.practice.allegations.transitions.outcomes import (
    agree_learning,
    agree_new_date,
    ask_for_new_date,
    decide_outcome,
    evidence_learning,
    overturn_outcome,
    remind,
    retest_learning,
    say_learning_done,
    say_what_was_sent,
)
from holdfast.practice.allegations.transitions.questions import answer, ask
from holdfast.practice.allegations.transitions.seeking import (
    decide_later,
    link_person,
    link_same_person,
    look_again,
    say_not_him,
)
from holdfast.practice.allegations.transitions.told import (
    AdultTold,
    Call,
    ChildTold,
    ConcernTold,
)
from holdfast.practice.allegations.transitions.working import (
    close_strand,
    consider_regulator,
    open_strand,
    record_suspension,
    tell,
    update_by_agency,
    write_entry,
)

__all__ = [
    "AdultTold",
    "Call",
    "ChildTold",
    "ConcernTold",
    "accept_transfer",
    "add_child",
    "add_concern",
    "admit_keeper",
    "agree_learning",
    "agree_new_date",
    "answer",
    "ask",
    "ask_for_new_date",
    "call_meeting",
    "close",
    "close_strand",
    "consider_regulator",
    "decide_later",
    "decide_outcome",
    "decide_threshold",
    "end_invitation",
    "end_letting_in",
    "evidence_learning",
    "explain_lateness",
    "hold_initial_discussion",
    "link_person",
    "link_same_person",
    "log_advice",
    "look_again",
    "meet_clock",
    "offer_transfer",
    "open_strand",
    "overturn_outcome",
    "record_meeting",
    "record_suspension",
    "refer",
    "remind",
    "reopen",
    "retest_learning",
    "review_progress",
    "say_learning_done",
    "say_not_him",
    "say_what_was_sent",
    "send_copy",
    "send_referral",
    "set_duty_roster",
    "start_employer_clock",
    "tell",
    "update_by_agency",
    "withdraw_transfer",
    "write_entry",
    "write_summary",
]
