"""A disagreement: raised, moved up stage by stage, resolved, or brought to the board."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from holdfast.board.scrutiny.access import ESCALATION, keeper
from holdfast.board.scrutiny.models import Escalation, StageRun
from holdfast.board.scrutiny.rules import escalating
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

LET_IN_DAYS = 365
BASIS = "Children Act 2004 section 13: co-operation between the agencies of the board"
STALE = "Somebody else has just moved this escalation. Open it again to see whose turn it is."


@transaction.atomic
def raise_escalation(*, reason: str, to: Post, by: Post, on: date) -> Escalation:
    """
    Raise a disagreement with another agency. The post asked has the first stage's days to answer.

    Nothing about a child is taken: the raiser keeps the reference in the agency's own case file.
    """
    if reason not in escalating.policy().reasons:
        raise NotAllowed("Choose one of the reasons.")
    if to.agency_id == by.agency_id:
        raise NotAllowed("Choose a post of another agency. Inside your own, ask your manager.")
    area = by.agency.area
    if area is None or to.agency.area_id != area.pk:
        raise NotAllowed("Choose a post of this area's agencies.")
    kept_by = keeper(area)
    story.holder(to)
    record = gate.open_record(kind=ESCALATION, area=area, owner=kept_by.agency, by=by, on=on)
    escalation = Escalation.objects.create(
        record=record,
        reason=reason,
        from_agency=by.agency,
        to_agency=to.agency,
        raised_by=by,
        raised_on=on,
        turn=to,
    )
    _run(escalation, stage=1, turn=to, on=on)
    for post in (by, to):
        _let_in(escalation, post, kept_by=kept_by)
    note = f"{escalating.policy().reasons[reason]}: to the {to.title}, {to.agency.name}"
    story.write_move(escalation, "raise_escalation", before="", by=by, on=on, note=note)
    return escalation


@transaction.atomic
def move_up(
    escalation: Escalation, *, to: Post, by: Post, on: date, seen: int | None = None
) -> None:
    """Take it to the next stage, whose turn is another post of the agency that was asked."""
    gate.require(by, Can.WORK, escalation.record)
    policy = escalating.policy()
    if escalation.stage >= policy.last:
        raise NotAllowed("This was the last stage between agencies. Bring it to the board.")
    if to.agency_id != escalation.to_agency_id or to.pk == escalation.turn_id:
        raise NotAllowed("Choose another post of the agency that was asked.")
    story.holder(to)
    stage = escalation.stage + 1
    _move(
        escalation,
        "move_up",
        by=by,
        on=on,
        seen=seen,
        note=f"To the {to.title}",
        stage=stage,
        turn=to,
    )
    _run(escalation, stage=stage, turn=to, on=on)
    _let_in(escalation, to, kept_by=keeper(escalation.record.area))


@transaction.atomic
def send_to_board(escalation: Escalation, *, by: Post, on: date, seen: int | None = None) -> None:
    """Bring it to the board when the stages between the agencies are used up."""
    gate.require(by, Can.WORK, escalation.record)
    policy = escalating.policy()
    if escalation.stage < policy.last and by.agency_id != escalation.record.owner_id:
        raise NotAllowed(
            f"{policy.stage(escalation.stage + 1).name} comes first. Take it up to that stage."
        )
    kept_by = keeper(escalation.record.area)
    _move(escalation, "send_to_board", by=by, on=on, seen=seen, note="", turn=kept_by)


@transaction.atomic
def end_escalation(
    escalation: Escalation,
    *,
    outcome: str,
    learning: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Say how it was settled, and what the agencies should learn: about the system, no child."""
    gate.require(by, Can.WORK, escalation.record)
    outcomes = escalating.policy().outcomes
    if outcome not in outcomes:
        raise NotAllowed("Say how it was settled: choose one of the outcomes.")
    if outcome == "withdrawn" and by.pk != escalation.raised_by_id:
        raise NotAllowed("Only the post that raised it can withdraw it.")
    _move(
        escalation, "resolve", by=by, on=on, seen=seen, note=outcomes[outcome],
        outcome=outcome, learning=learning.strip(), ended_on=on,
    )  # fmt: skip


def _run(escalation: Escalation, *, stage: int, turn: Post, on: date) -> None:
    due = escalating.due_on(escalating.policy().stage(stage), started=on)
    StageRun.objects.create(
        escalation=escalation, stage=stage, turn=turn, started_on=on, due_on=due
    )


def _move(
    escalation: Escalation,
    move: str,
    *,
    by: Post,
    on: date,
    seen: int | None,
    note: str,
    **kept: object,
) -> None:
    """Change it if nobody has since it was read, end the stage that ran, and write it down.

    `seen` is the stage that its editor read.
    """
    before = escalation.state
    after = escalating.TABLE.target(state=before, move=move)
    if on < escalation.raised_on:
        raise NotAllowed("That day lies before the day on which it was raised.")
    read = escalation.stage if seen is None else seen
    as_read = Escalation.objects.filter(pk=escalation.pk, state=before, stage=read)
    if not as_read.update(state=after, **kept):
        raise NotAllowed(STALE)
    StageRun.objects.filter(escalation=escalation, ended_on__isnull=True).update(ended_on=on)
    escalation.refresh_from_db()
    story.write_move(escalation, move, before=before, by=by, on=on, note=note)


def _let_in(escalation: Escalation, post: Post, *, kept_by: Post) -> None:
    """Let a post between whom it runs read and move it. Whoever is at home is in already."""
    if gate.may(post, Can.WORK, escalation.record):
        return
    ends = moment.today() + timedelta(days=LET_IN_DAYS)
    grants.give(
        escalation.record,
        to=post,
        sections=["story"],
        purpose="To settle a disagreement between agencies",
        lawful_basis=BASIS,
        expires_at=timezone.make_aware(datetime.combine(ends, time(23, 59))),
        by=kept_by,
        family_told=False,
        why_not_told="The record names no child and no family.",
        level=Grant.Level.WORK,
    )
