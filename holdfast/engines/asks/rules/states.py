"""The life of one return, and the different things that a reply can be."""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, StateTable


class State(StrEnum):
    TO_DO = "to do"
    IN_PROGRESS = "in progress"
    READY = "ready to sign"
    SENT = "sent"
    RETURNED = "returned for clarification"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


class Reply(StrEnum):
    """What was sent. Nil means asked, searched, nothing to report: it is data, not silence."""

    FULL = "full"
    PARTIAL = "partial"
    NIL = "nil"
    REFUSED = "refused"


class WhyLate(StrEnum):
    AUTHOR_LEFT = "the author left"
    SERVICE_MOVED = "the service moved or was reorganised"
    NOBODY_NAMED = "nobody was named to write it"
    SIGNING = "waiting for sign-off"
    DATA = "the figures are not there yet"
    CAPACITY = "not enough time or people"
    OTHER = "another reason"


WRITABLE = frozenset({State.TO_DO, State.IN_PROGRESS, State.RETURNED})
OPEN = WRITABLE | {State.READY}
"""Somebody at the recipient still has to move."""
SENT = frozenset({State.SENT, State.ACCEPTED})

LOCAL = "Local rule of the engine; the states follow section 11 practice read in other boroughs"

TABLE = StateTable(
    start=State.TO_DO.value,
    moves={
        "begin": Move(frozenset({State.TO_DO}), State.IN_PROGRESS, LOCAL),
        "make_ready": Move(WRITABLE, State.READY, LOCAL),
        "take_back": Move(frozenset({State.READY}), State.IN_PROGRESS, LOCAL),
        "send": Move(OPEN, State.SENT, LOCAL),
        "accept": Move(frozenset({State.SENT}), State.ACCEPTED, LOCAL),
        "send_back": Move(frozenset({State.SENT}), State.RETURNED, LOCAL),
        "reopen": Move(frozenset({State.ACCEPTED}), State.IN_PROGRESS, LOCAL),
        "withdraw": Move(OPEN, State.WITHDRAWN, LOCAL),
    },
)
