"""How every verb of this room moves: check, change, write down. Nothing half-done is kept."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.kernel.access import moving
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Step
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.rules import states


@transaction.atomic
def move_to(arrangement: Arrangement, move: str, *, by: Post, on: date, **how: Any) -> Step:
    """Move on, if the post may and nobody was there first (see `kernel.access.moving`)."""
    return moving.move_to(
        arrangement, move, table=states.TABLE, by=by, on=on, subjects=["child"], **how
    )


@transaction.atomic
def write_in(
    arrangement: Arrangement,
    move: str,
    *,
    by: Post,
    on: date,
    note: str,
    live: bool = True,
    **how: Any,
) -> Step:
    """Write a step that leaves the state as it is (see `kernel.access.moving`)."""
    how.setdefault("subjects", ["child"])
    if live:
        states.require_live(arrangement.state)
    return moving.write_in(arrangement, move, by=by, on=on, note=note, **how)


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
