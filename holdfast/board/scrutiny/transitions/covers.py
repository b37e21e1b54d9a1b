"""A cover report: drafted, written field by field, finished when nothing is missing, approved."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from holdfast.board.scrutiny.access import COVER
from holdfast.board.scrutiny.models import CoverReport, CoverVersion, Sitting
from holdfast.board.scrutiny.rules import covering
from holdfast.board.scrutiny.rules.covering import Written
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.tracker.writing import same_hands
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed

LONGEST = 8000
STALE = (
    "Somebody else has just changed this report. Nothing of theirs was overwritten, and what you "
    "wrote is still in the form. Look at the report, then send it again."
)


@transaction.atomic
def draft_report(
    sitting: Sitting, *, layout: str, title: str, area: Area, owner: Agency, by: Post, on: date
) -> CoverVersion:
    """Begin a report to a sitting, in one of the layouts. Returns its first version, a draft."""
    if layout not in covering.layouts():
        raise NotAllowed("Choose a layout that is here.")
    if not title.strip():
        raise NotAllowed("Give the report a title.")
    gate.require(by, Can.SEE, sitting.committee.record)
    record = gate.open_record(kind=COVER, area=area, owner=owner, by=by, on=on)
    report = CoverReport.objects.create(
        record=record, sitting=sitting, layout=layout, title=title.strip()
    )
    version = CoverVersion.objects.create(report=report, number=1, drafted_by=by, drafted_on=on)
    _write_down(version, "draft_report", before="", by=by, on=on, note=report.title)
    return version


@transaction.atomic
def write_field(
    version: CoverVersion,
    *,
    key: str,
    text: str,
    because: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Fill a field, or say why it does not apply. Both empty leaves it missing, and shown so."""
    write_fields(version, fields={key: Written(text, because)}, by=by, on=on, seen=seen)


@transaction.atomic
def write_fields(
    version: CoverVersion,
    *,
    fields: Mapping[str, Written],
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Write several fields at once: all of them, or none if one cannot be."""
    gate.require(by, Can.WORK, version.report.record)
    covering.TABLE.target(state=version.state, move="write")
    layout = covering.layouts()[version.report.layout]
    labels = [_checked(layout, key, said) for key, said in fields.items()]
    new = {
        key: {"text": said.text.strip(), "because": said.because.strip()}
        for key, said in fields.items()
    }
    read = version.seen if seen is None else seen
    as_read = CoverVersion.objects.filter(pk=version.pk, seen=read, state=covering.DRAFT)
    if not as_read.update(words={**version.words, **new}, seen=F("seen") + 1):
        raise NotAllowed(STALE)
    version.refresh_from_db()
    _write_down(version, "write", before=version.state, by=by, on=on, note=", ".join(labels))


def _checked(layout: covering.Layout, key: str, said: Written) -> str:
    """Return the label of a field that may be written so, or say why it may not."""
    slot = layout.slot(key)
    if slot is None:
        raise NotAllowed("This report has no such field to write. Choose one of its own.")
    if said.text.strip() and said.because.strip():
        raise NotAllowed("A field is filled, or does not apply. Leave one of the two empty.")
    if len(said.text) > LONGEST or len(said.because) > LONGEST:
        raise NotAllowed(f"Shorten it to {LONGEST:,} characters; an appendix holds the rest.")
    wrong = covering.why_unreadable(slot, said.text.strip())
    if wrong:
        raise NotAllowed(wrong)
    return slot.label


@transaction.atomic
def finish(
    version: CoverVersion, *, content: str, by: Post, on: date, seen: int | None = None
) -> None:
    """
    Freeze a draft's content. Refused while a field is missing: the sentence names every one.

    `content` is the composed paper; its digest is kept beside it.
    """
    gate.require(by, Can.WORK, version.report.record)
    layout = covering.layouts()[version.report.layout]
    gaps = covering.missing(layout, version.words)
    if gaps and version.state == covering.DRAFT:
        named = ", ".join(slot.label for slot in gaps)
        raise NotAllowed(f"Not finished: {named}. Fill each, or say why it does not apply.")
    digest = hashlib.sha256(content.encode()).hexdigest()
    _move(
        version, "finish", by=by, on=on, seen=seen, note=f"SHA-256 begins {digest[:16]}.",
        content=content, sha256=digest, finished_on=on,
    )  # fmt: skip


@transaction.atomic
def approve(version: CoverVersion, *, by: Post, on: date) -> None:
    """Approve a finished version to be sent. Whoever drafted it cannot."""
    gate.require(by, Can.DECIDE, version.report.record)
    if same_hands(version.drafted_by, by):
        raise NotAllowed("Whoever drafted a report does not approve it. Somebody else has to.")
    _move(version, "approve", by=by, on=on, seen=None, approved_by=by, approved_on=on)


@transaction.atomic
def revise(report: CoverReport, *, by: Post, on: date) -> CoverVersion:
    """Begin the next version from the words of the last. The last stays as it was frozen."""
    gate.require(by, Can.WORK, report.record)
    last = report.versions.order_by("-number")[0]
    if last.state == covering.DRAFT:
        raise NotAllowed(f"Version {last.number} is a draft still. Finish it first.")
    version = CoverVersion.objects.create(
        report=report, number=last.number + 1, words=last.words, drafted_by=by, drafted_on=on
    )
    _write_down(version, "revise", before=last.state, by=by, on=on)
    return version


def _move(
    version: CoverVersion,
    move: str,
    *,
    by: Post,
    on: date,
    seen: int | None,
    note: str = "",
    **kept: Any,
) -> None:
    """Change the state if nobody else has, then write it down."""
    before = version.state
    after = covering.TABLE.target(state=before, move=move)
    read = version.seen if seen is None else seen
    as_read = CoverVersion.objects.filter(pk=version.pk, state=before, seen=read)
    if not as_read.update(state=after, seen=F("seen") + 1, **kept):
        raise NotAllowed(STALE)
    version.refresh_from_db()
    _write_down(version, move, before=before, by=by, on=on, note=note)


def _write_down(
    version: CoverVersion, move: str, *, before: str, by: Post, on: date, note: str = ""
) -> None:
    story.write_step(
        record=version.report.record,
        move=move,
        from_state=before,
        to_state=version.state,
        by=by,
        on=on,
        note=f"Version {version.number}. {note}".strip(),
        sensitivity=Sensitivity.NONE,
    )
