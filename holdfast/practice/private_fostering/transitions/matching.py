"""Which child it is: said by somebody of the hub, who alone looks; the worker is let in too."""

from datetime import date, timedelta

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children import transitions as children
from holdfast.practice.children.access import SHARED
from holdfast.practice.children.models import Child
from holdfast.practice.private_fostering.models import Arrangement, weighing
from holdfast.practice.private_fostering.transitions import moves

PURPOSE = "To visit a child who is privately fostered"
BASIS = "Public task: Children Act 1989, section 67"
LASTS = timedelta(days=400)


@transaction.atomic
def match_child(
    arrangement: Arrangement, *, child: Child, by: Post, on: date, seen: int | None = None
) -> None:
    """Say which child it is. Nothing is matched by itself."""
    gate.require(by, Can.SEE, child.record)
    if arrangement.child_id is not None:
        raise NotAllowed("It is said already which child this is.")
    note = f"This is the child of {child.record.reference}."
    moves.write_in(
        arrangement, "match_child", by=by, on=on, note=note, seen=seen, live=False, child=child
    )
    if arrangement.worker is not None:
        let_know(arrangement, to=arrangement.worker, by=by, on=on)


@transaction.atomic
def open_child(arrangement: Arrangement, *, by: Post, on: date, seen: int | None = None) -> Child:
    """Nobody like this child is known: open the child's record, and say that it is this one."""
    if arrangement.child_id is not None:
        raise NotAllowed("It is said already which child this is.")
    made = children.open_child(weighing.child_as_told(arrangement), by=by, on=on)
    match_child(arrangement, child=made, by=by, on=on, seen=seen)
    return made


@transaction.atomic
def let_know(arrangement: Arrangement, *, to: Post, by: Post, on: date) -> None:
    """Let the worker see who the child is, where the child is matched and the worker does not."""
    child = arrangement.child
    if child is None or gate.may(to, Can.SEE, child.record, section=SHARED):
        return
    children.share(
        child, with_=to, sections=[SHARED], purpose=PURPOSE, lawful_basis=BASIS,
        until=moment.today() + LASTS, by=by, on=on,
    )  # fmt: skip


@transaction.atomic
def let_go(arrangement: Arrangement, *, by: Post, on: date) -> None:
    """End what the last worker was let into for the visits' sake."""
    if arrangement.child is None or arrangement.worker is None:
        return
    live = Grant.objects.live(at=moment.now()).filter(
        record=arrangement.child.record, post=arrangement.worker, purpose=PURPOSE
    )
    for grant in live:
        children.end_sharing(grant, why="The arrangement has another worker.", by=by, on=on)
