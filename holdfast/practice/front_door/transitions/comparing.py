"""Is this household known, and are these children? Offered with reasons; a person says so."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children import transitions as children
from holdfast.practice.children.models import Child
from holdfast.practice.front_door.access import STORY
from holdfast.practice.front_door.models import Contact, ContactChild, Repeat
from holdfast.practice.front_door.rules import households
from holdfast.practice.front_door.transitions import moves

MOST_REPEATS = 20


@transaction.atomic
def look_for_repeats(contact: Contact, *, by: Post, on: date) -> list[Repeat]:
    """Keep the earlier reports that are likely of one household, each with its reasons."""
    mine = contact.household
    known = set(contact.repeats.values_list("earlier", flat=True))
    found = Contact.objects.filter(record__area=contact.record.area_id).like(contact)
    like = [
        (one, households.reasons(mine, one.household))
        for one in found.prefetch_related("children")[: 5 * MOST_REPEATS]
        if one.pk not in known
    ]
    return Repeat.objects.bulk_create(
        Repeat(contact=contact, earlier=one, reasons=list(why))
        for one, why in [pair for pair in like if pair[1]][:MOST_REPEATS]
    )


@transaction.atomic
def say_same(
    repeat: Repeat, *, same: bool, by: Post, on: date, why: str = "", seen: int | None = None
) -> None:
    """Say that an earlier report is of the same household, or is not."""
    contact = repeat.contact
    gate.require(by, Can.WORK, contact.record, section=STORY)
    if not same and not why.strip():
        raise NotAllowed("Say why it is not the same household, so that nobody asks again.")
    Repeat.objects.filter(pk=repeat.pk).update(
        same=same, why=why.strip()[:300], decided_by=by, decided_at=moment.now()
    )
    repeat.refresh_from_db()
    word = "The same household as" if same else "Not the same household as"
    note = f"{word} {repeat.earlier.record.reference}. {why}".strip()
    moves.write_in(contact, "say_same", by=by, on=on, note=note, seen=seen)


@transaction.atomic
def match_child(
    one: ContactChild, *, child: Child, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Say which child's record this is. The hub found it; nothing is matched by itself."""
    gate.require(by, Can.SEE, child.record)
    note = f"{one.known_as} is {child.record.reference}. {why}".strip()
    moves.write_in(one.contact, "match_child", by=by, on=on, note=note, seen=seen)
    ContactChild.objects.filter(pk=one.pk).update(
        child=child, matched_by=by, matched_why=why.strip()[:300]
    )
    one.refresh_from_db()


@transaction.atomic
def open_child(one: ContactChild, *, by: Post, on: date, seen: int | None = None) -> Child:
    """Open a record for a child that was looked for and not found."""
    if one.child_id is not None:
        raise NotAllowed("This child is matched already.")
    made = children.open_child(one.told, by=by, on=on)
    match_child(one, child=made, why="Looked for, and none found.", by=by, on=on, seen=seen)
    return made
