"""Who works with a child: a worker is named, and others are let into what is shared with them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.access import SECTIONS, SHARED, STORY
from holdfast.practice.children.models import Child

WORKER = "Allocated worker"
WORKS_FOR_DAYS = 2 * 365
BASIS = "Children Act 1989, sections 17 and 47"


@transaction.atomic
def allocate(child: Child, *, to: Post, by: Post, on: date) -> Grant:
    """Give the child a worker, who is let into all of the record; who had it before leaves."""
    gate.require_at_home(by, Can.WORK, child.record)
    if child.worker_id == to.pk:
        raise NotAllowed(f"{to.title} has this child already.")
    _let_go(child, why=f"{to.title} has the child now.", by=by)
    grant = grants.give(
        child.record,
        to=to,
        sections=SECTIONS,
        purpose=WORKER,
        lawful_basis=BASIS,
        expires_at=moment.end_of(on=on, days=WORKS_FOR_DAYS),
        by=by,
        family_told=True,
        level=Grant.Level.WORK,
    )
    before = child.worker.title if child.worker else ""
    child.worker, child.worker_since = to, on
    child.save(update_fields=["worker", "worker_since"])
    note = f"{to.title} works with {child.known_as}."
    note += f" Until now: {before}." if before else ""
    story.write_step(
        record=child.record, move="allocate", by=by, on=on, note=note, subjects=["child"]
    )
    return grant


def _let_go(child: Child, *, why: str, by: Post) -> None:
    live = Grant.objects.live(at=moment.now()).filter(record=child.record, purpose=WORKER)
    for grant in live.select_related("record"):
        grants.end(grant, by=by, why=why)


@transaction.atomic
def share(
    child: Child,
    *,
    with_: Post,
    sections: Iterable[str],
    purpose: str,
    lawful_basis: str,
    until: date,
    by: Post,
    on: date,
    family_told: bool = True,
    why_not_told: str = "",
) -> Grant:
    """Let a post into some sections of a child's record until the end of a day."""
    named = {SHARED, *sections}
    grant = grants.give(
        child.record,
        to=with_,
        sections=named,
        purpose=purpose,
        lawful_basis=lawful_basis,
        expires_at=moment.end_of(on=until, days=0),
        by=by,
        family_told=family_told,
        why_not_told=why_not_told,
    )
    story.write_step(
        record=child.record, move="share", by=by, on=on, section=STORY,
        note=f"Shared with {with_.title}, {with_.agency.name}: {purpose}", subjects=["child"],
    )  # fmt: skip
    return grant


@transaction.atomic
def end_sharing(grant: Grant, *, why: str, by: Post, on: date) -> None:
    """End what was shared, before its day."""
    grants.end(grant, by=by, why=why)
    story.write_step(record=grant.record, move="end_sharing", by=by, on=on, note=why)
