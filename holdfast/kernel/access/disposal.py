"""Taking a record away at the end of its time. Two people do it, and the chain still holds.

What the log said of the record is taken away with it; the salted commitments stay, and an entry
of the disposal numbers the entries that it emptied, so that `chain` knows them from forgery. What
hangs on the record goes with it, whatever the room: there is no list of tables to forget one in.
"""

from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from holdfast.kernel.access import gate, log, parcels
from holdfast.kernel.access.models import Disposal, DisposalConfirmed, Entry
from holdfast.kernel.access.words import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Hold, Record
from holdfast.kernel.records.moves import NotAllowed

CONFIRMERS = {Role.RECORDS_GUARDIAN, Role.BOARD_CHAIR}


@transaction.atomic
def ask(record: Record, *, why: str, by: Holding) -> Disposal:
    """Ask that a closed record, on which there is no hold, be disposed of.

    A records guardian asks; for a sealed record only whoever decides in its own circle.
    """
    if record.sealed:
        gate.require_at_home(by.post, Can.DECIDE, record)
    elif by.post.role != Role.RECORDS_GUARDIAN:
        raise NotAllowed("Only a records guardian asks for a disposal.")
    if not why.strip():
        raise NotAllowed("Say why this record is to go: which time has run out.")
    _require_disposable(record)
    if Disposal.objects.filter(record_id=record.pk).exists():
        raise NotAllowed("This disposal has been asked for already.")
    return Disposal.objects.create(
        record_id=record.pk, kind=record.kind, why=why, asked_by=by, **moment.written("asked_at")
    )


def confirm(disposal: Disposal, *, by: Holding) -> DisposalConfirmed:
    """Confirm another's request, and erase the record and what the log said of it."""
    if by.person_id == disposal.asked_by.person_id or by.post_id == disposal.asked_by.post_id:
        raise NotAllowed("A second person must confirm a disposal.")
    record = Record.objects.filter(pk=disposal.record_id).first()
    if record is None or DisposalConfirmed.objects.filter(disposal=disposal).exists():
        raise NotAllowed("This record has been disposed of already.")
    if record.sealed:
        gate.require_at_home(by.post, Can.WORK, record)
    elif by.post.role not in CONFIRMERS:
        raise NotAllowed("A records guardian or the chair confirms a disposal.")
    _require_disposable(record)
    said = list(
        Entry.objects.filter(record_id=record.pk).order_by("pk").values_list("pk", flat=True)
    )
    log.write(
        log.Line(
            what=Entry.What.DISPOSAL,
            page="disposal",
            let_in=True,
            right="two people",
            holding=by,
            post=by.post,
            detail={"disposal": disposal.pk, "kind": disposal.kind, "emptied": said},
        )
    )
    return _dispose(record, disposal, said, by)


@transaction.atomic
def _dispose(
    record: Record, disposal: Disposal, said: list[int], by: Holding
) -> DisposalConfirmed:
    confirmed = DisposalConfirmed.objects.create(disposal=disposal, by=by, **moment.written("at"))
    parcels.take_away(record)
    Entry.objects.filter(pk__in=said).update(**dict.fromkeys(("salt", *log.PAYLOAD)))
    _erase(Record.objects.filter(pk=record.pk))
    return confirmed


def _require_disposable(record: Record) -> None:
    if record.closed_on is None:
        raise NotAllowed("This record is open. Close it first.")
    if Hold.objects.filter(record=record, lifted_on__isnull=True).exists():
        raise NotAllowed("There is a hold on this record. It is kept until the hold is lifted.")


def _erase(rows: QuerySet[Any]) -> None:
    """Delete rows and, before them, every row in any table that hangs on them."""
    keys = list(rows.values_list("pk", flat=True))
    if not keys:
        return
    for child, field in _hanging_on(rows.model):
        _erase(child._base_manager.filter(**{f"{field}__in": keys}))
    rows.model._base_manager.filter(pk__in=keys).delete()


def _hanging_on(model: type[Model]) -> list[tuple[type[Model], str]]:
    """Return every model with a key to this one, named backwards or not, and the key's name."""
    back = [f for f in model._meta.get_fields(include_hidden=True) if f.auto_created]
    keys = [f for f in back if f.one_to_many or f.one_to_one]
    return [(f.related_model, f.field.name) for f in keys if not f.concrete]  # type: ignore[union-attr,misc]
