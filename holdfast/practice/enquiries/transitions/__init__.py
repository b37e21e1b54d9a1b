"""The verbs of strategy discussions. Nothing else in this room writes to the database."""

from holdfast.practice.enquiries.transitions.calling import (
    call_strategy_discussion,
    cancel,
    invite,
)
from holdfast.practice.enquiries.transitions.holding import (
    PartTold,
    PromiseTold,
    hold,
    say_begun,
    send_round,
)

__all__ = [
    "PartTold",
    "PromiseTold",
    "call_strategy_discussion",
    "cancel",
    "hold",
    "invite",
    "say_begun",
    "send_round",
]
