"""Registering an inspection, showing its findings again each year, agreeing actions on them."""

from datetime import date

from django.db import transaction

from holdfast.board.scrutiny.access import INSPECTION
from holdfast.board.scrutiny.models import (
    ClaimEvidence,
    Finding,
    FindingAction,
    FindingThread,
    Grade,
    Inspection,
)
from holdfast.board.scrutiny.rules.claims import year_of
from holdfast.board.scrutiny.rules.told import ToldInspection
from holdfast.board.workplan import transitions as workplan
from holdfast.board.workplan.models import Challenge
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.states import Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def register_inspection(
    told: ToldInspection, *, area: Area, owner: Agency, by: Post, on: date
) -> Inspection:
    """
    Open an inspection's record with its grades and findings.

    Only what has been published by `on` can be registered: nobody knew more that day.
    """
    known_from = (told.published or told.held).first
    if known_from > on:
        raise NotAllowed(
            f"This report came out on {day_words(known_from)}. Register it on that day or later."
        )
    if Inspection.objects.filter(code=told.code).exists():
        raise NotAllowed(f"The inspection {told.code} is registered already. Open that one.")
    record = gate.open_record(kind=INSPECTION, area=area, owner=owner, by=by, on=on)
    inspection = Inspection.objects.create(
        record=record,
        code=told.code,
        body=told.body,
        title=told.title,
        framework=told.framework,
        held_from=told.held.first,
        held_to=told.held_to,
        precision=told.held.precision,
        published_from=told.published.first if told.published else None,
        published_precision=told.published.precision if told.published else "day",
        source=told.source,
        status=told.status,
    )
    Grade.objects.bulk_create(
        Grade(inspection=inspection, name=one.name, grade=one.grade, scale=one.scale)
        for one in told.grades
    )
    Finding.objects.bulk_create(
        Finding(
            inspection=inspection,
            number=number,
            topic=one.topic,
            text=one.text,
            kind=one.kind,
            paragraph=one.paragraph,
            source=told.source[:200],
            status=one.status,
            tested_by=one.tested_by,
        )
        for number, one in enumerate(told.findings, 1)
    )
    _write_down(inspection, "register_inspection", by=by, on=on, note=told.source)
    return inspection


@transaction.atomic
def evidence_claim(
    finding: Finding, *, what: str, dated: Dated, by: Post, on: date, figure: str = ""
) -> ClaimEvidence:
    """Show a finding again, in the board year that the evidence is dated in. It is kept as is."""
    inspection = finding.inspection
    gate.require(by, Can.WORK, inspection.record)
    if not what.strip():
        raise NotAllowed("Say what shows that this finding still stands, or that it was mended.")
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. Evidence is dated when it was there.")
    if dated.last < inspection.held_from:
        raise NotAllowed(
            f"{dated.words} lies before the inspection. Give evidence from after it was held."
        )
    given = ClaimEvidence.objects.create(
        finding=finding,
        year=year_of(dated.first),
        what=what.strip(),
        figure=figure.strip(),
        dated_from=dated.first,
        precision=dated.precision,
        by=by,
        given_on=on,
        **moment.written(),
    )
    note = f"Finding {finding}: {given.what}, {dated.words}"
    _write_down(inspection, "evidence_claim", by=by, on=on, note=note)
    return given


@transaction.atomic
def agree_action(
    finding: Finding,
    *,
    what: str,
    owner: tracker.Who,
    reviewer: tracker.Who = tracker.NOBODY,
    due_on: date | None,
    by: Post,
    on: date,
    kind: Kind = Kind.IMPROVEMENT,
) -> FindingAction:
    """Put a promise that answers a finding into the one tracker, under the inspection's record."""
    action = tracker.agree(
        finding.inspection.record,
        what=what,
        why=f"Finding {finding.number}: {finding.topic}",
        owner=owner,
        reviewer=reviewer,
        due_on=due_on,
        kind=kind,
        by=by,
        on=on,
    )
    return FindingAction.objects.create(finding=finding, action=action)


@transaction.atomic
def join_thread(
    finding: Finding, *, challenge: Challenge, by: Post, on: date, to_ask: str = ""
) -> FindingThread:
    """
    Let a finding join the thread of a challenge about the same thing.

    A challenge that was closed is back on the agenda by it, with a question to ask.
    """
    inspection = finding.inspection
    gate.require(by, Can.WORK, inspection.record)
    if finding.threads.filter(challenge=challenge).exists():
        raise NotAllowed("This finding has joined that challenge already.")
    workplan.join_finding(
        challenge,
        finding=finding.text,
        source=f"{inspection.title}, paragraph {finding.paragraph or 'not known'}"[:200],
        dated=inspection.published or inspection.held,
        to_ask=to_ask,
        by=by,
        on=on,
    )
    joined = FindingThread.objects.create(finding=finding, challenge=challenge, by=by, on=on)
    note = f"Finding {finding} joined {challenge}"
    _write_down(inspection, "join_thread", by=by, on=on, note=note)
    return joined


@transaction.atomic
def say_done(link: FindingAction, *, by: Post, on: date, seen: int | None = None) -> None:
    """Say that the action on a finding is done. It stays amber until somebody shows it."""
    tracker.claim_done(link.action, by=by, on=on, seen=seen)


@transaction.atomic
def show_done(
    link: FindingAction,
    *,
    what: str,
    dated: Dated | None,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Show that the action was done. With a date, it is evidenced."""
    tracker.evidence(link.action, what=what, dated=dated, by=by, on=on, seen=seen)


@transaction.atomic
def set_retest(
    link: FindingAction, *, next_on: date, by: Post, on: date, seen: int | None = None
) -> None:
    """Set the day on which somebody other than the owner looks whether it held."""
    tracker.set_review(link.action, next_on=next_on, found="", by=by, on=on, seen=seen)


@transaction.atomic
def retest(
    link: FindingAction, *, held: bool, finding: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Look again, as somebody other than the owner. What did not hold is open again."""
    tracker.retest(link.action, held=held, finding=finding, by=by, on=on, seen=seen)


def _write_down(inspection: Inspection, move: str, *, by: Post, on: date, note: str) -> None:
    story.write_step(
        record=inspection.record,
        move=move,
        by=by,
        on=on,
        note=note,
        sensitivity=Sensitivity.NONE,
    )
