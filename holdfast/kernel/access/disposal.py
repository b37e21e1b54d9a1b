"""Taking a record away at the end of its time. Two people do it, and the chain still holds.

What the log said of the record is taken away with it; the salted commitments stay, and an entry
says that a disposal took place. Rooms hand in what erases their own rows.
"""

from collections.abc import Callable

from django.db import connection, transaction

from holdfast.kernel.access import log
from holdfast.kernel.access.models import Disposal, DisposalConfirmed, Entry
from holdfast.kernel.access.triggers import DISPOSABLE
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Hold, Record
from holdfast.kernel.records.moves import NotAllowed

Eraser = Callable[[Record], None]
ERASERS: dict[str, Eraser] = {}


def declare(kind: str, eraser: Eraser) -> None:
    """A room says how its own rows of a record are erased."""
    ERASERS[kind] = eraser


@transaction.atomic
def ask(record: Record, *, why: str, by: Holding) -> Disposal:
    """Ask that a closed record, on which there is no hold, be disposed of."""
    if by.post.role != Role.RECORDS_GUARDIAN:
        raise NotAllowed("Only a records guardian asks for a disposal.")
    if record.closed_on is None:
        raise NotAllowed("This record is open. Close it first.")
    if Hold.objects.filter(record=record, lifted_on__isnull=True).exists():
        raise NotAllowed("There is a hold on this record. It is kept until the hold is lifted.")
    return Disposal.objects.create(
        record_id=record.pk, kind=record.kind, why=why, asked_by=by, **moment.written("asked_at")
    )


def confirm(disposal: Disposal, *, by: Holding) -> DisposalConfirmed:
    """Confirm another's request, and erase the record and what the log said of it."""
    if by.person_id == disposal.asked_by.person_id or by.post_id == disposal.asked_by.post_id:
        raise NotAllowed("A second person must confirm a disposal.")
    if by.post.role not in {Role.RECORDS_GUARDIAN, Role.BOARD_CHAIR}:
        raise NotAllowed("A records guardian or the chair confirms a disposal.")
    record = Record.objects.get(pk=disposal.record_id)
    if Hold.objects.filter(record=record, lifted_on__isnull=True).exists():
        raise NotAllowed("There is a hold on this record. It is kept until the hold is lifted.")
    log.write(
        log.Line(
            what=Entry.What.DISPOSAL,
            page="disposal",
            let_in=True,
            right="two people",
            holding=by,
            post=by.post,
            detail={"disposal": disposal.pk, "kind": disposal.kind},
        )
    )
    with transaction.atomic():
        confirmed = DisposalConfirmed.objects.create(
            disposal=disposal, by=by, **moment.written("at")
        )
        ERASERS.get(record.kind, _nothing_of_its_own)(record)
        _erase(record)
    return confirmed


def _erase(record: Record) -> None:
    erased = dict.fromkeys(("salt", *log.PAYLOAD))
    Entry.objects.filter(record_id=record.pk).update(**erased)
    ends = [table for table, whose in DISPOSABLE.items() if "select" in whose]
    with connection.cursor() as cursor:
        for table in [*ends, *(t for t in DISPOSABLE if t not in ends)]:
            whose = DISPOSABLE[table].replace("old.", f"{table}.")
            cursor.execute(f"delete from {table} where {whose} = %s", [_key(record)])  # noqa: S608
    Hold.objects.filter(record=record).delete()
    record.delete()


def _key(record: Record) -> str:
    return record.pk.hex if connection.vendor == "sqlite" else str(record.pk)


def _nothing_of_its_own(record: Record) -> None:
    """A kind whose room keeps no rows beside the spine."""
