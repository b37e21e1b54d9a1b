"""The forward plan: what is to come before which meeting, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from holdfast.engines.meetings.models import Cycle, ForwardItem
from holdfast.engines.meetings.transitions.told import ItemTold
from holdfast.engines.meetings.transitions.turning import STALE
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Wish:
    """An item that is to come: to every meeting of a body, in one month, or undated."""

    item: ItemTold
    body: str
    wanted: Dated | None = None
    standing: bool = False
    restricted: bool = False
    order: int = 0


@transaction.atomic
def put_forward(
    cycle: Cycle,
    *,
    item: ItemTold,
    body: str,
    by: Post,
    on: date,
    wanted: Dated | None = None,
    standing: bool = False,
    restricted: bool = False,
    order: int = 0,
) -> ForwardItem:
    """Put something on the forward plan: for every meeting of a body, one month, or undated."""
    wish = Wish(item, body, wanted, standing, restricted, order)
    return put_all_forward(cycle, wishes=[wish], by=by, on=on)[0]


@transaction.atomic
def put_all_forward(
    cycle: Cycle, *, wishes: Sequence[Wish], by: Post, on: date
) -> list[ForwardItem]:
    """Put several things on the forward plan at once."""
    gate.require(by, Can.WORK, cycle.record)
    if any(wish.standing and wish.wanted for wish in wishes):
        raise NotAllowed("A standing item comes to every meeting. Take its month away.")
    found = ForwardItem.objects.bulk_create(_entry(cycle, wish, by, on) for wish in wishes)
    shown = "; ".join(entry.title for entry in found if not entry.restricted)
    if shown:
        story.write_step(record=cycle.record, move="put_forward", by=by, on=on, note=shown)
    return found


def _entry(cycle: Cycle, wish: Wish, by: Post, on: date) -> ForwardItem:
    wanted = wish.wanted
    return ForwardItem(
        cycle=cycle,
        body=wish.body,
        standing=wish.standing,
        restricted=wish.restricted,
        order=wish.order,
        wanted_from=wanted.first if wanted else None,
        wanted_precision=wanted.precision if wanted else "month",
        asked_by=by,
        asked_on=on,
        **wish.item.kept(),
    )


@transaction.atomic
def schedule(
    item: ForwardItem, *, body: str, wanted: Dated | None, by: Post, on: date, seen: int
) -> None:
    """Give an entry another month or body, or none for now."""
    words = wanted.words if wanted else "no month"
    if item.standing:
        raise NotAllowed("A standing item comes to every meeting. Withdraw it instead.")
    kept = {
        "body": body,
        "wanted_from": wanted.first if wanted else None,
        "wanted_precision": wanted.precision if wanted else "month",
    }
    _change(item, "schedule", kept, f"{item.title}: {body}, {words}", by=by, on=on, seen=seen)


@transaction.atomic
def withdraw(item: ForwardItem, *, reason: str, by: Post, on: date, seen: int) -> None:
    """Take an entry off the plan. It is kept, with the reason."""
    if not reason.strip():
        raise NotAllowed("Say why it is taken off the plan.")
    note = f"{item.title}: {reason}"
    _change(item, "withdraw", {"withdrawn": reason.strip()}, note, by=by, on=on, seen=seen)


def _change(
    item: ForwardItem,
    move: str,
    kept: dict[str, Any],
    note: str,
    *,
    by: Post,
    on: date,
    seen: int,
) -> None:
    gate.require(by, Can.WORK, item.cycle.record)
    unchanged = ForwardItem.objects.filter(pk=item.pk, version=seen, withdrawn="")
    if not unchanged.update(version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    item.refresh_from_db()
    if not item.restricted:
        story.write_step(record=item.cycle.record, move=move, by=by, on=on, note=note)
