"""Opening, changing and ending a body; its terms; the bodies outside that it deals with."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.partnership.access import KIND
from holdfast.board.partnership.models import Body, LinkedBody, Terms
from holdfast.board.partnership.rules.words import BodyKind
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

CHANGED = (
    "Somebody else has just changed this. Nothing of theirs was overwritten, and what you wrote "
    "is still in the form. Look at it, then send it again."
)


@transaction.atomic
def open_body(
    *,
    code: str,
    name: str,
    kind: BodyKind,
    purpose: str,
    by: Post,
    on: date,
    reports_to: Body | None = None,
    follows: Body | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    meets_a_year: int | None = None,
    joint_with: str = "",
    source: str = "",
) -> Body:
    """Open a body's record. A task and finish group says when it ends."""
    area = by.agency.area
    if area is None:
        raise NotAllowed("Your agency belongs to no area, so it can have no board's bodies.")
    if kind is BodyKind.TASK_AND_FINISH and ends_on is None:
        raise NotAllowed("A task and finish group has an end. Give the day it ends.")
    if starts_on and ends_on and ends_on < starts_on:
        raise NotAllowed("A body ends after it starts. Correct one of the two days.")
    if Body.objects.of(area).existing(on=starts_on or on).filter(code=code).exists():
        raise NotAllowed(f"There is a body called {code} already. Give this one another code.")
    record = gate.open_record(kind=KIND, area=area, owner=by.agency, by=by, on=on)
    body = Body.objects.create(
        record=record,
        code=code,
        name=name,
        kind=kind,
        purpose=purpose,
        reports_to=reports_to,
        follows=follows,
        starts_on=starts_on,
        ends_on=ends_on,
        meets_a_year=meets_a_year,
        joint_with=joint_with,
        source=source,
    )
    story.write_step(record=record, move="open_body", to_state="open", by=by, on=on, note=name)
    return body


@transaction.atomic
def change_body(
    body: Body,
    *,
    name: str,
    purpose: str,
    reports_to: Body | None,
    meets_a_year: int | None,
    joint_with: str,
    seen: int,
    by: Post,
    on: date,
) -> None:
    """Say anew what a body is called, is for, and reports to."""
    gate.require(by, Can.WORK, body.record)
    above: Body | None = reports_to
    while above is not None:
        if above.pk == body.pk:
            raise NotAllowed(f"{body.name} cannot report to itself. Choose another body.")
        above = above.reports_to
    changed = Body.objects.filter(pk=body.pk, version=seen).update(
        name=name,
        purpose=purpose,
        reports_to=reports_to,
        meets_a_year=meets_a_year,
        joint_with=joint_with,
        version=F("version") + 1,
    )
    if not changed:
        raise NotAllowed(CHANGED)
    body.refresh_from_db()
    story.write_step(record=body.record, move="change_body", by=by, on=on, note=name)


@transaction.atomic
def end_body(body: Body, *, ends_on: date, why: str, by: Post, on: date) -> None:
    """Say when a body ended or will end. Its seats end with it; its record can still be read."""
    gate.require(by, Can.WORK, body.record)
    if body.starts_on and ends_on < body.starts_on:
        raise NotAllowed("A body ends after it starts. Give a later day.")
    open_ = Body.objects.filter(pk=body.pk, version=body.version)
    if not open_.update(ends_on=ends_on, version=F("version") + 1):
        raise NotAllowed(CHANGED)
    body.refresh_from_db()
    body.seats.filter(ends_on__isnull=True, starts_on__gt=ends_on).update(
        ends_on=F("starts_on"), why_ended="The body ended"
    )
    body.seats.filter(ends_on__isnull=True).update(ends_on=ends_on, why_ended="The body ended")
    note = f"Ends on {day_words(ends_on)}. {why}".strip()
    story.write_step(
        record=body.record, move="end_body", to_state="ended", by=by, on=on, note=note
    )


@transaction.atomic
def agree_terms(
    body: Body,
    *,
    duties: Sequence[str],
    by: Post,
    on: date,
    text: str = "",
    agreed_on: date | None = None,
    review_on: date | None = None,
    seen: int | None = None,
) -> Terms:
    """
    Agree a body's terms of reference as its next version. Earlier versions stay as they are.

    `seen` is the number of the version that the editor read, 0 for none.
    """
    gate.require(by, Can.WORK, body.record)
    day = agreed_on or on
    if not text.strip() and not duties:
        raise NotAllowed("Terms of reference say something. Write a text or list the duties.")
    if day > on:
        raise NotAllowed(f"{day_words(day)} has not come yet. Give the day it was agreed.")
    if review_on and review_on <= day:
        raise NotAllowed("Terms are reviewed after they are agreed. Give a later day.")
    last = body.terms.order_by("-number").values_list("number", flat=True).first() or 0
    if seen is not None and seen != last:
        raise NotAllowed(CHANGED)
    terms = Terms.objects.create(
        body=body,
        number=last + 1,
        agreed_on=day,
        review_on=review_on,
        text=text,
        duties=list(duties),
        by=by,
        **moment.written(),
    )
    note = f"Version {terms.number}, agreed {day_words(day)}"
    story.write_step(record=body.record, move="agree_terms", by=by, on=on, note=note)
    return terms


@transaction.atomic
def link_body(
    body: Body,
    *,
    name: str,
    what: str,
    by: Post,
    on: date,
    represented_by: Post | None = None,
    represented_role: str = "",
    agreement: str = "",
    starts_on: date | None = None,
) -> LinkedBody:
    """List a body outside the board, what it is for, and who speaks for the board there."""
    gate.require(by, Can.WORK, body.record)
    if body.links.filter(name=name, ends_on__isnull=True).exists():
        raise NotAllowed(f"{name} is listed already. Open that line.")
    link = LinkedBody.objects.create(
        body=body,
        name=name,
        what=what,
        represented_by=represented_by,
        represented_role=represented_role,
        agreement=agreement,
        starts_on=starts_on,
    )
    story.write_step(record=body.record, move="link_body", by=by, on=on, note=name)
    return link


@transaction.atomic
def end_link(link: LinkedBody, *, ends_on: date, by: Post, on: date) -> None:
    gate.require(by, Can.WORK, link.body.record)
    if link.starts_on and ends_on < link.starts_on:
        raise NotAllowed("A link ends after it starts. Give a later day.")
    listed = LinkedBody.objects.filter(pk=link.pk, ends_on__isnull=True)
    if not listed.update(ends_on=ends_on, version=F("version") + 1):
        raise NotAllowed("This link has ended already.")
    link.refresh_from_db()
    note = f"{link.name}, ended {day_words(ends_on)}"
    story.write_step(record=link.body.record, move="end_link", by=by, on=on, note=note)
