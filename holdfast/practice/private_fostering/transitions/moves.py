"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Step
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.access import STORY
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.rules import states


@transaction.atomic
def move_to(
    arrangement: Arrangement,
    move: str,
    *,
    by: Post,
    on: date,
    can: Can = Can.WORK,
    note: str = "",
    seen: int | None = None,
    **kept: Any,
) -> Step:
    """Move an arrangement to its next state, if the post may and nobody was there first."""
    gate.require(by, can, arrangement.record, section=STORY)
    before = arrangement.state
    after = states.TABLE.target(state=before, move=move)
    version = arrangement.record.version if seen is None else seen
    story.move_on(arrangement.record, version=version)
    mine = Arrangement.objects.filter(pk=arrangement.pk, state=before)
    if not mine.update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this arrangement on. Look at it again.")
    arrangement.refresh_from_db(fields=["state", *kept])
    return story.write_step(
        record=arrangement.record,
        move=move,
        from_state=before,
        to_state=after,
        on=on,
        by=by,
        note=note,
        subjects=["child"],
    )


@transaction.atomic
def write_in(
    arrangement: Arrangement,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    can: Can = Can.WORK,
    seen: int | None = None,
    live: bool = True,
    subjects: tuple[str, ...] = ("child",),
    **kept: Any,
) -> Step:
    """Write a step that leaves the state as it is. With `seen`, the second editor is told."""
    gate.require(by, can, arrangement.record, section=STORY)
    if live:
        states.require_live(arrangement.state)
    if seen is not None:
        story.move_on(arrangement.record, version=seen)
    if kept:
        Arrangement.objects.filter(pk=arrangement.pk).update(**kept)
        arrangement.refresh_from_db(fields=list(kept))
    return story.write_step(
        record=arrangement.record,
        move=move,
        from_state=arrangement.state,
        to_state=arrangement.state,
        on=on,
        by=by,
        note=note,
        subjects=list(subjects),
    )


@transaction.atomic
def start_clock(
    arrangement: Arrangement, rule: str, *, about: str = "", by: Post, on: date, whose: Post | str
) -> None:
    """Start a clock, unless one of its rule runs already."""
    if arrangement.record.deadlines.running_under(rule, about=about) is None:
        running.start(arrangement.record, rule, on=on, whose_move=whose, by=by, about=about)


@transaction.atomic
def meet_clocks(
    arrangement: Arrangement, *rules: str, about: str = "", by: Post, on: date
) -> None:
    """Meet every open clock under these rules that had started by that day."""
    open_ = arrangement.record.deadlines.open().filter(rule_id__in=rules, about=about)
    for clock in open_.filter(started_on__lte=on).order_by("pk"):
        running.meet(clock, on=on, by=by)


@transaction.atomic
def stop_clocks(arrangement: Arrangement, *, reason: str, by: Post, on: date) -> None:
    """Stop what is no longer owed. The clocks stay on the record."""
    for clock in arrangement.record.deadlines.open().order_by("pk"):
        running.stop_not_required(clock, reason=reason, by=by, on=on)
