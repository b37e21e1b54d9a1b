"""Opening and closing a record, writing its steps, keeping its files: the spine's only writers."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from django.db import transaction
from django.db.models import F

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Holding, Post
from holdfast.kernel.records.models import (
    Audience,
    Counter,
    File,
    Hold,
    Record,
    Sensitivity,
    Step,
)
from holdfast.kernel.records.moves import NotAllowed

LARGEST_FILE = 10 * 1024 * 1024
OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS_OF_FILE = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "text/plain": "txt",
    f"{OFFICE}.wordprocessingml.document": "docx",
    f"{OFFICE}.spreadsheetml.sheet": "xlsx",
    f"{OFFICE}.presentationml.presentation": "pptx",
}
BEGINS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n",
    "jpg": b"\xff\xd8\xff",
    **dict.fromkeys(("docx", "xlsx", "pptx"), b"PK\x03\x04"),
}
"""How each kind of file begins, so that nothing is kept under another kind's name."""


@transaction.atomic
def open_record(
    *,
    kind: str,
    prefix: str,
    area: Area,
    owner: Agency,
    sealed: bool,
    retention: str,
    on: date,
) -> Record:
    """Open a record with the next reference of its kind and year, such as AL-2013-0009.

    Rooms call `gate.open_record`, which asks first whether the post may open one.
    """
    return open_records(
        kind=kind,
        prefix=prefix,
        area=area,
        owners=[owner],
        sealed=sealed,
        retention=retention,
        on=on,
    )[0]


@transaction.atomic
def open_records(
    *,
    kind: str,
    prefix: str,
    area: Area,
    owners: Sequence[Agency],
    sealed: bool,
    retention: str,
    on: date,
) -> list[Record]:
    """Open a record for each owner, in as many queries as one. The order is the owners'."""
    _not_in_the_future(on)
    references = _next_references(prefix, on.year, len(owners))
    return Record.objects.bulk_create(
        Record(
            kind=kind,
            reference=reference,
            area=area,
            owner=owner,
            sealed=sealed,
            retention=retention,
            opened_on=on,
        )
        for owner, reference in zip(owners, references, strict=True)
    )


@transaction.atomic
def next_reference(*, prefix: str, year: int) -> str:
    """Give out the next number under a heading.

    The update locks the counter's row until the transaction ends, so two at once get two numbers
    and a rollback gives its number back.
    """
    return _next_references(prefix, year, 1)[0]


def _next_references(prefix: str, year: int, count: int) -> list[str]:
    heading = f"{prefix}-{year}"
    Counter.objects.bulk_create([Counter(heading=heading)], ignore_conflicts=True)
    Counter.objects.filter(pk=heading).update(last=F("last") + count)
    last = Counter.objects.get(pk=heading).last
    return [f"{heading}-{number:04d}" for number in range(last - count + 1, last + 1)]


@transaction.atomic
def write_step(
    *,
    record: Record,
    move: str,
    by: Post,
    on: date,
    from_state: str = "",
    to_state: str = "",
    note: str = "",
    section: str = "story",
    source: Agency | None = None,
    subjects: Sequence[str] = (),
    audience: Audience = Audience.ROOM,
    sensitivity: Sensitivity = Sensitivity.PERSONAL,
) -> Step:
    """Write down one thing that was done, with the day it happened. The database dates the row."""
    _not_in_the_future(on)
    return Step.objects.create(
        record=record,
        section=section,
        move=move,
        from_state=from_state,
        to_state=to_state,
        on=on,
        by=by,
        holding=holder(by),
        note=note,
        source=source or by.agency,
        subjects=list(subjects),
        audience=audience,
        sensitivity=sensitivity,
        **moment.written(),
    )


class Moved(Protocol):
    """A room's own row that is kept with a record and stands in a state."""

    @property
    def record(self) -> Record: ...

    @property
    def state(self) -> str: ...


@transaction.atomic
def write_move(
    moved: Moved, move: str, *, before: str, by: Post, on: date, note: str = ""
) -> Step:
    """Write down a move that says nothing about a child, from the state before to the one now."""
    return write_step(
        record=moved.record, move=move, from_state=before, to_state=moved.state, by=by, on=on,
        note=note, sensitivity=Sensitivity.NONE,
    )  # fmt: skip


@transaction.atomic
def write_steps(
    records: Sequence[Record], *, move: str, to_state: str, by: Post, on: date
) -> None:
    """Write down the same first step of several records, in as many queries as one."""
    _not_in_the_future(on)
    holding = holder(by)
    Step.objects.bulk_create(
        Step(
            record=record,
            move=move,
            to_state=to_state,
            on=on,
            by=by,
            holding=holding,
            source=by.agency,
            **moment.written(),
        )
        for record in records
    )


@transaction.atomic
def keep_file(
    *,
    record: Record,
    title: str,
    content: bytes,
    content_type: str,
    by: Post,
    on: date,
    section: str = "story",
    subjects: Sequence[str] = (),
    audience: Audience = Audience.ROOM,
    sensitivity: Sensitivity = Sensitivity.PERSONAL,
) -> File:
    """Keep a paper with a record under a name that says nothing about anybody."""
    if content_type not in KINDS_OF_FILE:
        raise NotAllowed(
            "Keep a PDF, Word, Excel, PowerPoint, text, PNG or JPEG file. "
            "This file is none of these."
        )
    if not content:
        raise NotAllowed("The file is empty. Choose the file again.")
    if len(content) > LARGEST_FILE:
        raise NotAllowed("The file is larger than 10 MB. Keep a smaller copy.")
    if not content.startswith(BEGINS.get(KINDS_OF_FILE[content_type], b"")):
        raise NotAllowed("The file is not what it is called. Save it again as PDF or Word.")
    number = record.files.count() + 1
    return File.objects.create(
        record=record,
        section=section,
        title=title,
        filename=f"paper-{number:03d}.{KINDS_OF_FILE[content_type]}",
        content_type=content_type,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        by=by,
        on=on,
        source=by.agency,
        subjects=list(subjects),
        audience=audience,
        sensitivity=sensitivity,
        **moment.written(),
    )


@transaction.atomic
def move_on(record: Record, *, version: int) -> None:
    """Take the record from the version its editor read to the next, or say who was first."""
    taken = Record.objects.filter(pk=record.pk, version=version)
    if not taken.update(version=F("version") + 1):
        raise NotAllowed(
            "Somebody else has just changed this record. Nothing of theirs was overwritten, and "
            "what you wrote is still in the form. Look at the record, then send it again."
        )
    record.refresh_from_db(fields=["version"])


@transaction.atomic
def close_record(record: Record, *, on: date) -> None:
    _not_in_the_future(on)
    Record.objects.filter(pk=record.pk).update(closed_on=on)
    record.refresh_from_db(fields=["closed_on"])


@transaction.atomic
def reopen_record(record: Record) -> None:
    Record.objects.filter(pk=record.pk).update(closed_on=None)
    record.refresh_from_db(fields=["closed_on"])


@transaction.atomic
def place_hold(record: Record, *, reason: str, by: Post, on: date) -> Hold:
    """Keep a record from being disposed of, for a reason."""
    return Hold.objects.create(record=record, reason=reason, placed_by=by, placed_on=on)


@transaction.atomic
def lift_hold(hold: Hold, *, by: Post, on: date) -> None:
    if not Hold.objects.filter(pk=hold.pk, lifted_on__isnull=True).update(
        lifted_by=by, lifted_on=on
    ):
        raise NotAllowed("This hold has been lifted already.")


def holder(post: Post) -> Holding:
    """Return who holds the post now, or say that nobody does."""
    found = Holding.objects.current(at=moment.now()).filter(post=post).first()
    if found is None:
        raise NotAllowed(f"Nobody holds the post of {post.title} today, so it cannot act.")
    return found


def _not_in_the_future(on: date) -> None:
    if on > moment.today():
        raise NotAllowed(f"{on:%-d %B %Y} has not come yet. Give the day it happened.")
