"""What this room publishes for the children in need census: no names and no references."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from holdfast.practice.enquiries.models import StrategyDiscussion


@dataclass(frozen=True)
class EnquiryRow:
    """One child of one discussion. `s47_on` is the census's actual start date of the enquiry.

    `child` and `key` are opaque, and others in every release. What ends an enquiry (initial
    conference held or not required) is not known to this room yet.
    """

    area: str
    key: str
    child: str
    edition: str
    called_on: date
    held_on: date
    decision: str
    quorate: bool
    s47_on: date | None
    begun_on: date | None


def rows(*, since: date, until: date, release: str) -> Iterator[EnquiryRow]:
    """Yield a row for each child of each discussion held from `since` and before `until`."""
    held = StrategyDiscussion.objects.held_between(since=since, until=until)
    found = held.select_related("record__area").prefetch_related(
        "children__child", "parts__source"
    )
    for one in found.order_by("held_at", "pk"):
        if one.held_at is None:
            continue
        for member in one.children.all():
            yield EnquiryRow(
                area=one.record.area.code,
                key=_opaque(f"{one.record_id}:{member.child_id}", release=release),
                child=_opaque(str(member.child.record_id), release=release),
                edition=one.edition,
                called_on=timezone.localtime(one.called_at).date(),
                held_on=timezone.localtime(one.held_at).date(),
                decision=one.decision,
                quorate=not one.missing,
                s47_on=one.s47_on,
                begun_on=one.begun_on,
            )


def _opaque(what: str, *, release: str) -> str:
    """Return a key that cannot be turned back and cannot be followed into the next release."""
    secret = f"enquiries|{release}|{settings.SECRET_KEY}".encode()
    return hmac.new(secret, what.encode(), hashlib.sha256).hexdigest()[:32]
