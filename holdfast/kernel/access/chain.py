"""Tying the access log together in batches, and finding the first link that does not hold.

Readers never queue: an entry is only inserted. A minute job (`holdfast seal-log`), the check
itself and a clean shutdown tie what is pending to what came before. Each seal's digest is also
written to an anchor file outside the database, so a tail that was cut off is missed.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from holdfast.kernel.access import log
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


def anchor_path() -> Path:
    """Return where the anchor is kept. Put it on another machine's disk: HOLDFAST_ANCHOR."""
    return Path(settings.ANCHOR)


def seal_pending() -> Seal | None:
    """Tie every entry that no seal holds to the last seal, and write the anchor."""
    with transaction.atomic():
        _one_at_a_time()
        held = Link.objects.values("entry")
        entries = list(Entry.objects.exclude(pk__in=held).order_by("pk"))
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
    _write_anchor(seal)
    return seal


def verify() -> Check:
    """Read the whole log again and return the first thing in it that does not hold."""
    seal_pending()
    anchors = _anchors()
    digest, seen, erased, seals = START, 0, 0, 0
    for seal in Seal.objects.order_by("pk").iterator():
        ids = Link.objects.filter(seal=seal).values("entry")
        entries = list(Entry.objects.filter(pk__in=ids).order_by("pk"))
        seals, seen = seals + 1, seen + len(entries)
        erased += sum(entry.salt is None for entry in entries)
        digest = _digest(digest, entries)
        wrong = _wrong_in(seal, entries, digest, anchors)
        if wrong:
            return Check(seen, seals, erased, wrong)
    return Check(seen, seals, erased, _cut_tail(seals, anchors) or _unsealed_gap())


def _wrong_in(seal: Seal, entries: list[Entry], digest: str, anchors: dict[int, str]) -> str:
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
    if anchors and anchors.get(seal.pk, digest) != digest:
        return f"Seal {seal.pk} is not the one in the anchor file."
    return ""


def _linked(seal: Seal) -> list[int]:
    return list(seal.links.order_by("entry").values_list("entry", flat=True))


def _cut_tail(seals: int, anchors: dict[int, str]) -> str:
    if not anchors and seals:
        return f"The anchor file {anchor_path()} is missing, so a cut tail would not be seen."
    present = set(Seal.objects.values_list("pk", flat=True))
    missing = sorted(number for number in anchors if number not in present)
    if missing:
        return f"Seal {missing[0]} is in the anchor file and not in the log: the tail was cut off."
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


def _digest(before: str, entries: list[Entry]) -> str:
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


def _write_anchor(seal: Seal) -> None:
    path = anchor_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as anchor:
        anchor.write(json.dumps({"seal": seal.pk, "digest": seal.digest}) + "\n")


def _anchors() -> dict[int, str]:
    path = anchor_path()
    if not path.exists():
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return {line["seal"]: line["digest"] for line in lines}
