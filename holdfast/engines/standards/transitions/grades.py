"""Claims, what moderators find, and what is carried forward from the time before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Case, F, Q, Value, When

from holdfast.engines.standards.models import Assessment, Citation, Criterion, Edition, Grade
from holdfast.engines.standards.rules.scales import RAG, Apart, Scale, mapped
from holdfast.engines.standards.transitions.frameworks import lock_edition
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.words import Refused
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Claim:
    """What a body says of itself on one criterion: a grade or what stands apart, and why."""

    criterion: str
    value: str
    words: str = ""
    impact: str = ""


@transaction.atomic
def open_assessment(
    record: Record,
    *,
    edition: Edition,
    body: Agency,
    label: str,
    by: Post,
    on: date,
    service: str = "",
    standards: Sequence[int] | None = None,
) -> Assessment:
    """Open a body's assessment under a room's record, with every criterion not graded yet.

    `standards` leaves out optional standards that are not asked; by default all are asked.
    """
    gate.require(by, Can.WORK, record)
    lock_edition(edition, by=by, on=on)
    there = Assessment.objects.filter(record=record, body=body, service=service)
    if there.exists():
        raise NotAllowed(f"{body.name} is assessed in this cycle already.")
    found = Assessment.objects.create(
        record=record, edition=edition, body=body, service=service, label=label
    )
    criteria = Criterion.objects.filter(standard__edition=edition)
    if standards is not None:
        criteria = criteria.filter(standard__number__in=standards)
    Grade.objects.bulk_create(Grade(assessment=found, criterion=one) for one in criteria)
    return found


@transaction.atomic
def take_claims(
    assessment: Assessment, claims: Iterable[Claim], *, author: Post | None, by: Post, on: date
) -> int:
    """Write a body's own grades from its return; returns how many were taken.

    `author` signed the return, where a post here did; `by` takes it in. What was moderated keeps
    its moderated grade.
    """
    gate.require(by, Can.WORK, assessment.record)
    scale = assessment.edition.scale or RAG
    grades = {
        grade.criterion.code: grade
        for grade in assessment.grades.select_related("criterion").order_by("pk")
    }
    taken = []
    for claim in claims:
        _is_an_answer(claim.value, scale)
        if claim.criterion not in grades:
            raise NotAllowed(f"{claim.criterion} is no criterion of this assessment.")
        grade = grades[claim.criterion]
        grade.self_value, grade.self_words = claim.value, claim.words
        grade.impact, grade.self_by, grade.self_on = claim.impact, author, on
        grade.still_true_on = on if grade.carried_from_id else None
        grade.version += 1
        taken.append(grade)
    fields = ("self_value", "self_words", "impact", "self_by", "self_on", "still_true_on")
    Grade.objects.bulk_update(taken, [*fields, "version"])
    _say(assessment, "take_claims", by=by, on=on, note=f"{assessment.name}: {len(taken)} grades")
    return len(taken)


def _is_an_answer(value: str, scale: Scale) -> None:
    if not scale.holds(value) and value not in set(Apart):
        grades = ", ".join(step.value for step in scale.steps)
        raise NotAllowed(f"“{value}” is no grade here. Choose one of {grades}.")


@dataclass(frozen=True)
class Finding:
    """What the panel finds on one criterion. `seen` is the version of the grade that was read."""

    criterion: str
    value: str
    reason: str
    seen: int | None = None


@transaction.atomic
def moderate(
    grade: Grade, *, value: str, reason: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Write what the panel finds beside what the body says, with the reason."""
    version = grade.version if seen is None else seen
    found = Finding(grade.criterion.code, value, reason, version)
    moderate_sheet(grade.assessment, [found], by=by, on=on)
    grade.refresh_from_db()


@transaction.atomic
def moderate_sheet(
    assessment: Assessment, findings: Sequence[Finding], *, by: Post, on: date
) -> None:
    """
    Write what the panel finds on several criteria, all or none.

    Nobody moderates for an agency of their own. The second of two who moderate one criterion at
    once is told, and nothing is overwritten.
    """
    _require_moderator(assessment, by=by)
    scale = assessment.edition.scale or RAG
    mine = assessment.grades.filter(criterion__code__in=[one.criterion for one in findings])
    grades = {one.criterion.code: one for one in mine.select_related("criterion")}
    for found in findings:
        _may_be_found(grades[found.criterion], found, assessment, scale, by=by)
    _swap(grades, findings, by=by, on=on)
    told = [
        f"{one.criterion}: {grades[one.criterion].moderated_value or 'not moderated'} to "
        f"{one.value}. {one.reason.strip()}"
        for one in findings
    ]
    _say(assessment, "moderate", by=by, on=on, note=f"{assessment.name}. {' '.join(told)}")


def _swap(grades: Mapping[str, Grade], findings: Sequence[Finding], *, by: Post, on: date) -> None:
    """Write every finding in one query, if no grade has changed since it was read."""
    seen = {
        one.criterion: grades[one.criterion].version if one.seen is None else one.seen
        for one in findings
    }
    as_read = Q(pk=None)
    for code, version in seen.items():
        as_read |= Q(pk=grades[code].pk, version=version)
    values = [When(pk=grades[one.criterion].pk, then=Value(one.value)) for one in findings]
    reasons = [
        When(pk=grades[one.criterion].pk, then=Value(one.reason.strip())) for one in findings
    ]
    written = Grade.objects.filter(as_read).update(
        moderated_value=Case(*values),
        reason=Case(*reasons),
        moderated_by=by,
        moderated_on=on,
        version=F("version") + 1,
    )
    if written != len(seen):
        newer = [code for code, version in seen.items() if grades[code].version != version]
        raise NotAllowed(
            f"Somebody else has just moderated criterion {', '.join(newer) or 'of this return'}. "
            "Nothing of theirs was overwritten. Read what they found, then say whether you "
            "still differ."
        )


def _may_be_found(
    grade: Grade, found: Finding, assessment: Assessment, scale: Scale, *, by: Post
) -> None:
    _is_an_answer(found.value, scale)
    if by.pk == grade.self_by_id or by.agency_id == assessment.body_id:
        raise NotAllowed("Nobody moderates a grade of their own agency. Ask another member.")
    if not found.reason.strip():
        raise NotAllowed("Say why, in a sentence that the agency can answer.")


def _require_moderator(assessment: Assessment, *, by: Post) -> None:
    rights = (Can.WORK, Can.DECIDE)
    if not any(gate.may(by, can, assessment.record) for can in rights):
        raise Refused("This post may not moderate here.")


@transaction.atomic
def carry_forward(assessment: Assessment, *, source: Assessment, by: Post, on: date) -> int:
    """Carry last time's grades and evidence over, each to be confirmed before it counts.

    An edition with another scale takes the grade that stands at the same place. Criteria are the
    same where their codes are. Returns how many were carried.
    """
    gate.require(by, Can.WORK, assessment.record)
    gate.require(by, Can.SEE, source.record)
    if source.body_id != assessment.body_id:
        raise NotAllowed("Only the same agency's grades can be carried forward.")
    old, new = source.edition.scale or RAG, assessment.edition.scale or RAG
    earlier = {one.criterion.code: one for one in source.grades.for_page()}
    carried, cited = [], []
    for grade in assessment.grades.select_related("criterion").order_by("pk"):
        before = earlier.get(grade.criterion.code)
        if before is None or not before.value or grade.self_value:
            continue
        grade.self_value = mapped(before.value, source=old, target=new)
        grade.self_words, grade.impact = before.self_words, before.impact
        grade.self_by, grade.self_on = before.self_by, before.self_on
        grade.carried_from, grade.version = before, grade.version + 1
        carried.append(grade)
        cited += [Citation(grade=grade, evidence=c.evidence) for c in before.citations.all()]
    fields = ("self_value", "self_words", "impact", "self_by", "self_on", "carried_from")
    Grade.objects.bulk_update(carried, [*fields, "version"])
    Citation.objects.bulk_create(cited, ignore_conflicts=True)
    if not carried:
        raise NotAllowed(
            f"Nothing of {source.label} can be carried: every criterion has its grade here, "
            "or had none then."
        )
    note = f"{assessment.name}: {len(carried)} grades from {source.label}"
    _say(assessment, "carry_forward", by=by, on=on, note=note)
    return len(carried)


@transaction.atomic
def confirm_still_true(grade: Grade, *, by: Post, on: date) -> None:
    """Say that a grade carried forward is still true, so that it counts from today."""
    confirm_all(grade.assessment, grades=[grade.pk], by=by, on=on)
    grade.refresh_from_db()


@transaction.atomic
def confirm_all(assessment: Assessment, *, grades: Collection[int], by: Post, on: date) -> None:
    """Say of several grades carried forward that they are still true, all or none."""
    gate.require(by, Can.WORK, assessment.record)
    chosen = assessment.grades.filter(pk__in=grades)
    waiting = chosen.filter(carried_from__isnull=False, still_true_on__isnull=True)
    codes = list(waiting.values_list("criterion__code", flat=True))
    told = waiting.update(still_true_on=on, version=F("version") + 1)
    if not told or told != len(set(grades)):
        raise NotAllowed(
            "Nothing is waiting to be confirmed here, or somebody else has just confirmed it. "
            "Open the page again to see what is left."
        )
    note = f"{assessment.name}, {', '.join(codes)}"
    _say(assessment, "confirm_still_true", by=by, on=on, note=note)


def _say(assessment: Assessment, move: str, *, by: Post, on: date, note: str) -> None:
    story.write_step(record=assessment.record, move=move, by=by, on=on, note=note)
