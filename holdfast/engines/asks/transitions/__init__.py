"""The verbs of information requests, for the rooms above. Everything else here reads.

Asker: `frame` what is asked, `issue` it, then `remind`, `extend`, `answer_more_time`, `reassign`,
`escalate`, `accept`, `send_back`, `reopen`, `withdraw`.
Recipient: `name_author`, `answer`, `confirm`, `delegate`, `ask_more_time`, `say_why_late`,
`make_ready`, `send` (or `send_nil`, `refuse`), `add_addendum`.
"""

from holdfast.engines.asks.transitions.carrying import carry_forward
from holdfast.engines.asks.transitions.clocks import (
    answer_more_time,
    ask_more_time,
    escalate,
    extend,
    remind,
    say_why_late,
)
from holdfast.engines.asks.transitions.framing import Recipient, frame, issue
from holdfast.engines.asks.transitions.links import delegate, hand_in, revoke
from holdfast.engines.asks.transitions.sending import (
    add_addendum,
    make_ready,
    refuse,
    send,
    send_nil,
    take_back,
)
from holdfast.engines.asks.transitions.steering import accept, reopen, send_back, withdraw
from holdfast.engines.asks.transitions.team import (
    drop_author,
    name_author,
    name_sign_off,
    reassign,
)
from holdfast.engines.asks.transitions.writing import (
    Saved,
    answer,
    answer_by_link,
    attach,
    confirm,
)

__all__ = [
    "Recipient",
    "Saved",
    "accept",
    "add_addendum",
    "answer",
    "answer_by_link",
    "answer_more_time",
    "ask_more_time",
    "attach",
    "carry_forward",
    "confirm",
    "delegate",
    "drop_author",
    "escalate",
    "extend",
    "frame",
    "hand_in",
    "issue",
    "make_ready",
    "name_author",
    "name_sign_off",
    "reassign",
    "refuse",
    "remind",
    "reopen",
    "revoke",
    "say_why_late",
    "send",
    "send_back",
    "send_nil",
    "take_back",
    "withdraw",
]
