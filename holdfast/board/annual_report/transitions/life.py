"""The life of an edition: draft, settle, freeze, approve."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.models import Edition, Printing, Settlement
from holdfast.board.annual_report.rules.printed import Printed
from holdfast.board.annual_report.transitions.writing import write_down
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Area, Post, this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def draft(*, year: str, area: Area, owner: Agency, by: Post, on: date) -> Edition:
    """
    Begin the next edition of a year's report. A year has one draft at a time.

    A report is on this partnership's own area: its chapters are written from nobody else's.
    """
    if area != this_partnership().area:
        raise NotAllowed("A report can only be on this partnership's own area.")
    record = gate.open_record(kind=KIND, area=area, owner=owner, by=by, on=on)
    if Edition.objects.filter(year=year, state=rules.DRAFT).exists():
        raise NotAllowed(
            f"The annual report {year} already has a draft. Freeze it before you begin another."
        )
    last = Edition.objects.filter(year=year).order_by("-number").first()
    edition = Edition.objects.create(
        record=record,
        year=year,
        number=last.number + 1 if last else 1,
        drafted_by=by,
        drafted_on=on,
    )
    write_down(edition, "draft", before="", by=by, on=on)
    return edition


@transaction.atomic
def settle(
    edition: Edition,
    *,
    disagreement: str,
    holder: Role,
    words: str,
    reason: str,
    by: Post,
    on: date,
) -> Settlement:
    """Say what the board prints where the report and the release disagree. Kept for ever."""
    gate.require(by, Can.WORK, edition.record)
    rules.TABLE.target(state=edition.state, move="settle")
    if by.role != holder:
        raise NotAllowed(
            "Only the holder of a disagreement settles it. Ask the post named beside it."
        )
    if not (words.strip() and reason.strip()):
        raise NotAllowed("Say what the board prints from now on, and why.")
    if edition.settlements.filter(disagreement=disagreement).exists():
        raise NotAllowed(
            "This disagreement was settled before, and a settlement is never overwritten. "
            "Begin a new edition to settle it otherwise."
        )
    settled = Settlement.objects.create(
        edition=edition,
        disagreement=disagreement,
        words=words.strip().rstrip("."),
        reason=reason.strip(),
        by=by,
        on=on,
    )
    named = disagreement.replace("-", " ").capitalize()
    note = f"{named}: {settled.words}. {settled.reason}"
    write_down(edition, "settle", before=edition.state, by=by, on=on, note=note)
    return settled


@transaction.atomic
def freeze(edition: Edition, *, content: str, by: Post, on: date) -> None:
    """Keep every figure and every word as they stand. A later revision becomes a new line."""
    gate.require(by, Can.WORK, edition.record)
    digest = hashlib.sha256(content.encode()).hexdigest()
    note = f"The frozen content’s SHA-256 begins {digest[:16]}."
    kept = {"content": content, "sha256": digest, "frozen_on": on}
    _move(edition, "freeze", by=by, on=on, note=note, **kept)


@transaction.atomic
def approve(
    edition: Edition,
    *,
    unsettled: Collection[int],
    by: Post,
    on: date,
    printed: Sequence[Printed] = (),
) -> None:
    """
    Approve a frozen edition for publication. The post that drafted it cannot.

    `printed` are the digests of its files, against which they can be made again.
    """
    gate.require(by, Can.DECIDE, edition.record)
    why_not = rules.why_not_approve(
        author=edition.drafted_by_id, approver=by.pk, unsettled=unsettled
    )
    if why_not:
        raise NotAllowed(why_not)
    _move(edition, "approve", by=by, on=on, approved_by=by, approved_on=on)
    _keep(edition, printed, on=on)


def _keep(edition: Edition, printed: Sequence[Printed], *, on: date) -> None:
    Printing.objects.bulk_create(
        Printing(
            edition=edition,
            kind=each.kind,
            sha256=each.sha256,
            made_with=each.made_with,
            on=on,
        )
        for each in printed
    )


def _move(edition: Edition, move: str, *, by: Post, on: date, note: str = "", **kept: Any) -> None:
    """Change the state if nobody else has, then write it down."""
    before = edition.state
    after = rules.TABLE.target(state=before, move=move)
    as_read = Edition.objects.filter(pk=edition.pk, state=before)
    if not as_read.update(state=after, **kept):
        raise NotAllowed("Somebody else has just changed this edition. Open it again.")
    edition.refresh_from_db()
    write_down(edition, move, before=before, by=by, on=on, note=note)
