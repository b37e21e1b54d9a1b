"""Visits: made, missed, asked for. A visit that counts meets its clock and starts the next."""

from datetime import date

from django.db import transaction

from holdfast.kernel.clock import running
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.models import Arrangement, Visit, weighing
from holdfast.practice.private_fostering.rules import law, states, visiting
from holdfast.practice.private_fostering.transitions import moves
from holdfast.practice.private_fostering.transitions.told import VisitTold


@transaction.atomic
def record_visit(
    arrangement: Arrangement, visit: VisitTold, *, by: Post, on: date, seen: int | None = None
) -> Visit:
    """Write down a visit. Without the child or a report it is kept and does not count."""
    states.require_live(arrangement.state)
    weighing.not_before(arrangement, on)
    if visit.alone and not visit.child_seen:
        raise NotAllowed("A child who was seen alone was seen. Answer both questions again.")
    counts = visiting.counts(visit.seen)
    clock = _due(arrangement, on=on)
    _write_down(arrangement, visit, counts=counts, by=by, on=on, seen=seen)
    made = _keep(arrangement, visit, counts=counts, clock=clock, by=by, on=on)
    if counts:
        _go_on(arrangement, clock, by=by, on=on)
    return made


def _write_down(
    arrangement: Arrangement, visit: VisitTold, *, counts: bool, by: Post, on: date,
    seen: int | None,
) -> None:  # fmt: skip
    missing = ", ".join(visiting.what_is_missing(visit.seen))
    said = f" In the child’s words: {visit.words}" if visit.words else ""
    note = f"{visit.report}{said}" if counts else f"It does not count yet: {missing}.{said}"
    if counts and arrangement.state == states.State.NOTIFIED:
        moves.move_to(arrangement, "make_first_visit", by=by, on=on, note=note, seen=seen)
    else:
        moves.write_in(arrangement, "visit", by=by, on=on, note=note, seen=seen)


def _keep(
    arrangement: Arrangement, visit: VisitTold, *, counts: bool, clock: Deadline | None, by: Post,
    on: date,
) -> Visit:  # fmt: skip
    return Visit.objects.create(
        arrangement=arrangement,
        number=arrangement.visits.count() + 1,
        on=on,
        made=True,
        counts=counts,
        rule=clock.rule_id if clock else "",
        due_on=clock.due_on if clock else None,
        child_seen=visit.child_seen,
        alone=visit.alone,
        why_not_alone=visit.why_not_alone,
        words=visit.words,
        language=visit.language,
        who_else=visit.who_else,
        parents=visit.parents,
        home=visit.home,
        report=visit.report,
        next_steps=visit.next_steps,
        by=by,
        source=by.agency,
        subjects=["child", "carer"],
        **moment.written(),
    )


def _due(arrangement: Arrangement, *, on: date) -> Deadline | None:
    """Return the visit that was owed on a day, the soonest due."""
    owed = arrangement.record.deadlines.open().filter(rule_id__in=visiting.VISITS)
    return owed.filter(started_on__lte=on).order_by("due_on", "pk").first()


def _go_on(arrangement: Arrangement, clock: Deadline | None, *, by: Post, on: date) -> None:
    """Meet what this visit answers, and start the next interval where the child lives there."""
    rules = (*visiting.VISITS, visiting.ON_REQUEST)
    moves.meet_clocks(arrangement, *rules, by=by, on=on)
    begun = arrangement.starts_on is not None and arrangement.starts_on <= on
    waits = arrangement.record.deadlines.open().filter(rule_id__in=visiting.VISITS).exists()
    if begun and not waits:
        rule = visiting.next_rule(aware_on=arrangement.aware_on, last_visit_on=on)
        whose = weighing.whose_visit(arrangement, otherwise=by)
        moves.start_clock(arrangement, rule, by=by, on=on, whose=whose)


@transaction.atomic
def write_report(
    visit: Visit, *, report: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Add the report that a visit lacked. Then it counts, from the day of the visit."""
    arrangement = visit.arrangement
    if visit.counts or not visit.made:
        raise NotAllowed("This visit needs no report, or has one.")
    if not report.strip():
        raise NotAllowed("Write the report.")
    if arrangement.visits.filter(counts=True, on__gte=visit.on).exists():
        raise NotAllowed("A later visit counts already. Write this into an entry.")
    clock = _due(arrangement, on=visit.on)
    told = VisitTold(visit.child_seen, visit.alone, report, visit.why_not_alone)
    missing = visiting.what_is_missing(told.seen)
    if missing:
        raise NotAllowed(f"The visit still does not count: {', '.join(missing)}.")
    if arrangement.state == states.State.NOTIFIED:
        moves.move_to(arrangement, "make_first_visit", by=by, on=on, note=report, seen=seen)
    else:
        moves.write_in(arrangement, "write_report", by=by, on=on, note=report, seen=seen)
    Visit.objects.filter(pk=visit.pk, counts=False).update(report=report, counts=True)
    visit.refresh_from_db()
    _go_on(arrangement, clock, by=by, on=visit.on)


@transaction.atomic
def record_missed(
    arrangement: Arrangement,
    *,
    why: law.Missed,
    words: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Visit:
    """Write down a visit that was not made, and why. The clock runs on."""
    weighing.not_before(arrangement, on)
    clock = _due(arrangement, on=on)
    note = f"{law.MISSED_WORDS[why]}. {words}".strip()
    moves.write_in(arrangement, "miss_visit", by=by, on=on, note=note, seen=seen)
    return Visit.objects.create(
        arrangement=arrangement,
        number=arrangement.visits.count() + 1,
        on=on,
        made=False,
        counts=False,
        rule=clock.rule_id if clock else "",
        due_on=clock.due_on if clock else None,
        missed_why=why,
        missed_words=words,
        by=by,
        source=by.agency,
        subjects=["child"],
        **moment.written(),
    )


@transaction.atomic
def ask_for_visit(
    arrangement: Arrangement, *, who: str, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The child, the carer or a parent asks for a visit: regulation 8(2)."""
    if not who.strip() or not why.strip():
        raise NotAllowed("Say who asks for the visit, and why.")
    moves.write_in(
        arrangement, "ask_for_visit", by=by, on=on, note=f"{who} asks: {why}", seen=seen
    )
    whose = weighing.whose_visit(arrangement, otherwise=by)
    moves.start_clock(arrangement, visiting.ON_REQUEST, by=by, on=on, whose=whose)


@transaction.atomic
def explain_lateness(
    arrangement: Arrangement, *, clock: Deadline, code: LateReason, reason: str, by: Post, on: date
) -> None:
    """Say why a duty was late, or is. The breach stays on the record."""
    if clock.record_id != arrangement.record_id:
        raise NotAllowed("That duty belongs to another record.")
    moves.write_in(
        arrangement, "explain", by=by, on=on, note=f"{clock.duty}: {reason}", live=False
    )
    running.explain(clock, code=code, reason=reason, by=by, on=on)
