"""What this room publishes: rows without names or references, and who disagreed, by reason."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef

from holdfast.kernel.clock.models import Deadline
from holdfast.practice.front_door.models import Contact, Disagreement
from holdfast.practice.front_door.rules import law

IN_ONE_GO = 500


@dataclass(frozen=True)
class ContactRow:
    """One contact: who told it, what became of it, how long that took, whether they heard.

    `in_time` is None while no clock of the decision has ended. `referral` is the local reading of
    FD06. `helped` is “threshold not met; help given”. `nfa` is CIN ReferralNFA for a referral.
    """

    area: str
    key: str
    received_on: date
    channel: str
    source: str
    agency: str
    children: int
    grade: str
    decision: str
    flag: str
    need: str
    referral: bool
    nfa: bool
    decided_on: date | None
    took: timedelta | None
    in_time: bool | None
    feedback_due: bool
    feedback_given: bool
    helped: bool
    repeat: bool
    disagreed: bool


@dataclass(frozen=True)
class DisagreementRow:
    """One disagreement: by whom, why, how far it went and how it ended. About no child."""

    area: str
    raised_on: date
    sector: str
    reason: str
    stage: int
    outcome: str
    settled_on: date | None


def contact_rows(*, since: date, until: date, release: str) -> Iterator[ContactRow]:
    """Yield a row for each contact received on or after `since` and before `until`."""
    said = Disagreement.objects.filter(contact=OuterRef("pk"))
    found = Contact.objects.received(since=since, until=until).annotate(disagrees=Exists(said))
    wanted = found.select_related("record__area", "agency").prefetch_related(
        "children", "repeats", "record__deadlines"
    )
    for one in wanted.order_by("received_at", "pk").iterator(chunk_size=IN_ONE_GO):
        yield _row(one, release=release)


def _row(one: Contact, *, release: str) -> ContactRow:
    clocks = [d for d in one.record.deadlines.all() if d.rule_id == law.DECISION]
    decision = law.Decision(one.decision) if one.decision else None
    return ContactRow(
        area=one.record.area.code,
        key=_opaque(str(one.record_id), release=release),
        received_on=one.received_on,
        channel=one.channel,
        source=one.source,
        agency=one.agency.sector if one.agency else "",
        children=len(one.children.all()),
        grade=one.grade,
        decision=one.decision,
        flag=law.CONTACT_FLAGS[decision] if decision else "",
        need=one.need,
        referral=decision in law.REFERRALS,
        nfa=law.nfa(one.decision),
        decided_on=one.decided_on,
        took=one.decided_at - one.received_at if one.decided_at else None,
        in_time=_in_time(clocks),
        feedback_due=one.told_by_id is not None and decision is not None,
        feedback_given=one.heard_at is not None,
        helped=one.helped,
        repeat=any(r.same is not False for r in one.repeats.all()),
        disagreed=one.disagrees,  # type: ignore[attr-defined]
    )


def _in_time(clocks: list[Deadline]) -> bool | None:
    """Say whether the first decision came by its day; nothing while it is still to come."""
    first = min(clocks, key=lambda clock: clock.pk, default=None)
    if first is None or first.met_on is None or first.due_on is None:
        return None
    return first.met_on <= first.due_on


def disagreement_rows(*, since: date, until: date) -> Iterator[DisagreementRow]:
    """Yield the disagreements raised in a period: for the board's figures, by reason."""
    found = Disagreement.objects.filter(raised_on__gte=since, raised_on__lt=until)
    wanted = found.select_related("contact__record__area", "raised_by__agency")
    for one in wanted.order_by("raised_on", "pk"):
        yield DisagreementRow(
            one.contact.record.area.code, one.raised_on, one.raised_by.agency.sector, one.reason,
            one.stage, one.outcome, one.settled_on,
        )  # fmt: skip


def _opaque(record: str, *, release: str) -> str:
    """Return a key that cannot be turned back and cannot be followed into the next release."""
    secret = f"front_door|{release}|{settings.SECRET_KEY}".encode()
    return hmac.new(secret, record.encode(), hashlib.sha256).hexdigest()[:32]
