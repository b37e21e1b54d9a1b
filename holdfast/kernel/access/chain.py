"""Tying the access log together in batches, and finding the first link that does not hold.

Readers never queue: an entry is only inserted. A minute job (`holdfast seal-log`), the check
itself and a clean shutdown tie what is pending to what came before. Each seal's digest is also
written to an anchor file outside the database, so a tail that was cut off is missed. The line is
in the anchor before the seal is committed: a seal without its line cannot be.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from holdfast.kernel.access import anchor, log
from holdfast.kernel.access.models import Entry, Link, Seal
from holdfast.kernel.directory import moment

START = "0" * 64
BATCH = 5000


@dataclass(frozen=True)
class Check:
    """What checking the chain found. `broken` is empty when the log is whole."""

    entries: int
    seals: int
    erased: int
    broken: str = ""


def pending() -> int:
    """Return how many entries no seal holds yet."""
    return _unsealed().count()


def seal_pending() -> Seal | None:
    """Tie every entry that no seal holds to the last seal, and write the anchor."""
    with transaction.atomic(durable=True):
        _one_at_a_time()
        entries = list(_unsealed().order_by("pk"))
        if not entries:
            return None
        before = Seal.objects.order_by("-pk").first()
        seal = Seal.objects.create(
            digest=_digest(before.digest if before else START, entries),
            first_entry=entries[0].pk,
            last_entry=entries[-1].pk,
            entries=len(entries),
            **moment.written("sealed_at"),
        )
        Link.objects.bulk_create(
            [Link(entry=entry.pk, seal=seal) for entry in entries], batch_size=BATCH
        )
        anchor.add(seal.pk, seal.digest)
    return seal


def verify() -> Check:
    """Seal what is pending, read the whole log again and return the first thing that is wrong."""
    gap = _unsealed_gap()
    seal_pending()
    anchored, spoilt = anchor.read()
    digest, seen, erased, seals = START, 0, 0, 0
    for seal in Seal.objects.order_by("pk").iterator():
        ids = Link.objects.filter(seal=seal).values("entry")
        entries = list(Entry.objects.filter(pk__in=ids).order_by("pk"))
        seals, seen = seals + 1, seen + len(entries)
        erased += sum(entry.salt is None for entry in entries)
        digest = _digest(digest, entries)
        wrong = _wrong_in(seal, entries, digest, anchored)
        if wrong:
            return Check(seen, seals, erased, wrong)
    broken = _cut_tail(anchored) or gap or spoilt or _loose_link() or _emptied_by_nobody()
    return Check(seen, seals, erased, broken)


def _wrong_in(seal: Seal, entries: list[Entry], digest: str, anchored: dict[int, str]) -> str:
    for entry in entries:
        if entry.salt is not None and log.commitment(entry) != entry.commitment:
            return f"Entry {entry.pk} was changed after it was written."
    if len(entries) != seal.entries:
        kept = {entry.pk for entry in entries}
        gone = [n for n in _linked(seal) if n not in kept]
        named = f"entry {gone[0]}" if gone else "an entry"
        return (
            f"Seal {seal.pk} was put on {seal.entries} entries and holds {len(entries)}: "
            f"{named} is missing."
        )
    if digest != seal.digest:
        return f"Seal {seal.pk} does not follow from its entries and the seal before it."
    return _unlike_the_anchor(seal, anchored)


def _unlike_the_anchor(seal: Seal, anchored: dict[int, str]) -> str:
    if not anchored:
        return f"The anchor {anchor.path()} is missing or empty: a cut tail would not be seen."
    if seal.pk not in anchored:
        return f"Seal {seal.pk} is in the log and not in the anchor: the anchor was cut."
    if anchored[seal.pk] != seal.digest:
        return f"Seal {seal.pk} is not the one in the anchor: the log was written anew."
    return ""


def _linked(seal: Seal) -> list[int]:
    return list(seal.links.order_by("entry").values_list("entry", flat=True))


def _cut_tail(anchored: dict[int, str]) -> str:
    present = set(Seal.objects.values_list("pk", flat=True))
    missing = sorted(number for number in anchored if number not in present)
    if missing:
        return f"Seal {missing[0]} is in the anchor and not in the log: the tail was cut off."
    return ""


def _unsealed_gap() -> str:
    """On SQLite numbers are given without gaps, so a removed entry leaves one even unsealed."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("select seq from sqlite_sequence where name = 'access_entry'")
        given = cursor.fetchone()
        cursor.execute("select coalesce(max(id), 0) from access_entry")
        last = cursor.fetchone()[0]
    if given and given[0] > last:
        return f"Entry {given[0]} was written and is no longer there: the tail was cut off."
    return ""


def _loose_link() -> str:
    """An entry's link to a seal that is gone would keep the entry out of every later seal."""
    seals = Seal.objects.filter(pk=OuterRef("seal_id"))
    loose = Link.objects.filter(~Exists(seals)).order_by("entry").first()
    return f"Entry {loose.entry} is under seal {loose.seal_id}, which is gone." if loose else ""


def _emptied_by_nobody() -> str:
    """An entry may be empty only when two people's disposal says so, itself in the chain."""
    disposals = Entry.objects.filter(what=Entry.What.DISPOSAL, let_in=True)
    told: set[int] = set()
    for detail in disposals.values_list("detail", flat=True).iterator():
        told.update((detail or {}).get("emptied", []))
    empty = Entry.objects.filter(salt=None).order_by("pk").values_list("pk", flat=True)
    wrong = next((number for number in empty.iterator() if number not in told), None)
    return f"Entry {wrong} was emptied, and no disposal by two people says so." if wrong else ""


def _unsealed() -> QuerySet[Entry]:
    return Entry.objects.filter(~Exists(Link.objects.filter(entry=OuterRef("pk"))))


def _digest(before: str, entries: Iterable[Entry]) -> str:
    chained = hashlib.sha256(before.encode())
    for entry in entries:
        at = entry.at.astimezone(UTC).isoformat(timespec="milliseconds")
        chained.update(f"|{entry.pk}|{at}|{entry.commitment}".encode())
    return chained.hexdigest()


def _one_at_a_time() -> None:
    """Two sealers at once would fork the chain. SQLite's transaction is exclusive already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(4404)")
