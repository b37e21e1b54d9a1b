"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from collections.abc import Sequence
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
from holdfast.practice.early_help.access import STORY
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.rules import states


@transaction.atomic
def move_to(
    family: EarlyHelp,
    move: str,
    *,
    by: Post,
    on: date,
    note: str = "",
    seen: int | None = None,
    **kept: Any,
) -> Step:
    """Move a family's early help on, if the post may and nobody was there first.

    `seen` is the version of the record that the editor had on the screen.
    """
    gate.require(by, Can.WORK, family.record, section=STORY)
    states.require_day(offered_on=family.offered_on, on=on)
    before = family.state
    after = states.TABLE.target(state=before, move=move)
    story.move_on(family.record, version=family.record.version if seen is None else seen)
    mine = EarlyHelp.objects.filter(pk=family.pk, state=before)
    if not mine.update(state=after, **kept):
        raise NotAllowed("Somebody else has just moved this on. Look at the family’s page again.")
    family.refresh_from_db(fields=["state", *kept])
    return story.write_step(
        record=family.record,
        move=move,
        from_state=before,
        to_state=after,
        on=on,
        by=by,
        note=note,
    )


@transaction.atomic
def write_in(
    family: EarlyHelp,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    section: str = STORY,
    seen: int | None = None,
    subjects: Sequence[str] = (),
) -> Step:
    """Write a step that leaves the state as it is. With `seen`, the second editor is told."""
    gate.require(by, Can.WORK, family.record, section=section)
    states.require_day(offered_on=family.offered_on, on=on)
    if seen is not None:
        story.move_on(family.record, version=seen)
    return story.write_step(
        record=family.record,
        section=section,
        move=move,
        from_state=family.state,
        to_state=family.state,
        on=on,
        by=by,
        note=note,
        subjects=subjects,
    )


@transaction.atomic
def change(family: EarlyHelp, *, by: Post, on: date, **kept: Any) -> None:
    """Change facts of the family's early help. The caller has asked the gate and writes a step."""
    EarlyHelp.objects.filter(pk=family.pk).update(**kept)
    family.refresh_from_db(fields=list(kept))


@transaction.atomic
def start_clock(family: EarlyHelp, rule: str, *, by: Post, on: date) -> None:
    """Start a local clock, unless it runs already. It is the lead professional's, once named."""
    if family.record.deadlines.running_under(rule) is None:
        whose = family.lead or family.offered_by
        running.start(family.record, rule, on=on, whose_move=whose, by=by)


@transaction.atomic
def meet_clock(family: EarlyHelp, rule: str, *, by: Post, on: date) -> None:
    clock = family.record.deadlines.running_under(rule)
    if clock is not None:
        running.meet(clock, on=max(on, clock.started_on), by=by)


@transaction.atomic
def stop_clocks(family: EarlyHelp, *, why: str, by: Post, on: date) -> None:
    """Stop every clock that still runs: what it waited for is not to come any more."""
    for clock in family.record.deadlines.open():
        running.stop_not_required(clock, reason=why, by=by, on=on)
