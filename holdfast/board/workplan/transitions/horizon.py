"""What is coming from outside: noted, said what it means for us, seen to and settled."""

from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.workplan.models import Plan, PolicyItem
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this item. Nothing of theirs was overwritten. "
    "Read it again, then send yours again."
)


@transaction.atomic
def note_policy(
    plan: Plan,
    *,
    title: str,
    source: str,
    known: str,
    dated: Dated,
    by: Post,
    on: date,
    review_on: date | None = None,
) -> PolicyItem:
    """Note what is coming: `known` says how sure we are of it (V, V2, M, L)."""
    gate.require(by, Can.WORK, plan.record)
    if known not in PolicyItem.Known.values:
        raise NotAllowed("Say how sure we are of it: V, V2, M or L.")
    if plan.policy_items.filter(title=title).exists():
        raise NotAllowed("This item is on the list already. Open that one.")
    item = PolicyItem.objects.create(
        plan=plan,
        title=title,
        source=source,
        known=known,
        dated_from=dated.first,
        precision=dated.precision,
        review_on=review_on,
    )
    _write_down(item, "note_policy", by=by, on=on, note=title)
    return item


@transaction.atomic
def say_implication(
    item: PolicyItem,
    *,
    implication: str,
    owner: tracker.Who,
    by: Post,
    on: date,
    what: str = "",
    due_on: date | None = None,
    review_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Say what it means for us and who sees to it. `what` becomes its action in the tracker."""
    gate.require(by, Can.WORK, item.plan.record)
    if not implication.strip():
        raise NotAllowed("Say what it means for us.")
    if what and item.action_id:
        raise NotAllowed("This item has its action already. Move that one on.")
    kept: dict[str, object] = {}
    if what:
        kept["action"] = tracker.agree(
            item.plan.record, what=what, why=item.title, owner=owner, due_on=due_on, by=by, on=on
        )
    _change(
        item, seen=seen, implication=implication, owner=owner.post, owner_role=owner.role,
        review_on=review_on or item.review_on, **kept,
    )  # fmt: skip
    _write_down(item, "say_implication", by=by, on=on, note=f"{item.title}: {implication}")


@transaction.atomic
def settle_policy(
    item: PolicyItem, *, how: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Say that it is dealt with, and how. It stays in the list."""
    gate.require(by, Can.WORK, item.plan.record)
    if not how.strip():
        raise NotAllowed("Say how it was dealt with.")
    if item.done_on:
        raise NotAllowed("This item is dealt with already.")
    _change(item, seen=seen, done_on=on, done_how=how)
    _write_down(item, "settle_policy", by=by, on=on, note=f"{item.title}: {how}")


def _change(item: PolicyItem, *, seen: int | None, **kept: object) -> None:
    version = item.version if seen is None else seen
    unchanged = PolicyItem.objects.filter(pk=item.pk, version=version)
    if not unchanged.update(version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    item.refresh_from_db()


def _write_down(item: PolicyItem, move: str, *, by: Post, on: date, note: str) -> None:
    story.write_step(
        record=item.plan.record, move=move, by=by, on=on, note=note, sensitivity=Sensitivity.NONE
    )
