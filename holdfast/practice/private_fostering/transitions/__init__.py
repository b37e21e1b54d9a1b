"""The verbs of this room. Nothing else in it writes to the database."""

from holdfast.practice.private_fostering.transitions.awareness import (
    answer_silence,
    log_activity,
    make_statement,
)
from holdfast.practice.private_fostering.transitions.deciding import (
    allocate,
    decide,
    decide_consent,
    end_appeal,
    find_disqualified,
    lift_requirement,
    record_appeal,
    say_kept,
)
from holdfast.practice.private_fostering.transitions.ending import (
    come_back,
    end,
    find_not_fostering,
)
from holdfast.practice.private_fostering.transitions.giving import give_notice
from holdfast.practice.private_fostering.transitions.home import (
    add_member,
    answer_check,
    ask_check,
    give_support,
    say_member_left,
    speak_with_parent,
    write_entry,
)
from holdfast.practice.private_fostering.transitions.matching import match_child, open_child
from holdfast.practice.private_fostering.transitions.reminding import remind_visit
from holdfast.practice.private_fostering.transitions.telling import notify, take_notice
from holdfast.practice.private_fostering.transitions.told import (
    ChildTold,
    HomeTold,
    NoticeTold,
    VisitTold,
)
from holdfast.practice.private_fostering.transitions.visiting import (
    ask_for_visit,
    explain_lateness,
    record_missed,
    record_visit,
    write_report,
)

__all__ = [
    "ChildTold",
    "HomeTold",
    "NoticeTold",
    "VisitTold",
    "add_member",
    "allocate",
    "answer_check",
    "answer_silence",
    "ask_check",
    "ask_for_visit",
    "come_back",
    "decide",
    "decide_consent",
    "end",
    "end_appeal",
    "explain_lateness",
    "find_disqualified",
    "find_not_fostering",
    "give_notice",
    "give_support",
    "lift_requirement",
    "log_activity",
    "make_statement",
    "match_child",
    "notify",
    "open_child",
    "record_appeal",
    "record_missed",
    "record_visit",
    "remind_visit",
    "say_kept",
    "say_member_left",
    "speak_with_parent",
    "take_notice",
    "write_entry",
    "write_report",
]
