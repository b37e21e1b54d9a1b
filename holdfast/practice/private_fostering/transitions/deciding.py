"""The manager's verbs: who visits, whether it suits, consent, requirements, appeals."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.access import STORY
from holdfast.practice.private_fostering.models import (
    Appeal,
    Arrangement,
    Decision,
    Disqualification,
    Member,
    Requirement,
    weighing,
)
from holdfast.practice.private_fostering.rules import deciding, visiting
from holdfast.practice.private_fostering.transitions import matching, moves
from holdfast.practice.private_fostering.transitions.telling import BASIS

WORK_DAYS = 400
"""For how long a worker is let in: past the first year's visits. Allocating again renews it."""


@transaction.atomic
def allocate(
    arrangement: Arrangement, *, to: Post, by: Post, on: date, seen: int | None = None
) -> None:
    """Give the arrangement a worker. The worker is let in, the one before is let out."""
    record = arrangement.record
    if to.agency_id != record.owner_id:
        raise NotAllowed(f"Choose a post of {record.owner.name}: the visits are this authority's.")
    gate.require(by, Can.DECIDE, record, section=STORY)
    matching.let_go(arrangement, by=by, on=on)
    moves.write_in(
        arrangement, "allocate", by=by, on=on, can=Can.DECIDE, note=f"To {to.title}.", seen=seen,
        worker=to,
    )  # fmt: skip
    live = Grant.objects.live(at=moment.now()).filter(record=record, level=Grant.Level.WORK)
    for grant in live:
        grants.end(grant, by=by, why="The arrangement has another worker.")
    if not gate.may_at_home(to, Can.WORK, record):
        last = datetime.combine(moment.today() + timedelta(days=WORK_DAYS), time(23, 59))
        grants.give(
            record,
            to=to,
            sections=[STORY],
            purpose="To visit the child and to keep the record",
            lawful_basis=BASIS,
            expires_at=timezone.make_aware(last, timezone.get_default_timezone()),
            by=by,
            family_told=True,
            level=Grant.Level.WORK,
        )
    matching.let_know(arrangement, to=to, by=by, on=on)
    owed = record.deadlines.open().filter(
        rule_id__in=(*visiting.VISITS, visiting.ON_REQUEST, visiting.ASSESS)
    )
    for clock in owed.exclude(rule_id=visiting.ASSESS):
        running.hand_over(clock, whose_move=to, by=by, on=on)


@transaction.atomic
def decide(
    arrangement: Arrangement,
    *,
    decision: deciding.Decision,
    why: str,
    grounds: Sequence[deciding.Ground] = (),
    requirements: Sequence[tuple[deciding.Requirement, str, date | None]] = (),
    by: Post,
    on: date,
    seen: int | None = None,
) -> Decision:
    """Decide whether the arrangement suits the child. Whoever visits does not decide."""
    gate.require(by, Can.DECIDE, arrangement.record, section=STORY)
    facts = weighing.facts_of(arrangement, by=by)
    forbidden = deciding.what_forbids(decision, facts)
    if forbidden:
        raise NotAllowed(forbidden)
    _complete(decision, why, grounds, requirements)
    binds = decision is not deciding.Decision.SUITABLE
    until = weighing.due_under(arrangement, visiting.APPEAL, on=on) if binds else None
    owed = deciding.what_to_weigh(facts)
    note = f"{deciding.DECISION_WORDS[decision]}. {why} {owed}".strip()
    moves.move_to(
        arrangement, deciding.MOVES[decision], by=by, on=on, can=Can.DECIDE, note=note, seen=seen
    )
    made = Decision.objects.create(
        arrangement=arrangement,
        number=arrangement.decisions.count() + 1,
        decision=decision,
        grounds=[ground.value for ground in grounds],
        why=why,
        owed=owed,
        on=on,
        appeal_until=until,
        by=by,
        source=by.agency,
        subjects=["child", "carer"],
        **moment.written(),
    )
    for number, (kind, text, keep_by) in enumerate(requirements, 1):
        Requirement.objects.create(
            decision=made, number=number, kind=kind, text=text, keep_by=keep_by
        )
    moves.meet_clocks(arrangement, visiting.ASSESS, by=by, on=on)
    return made


def _complete(
    decision: deciding.Decision,
    why: str,
    grounds: Sequence[deciding.Ground],
    requirements: Sequence[tuple[deciding.Requirement, str, date | None]],
) -> None:
    if not why.strip():
        raise NotAllowed("Write the reason. The carer and the parents are told it.")
    if decision is deciding.Decision.PROHIBITED and not grounds:
        raise NotAllowed("Say on which ground of section 69 it is prohibited.")
    asks = decision is deciding.Decision.REQUIREMENTS
    if asks != bool(requirements):
        raise NotAllowed(
            "Write at least one requirement." if asks else "Requirements belong to that decision."
        )


@transaction.atomic
def find_disqualified(
    member: Member, *, what: str, barred: bool, by: Post, on: date, seen: int | None = None
) -> Disqualification:
    """Somebody in the home is disqualified. Until a manager decides, nothing is found suitable."""
    if not what.strip():
        raise NotAllowed("Say what disqualifies, and who disclosed it.")
    arrangement = member.arrangement
    standing = deciding.consent_standing(barred=barred, consent=None)
    note = f"{member.name}. {deciding.CONSENT_WORDS[standing]}. {what}"
    moves.write_in(arrangement, "find_disqualified", by=by, on=on, note=note, seen=seen)
    found = Disqualification.objects.create(
        member=member,
        found_on=on,
        barred=barred,
        what=what,
        subjects=[f"member-{member.number}"],
        sensitivity="criminal_offence",
        source=by.agency,
    )
    if not barred:
        moves.start_clock(
            arrangement, visiting.CONSENT, about=f"member-{member.number}", by=by, on=on,
            whose="Team manager",
        )  # fmt: skip
    return found


@transaction.atomic
def decide_consent(
    found: Disqualification,
    *,
    give: bool,
    why: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Give or refuse the authority's written consent: section 68. For a barred person, none."""
    arrangement = found.member.arrangement
    gate.require(by, Can.DECIDE, arrangement.record, section=STORY)
    if give and found.barred:
        raise NotAllowed("No consent can be given for a barred person. Prohibit the arrangement.")
    if by.pk in weighing.visitors(arrangement):
        raise NotAllowed("Whoever visits does not decide. Another manager must.")
    if not why.strip():
        raise NotAllowed("Write the reason. A refusal is told with it.")
    said = "Consent given" if give else "Consent refused"
    moves.write_in(
        arrangement, "decide_consent", by=by, on=on, can=Can.DECIDE, seen=seen,
        note=f"{found.member.name}. {said}. {why}",
    )  # fmt: skip
    until = None if give else weighing.due_under(arrangement, visiting.APPEAL, on=on)
    waiting = Disqualification.objects.filter(pk=found.pk, consent=None)
    if not waiting.update(consent=give, decided_on=on, why=why, appeal_until=until, by=by):
        raise NotAllowed("Consent has been decided already.")
    found.refresh_from_db()
    about = f"member-{found.member.number}"
    moves.meet_clocks(arrangement, visiting.CONSENT, about=about, by=by, on=on)


@transaction.atomic
def say_kept(requirement: Requirement, *, by: Post, on: date, seen: int | None = None) -> None:
    """Somebody has seen that a requirement is kept."""
    arrangement = requirement.decision.arrangement
    note = f"Requirement kept: {requirement.text}"
    moves.write_in(arrangement, "requirement_kept", by=by, on=on, note=note, seen=seen)
    waiting = Requirement.objects.filter(pk=requirement.pk, kept_on=None, lifted_on=None)
    if not waiting.update(kept_on=on):
        raise NotAllowed("This requirement is kept, or lifted, already.")
    requirement.refresh_from_db()


@transaction.atomic
def lift_requirement(
    requirement: Requirement, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """A requirement is no longer needed, for a reason."""
    if not why.strip():
        raise NotAllowed("Say why the requirement is lifted.")
    arrangement = requirement.decision.arrangement
    note = f"Requirement lifted: {requirement.text} {why}"
    moves.write_in(
        arrangement, "lift_requirement", by=by, on=on, note=note, can=Can.DECIDE, seen=seen
    )
    waiting = Requirement.objects.filter(pk=requirement.pk, lifted_on=None)
    if not waiting.update(lifted_on=on, lifted_why=why):
        raise NotAllowed("This requirement is lifted already.")
    requirement.refresh_from_db()


@transaction.atomic
def record_appeal(
    decision: Decision, *, words: str, by: Post, on: date, seen: int | None = None
) -> Appeal:
    """The carer appeals to the court. In time or late is for the court to say."""
    if decision.appeal_until is None:
        raise NotAllowed("Nothing in this decision binds the carer, so there is no appeal.")
    if decision.appeals.filter(outcome_on=None).exists():
        raise NotAllowed("An appeal against this decision runs already.")
    in_time = "in time" if on <= decision.appeal_until else "after the 14 days"
    note = f"Appeal, made {in_time}. {words}"
    moves.write_in(decision.arrangement, "appeal", by=by, on=on, note=note, live=False, seen=seen)
    return Appeal.objects.create(
        decision=decision,
        made_on=on,
        words=words,
        source=by.agency,
        subjects=["carer"],
    )


@transaction.atomic
def end_appeal(
    appeal: Appeal, *, outcome: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Write down what the court decided. What follows from it is a decision of its own."""
    if not outcome.strip():
        raise NotAllowed("Write what the court decided.")
    arrangement = appeal.decision.arrangement
    moves.write_in(arrangement, "end_appeal", by=by, on=on, note=outcome, live=False, seen=seen)
    if not Appeal.objects.filter(pk=appeal.pk, outcome_on=None).update(
        outcome=outcome, outcome_on=on
    ):
        raise NotAllowed("This appeal has its outcome already.")
    appeal.refresh_from_db()
