"""The verbs of the front door. Nothing else in this room writes to the database."""

from holdfast.practice.front_door.transitions.asking import ask_agencies, demand_release
from holdfast.practice.front_door.transitions.comparing import (
    look_for_repeats,
    match_child,
    open_child,
    say_same,
)
from holdfast.practice.front_door.transitions.deciding import (
    Letters,
    decide,
    explain_lateness,
    mark_read,
    tell_referrer,
)
from holdfast.practice.front_door.transitions.disagreeing import disagree, go_up, settle
from holdfast.practice.front_door.transitions.receiving import (
    receive,
    receive_public,
    take_batch,
)
from holdfast.practice.front_door.transitions.told import DecisionTold, ReportTold
from holdfast.practice.front_door.transitions.triaging import (
    grade,
    open_again,
    say_basis,
    say_family,
    send_to_strategy,
    send_to_worker,
    withdraw_agreement,
    write_note,
)

__all__ = [
    "DecisionTold",
    "Letters",
    "ReportTold",
    "ask_agencies",
    "decide",
    "demand_release",
    "disagree",
    "explain_lateness",
    "go_up",
    "grade",
    "look_for_repeats",
    "mark_read",
    "match_child",
    "open_again",
    "open_child",
    "receive",
    "receive_public",
    "say_basis",
    "say_family",
    "say_same",
    "send_to_strategy",
    "send_to_worker",
    "settle",
    "take_batch",
    "tell_referrer",
    "withdraw_agreement",
    "write_note",
]
