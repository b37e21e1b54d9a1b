"""Files that are made now and fetched later. Being allowed then is not being allowed now."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.models import Parcel
from holdfast.kernel.access.words import Can, Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.records.models import Record

KEPT = timedelta(days=7)


@transaction.atomic
def make(
    *,
    holding: Holding,
    title: str,
    filename: str,
    content: bytes,
    content_type: str,
    records: Iterable[Record] = (),
    section: str = "",
    manifest: Mapping[str, Any] | None = None,
) -> Parcel:
    """Keep a file for one holder for a week. `filename` and `title` say nothing about anybody.

    `section` is what of the records the file shows; the gate is asked for it again at the door.
    """
    made_from = list(records)
    for record in made_from:
        gate.require(holding.post, Can.SEE, record, section=section)
    return Parcel.objects.create(
        holding=holding,
        title=title,
        filename=filename,
        content=content,
        content_type=content_type,
        records=sorted({str(record.pk) for record in made_from}),
        section=section,
        manifest=dict(manifest or {}),
        expires_at=moment.now() + KEPT,
        **moment.written("made_at"),
    )


def fetch(parcel_id: Any, *, by: Holding) -> Parcel:
    """Return a parcel to its holder, if every record in it is still open to them.

    Raises Refused: another's parcel, an expired one, a holding or a grant that ended since.
    """
    now = moment.now()
    mine = Holding.objects.current(at=now).filter(pk=by.pk)
    parcel = Parcel.objects.filter(pk=parcel_id, holding__in=mine, expires_at__gt=now).first()
    if parcel is None:
        raise Refused("There is no such parcel for this post.")
    made_from = Record.objects.filter(pk__in=parcel.records)
    still = gate.allowed(made_from, to=by.post, section=parcel.section).count()
    if still != len(set(parcel.records)):
        raise Refused("A record in this parcel is no longer open to this post.")
    return parcel


def expired() -> bool:
    return Parcel.objects.filter(expires_at__lte=moment.now()).exists()


@transaction.atomic
def sweep() -> int:
    """Take away every parcel whose week is over. Returns how many there were."""
    return Parcel.objects.filter(expires_at__lte=moment.now()).delete()[0]


@transaction.atomic
def take_away(record: Record) -> None:
    """Take away every parcel made from a record that is being disposed of."""
    made = Parcel.objects.values_list("pk", "records")
    Parcel.objects.filter(pk__in=[pk for pk, of in made if str(record.pk) in of]).delete()
