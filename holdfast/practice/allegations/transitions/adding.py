"""What comes to light later: another thing that is said, or another child."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Allegation, ChildConcerned, Concern
from holdfast.practice.allegations.rules import states
from holdfast.practice.allegations.transitions import moves
from holdfast.practice.allegations.transitions.told import ChildTold, ConcernTold


@transaction.atomic
def add_concern(
    allegation: Allegation,
    *,
    concern: ConcernTold,
    children: Sequence[ChildConcerned],
    by: Post,
    on: date,
    seen: int | None = None,
) -> Concern:
    """Add one more thing that is said. It gets an outcome of its own, and its own appeal."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    states.require_takes_concerns(allegation.state)
    if not concern.account.strip():
        raise NotAllowed("Write what is said to have happened.")
    if any(child.allegation_id != allegation.pk for child in children):
        raise NotAllowed("Choose among the children of this record, or add the child first.")
    subjects = ["adult", *(key for child in children for key in child.subjects)]
    note = f"{concern.whose_words}: {concern.account}"
    moves.write_in(
        allegation, "add_concern", by=by, on=on, note=note, seen=seen, subjects=subjects
    )
    return Concern.objects.create(
        allegation=allegation,
        number=allegation.concerns.count() + 1,
        category=concern.category,
        account=concern.account,
        whose_words=concern.whose_words,
        place=concern.place,
        happened_on=concern.happened_on,
        by=by,
        subjects=subjects,
        source=by.agency,
    )


@transaction.atomic
def add_child(
    allegation: Allegation, *, child: ChildTold, by: Post, on: date, seen: int | None = None
) -> ChildConcerned:
    """Add a child it concerns too: a pointer in words, with a key of its own in this record."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    states.require_open(allegation.state)
    if not child.known_as.strip():
        raise NotAllowed("Say which child, as you know him or her.")
    key = f"child-{allegation.children.count() + 1}"
    said = f" In the child’s words: {child.words}" if child.words else ""
    note = f"{child.known_as} is concerned too.{said}"
    moves.write_in(allegation, "add_child", by=by, on=on, note=note, seen=seen, subjects=[key])
    return ChildConcerned.objects.create(
        allegation=allegation,
        known_as=child.known_as,
        age=child.age,
        needs=child.needs,
        words=child.words,
        subjects=[key],
        source=by.agency,
    )
