"""The verbs of the tracker: check, change, write it down. Nothing else writes an action."""

from holdfast.kernel.actions.tracker.carrying import carry_over
from holdfast.kernel.actions.tracker.dates import (
    approve_new_date,
    ask_new_date,
    refuse_new_date,
    retest,
    set_review,
)
from holdfast.kernel.actions.tracker.promises import (
    NOBODY,
    Who,
    agree,
    claim_done,
    evidence,
    name_owner,
    note_progress,
    reopen,
    say_what_is_open,
)

__all__ = [
    "NOBODY",
    "Who",
    "agree",
    "approve_new_date",
    "ask_new_date",
    "carry_over",
    "claim_done",
    "evidence",
    "name_owner",
    "note_progress",
    "refuse_new_date",
    "reopen",
    "retest",
    "say_what_is_open",
    "set_review",
]
