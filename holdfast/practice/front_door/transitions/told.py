"""What the verbs are told: a report as somebody gave it, and a decision as it was typed."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.kernel.directory.models import Post
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door.rules.law import Channel, Decision


@dataclass(frozen=True)
class ReportTold:
    """One report: whom it is about, what the worry is, who tells it and how it came."""

    children: tuple[ChildTold, ...]
    worry: str
    channel: Channel = Channel.FORM
    received_at: datetime | None = None
    told_by: Post | None = None
    referrer: str = ""
    source: str = ""
    public: bool = False
    theirs: str = ""
    wants: str = ""
    safe: str = ""
    address: str = ""
    postcode: str = ""
    told: str = ""
    told_how: str = ""
    why_not_told: str = ""
    agreement: str = ""


@dataclass(frozen=True)
class DecisionTold:
    """What was decided and why. `reason` and `next_step` are what the referrer will read."""

    decision: Decision
    why: str
    basis: str
    told: str
    next_step: str
    reason: str = ""
    told_how: str = ""
    why_not_told: str = ""
    agreement: str = ""
    not_known: str = ""
    level: str = ""
    need: str = ""
    helped: bool = False
