"""Stepping up to the front door without retyping, and coming back from it."""

from datetime import date

from django.db import transaction

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.models import (
    Agreement,
    Assessment,
    EarlyHelp,
    StepUp,
    referral_of,
)
from holdfast.practice.early_help.transitions import moves


@transaction.atomic
def step_up(
    family: EarlyHelp,
    *,
    why: str,
    family_told: bool,
    why_not_told: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> StepUp:
    """Step up. What the front door needs to know is made from the record: nothing is retyped."""
    if not why.strip():
        raise NotAllowed("Say what makes you think that early help is not enough.")
    if not family_told and not why_not_told.strip():
        raise NotAllowed("Say whether the family knows and, if not, why it is safer so.")
    told = referral_of(family).with_reason(why, family_told=family_told, why_not_told=why_not_told)
    moves.move_to(family, "step_up", by=by, on=on, note=why, seen=seen)
    return StepUp.objects.create(
        early_help=family,
        on=on,
        why=why,
        family_told=family_told,
        why_not_told="" if family_told else why_not_told,
        referral=told.as_kept(),
        by=by,
        **moment.written(),
    )


@transaction.atomic
def come_back(family: EarlyHelp, *, why: str, by: Post, on: date, seen: int | None = None) -> None:
    """The front door decided that early help goes on. Work resumes where it stood."""
    if not why.strip():
        raise NotAllowed("Say what the front door decided.")
    last = family.agreements.last()
    agrees = last is not None and last.said == Agreement.Said.AGREED
    if not agrees:
        move = "offer_again"
    elif Assessment.under_way(family) or not family.assessed_on:
        move = "go_on"
    else:
        move = "go_on_with_plan"
    moves.move_to(family, move, by=by, on=on, note=why, seen=seen)
