"""Each return's clock: revised dates, why it is late, reminders, the seat's lead told."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.engines.asks.models import Author, DueChange, Request
from holdfast.engines.asks.rules.states import OPEN, WhyLate
from holdfast.engines.asks.transitions.changing import Sides, change
from holdfast.engines.notices.transitions import Told, notify_all
from holdfast.kernel.actions.tracker.writing import same_hands
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

SUBJECT = "Holdfast: a return is due"


@transaction.atomic
def ask_more_time(request: Request, *, new_on: date, reason: str, by: Post, on: date) -> DueChange:
    """Ask for a revised date. The old one stands until whoever asked answers."""
    Sides.require_author(request, by=by)
    _require_ahead(request, new_on, reason, on)
    if request.due_changes.filter(answer=DueChange.Answer.ASKED).exists():
        raise NotAllowed("A revised date is waiting for an answer already.")
    change(request, move="ask_more_time", by=by, on=on, note=f"{new_on:%-d %B %Y}: {reason}")
    return DueChange.objects.create(
        request=request,
        old_on=request.due_on,
        new_on=new_on,
        reason=reason.strip(),
        asked_by=by,
        asked_on=on,
        **moment.written(),
    )


@transaction.atomic
def answer_more_time(waiting: DueChange, *, approve: bool, by: Post, on: date) -> None:
    """Approve a revised date, or let the date stand. Nobody answers what they asked themselves."""
    request = waiting.request
    Sides.require_asker(request, by=by)
    if waiting.asked_by is not None and same_hands(waiting.asked_by, by):
        raise NotAllowed("Whoever asks for a revised date does not answer. Somebody else has to.")
    said = DueChange.Answer.APPROVED if approve else DueChange.Answer.DECLINED
    still = DueChange.objects.filter(pk=waiting.pk, answer=DueChange.Answer.ASKED)
    if not still.update(answer=said, answered_by=by, answered_on=on):
        raise NotAllowed("This revised date has been answered already.")
    waiting.refresh_from_db()
    due_on = waiting.new_on if approve else request.due_on
    move = "approve_more_time" if approve else "decline_more_time"
    change(request, move=move, by=by, on=on, note=str(waiting), due_on=due_on)


@transaction.atomic
def extend(
    request: Request, *, new_on: date, reason: str, by: Post, on: date, seen: int | None = None
) -> DueChange:
    """Give a revised date without being asked. It counts as moved, and keeps its reason."""
    Sides.require_asker(request, by=by)
    _require_ahead(request, new_on, reason, on)
    old_on = request.due_on
    change(
        request, move="extend", by=by, on=on, note=f"{new_on:%-d %B %Y}: {reason}", seen=seen,
        due_on=new_on,
    )  # fmt: skip
    return DueChange.objects.create(
        request=request,
        old_on=old_on,
        new_on=new_on,
        reason=reason.strip(),
        answer=DueChange.Answer.APPROVED,
        asked_on=on,
        answered_by=by,
        answered_on=on,
        **moment.written(),
    )


@transaction.atomic
def say_why_late(
    request: Request, *, why: WhyLate, words: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Say why a return is late. Either side may, and the other reads it."""
    if by.agency_id == request.record.owner_id:
        Sides.require_author(request, by=by)
    else:
        Sides.require_asker(request, by=by)
    change(
        request, move="say_why_late", by=by, on=on, note=f"{why.value}. {words}".strip(),
        seen=seen, why_late=why.value, why_late_words=words.strip(),
    )  # fmt: skip


@transaction.atomic
def remind(request: Request, *, by: Post, on: date, which: str = "") -> bool:
    """
    Remind whoever has to move, once for each `which` and due day. Says whether it was new.

    A reminder by hand is once a day. One that was sent or withdrawn is not reminded of.
    """
    Sides.require_asker(request, by=by)
    if request.state not in OPEN:
        raise NotAllowed("Nothing is waited for on this return.")
    key = f"asks:{request.record.reference}:{request.due_on}:{which or f'by hand {on}'}"
    signer = request.sign_off if request.ready_by_id else None
    told = [Told(key, SUBJECT, _words(request, on=on), signer or request.lead)]
    if signer is None:
        told += [replace(told[0], key=f"{key}:{one.pk}", post=one) for one in _stand_ins(request)]
    if not notify_all(told, by=by, on=on):
        return False
    change(request, move="remind", by=by, on=on, note=which, reminded_on=on,
           reminded=F("reminded") + 1)  # fmt: skip
    return True


@transaction.atomic
def escalate(request: Request, *, words: str, by: Post, on: date) -> int:
    """Tell the seat's lead at the agency that its return is late. Returns how many were told."""
    Sides.require_asker(request, by=by)
    seats = Post.objects.filter(agency=request.record.owner_id, role=Role.BOARD_MEMBER)
    leads = {post.pk: post for post in seats} | (
        {request.sign_off.pk: request.sign_off} if request.sign_off else {}
    )
    leads.pop(request.lead_id, None)
    told = [
        Told(
            key=f"asks:{request.record.reference}:{request.due_on}:lead:{post.pk}",
            subject=SUBJECT,
            body=_words(request, on=on),
            post=post,
        )
        for post in leads.values()
    ]
    new = notify_all(told, by=by, on=on)
    if new:
        change(request, move="escalate", by=by, on=on, note=words.strip())
    return new


def _stand_ins(request: Request) -> list[Post]:
    """Return the substitutes on the team: whoever stands in for the lead is reminded as well."""
    team = request.authors.filter(part=Author.Part.SUBSTITUTE, until=None).exclude(
        post=request.lead_id
    )
    return [one.post for one in team.select_related("post")]


def _require_ahead(request: Request, new_on: date, reason: str, on: date) -> None:
    if not reason.strip():
        raise NotAllowed("A revised date needs a reason.")
    if request.state not in OPEN:
        raise NotAllowed("Nothing is waited for on this return, so its date stays.")
    if new_on < on:
        raise NotAllowed(f"{new_on:%-d %B %Y} has passed already. Give a date that is ahead.")


def _words(request: Request, *, on: date) -> str:
    due = f"{request.due_on:%-d %B %Y}"
    if request.due_on < on:
        return f"A return was due on {due} and has not come. Sign in to Holdfast."
    return f"A return is due on {due}. Sign in to Holdfast."
