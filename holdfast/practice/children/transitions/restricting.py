"""Records that few may see, and people too near to a family to see them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import ShutOut
from holdfast.kernel.directory.models import Person, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.models import Child


@transaction.atomic
def restrict(child: Child, *, circle: Sequence[Post], why: str, by: Post, on: date) -> None:
    """Close a child's record to all but a circle of posts, who decides it among them.

    From then on nobody else finds the child, and there is no break-glass.
    """
    gate.require_at_home(by, Can.DECIDE, child.record)
    if not why.strip():
        raise NotAllowed("Say why this record is restricted.")
    grants.seal(child.record, posts=[by, *circle], why=why.strip(), by=by)
    story.write_step(
        record=child.record, move="restrict", by=by, on=on, note=why.strip(), subjects=["child"]
    )


@transaction.atomic
def keep_out(child: Child, *, person: Person, why: str, by: Post, on: date) -> ShutOut:
    """Keep a person with a conflict of interest out of one child's record, in every post."""
    made = grants.shut_out(child.record, person=person, why=why, by=by)
    story.write_step(
        record=child.record, move="keep_out", by=by, on=on, note="Conflict of interest.",
        subjects=["child"],
    )  # fmt: skip
    return made
