"""Two records of one child: found, put beside each other, joined without loss, taken apart."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.models import Child, Double, Merge, looking


@transaction.atomic
def merge(keep: Child, other: Child, *, why: str, by: Post, on: date) -> Merge:
    """Say that two records are one child. Nothing is moved: the kept record shows both.

    What hangs on the other record stays there, so that the two can be taken apart without loss.
    """
    for child in (keep, other):
        gate.require(by, Can.WORK, child.record)
    if keep.pk == other.pk:
        raise NotAllowed("These are one record already.")
    if not why.strip():
        raise NotAllowed("Say how you know that this is one child.")
    if keep.apart or other.apart:
        raise NotAllowed("One of these children was adopted since. The two records stay apart.")
    if keep.merged_into_id or other.merged_into_id:
        raise NotAllowed("One of these records was joined to another already. Open that one.")
    Child.objects.filter(merged_into=other).update(merged_into=keep)
    other.merged_into = keep
    other.save(update_fields=["merged_into"])
    made = Merge.objects.create(kept=keep, merged=other, why=why.strip(), on=on, by=by)
    for child, words in ((keep, other), (other, keep)):
        story.write_step(
            record=child.record, move="merge", by=by, on=on, subjects=["child"],
            note=f"The same child as {words.record.reference}. {why}",
        )  # fmt: skip
    return made


@transaction.atomic
def unmerge(made: Merge, *, why: str, by: Post, on: date) -> None:
    """Take two records apart again: they are as they were, and the story says what happened."""
    for child in (made.kept, made.merged):
        gate.require(by, Can.WORK, child.record)
    if made.undone_on:
        raise NotAllowed("These two were taken apart already.")
    if not why.strip():
        raise NotAllowed("Say how you know that these are two children.")
    made.undone_on, made.undone_by, made.undone_why = on, by, why.strip()
    made.save(update_fields=["undone_on", "undone_by", "undone_why"])
    _restand(made.merged)
    for child, other in ((made.kept, made.merged), (made.merged, made.kept)):
        story.write_step(
            record=child.record, move="unmerge", by=by, on=on, subjects=["child"],
            note=f"Not the same child as {other.record.reference}. {why}",
        )  # fmt: skip


def _restand(child: Child) -> None:
    """Let a child stand alone again, with those that had been joined to it."""
    child.merged_into = None
    child.save(update_fields=["merged_into"])
    under = Merge.objects.filter(kept=child, undone_on=None).values("merged")
    Child.objects.filter(pk__in=under).update(merged_into=child)


@transaction.atomic
def look_for_doubles(*, by: Post, on: date) -> int:
    """Look through every child for pairs that may be one, and keep those not yet offered."""
    known = set(Double.objects.values_list("one", "other"))
    found = [
        Double(
            one_id=one, other_id=other, level=like.level.value, reasons=list(like.reasons),
            against=list(like.against), found_on=on,
        )
        for (one, other), like in looking.pairs(by).items()
        if (one, other) not in known
    ]  # fmt: skip
    Double.objects.bulk_create(found)
    return len(found)


@transaction.atomic
def decide_double(
    pair: Double, *, same: bool, why: str, by: Post, on: date, keep: Child | None = None
) -> Merge | None:
    """Say of a pair that it is one child, and which record is kept, or that it is two."""
    if pair.decided_on:
        raise NotAllowed("Somebody has decided this pair already.")
    for child in (pair.one, pair.other):
        gate.require(by, Can.WORK, child.record)
    if not why.strip():
        raise NotAllowed("Say how you know.")
    pair.same, pair.why, pair.decided_on, pair.decided_by = same, why.strip(), on, by
    pair.save(update_fields=["same", "why", "decided_on", "decided_by"])
    if not same:
        return None
    first = keep or pair.one
    second = pair.other if first.pk == pair.one_id else pair.one
    return merge(first, second, why=why, by=by, on=on)
