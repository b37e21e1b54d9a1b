"""How an assessment begins: the manager starts it, for one child or a sibling group."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.models import Grant
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments.access import (
    ALLOCATED_DAYS,
    COPY,
    KIND,
    STORY,
    WRITERS,
    single_from,
)
from holdfast.practice.assessments.models import Assessment, AssessmentChild
from holdfast.practice.assessments.rules import editions, states
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.transitions import carrying
from holdfast.practice.assessments.transitions.told import AssessedTold
from holdfast.practice.children import transitions as children_verbs
from holdfast.practice.children.models import Child

LAWFUL_BASIS = "Children Act 1989, section 17"
IN_HAND = "{name} is being assessed already. Go on with that assessment, or stop it first."


@transaction.atomic
def start(
    children: Sequence[AssessedTold],
    *,
    kind: Kind,
    received_on: date,
    asked: str,
    worker: Post,
    by: Post,
    on: date,
    counted_from: date | None = None,
    contact_record: Record | None = None,
    follows: Assessment | None = None,
    review_on: date | None = None,
    family_told: bool = True,
    why_not_told: str = "",
) -> Assessment:
    """Begin an assessment of one child or a sibling group, and let its worker in.

    Which kinds there are, and which clock runs, is by the edition in force on `counted_from`: the
    day of the referral, or for a core assessment the day the initial one ended.
    """
    counted = counted_from or received_on
    offer = editions.offered(counted, single_from=single_from())
    _check(children, kind=kind, offer=offer, asked=asked, worker=worker, on=on, counted=counted)
    here = this_partnership().area
    record = gate.open_record(kind=KIND, area=here, owner=by.agency, by=by, on=on)
    assessment = Assessment.objects.create(
        record=record,
        kind=kind.value,
        began_as=kind.value,
        edition=offer.edition,
        state=states.TABLE.start,
        contact_record=contact_record,
        follows=follows,
        **{"received_on": received_on, "counted_from": counted, "started_on": on},
        **{"worker": worker, "manager": by, "asked": asked, "review_on": review_on},
    )
    _add(assessment, children, by=by, on=on)
    _let_in(assessment, worker, by=by, on=on, told=family_told, why=why_not_told)
    _allocate(assessment, worker, by=by, on=on)
    _clocks(assessment, by=by)
    names = ", ".join(child.known_as for child in children)
    note = f"{editions.WORDS[kind]} of {names}. {offer.why} Worker: {worker.title}."
    story.write_step(
        record=record, move="start", to_state=assessment.state, on=on, by=by, note=note
    )
    return assessment


@transaction.atomic
def hand_over(assessment: Assessment, *, to: Post, why: str, by: Post, on: date) -> None:
    """Give the assessment to another worker. The one before is let in no longer."""
    gate.require(by, gate.Can.DECIDE, assessment.record, section=STORY)
    if assessment.state not in states.OPEN:
        raise NotAllowed("This assessment is finished. There is nothing to hand over.")
    _require_worker(to)
    if to == assessment.worker or not why.strip():
        raise NotAllowed("Choose another worker, and say why it changes hands.")
    live = Grant.objects.filter(record=assessment.record, post=assessment.worker, end=None)
    for grant in live:
        grants.end(grant, by=by, why=why)
    before = assessment.worker
    Assessment.objects.filter(pk=assessment.pk).update(worker=to)
    assessment.refresh_from_db(fields=["worker"])
    _let_in(assessment, to, by=by, on=on, told=True, why="")
    _allocate(assessment, to, by=by, on=on)
    for clock in assessment.record.deadlines.open().filter(whose_post=before):
        running.hand_over(clock, whose_move=to, by=by, on=on)
    story.write_step(
        record=assessment.record,
        move="hand_over",
        from_state=assessment.state,
        to_state=assessment.state,
        on=on,
        by=by,
        note=f"From {before.title} to {to.title}. {why}",
    )


def _add(assessment: Assessment, children: Sequence[AssessedTold], *, by: Post, on: date) -> None:
    for number, child in enumerate(children, 1):
        row = AssessmentChild.objects.create(
            assessment=assessment,
            child_record=child.record,
            number=number,
            known_as=child.known_as,
            born_on=child.born_on,
            due_on=child.due_on,
        )
        carrying.carry(row, known=child.known, by=by, on=on)


def _check(
    children: Sequence[AssessedTold],
    *,
    kind: Kind,
    offer: editions.Offer,
    asked: str,
    worker: Post,
    on: date,
    counted: date,
) -> None:
    if not children:
        raise NotAllowed("Choose at least one child.")
    if kind not in offer.kinds:
        named = " or ".join(editions.WORDS[one].lower() for one in offer.kinds)
        raise NotAllowed(f"{offer.why} It has the {named}. Begin that one.")
    if counted > on:
        raise NotAllowed("The assessment cannot begin before the referral came.")
    if not asked.strip():
        raise NotAllowed("Say what the assessment is to find out.")
    _require_worker(worker)
    busy = AssessmentChild.objects.filter(
        child_record__in=[child.record for child in children if child.record],
        assessment__in=Assessment.objects.open(),
    )
    held = busy.first()
    if held is not None:
        raise NotAllowed(IN_HAND.format(name=held.known_as))


def _require_worker(post: Post) -> None:
    if post.role not in WRITERS:
        raise NotAllowed("An assessment is written by a social worker. Choose one.")


def _let_in(
    assessment: Assessment, worker: Post, *, by: Post, on: date, told: bool, why: str
) -> None:
    grants.give(
        assessment.record,
        to=worker,
        sections=[STORY, COPY],
        purpose="Allocated to assess",
        lawful_basis=LAWFUL_BASIS,
        expires_at=moment.end_of(on=on, days=ALLOCATED_DAYS),
        by=by,
        family_told=told,
        why_not_told=why,
        level=Grant.Level.WORK,
    )


def _allocate(assessment: Assessment, worker: Post, *, by: Post, on: date) -> None:
    """The children of the group have the assessment's worker, who so sees their own records."""
    records = assessment.children.exclude(child_record=None).values("child_record")
    for child in Child.objects.filter(record__in=records).exclude(worker=worker):
        children_verbs.allocate(child, to=worker, by=by, on=on)


def _clocks(assessment: Assessment, *, by: Post) -> None:
    kind = Kind(assessment.kind)
    rule = editions.limit_of(kind, assessment.counted_from)
    if rule:
        running.start(
            assessment.record, rule, on=assessment.counted_from,
            whose_move=assessment.worker, by=by,
        )  # fmt: skip
    if kind is Kind.SINGLE:
        for checkpoint in editions.CHECKPOINTS:
            running.start(
                assessment.record, checkpoint, on=assessment.counted_from,
                whose_move=assessment.manager, by=by,
            )  # fmt: skip
