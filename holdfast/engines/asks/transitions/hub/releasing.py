"""How far a fact may go: its owner marks it, the hub may ask, the owner releases or declines."""

from datetime import date, timedelta

from django.db import transaction

from holdfast.engines.asks.models import Finding, ReleaseAsk
from holdfast.engines.asks.rules.checks import RELEASE_WORDS, Release, is_wider
from holdfast.engines.asks.transitions.hub.moving import Sides, change
from holdfast.engines.notices.transitions import Told, notify
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

SUBJECT = "Holdfast: the hub asks for a release"
Answer = ReleaseAsk.Answer


@transaction.atomic
def mark_fact(finding: Finding, *, release: Release, why: str, by: Post, on: date) -> None:
    """Mark a fact narrower again, for a reason. What has gone out already has gone out."""
    Sides.require_owner(finding.asked, by=by)
    if is_wider(release, finding.release):
        raise NotAllowed("This lets the fact go further. Release it instead.")
    if not why.strip():
        raise NotAllowed("Say why it may go less far than you said before.")
    _mark(finding, release, move="mark_fact", by=by, on=on)


@transaction.atomic
def ask_release(
    finding: Finding,
    *,
    to: Release,
    why: str,
    within_hours: int,
    by: Post,
    on: date,
) -> ReleaseAsk:
    """Ask the owner to let a fact go further, by a minute. Nothing goes before they say so."""
    check = finding.asked
    Sides.require_hub(check, by=by)
    if not is_wider(to, finding.release):
        raise NotAllowed("This fact may go so far already.")
    if not why.strip() or not 1 <= within_hours <= 72:
        raise NotAllowed("Say who needs it and why, and give the owner 1 to 72 hours.")
    if finding.release_asks.filter(answer=Answer.WAITING).exists():
        raise NotAllowed("The owner was asked already and has not answered yet.")
    now = moment.now()
    ask = ReleaseAsk.objects.create(
        finding=finding, to=to.value, why=why.strip(), asked_by=by, asked_at=now,
        due_at=now + timedelta(hours=within_hours),
    )  # fmt: skip
    change(check, move="ask_release", by=by, on=on, note=f"Fact {finding.number}")
    body = "The hub asks you to release a fact. Sign in to Holdfast."
    told = Told(f"release:{ask.pk}:asked", SUBJECT, body, check.asked)
    notify(told, by=by, on=on)
    return ask


@transaction.atomic
def release(finding: Finding, *, by: Post, on: date, to: Release = Release.AGENCIES) -> None:
    """Let a fact go further: one click by its owner. It answers an ask that waits."""
    Sides.require_owner(finding.asked, by=by)
    if not is_wider(to, finding.release):
        raise NotAllowed("This fact may go so far already.")
    _mark(finding, to, move="release", by=by, on=on)
    _answer(finding, Answer.RELEASED, by=by, on=on)


@transaction.atomic
def decline_release(finding: Finding, *, reason: str, by: Post, on: date) -> None:
    """Say that the fact stays in the hub, because."""
    Sides.require_owner(finding.asked, by=by)
    if not reason.strip():
        raise NotAllowed("Say why it stays in the hub. The decision-maker reads your words.")
    if not _answer(finding, Answer.DECLINED, by=by, on=on, reason=reason.strip()):
        raise NotAllowed("No release is asked for, or it was answered already.")
    note = f"Fact {finding.number}: {reason.strip()}"
    change(finding.asked, move="decline_release", by=by, on=on, note=note)


def _mark(finding: Finding, to: Release, *, move: str, by: Post, on: date) -> None:
    before = finding.release
    same = Finding.objects.filter(pk=finding.pk, audience=before.value)
    if not same.update(audience=to.value, marked_by=by, marked_at=moment.now()):
        raise NotAllowed("Somebody else of your agency has just marked this fact. Look again.")
    finding.refresh_from_db()
    note = f"Fact {finding.number}: {RELEASE_WORDS[before]} → {RELEASE_WORDS[to]}"
    change(finding.asked, move=move, by=by, on=on, note=note)


def _answer(finding: Finding, answer: Answer, *, by: Post, on: date, reason: str = "") -> bool:
    waiting = finding.release_asks.filter(answer=Answer.WAITING).select_related("asked_by").first()
    if waiting is None:
        return False
    ReleaseAsk.objects.filter(pk=waiting.pk, answer=Answer.WAITING).update(
        answer=answer, answered_by=by, answered_at=moment.now(), reason=reason
    )
    body = "An owner has answered about a release. Sign in to Holdfast."
    told = Told(f"release:{waiting.pk}:answered", SUBJECT, body, waiting.asked_by)
    notify(told, by=by, on=on)
    return True
