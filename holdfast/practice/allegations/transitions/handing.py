"""Handing over to a neighbouring LADO: nothing is seen until the offer is taken."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import ACTIONS, MEETING, STORY, UPDATES
from holdfast.practice.allegations.models import Allegation, Transfer
from holdfast.practice.allegations.rules import letters
from holdfast.practice.allegations.transitions import circle, moves

HANDED_DAYS = 730


@transaction.atomic
def offer_transfer(
    allegation: Allegation,
    *,
    to: Post,
    reason: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Transfer:
    """Offer the case to another area's LADO. The reason is read before entry: no names in it."""
    gate.require(by, Can.DECIDE, allegation.record, section=STORY)
    if to.role != Role.LADO or to.agency.area_id == allegation.record.area_id:
        raise NotAllowed("Offer it to the LADO of another area.")
    found = letters.leaks(reason, own="", secrets=[allegation.secret()])
    if found:
        raise NotAllowed("The reason is read before the record is opened: take the names out.")
    if allegation.transfers.filter(accepted_on=None, withdrawn_on=None).exists():
        raise NotAllowed("An offer is open already. Withdraw it before you make another.")
    note = f"Offered to {to.title}, {to.agency.name}: {reason}"
    moves.write_in(
        allegation, "offer_transfer", can=Can.DECIDE, by=by, on=on, note=note, seen=seen
    )
    return Transfer.objects.create(
        allegation=allegation, to=to, reason=reason, offered_on=on, offered_by=by
    )


@transaction.atomic
def accept_transfer(transfer: Transfer, *, by: Post, on: date) -> None:
    """Take the case: only now is the neighbour's post let in, by grant and membership."""
    if transfer.to_id != by.pk:
        raise gate.Refused("This offer is to another post.")
    taken = Transfer.objects.filter(pk=transfer.pk, accepted_on=None, withdrawn_on=None)
    if not taken.update(accepted_on=on):
        raise NotAllowed("This offer is no longer open. Ring the LADO who made it.")
    grant = circle.let_in(
        transfer.allegation,
        post=by,
        sections=[STORY, MEETING, UPDATES, ACTIONS],
        purpose="Case handed over to the neighbouring LADO",
        days=HANDED_DAYS,
        may_add=True,
        by=transfer.offered_by,
        on=on,
    )
    Transfer.objects.filter(pk=transfer.pk).update(grant=grant)
    moves.write_in(transfer.allegation, "accept_transfer", by=by, on=on, note="Taken over.")


@transaction.atomic
def withdraw_transfer(
    transfer: Transfer, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Take an offer back before it is accepted. Who was offered the case saw nothing of it."""
    gate.require(by, Can.DECIDE, transfer.allegation.record, section=STORY)
    if not why.strip():
        raise NotAllowed("Say why the offer is taken back.")
    opened = Transfer.objects.filter(pk=transfer.pk, accepted_on=None, withdrawn_on=None)
    if not opened.update(withdrawn_on=on):
        raise NotAllowed("This offer was taken or withdrawn already.")
    note = f"Offer to {transfer.to.title}, {transfer.to.agency.name}, withdrawn: {why}"
    moves.write_in(
        transfer.allegation,
        "withdraw_transfer",
        can=Can.DECIDE,
        by=by,
        on=on,
        note=note,
        seen=seen,
    )
