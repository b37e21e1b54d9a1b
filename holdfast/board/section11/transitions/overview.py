"""The chair writes a view of all returns and signs it with the figures as they are counted."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from holdfast.board.section11.models import Cycle, Overview
from holdfast.board.section11.transitions.writing import say
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.words import Refused
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

CHANGED = (
    "Somebody else has just changed this overview. Nothing of theirs was overwritten. Open it "
    "again to see how it stands."
)


@transaction.atomic
def write_overview(
    cycle: Cycle, *, view: str, asks: str, by: Post, on: date, seen: int = 0
) -> Overview:
    """Write the view, or write it otherwise. Once one is signed, the next is a new edition.

    `seen` is the version that was read, 0 where there was no draft.
    """
    _require_chair(cycle, by=by)
    if not view.strip():
        raise NotAllowed("Write what the returns show, taken together.")
    told = {"view": view.strip(), "asks": asks.strip(), "by": by, "on": on}
    last = Overview.objects.filter(cycle=cycle).first()
    if last is None or last.signed_on:
        number = last.number + 1 if last else 1
        if seen:
            raise NotAllowed(CHANGED)
        made = Overview.objects.create(cycle=cycle, number=number, **told)
    else:
        mine = Overview.objects.filter(pk=last.pk, version=seen, signed_on__isnull=True)
        if not mine.update(**told, version=F("version") + 1):
            raise NotAllowed(CHANGED)
        last.refresh_from_db()
        made = last
    say(cycle, "write_overview", by=by, on=on, note=f"Edition {made.number}")
    return made


@transaction.atomic
def sign_overview(
    overview: Overview, *, printed: Mapping[str, Any], by: Post, on: date, seen: int
) -> None:
    """Sign the view together with everything that it prints, frozen with its digest."""
    _require_chair(overview.cycle, by=by)
    told = json.dumps(printed, sort_keys=True, separators=(",", ":"))
    mine = Overview.objects.filter(pk=overview.pk, version=seen, signed_on__isnull=True)
    if not mine.update(
        signed_on=on,
        by=by,
        printed=printed,
        digest=hashlib.sha256(told.encode()).hexdigest(),
        version=F("version") + 1,
    ):
        raise NotAllowed(CHANGED)
    overview.refresh_from_db()
    note = f"Edition {overview.number}, SHA-256 {overview.digest}"
    say(overview.cycle, "sign_overview", by=by, on=on, note=note)


def _require_chair(cycle: Cycle, *, by: Post) -> None:
    """The view is the independent chair's alone: whoever keeps the cycle does not judge it."""
    gate.require(by, Can.DECIDE, cycle.record)
    if by.role != Role.BOARD_CHAIR:
        raise Refused("The overview is the independent chair's.")
