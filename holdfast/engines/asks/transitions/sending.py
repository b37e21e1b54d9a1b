"""Make a return ready, sign and send it, add to it after."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from holdfast.engines.asks.models import Addendum, Answer, Request, Sending
from holdfast.engines.asks.rules import questions as rules
from holdfast.engines.asks.rules.sendable import Given, problems
from holdfast.engines.asks.rules.states import SENT, Reply, State
from holdfast.engines.asks.transitions.changing import Sides, change
from holdfast.kernel.actions.tracker.writing import same_hands
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def make_ready(
    request: Request,
    *,
    by: Post,
    on: date,
    reply: Reply = Reply.FULL,
    words: str = "",
    seen: int | None = None,
) -> None:
    """Offer a return for sign-off, as what it will be sent as. It is closed to writing."""
    Sides.require_author(request, by=by)
    if request.sign_off is None:
        raise NotAllowed("Nobody is named to sign this return. Name a post, or send it yourself.")
    _require_sendable(request, reply, words)
    change(
        request, move="make_ready", by=by, on=on, seen=seen,
        ready_by=by, offered=reply.value, offered_words=words.strip(),
    )  # fmt: skip


@transaction.atomic
def take_back(request: Request, *, by: Post, on: date, seen: int | None = None) -> None:
    """Open a return for writing again before it is signed."""
    Sides.require_author(request, by=by)
    change(request, move="take_back", by=by, on=on, seen=seen, ready_by=None)


@transaction.atomic
def send(
    request: Request,
    *,
    by: Post,
    on: date,
    reply: Reply | None = None,
    words: str = "",
    seen: int | None = None,
) -> Sending:
    """
    Send a return, full or in part, nil or refused, frozen with the questions that it answers.

    Where somebody signs it off, they send it, and never what they made ready themselves. `reply`
    and `words` are then what was made ready unless given. Raises NotAllowed with what is missing.
    """
    Sides.require_author(request, by=by)
    _require_signed(request, by=by)
    kind = reply or Reply(request.offered or Reply.FULL)
    said = words.strip() or (request.offered_words if request.state == State.READY else "")
    answers = _require_sendable(request, kind, said)
    content = _frozen(request, answers if kind in (Reply.FULL, Reply.PARTIAL) else [])
    prepared = request.ready_by
    note = f"{kind.value} return. {said}".strip()
    change(
        request, move="send", by=by, on=on, note=note, seen=seen, ready_by=None,
        offered="", offered_words="", asked_back="",
    )  # fmt: skip
    return Sending.objects.create(
        request=request,
        number=request.sendings.count() + 1,
        reply=kind.value,
        words=said,
        content=content,
        digest=hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest(),
        due_on=request.due_on,
        sent_on=on,
        sent_by=by,
        prepared_by=prepared,
        **moment.written(),
    )


@transaction.atomic
def send_nil(request: Request, *, searched: str, by: Post, on: date) -> Sending:
    """Say that there is nothing to report. `searched` says who searched what."""
    return send(request, reply=Reply.NIL, words=searched, by=by, on=on)


@transaction.atomic
def refuse(request: Request, *, reason: str, by: Post, on: date) -> Sending:
    """Refuse with a reason. It is shown as an answer, and never counted as a return."""
    return send(request, reply=Reply.REFUSED, words=reason, by=by, on=on)


@transaction.atomic
def add_addendum(request: Request, *, text: str, by: Post, on: date) -> Addendum:
    """Add to a return after it was sent, under today's date. What was sent stays as it is."""
    Sides.require_author(request, by=by)
    if request.state not in SENT:
        raise NotAllowed("This return is still open. Write in its sections instead.")
    if not text.strip():
        raise NotAllowed("Say what is to be added.")
    story.write_step(record=request.record, move="add_addendum", by=by, on=on)
    return Addendum.objects.create(
        request=request, text=text.strip(), by=by, on=on, **moment.written()
    )


def _require_signed(request: Request, *, by: Post) -> None:
    if request.sign_off is None:
        if request.round.needs_sign_off:
            raise NotAllowed("This return needs a sign-off. Name the post that signs it.")
        return
    if request.state != State.READY or request.ready_by is None:
        raise NotAllowed(f"{request.sign_off.title} signs this return. Make it ready to sign.")
    if by != request.sign_off:
        raise NotAllowed(f"Only {request.sign_off.title} signs this return.")
    if same_hands(request.ready_by, by):
        raise NotAllowed("Whoever made it ready does not sign it. Ask another author to.")


def _require_sendable(request: Request, reply: Reply, words: str) -> list[Answer]:
    """Return the answers that go, or say what is missing."""
    current = list(request.answers.current().select_related("file", "by", "link"))
    given = {a.question: Given(a.value, carried=a.carried) for a in current}
    wrong = problems(request.round.question_set.questions, given, reply=reply, words=words)
    if wrong:
        more = f" And {len(wrong) - 3} more." if len(wrong) > 3 else ""
        raise NotAllowed(" ".join(wrong[:3]) + more)
    return [a for a in current if not a.carried and not a.value.empty]


def _frozen(request: Request, answers: Iterable[Answer]) -> dict[str, Any]:
    """Return answers and questions as they stand, in plain values that JSON keeps."""
    used = request.round.question_set
    return {
        "set": {"purpose": used.purpose, "version": used.version, "title": used.title},
        "questions": rules.as_json(used.questions),
        "answers": {answer.question: _plain(answer) for answer in answers},
    }


def _exact(number: Decimal | None) -> str | None:
    """Return a number as both databases would give it back: no noughts behind it."""
    return None if number is None else f"{number.normalize():f}"


def _plain(answer: Answer) -> dict[str, Any]:
    return {
        "version": answer.version,
        "typed": answer.typed,
        "typed_of": answer.typed_of,
        "number": _exact(answer.number),
        "of": _exact(answer.of),
        "day": answer.day.isoformat() if answer.day else None,
        "absent": answer.absent,
        "problem": answer.problem,
        "file": answer.file.pk if answer.file else None,
        "first_said_on": answer.first_said_on.isoformat(),
        "by": answer.by.title,
        "by_link": answer.link.for_whom if answer.link else "",
    }
