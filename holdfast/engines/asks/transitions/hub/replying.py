"""What an agency says: what it holds, that it holds nothing, or that it refuses, because."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from holdfast.engines.asks.models import Check, CheckReply, Finding
from holdfast.engines.asks.rules.checks import CheckState, FactTold
from holdfast.engines.asks.transitions.hub.moving import Sides, change
from holdfast.engines.notices.transitions import Told, notify
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def reply(
    check: Check,
    *,
    facts: Sequence[FactTold],
    by: Post,
    on: date,
    words: str = "",
    searched: str = "",
    since: date | None = None,
    until: date | None = None,
    seen: int | None = None,
) -> CheckReply:
    """
    Say what the agency holds, fact by fact, each marked with how far it may go.

    May be said again: a later reply adds facts and takes nothing back.
    """
    Sides.require_owner(check, by=by)
    if not facts or not all(fact.text.strip() for fact in facts):
        raise NotAllowed("Write at least one fact, or say that nothing is held.")
    known = {one.key for one in check.people}
    if any(set(fact.subjects) - known for fact in facts):
        raise NotAllowed("A fact is about somebody who was not asked about.")
    _period(since, until, on=on)
    said = _say(check, "reply", CheckState.ANSWERED, by=by, on=on, seen=seen, words=words.strip(),
                searched=searched.strip(), since=since, until=until)  # fmt: skip
    first, now = check.findings.count() + 1, moment.now()
    Finding.objects.bulk_create(
        _finding(check, number, fact, by=by, on=on, now=now)
        for number, fact in enumerate(facts, first)
    )
    return said


@transaction.atomic
def say_nothing_held(
    check: Check,
    *,
    searched: str,
    since: date | None,
    until: date | None,
    by: Post,
    on: date,
    seen: int | None = None,
) -> CheckReply:
    """Say that nothing is held, what was searched, and for which period. It is an answer."""
    Sides.require_owner(check, by=by)
    if not searched.strip():
        raise NotAllowed("Say what was searched, such as “tenancies, arrears, both names”.")
    if since is None or until is None:
        raise NotAllowed("Say which period was searched, from one day to another.")
    _period(since, until, on=on)
    return _say(check, "say_nothing_held", CheckState.NOTHING_HELD, by=by, on=on, seen=seen,
                searched=searched.strip(), since=since, until=until)  # fmt: skip


@transaction.atomic
def refuse(
    check: Check, *, reason: str, by: Post, on: date, seen: int | None = None
) -> CheckReply:
    """Refuse, because. The reason is shown in the agency's words, with whom the hub asks next."""
    Sides.require_owner(check, by=by)
    if not reason.strip():
        raise NotAllowed("Say why this is refused. The hub reads your words.")
    return _say(check, "refuse", CheckState.REFUSED, by=by, on=on, seen=seen,
                reason=reason.strip())  # fmt: skip


def _say(
    check: Check,
    move: str,
    said: CheckState,
    *,
    by: Post,
    on: date,
    seen: int | None,
    **told: object,
) -> CheckReply:
    now = moment.now()
    change(check, move=move, by=by, on=on, seen=seen, replied_at=check.replied_at or now)
    number = check.replies.count() + 1
    notice = Told(
        key=f"check:{check.record.reference}:reply:{number}",
        subject="Holdfast: the hub was answered",
        body="An agency has answered. Sign in to Holdfast.",
        post=check.asked_by,
    )
    notify(notice, by=by, on=on)
    return CheckReply.objects.create(
        asked=check, number=number, said=said.value, by=by, at=now, **told, **moment.written()
    )


def _finding(
    check: Check, number: int, fact: FactTold, *, by: Post, on: date, now: datetime
) -> Finding:
    return Finding(
        asked=check, number=number, text=fact.text.strip(), subjects=list(fact.subjects),
        source=by.agency, audience=fact.release.value, marked_by=by, marked_at=now, by=by,
        said_on=on,
        sensitivity=(Sensitivity.THIRD_PARTY if fact.third_party else Sensitivity.PERSONAL).value,
    )  # fmt: skip


def _period(since: date | None, until: date | None, *, on: date) -> None:
    if since and until and since > until:
        raise NotAllowed("The period that was searched ends before it begins.")
    if until and until > on:
        raise NotAllowed("The period that was searched cannot end after today.")
