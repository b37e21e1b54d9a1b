"""What runs by itself: whoever has to move is reminded, and at length their manager is told."""

from contextlib import suppress
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from holdfast.engines.asks import transitions
from holdfast.engines.asks.models import Check, ReleaseAsk, Request
from holdfast.engines.asks.rules import standing
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.records.moves import NotAllowed


def remind_returns(on: date) -> str:
    """
    Remind of every open return whose reminder has come, on behalf of whoever asked.

    14 and 3 days before, on the day, then every week; once each. Where nobody holds the asking
    post nobody can be reminded on its behalf, and the sentence says how many were left.
    """
    reminded = told = left = 0
    found = Request.objects.open().select_related(
        "record", "round__record", "round__asked_by__agency", "lead", "sign_off"
    )
    for request in found.order_by("pk"):
        by = request.round.asked_by
        which = standing.reminder(issued_on=request.round.issued_on, due_on=request.due_on, on=on)
        try:
            reminded += bool(which) and transitions.remind(request, by=by, on=on, which=which)
            if standing.lead_is_told(due_on=request.due_on, on=on):
                told += transitions.escalate(request, words="By itself.", by=by, on=on)
        except (NotAllowed, Refused):
            left += 1
    return f"Reminded {reminded}, told {told} leads, left {left}."


def something_late() -> bool:
    """Say whether a named manager has to be told of a late check or a late release."""
    return _late_checks().exists() or _late_releases().exists()


def chase(on: date) -> str:
    """Tell the named managers of late checks and releases, once each, on behalf of who asked.

    It reminds and does nothing else. A post that nobody holds, or that was shut out, tells no one.
    """
    told = 0
    for check in _late_checks().select_related("record", "about", "manager", "asked_by__agency"):
        with suppress(NotAllowed, Refused):
            told += hub.escalate(check, by=check.asked_by, on=on)
    kept = ("finding__asked__record", "finding__asked__about", "finding__asked__manager")
    for ask in _late_releases().select_related(*kept, "asked_by__agency"):
        with suppress(NotAllowed, Refused):
            told += hub.escalate_release(ask, by=ask.asked_by, on=on)
    return f"Told {told} managers."


def _late_checks() -> QuerySet[Check]:
    held = Holding.objects.current(at=moment.now()).filter(post=OuterRef("asked_by"))
    late = Check.objects.late(at=moment.now()).filter(escalated_at=None, manager__isnull=False)
    return late.filter(Exists(held))


def _late_releases() -> QuerySet[ReleaseAsk]:
    now = moment.now()
    held = Holding.objects.current(at=now).filter(post=OuterRef("asked_by"))
    late = ReleaseAsk.objects.filter(
        Exists(held), answer=ReleaseAsk.Answer.WAITING, due_at__lt=now, escalated_at=None
    )
    return late.filter(finding__asked__manager__isnull=False)
