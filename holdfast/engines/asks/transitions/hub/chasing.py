"""Reminders, and nothing more: the asked post first, then the named manager of its agency."""

from datetime import date

from django.db import transaction

from holdfast.engines.asks.models import Check, ReleaseAsk
from holdfast.engines.asks.rules.checks import CheckState
from holdfast.engines.asks.transitions.hub.moving import Sides, change
from holdfast.engines.notices.transitions import Told, notify
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

SUBJECT = "Holdfast: the hub waits for an answer"
BODY = "The hub waits for an answer from your agency. Sign in to Holdfast."
NO_MANAGER = "No manager is named for this desk. Name one on the page of desks, or ring them."


@transaction.atomic
def remind(check: Check, *, by: Post, on: date) -> bool:
    """Remind the asked post, once an hour at most. Says whether it was new."""
    Sides.require_hub(check, by=by)
    _require_waiting(check)
    now = moment.now()
    key = f"check:{check.record.reference}:remind:{now:%Y-%m-%dT%H}"
    if not notify(Told(key, SUBJECT, BODY, check.asked), by=by, on=on):
        return False
    change(check, move="remind", by=by, on=on, reminded_at=now)
    return True


@transaction.atomic
def escalate(check: Check, *, by: Post, on: date) -> bool:
    """Tell the agency's named manager that its answer is late. They are told so and no more.

    For a refusal too: the manager is asked to look again. Says whether it was new.
    """
    Sides.require_hub(check, by=by)
    late = check.state == CheckState.ASKED and moment.now() > check.due_at
    if not late and check.state != CheckState.REFUSED:
        raise NotAllowed("Nothing is late or refused here, so its manager is not told.")
    if check.manager is None:
        raise NotAllowed(NO_MANAGER)
    key = f"check:{check.record.reference}:manager:{check.state}"
    if not notify(Told(key, SUBJECT, BODY, check.manager), by=by, on=on):
        return False
    change(check, move="escalate", by=by, on=on, note=str(check.manager),
           escalated_at=moment.now())  # fmt: skip
    return True


@transaction.atomic
def escalate_release(ask: ReleaseAsk, *, by: Post, on: date) -> bool:
    """Tell the owner's named manager that a release is waited for. Says whether it was new."""
    check = ask.finding.asked
    Sides.require_hub(check, by=by)
    if ask.answer != ReleaseAsk.Answer.WAITING or moment.now() <= ask.due_at:
        raise NotAllowed("The owner still has time, or has answered.")
    if check.manager is None:
        raise NotAllowed(NO_MANAGER)
    if not notify(Told(f"release:{ask.pk}:manager", SUBJECT, BODY, check.manager), by=by, on=on):
        return False
    ReleaseAsk.objects.filter(pk=ask.pk).update(escalated_at=moment.now())
    change(check, move="escalate_release", by=by, on=on, note=str(check.manager))
    return True


def _require_waiting(check: Check) -> None:
    if check.state != CheckState.ASKED:
        raise NotAllowed("Nothing is waited for on this check.")
