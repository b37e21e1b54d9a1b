"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import moving
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Step
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.rules import states


@transaction.atomic
def move_to(family: EarlyHelp, move: str, *, by: Post, on: date, **how: Any) -> Step:
    """Move on, if the post may and nobody was there first (see `kernel.access.moving`)."""
    states.require_day(offered_on=family.offered_on, on=on)
    return moving.move_to(family, move, table=states.TABLE, by=by, on=on, **how)


@transaction.atomic
def write_in(family: EarlyHelp, move: str, *, by: Post, on: date, note: str, **how: Any) -> Step:
    """Write a step that leaves the state as it is (see `kernel.access.moving`)."""
    states.require_day(offered_on=family.offered_on, on=on)
    return moving.write_in(family, move, by=by, on=on, note=note, **how)


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
