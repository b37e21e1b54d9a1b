"""The verbs of the hub's checks: `from holdfast.engines.asks.transitions import hub`.

Hub: `name_desk`, `ask_agencies` (or `ask_agency`), `remind`, `escalate`, `withdraw`,
`ask_release`, `escalate_release`.
Owner: `reply`, `say_nothing_held`, `refuse`, `mark_fact`, `release`, `decline_release`,
`name_substitute`.
"""

from holdfast.engines.asks.rules.checks import FactTold, Release, Subject
from holdfast.engines.asks.transitions.hub.asking import (
    ask_agencies,
    ask_agency,
    end_desk,
    name_desk,
    name_substitute,
    withdraw,
)
from holdfast.engines.asks.transitions.hub.chasing import escalate, escalate_release, remind
from holdfast.engines.asks.transitions.hub.releasing import (
    ask_release,
    decline_release,
    mark_fact,
    release,
)
from holdfast.engines.asks.transitions.hub.replying import refuse, reply, say_nothing_held

__all__ = [
    "FactTold",
    "Release",
    "Subject",
    "ask_agencies",
    "ask_agency",
    "ask_release",
    "decline_release",
    "end_desk",
    "escalate",
    "escalate_release",
    "mark_fact",
    "name_desk",
    "name_substitute",
    "refuse",
    "release",
    "remind",
    "reply",
    "say_nothing_held",
    "withdraw",
]
