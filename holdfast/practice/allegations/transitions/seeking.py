"""Earlier allegations about the same adult: linked by a person, never by the system."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Person, Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import holder
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Adult, Allegation, PreviousLook, Resemblance
from holdfast.practice.allegations.transitions import moves

CONFLICT = "The allegation is about this person."
YOURSELF = (
    "This is you. Nobody deals with an allegation about themselves, and nobody leaves one in "
    "silence. Stop reading, ring your duty cover now and give only the reference: they say here "
    "that it is you, and keep the record until another LADO is named."
)
LINKED_ALREADY = (
    "Somebody else is already said to be this adult, and is shut out. "
    "If that was wrong, two posts of the room must lift it first."
)


@transaction.atomic
def look_again(
    allegation: Allegation, *, names: Sequence[str], found: int, by: Post, on: date
) -> PreviousLook:
    """Keep that somebody looked in this room, on which day and under how many spellings."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    result = f"{found} found" if found else "none found"
    note = f"Looked in this room for earlier allegations: {result}."
    moves.write_in(allegation, "look", by=by, on=on, note=note)
    return PreviousLook.objects.create(
        allegation=allegation, on=on, names=list(names), found=found, by=by
    )


@transaction.atomic
def link_same_person(
    allegation: Allegation, *, earlier: Allegation, why: str, by: Post, on: date
) -> Resemblance:
    """Link two allegations as about the same adult. Who is shut out of one is shut out of both."""
    kept = _decide(
        allegation, earlier=earlier, decision=Resemblance.Decision.SAME, why=why, by=by, on=on
    )
    for one, other in ((allegation, earlier), (earlier, allegation)):
        person = other.adult.person
        if person is not None and one.adult.person_id is None:
            link_person(one, person=person, by=by, on=on)
    moves.write_in(
        earlier, "linked", by=by, on=on, note="A later allegation was linked: same person."
    )
    return kept


@transaction.atomic
def say_not_him(
    allegation: Allegation, *, earlier: Allegation, why: str, by: Post, on: date
) -> Resemblance:
    """Somebody looked and said that it is another person."""
    return _decide(
        allegation, earlier=earlier, decision=Resemblance.Decision.NOT_HIM, why=why, by=by, on=on
    )


@transaction.atomic
def decide_later(
    allegation: Allegation, *, earlier: Allegation, why: str, by: Post, on: date
) -> Resemblance:
    """It cannot be said yet. The record shows that it waits."""
    return _decide(
        allegation, earlier=earlier, decision=Resemblance.Decision.LATER, why=why, by=by, on=on
    )


@transaction.atomic
def link_person(
    allegation: Allegation, *, person: Person, by: Post, on: date, seen: int | None = None
) -> None:
    """The adult holds a post in this product: shut him out of whatever post he holds.

    A record led by the post that the person holds passes to whoever links.
    """
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if holder(by).person_id == person.pk:
        raise NotAllowed(YOURSELF)
    moves.write_in(
        allegation,
        "shut_out",
        by=by,
        on=on,
        note="The adult holds or held a post here and is shut out.",
        seen=seen,
    )
    mine = Adult.objects.filter(allegation=allegation)
    if not mine.filter(Q(person=None) | Q(person=person)).update(person=person):
        raise NotAllowed(LINKED_ALREADY)
    allegation.adult.refresh_from_db(fields=["person"])
    if not allegation.record.shut_outs.filter(person=person, lift__isnull=True).exists():
        grants.shut_out(allegation.record, person=person, why=CONFLICT, by=by)
    if _leads(allegation, person):
        moves.change(allegation, by=by, on=on, lead=by)


def _leads(allegation: Allegation, person: Person) -> bool:
    now = Holding.objects.current(at=moment.now())
    return now.filter(post=allegation.lead_id, person=person).exists()


def _decide(
    allegation: Allegation,
    *,
    earlier: Allegation,
    decision: Resemblance.Decision,
    why: str,
    by: Post,
    on: date,
) -> Resemblance:
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    gate.require(by, Can.SEE, earlier.record, section=STORY)
    if allegation.pk == earlier.pk:
        raise NotAllowed("This is the same record. Choose an earlier one.")
    if not why.strip():
        raise NotAllowed("Say why: what agrees, or what does not.")
    moves.write_in(allegation, "compare", by=by, on=on, note=f"{decision.label}. {why}")
    return Resemblance.objects.create(
        allegation=allegation, earlier=earlier, decision=decision, why=why, on=on, by=by
    )
