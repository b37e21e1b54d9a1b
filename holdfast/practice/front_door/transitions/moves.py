"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Step
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.front_door.access import STORY
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import law, states


@transaction.atomic
def move_to(
    contact: Contact,
    move: str,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    note: str = "",
    seen: int | None = None,
    **kept: Any,
) -> Step:
    """Move a contact to its next state, if the post may and nobody was there first."""
    gate.require(by, can, contact.record, section=STORY)
    before = contact.state
    after = states.TABLE.target(state=before, move=move)
    version = contact.record.version if seen is None else seen
    story.move_on(contact.record, version=version)
    mine = Contact.objects.filter(pk=contact.pk, state=before)
    if not mine.update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this contact on. Look at it again.")
    contact.refresh_from_db(fields=["state", *kept])
    return story.write_step(
        record=contact.record, move=move, from_state=before, to_state=after, on=on, by=by,
        note=note, subjects=["child-1"],
    )  # fmt: skip


@transaction.atomic
def write_in(
    contact: Contact,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    can: Can = Can.WORK,
    section: str = STORY,
    seen: int | None = None,
    **kept: Any,
) -> Step:
    """Write a step that leaves the state as it is. With `seen`, the second editor is told."""
    gate.require(by, can, contact.record, section=section)
    if seen is not None:
        story.move_on(contact.record, version=seen)
    if kept:
        Contact.objects.filter(pk=contact.pk).update(**kept)
        contact.refresh_from_db(fields=list(kept))
    return story.write_step(
        record=contact.record, section=section, move=move, from_state=contact.state,
        to_state=contact.state, on=on, by=by, note=note, subjects=["child-1"],
    )  # fmt: skip


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
