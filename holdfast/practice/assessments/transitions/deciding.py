"""The manager's part: looking in, sign-off by somebody else, lateness, conversion, stopping."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments.access import STORY, single_from
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules import domains, editions, states
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.transitions import moves

WRITTEN_BY = ("write_side", "find_factors", "propose_outcome", "submit")
SAME_AUTHOR = (
    "You wrote part of this assessment, so somebody else signs it. "
    "Ask another team manager, or the service manager."
)


@transaction.atomic
def submit(assessment: Assessment, *, by: Post, on: date, seen: int | None = None) -> None:
    """Hand the assessment to the manager. Two things must be there: without them nobody can
    decide what is safe for the child.
    """
    moves.require_writing(assessment, by=by, on=on)
    open_ones = assessment.children.filter(outcome="")
    missing = [row.known_as for row in open_ones]
    if missing:
        raise NotAllowed(
            f"Say what the assessment comes to for {' and '.join(missing)}. "
            "Without an outcome nobody can decide."
        )
    if not _has_meaning(assessment):
        raise NotAllowed(
            "Write in the analysis what it means for the child. The manager decides on it."
        )
    note = "Handed to the manager."
    moves.move_to(
        assessment, "submit", by=by, on=on, note=note, seen=seen, submitted_on=on, submitted_by=by
    )


@transaction.atomic
def send_back(
    assessment: Assessment, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Give it back for what is missing; the author may ask for it too."""
    can = Can.WORK if by == assessment.submitted_by else Can.DECIDE
    if not why.strip():
        raise NotAllowed("Say what is still to be done.")
    moves.move_to(assessment, "send_back", by=by, on=on, can=can, note=why, seen=seen)


@transaction.atomic
def authorise(
    assessment: Assessment,
    *,
    why: str,
    by: Post,
    on: date,
    code: LateReason | None = None,
    reason: str = "",
    seen: int | None = None,
) -> None:
    """Sign it, as somebody who did not write it. A late one may be given its reason here."""
    gate.require(by, Can.DECIDE, assessment.record, section=STORY)
    _require_another(assessment, by=by)
    if not why.strip():
        raise NotAllowed("Say why you agree with what it comes to.")
    moves.move_to(
        assessment,
        "authorise",
        by=by,
        on=on,
        can=Can.DECIDE,
        note=why,
        seen=seen,
        authorised_on=on,
        authorised_by=by,
        decision_why=why,
    )
    for clock in assessment.record.deadlines.open():
        if clock.rule_id in editions.CHECKPOINTS:
            running.stop_not_required(clock, reason="The assessment is authorised.", by=by, on=on)
        else:
            running.meet(clock, on=on, by=by, code=code, reason=reason.strip())
    story.close_record(assessment.record, on=on)


@transaction.atomic
def review(
    assessment: Assessment, *, found: str, by: Post, on: date, next_on: date | None = None
) -> None:
    """The manager looks at it with the author. The local checkpoints that are due are met."""
    if not found.strip():
        raise NotAllowed("Say how it stands and what holds it up.")
    if assessment.state not in states.OPEN:
        raise NotAllowed(moves.FINISHED)
    if next_on is not None and next_on <= on:
        raise NotAllowed("The next look must be on a later day.")
    moves.write_in(assessment, "review", by=by, on=on, note=found, can=Can.DECIDE)
    first = assessment.record.deadlines.open().filter(rule_id__in=editions.CHECKPOINTS)
    clock = first.order_by("due_on", "pk").first()
    if clock is not None:
        running.meet(clock, on=on, by=by)
    Assessment.objects.filter(pk=assessment.pk).update(reviewed_on=on, review_on=next_on)
    assessment.refresh_from_db(fields=["reviewed_on", "review_on"])


@transaction.atomic
def explain_lateness(
    assessment: Assessment, *, clock: Deadline, code: LateReason, reason: str, by: Post, on: date
) -> None:
    """Say why it is or was late. Guidance asks for the reason; the lateness stays."""
    gate.require(by, Can.WORK, assessment.record, section=STORY)
    if clock.record_id != assessment.record_id:
        raise NotAllowed("That clock belongs to another record.")
    running.explain(clock, code=code, reason=reason, by=by, on=on)
    moves.write_in(assessment, "explain_lateness", by=by, on=on, note=f"{clock.duty}. {reason}")


@transaction.atomic
def convert(
    assessment: Assessment, *, reason: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Make an open initial or core assessment a single one, once the edition allows it.

    Forty-five working days count from the original referral, so that they may be spent already;
    the earlier clock stays on the record (timescales, section 13).
    """
    kind = Kind(assessment.kind)
    if not editions.may_convert(kind, on=on, single_from=single_from()):
        raise NotAllowed("Only an initial or core assessment that is open after the change can.")
    if not reason.strip():
        raise NotAllowed("Say why it is converted. The manager answers for the time it took.")
    moves.move_to(
        assessment,
        "convert",
        by=by,
        on=on,
        can=Can.DECIDE,
        note=f"{editions.WORDS[kind]} made a single assessment. {reason}",
        seen=seen,
        kind=Kind.SINGLE.value,
        edition=editions.offered(on, single_from=single_from()).edition,
        counted_from=assessment.received_on,
    )
    clock = assessment.record.deadlines.open().filter(rule_id__in=editions.LIMITS[kind]).first()
    if clock is None or clock.rule_id == editions.SINGLE_LIMIT:
        return
    made = running.convert(clock, reason=reason, by=by, on=on)
    if made.started_on != assessment.received_on:
        cause = "A single assessment counts from the original referral."
        running.correct_start(made, started_on=assessment.received_on, cause=cause, by=by, on=on)


@transaction.atomic
def stop(assessment: Assessment, *, why: str, by: Post, on: date, seen: int | None = None) -> None:
    """End it before its time: the child moved away, or it was begun by mistake."""
    if not why.strip():
        raise NotAllowed("Say why it ends without being authorised.")
    moves.move_to(assessment, "stop", by=by, on=on, can=Can.DECIDE, note=why, seen=seen)
    for clock in assessment.record.deadlines.open():
        running.stop_not_required(clock, reason=why, by=by, on=on)
    story.close_record(assessment.record, on=on)


def _has_meaning(assessment: Assessment) -> bool:
    texts = assessment.texts.filter(side="analysis").order_by("version")
    latest = {text.who: text for text in texts}
    return any(text.said.get(domains.MEANING) for text in latest.values())


def _require_another(assessment: Assessment, *, by: Post) -> None:
    """Raise unless this person, in whatever post, wrote nothing of it."""
    mine = story.holder(by).person_id
    wrote = assessment.record.steps.filter(move__in=WRITTEN_BY, holding__person=mine)
    if wrote.exists() or assessment.worker_id == by.pk:
        raise NotAllowed(SAME_AUTHOR)
