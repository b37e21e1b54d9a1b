"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from holdfast.kernel.access import moving
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Step
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import law, states


@transaction.atomic
def move_to(contact: Contact, move: str, *, by: Post, on: date, **how: Any) -> Step:
    """Move on, if the post may and nobody was there first (see `kernel.access.moving`)."""
    return moving.move_to(
        contact, move, table=states.TABLE, by=by, on=on, subjects=["child-1"], **how
    )


@transaction.atomic
def write_in(contact: Contact, move: str, *, by: Post, on: date, note: str, **how: Any) -> Step:
    """Write a step that leaves the state as it is (see `kernel.access.moving`)."""
    return moving.write_in(contact, move, by=by, on=on, note=note, subjects=["child-1"], **how)


@transaction.atomic
def meet_clock(
    contact: Contact, rule: str, *, about: str = "", by: Post, on: date, at: datetime | None = None
) -> None:
    """Meet the open clock of a rule, in time or late. Being late is a fact, never refused."""
    clock = contact.record.deadlines.running_under(rule, about=about)
    if clock is not None:
        running.meet(clock, on=on, at=at if clock.started_at else None, by=by)


@transaction.atomic
def end_grade_clocks(
    contact: Contact, *, why: str, by: Post, on: date, at: datetime | None = None
) -> None:
    """End the partners' hours: met where `at` says when the decision was made, else stopped."""
    rules = list(law.GRADE_RULE.values())
    for clock in contact.record.deadlines.open().filter(rule_id__in=rules):
        if at is not None:
            running.meet(clock, on=on, at=at, by=by)
        else:
            running.stop_not_required(clock, reason=why, by=by, on=on)
