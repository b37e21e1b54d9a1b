"""Stepping up to the front door and down from it, and nothing is typed a second time."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.models import Child
from holdfast.practice.early_help.models import (
    Agreement,
    Assessment,
    EarlyHelp,
    StepUp,
    referral_of,
)
from holdfast.practice.early_help.rules import referring, words
from holdfast.practice.early_help.transitions import moves
from holdfast.practice.early_help.transitions.opening import offer
from holdfast.practice.early_help.transitions.told import FamilyChildTold, OfferTold
from holdfast.practice.front_door import access as front_door_access
from holdfast.practice.front_door import transitions as front_door
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules.law import Agreement as FamilyAgrees
from holdfast.practice.front_door.rules.law import Decision, Told


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
    contact = front_door.receive(family.record.area, _report(family, told, by=by), by=by, on=on)
    return StepUp.objects.create(
        early_help=family,
        on=on,
        why=why,
        family_told=family_told,
        why_not_told="" if family_told else why_not_told,
        referral=told.as_kept(),
        contact=contact.record,
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


@transaction.atomic
def take_over(contact: Contact, *, reason: words.Reason, by: Post, on: date) -> EarlyHelp:
    """The front door decided for early help: offer it to the family, with all that was told.

    The hub hands it over; the early help team finds it among its families.
    """
    gate.require(by, Can.WORK, contact.record, section=front_door_access.STORY)
    if contact.decision != Decision.EARLY_HELP:
        raise NotAllowed("The front door has not decided for early help here.")
    if EarlyHelp.objects.filter(contact=contact.record).exists():
        raise NotAllowed("Early help has been offered on this contact already.")
    children = contact.children.select_related("child__record")
    told = OfferTold(
        children=tuple(
            FamilyChildTold(
                one.known_as,
                one.told.born_on,
                one.told.school,
                one.child.record if one.child else None,
            )
            for one in children
        ),
        worry=contact.worry,
        reason=reason,
        source=words.Source.FRONT_DOOR,
    )
    return offer(told, area=contact.record.area, by=by, on=on, contact=contact.record)


@transaction.atomic
def step_down(
    children: Sequence[Child],
    *,
    worry: str,
    reason: words.Reason,
    by: Post,
    on: date,
    contact: Record | None = None,
) -> EarlyHelp:
    """Children’s social care ends and early help is offered: the children are those it knows."""
    if not children:
        raise NotAllowed("Name at least one child of the family.")
    for child in children:
        gate.require(by, Can.SEE, child.record)
    told = OfferTold(
        children=tuple(
            FamilyChildTold(one.known_as, one.born_on, one.school, one.record) for one in children
        ),
        worry=worry,
        reason=reason,
        source=words.Source.STEP_DOWN,
    )
    return offer(told, area=children[0].record.area, by=by, on=on, contact=contact)


def _report(family: EarlyHelp, told: referring.Referral, *, by: Post) -> front_door.ReportTold:
    last = family.agreements.last()
    agrees = last is not None and last.said == Agreement.Said.AGREED
    return front_door.ReportTold(
        children=tuple(child.as_child_told() for child in family.children.all()),
        worry=told.in_words(),
        told_by=by,
        source=EARLY_HELP_SOURCE if by.role == Role.EARLY_HELP_WORKER else "",
        told=Told.YES if told.family_told else Told.NO,
        told_how="Early help told them" if told.family_told else "",
        why_not_told=told.why_not_told[:300],
        agreement=FamilyAgrees.GIVEN if agrees else FamilyAgrees.WITHDRAWN,
    )


EARLY_HELP_SOURCE = "5D"
"""Local authority early help, in the CIN census’s list of referral sources (V)."""
