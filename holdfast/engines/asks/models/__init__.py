"""What is kept: question sets, rounds, returns, every version of every answer, what was sent."""

from holdfast.engines.asks.models.answers import Addendum, Answer, DelegatedLink, Sending
from holdfast.engines.asks.models.checks import (
    Check,
    CheckQuerySet,
    CheckReply,
    Desk,
    Finding,
    ReleaseAsk,
)
from holdfast.engines.asks.models.listing import listed
from holdfast.engines.asks.models.requests import Author, DueChange, Request
from holdfast.engines.asks.models.rounds import QuestionSet, Round

__all__ = [
    "Addendum",
    "Answer",
    "Author",
    "Check",
    "CheckQuerySet",
    "CheckReply",
    "DelegatedLink",
    "Desk",
    "DueChange",
    "Finding",
    "QuestionSet",
    "ReleaseAsk",
    "Request",
    "Round",
    "Sending",
    "listed",
]
