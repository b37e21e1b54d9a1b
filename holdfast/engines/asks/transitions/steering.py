"""What whoever asked does with a return that came: accept, send back, reopen, withdraw."""

from datetime import date

from django.db import transaction

from holdfast.engines.asks.models import Request
from holdfast.engines.asks.transitions.changing import Sides, change
from holdfast.engines.notices.transitions import Told, notify
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

SUBJECT = "Holdfast: a return needs you"


@transaction.atomic
def accept(request: Request, *, by: Post, on: date, seen: int | None = None) -> None:
    """Accept a return as it was sent. It stays readable and exportable for ever."""
    Sides.require_asker(request, by=by)
    change(request, move="accept", by=by, on=on, seen=seen)
    story.close_record(request.record, on=on)


@transaction.atomic
def send_back(
    request: Request, *, words: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Ask for clarification. What was sent stays; the next sending is a version beside it."""
    Sides.require_asker(request, by=by)
    if not words.strip():
        raise NotAllowed("Say what is to be clarified.")
    change(
        request, move="send_back", by=by, on=on, note=words.strip(), seen=seen,
        asked_back=words.strip(),
    )  # fmt: skip
    _tell_lead(request, "back", "A return was sent back with a question.", by=by, on=on)


@transaction.atomic
def reopen(request: Request, *, reason: str, by: Post, on: date, seen: int | None = None) -> None:
    """Open an accepted return again. Its question set's version and its answers stay its own."""
    Sides.require_asker(request, by=by)
    if not reason.strip():
        raise NotAllowed("Say why it is opened again.")
    change(
        request, move="reopen", by=by, on=on, note=reason.strip(), seen=seen,
        asked_back=reason.strip(),
    )  # fmt: skip
    story.reopen_record(request.record)
    _tell_lead(request, "reopened", "A return was opened again.", by=by, on=on)


@transaction.atomic
def withdraw(
    request: Request, *, reason: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Stop asking: the agency was merged or closed. The return is then neither due nor missing."""
    Sides.require_asker(request, by=by)
    if not reason.strip():
        raise NotAllowed("Say why it is withdrawn.")
    change(request, move="withdraw", by=by, on=on, note=reason.strip(), seen=seen,
           asked_back=reason.strip())  # fmt: skip
    story.close_record(request.record, on=on)


def _tell_lead(request: Request, what: str, body: str, *, by: Post, on: date) -> None:
    key = f"asks:{request.record.reference}:{what}:{request.version}"
    told = Told(key=key, subject=SUBJECT, body=f"{body} Sign in to Holdfast.", post=request.lead)
    notify(told, by=by, on=on)
