"""The verbs of children. Nothing else in this room writes to the database."""

from holdfast.practice.children.transitions.allocating import allocate, end_sharing, share
from holdfast.practice.children.transitions.facts import (
    Corrected,
    add_address,
    add_identifier,
    add_name,
    correct,
    end_marker,
    keep_from,
    mark,
    review_marker,
)
from holdfast.practice.children.transitions.joining import (
    decide_double,
    look_for_doubles,
    merge,
    unmerge,
)
from holdfast.practice.children.transitions.network import (
    add_adult,
    end_tie,
    tie,
    tie_children,
    tie_new_adult,
)
from holdfast.practice.children.transitions.opening import open_child, open_children
from holdfast.practice.children.transitions.restricting import keep_out, restrict
from holdfast.practice.children.transitions.sharing import agree_list, decide_row, take_list

__all__ = [
    "Corrected",
    "add_address",
    "add_adult",
    "add_identifier",
    "add_name",
    "agree_list",
    "allocate",
    "correct",
    "decide_double",
    "decide_row",
    "end_marker",
    "end_sharing",
    "end_tie",
    "keep_from",
    "keep_out",
    "look_for_doubles",
    "mark",
    "merge",
    "open_child",
    "open_children",
    "restrict",
    "review_marker",
    "share",
    "take_list",
    "tie",
    "tie_children",
    "tie_new_adult",
    "unmerge",
]
