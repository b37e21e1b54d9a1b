"""What this room publishes: rows without names or references, and awareness work by setting."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Prefetch, Q

from holdfast.kernel.clock.models import Deadline
from holdfast.practice.private_fostering.models import (
    Activity,
    Arrangement,
    Decision,
    Disqualification,
    Visit,
)
from holdfast.practice.private_fostering.models.arrangement import visit_clocks
from holdfast.practice.private_fostering.rules import states, visiting
from holdfast.practice.private_fostering.rules.figures import (
    Figures,
    Row,
    figures,
    year_bounds,
)

__all__ = ["AwarenessRow", "Figures", "Row", "awareness_rows", "figures", "of_year", "rows"]

IN_ONE_GO = 500


@dataclass(frozen=True)
class AwarenessRow:
    """One piece of awareness work. `reached` is None where nobody counted."""

    area: str
    on: date
    setting: str
    kind: str
    reached: int | None


def rows(*, since: date, until: date, at: date, release: str) -> Iterator[Row]:
    """Yield a row for each arrangement known on or after `since` and before `until`.

    Rows are for insight inside the product, and for the room's own figures: small counts of them
    are suppressed before they go further. A visit counts as due once its day has come by `at`.
    """
    still = Q(ended_on__isnull=True) | Q(ended_on__gte=since) | Q(aware_on__gte=since)
    found = Arrangement.objects.filter(still, aware_on__lt=until)
    wanted = found.select_related("record__area").prefetch_related(
        Prefetch("record__deadlines", queryset=Deadline.objects.order_by("pk")),
        Prefetch("visits", queryset=Visit.objects.filter(counts=True).order_by("on", "pk")),
        Prefetch("decisions", queryset=Decision.objects.order_by("number")),
        Prefetch("members__disqualifications", queryset=Disqualification.objects.order_by("pk")),
    )
    for one in wanted.order_by("aware_on", "pk").iterator(chunk_size=IN_ONE_GO):
        yield _row(one, at=at, release=release)


def _row(one: Arrangement, *, at: date, release: str) -> Row:
    clocks = visit_clocks(one)
    first = next((c for c in clocks if c.rule in visiting.FIRST), None)
    due = [c for c in clocks if visiting.was_due(c, at=at)]
    visits, decisions = list(one.visits.all()), list(one.decisions.all())
    return Row(
        area=one.record.area.code,
        key=_opaque(str(one.record_id), release=release),
        told_on=one.aware_on,
        kind=one.notice_kind,
        told_by=one.told_by,
        circumstance=one.circumstance,
        disabled=one.disabled,
        starts_on=one.starts_on,
        first_due_on=first.due_on if first else None,
        first_visit_on=visits[0].on if visits else None,
        visits_due=len(due),
        visits_on_time=sum(c.on_time(at=at) for c in due),
        seen_alone_last=visits[-1].alone if visits else None,
        decision=decisions[-1].decision if decisions else "",
        decided_on=decisions[-1].on if decisions else None,
        disqualified=any(m.disqualifications.all() for m in one.members.all()),
        not_fostering=one.state == states.State.NOT_FOSTERING,
        ended_on=one.ended_on,
    )


def of_year(year: str, *, at: date) -> Figures:
    """Return a financial year's figures as they stood at its end, or stand now while it runs."""
    since, until = year_bounds(year)
    seen = min(at, until - timedelta(days=1))
    found = rows(since=since, until=until, at=seen, release=f"figures-{year}")
    return figures(found, since=since, until=until, at=seen)


def awareness_rows(*, since: date, until: date) -> Iterator[AwarenessRow]:
    """Yield the awareness work of a period, about no child."""
    done = Activity.objects.filter(on__gte=since, on__lt=until).select_related("area")
    for one in done.order_by("on", "pk"):
        yield AwarenessRow(one.area.code, one.on, one.setting, one.kind, one.reached)


def _opaque(record: str, *, release: str) -> str:
    """Return a key that cannot be turned back and cannot be followed into the next release."""
    secret = f"private_fostering|{release}|{settings.SECRET_KEY}".encode()
    return hmac.new(secret, record.encode(), hashlib.sha256).hexdigest()[:32]
