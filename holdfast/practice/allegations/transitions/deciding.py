"""The threshold, the initial discussion and the end: who decides what, and on what list."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law, procedure
from holdfast.practice.allegations.transitions import moves

LONGEST = 500
"""Letters a clock keeps of a reason; the whole of it stands in the story."""

VIEW_WHY = "Decided during the call, from what the caller said."


@transaction.atomic
def take_view(
    allegation: Allegation,
    *,
    view: procedure.View,
    tests: Sequence[law.Test],
    by: Post,
    on: date,
) -> None:
    """What a call ends with. Duty cover may hold a view; the LADO decides, so it waits."""
    if view is procedure.View.ADVICE:
        moves.move_to(allegation, "give_advice", by=by, on=on, note="Advice only.")
    elif view is procedure.View.MET and gate.may(by, Can.DECIDE, allegation.record):
        decide_threshold(allegation, tests=tests, why=VIEW_WHY, by=by, on=on)
    else:
        _start_discussion(allegation, by=by, on=on)


@transaction.atomic
def decide_threshold(
    allegation: Allegation,
    *,
    tests: Sequence[law.Test],
    why: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Decide which tests are met, or that none is, with a reason. One test is enough."""
    if not why.strip():
        raise NotAllowed("Say why. A threshold without a reason cannot be looked at later.")
    unknown = [t for t in tests if t not in law.tests_in_force(on)]
    if unknown:
        raise NotAllowed(f"The test “{law.TEST_WORDS[unknown[0]]}” is not in force on that day.")
    found = ", ".join(law.TEST_WORDS[t] for t in tests)
    moves.move_to(
        allegation,
        "find_threshold_met" if tests else "find_below_threshold",
        can=Can.DECIDE,
        by=by,
        on=on,
        note=f"{found[:1].upper()}{found[1:]}. {why}" if tests else why,
        seen=seen,
        tests=[t.value for t in tests],
        threshold_why=why,
        threshold_on=on,
        threshold_by=by,
    )
    if tests:
        _start_discussion(allegation, by=by, on=on)
        _begin_reviews(allegation, by=by, on=on)
    else:
        end_clock(allegation, procedure.MEET, reason=f"Below the threshold: {why}", by=by, on=on)


@transaction.atomic
def hold_initial_discussion(
    allegation: Allegation,
    *,
    with_whom: str,
    agreed: str,
    meeting_needed: bool,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """The LADO and the employer, and who else was needed, agree what happens first."""
    moves.move_to(
        allegation,
        "hold_initial_discussion",
        by=by,
        on=on,
        note=f"With {with_whom}. {agreed}",
        seen=seen,
    )
    if not meeting_needed:
        end_clock(allegation, procedure.MEET, reason=f"No meeting needed: {agreed}", by=by, on=on)


@transaction.atomic
def review_progress(
    allegation: Allegation, *, found: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The LADO looks at how it stands; the next review is four weeks on (local)."""
    moves.write_in(allegation, "review_progress", by=by, on=on, note=found, seen=seen)
    meet_clock(allegation, procedure.REVIEW, by=by, on=on)
    _begin_reviews(allegation, by=by, on=on)


@transaction.atomic
def write_summary(
    allegation: Allegation, *, summary: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Write the case in a minute. What it said before stays in the story."""
    moves.write_in(allegation, "summarise", by=by, on=on, note=summary, seen=seen)
    moves.change(allegation, by=by, on=on, summary=summary)


@transaction.atomic
def close(
    allegation: Allegation, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Close the record. Clocks that still run are stopped with the reason."""
    gate.require(by, Can.DECIDE, allegation.record)
    _nothing_owed(allegation)
    moves.move_to(allegation, "close", can=Can.DECIDE, by=by, on=on, note=why, seen=seen)
    for clock in allegation.record.deadlines.open():
        running.stop_not_required(clock, reason=f"Closed: {why}"[:LONGEST], by=by, on=on)
    story.close_record(allegation.record, on=on)


@transaction.atomic
def reopen(
    allegation: Allegation, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Take a closed allegation up again, because something new is known."""
    story.reopen_record(allegation.record)
    moves.move_to(
        allegation,
        "reopen",
        can=Can.DECIDE,
        by=by,
        on=on,
        note=why,
        seen=seen,
        concluded_on=None,
        reopened_on=on,
    )
    _begin_reviews(allegation, by=by, on=on)


@transaction.atomic
def meet_clock(allegation: Allegation, rule: str, *, by: Post, on: date) -> None:
    clock = allegation.record.deadlines.running_under(rule)
    if clock is not None:
        running.meet(clock, on=on, by=by)


@transaction.atomic
def end_clock(allegation: Allegation, rule: str, *, reason: str, by: Post, on: date) -> None:
    clock = allegation.record.deadlines.running_under(rule)
    if clock is not None:
        running.stop_not_required(clock, reason=reason[:LONGEST], by=by, on=on)


def _start_discussion(allegation: Allegation, *, by: Post, on: date) -> None:
    if allegation.record.deadlines.running_under(procedure.MEET) is None:
        running.start(allegation.record, procedure.MEET, on=on, whose_move=allegation.lead, by=by)


def _begin_reviews(allegation: Allegation, *, by: Post, on: date) -> None:
    if allegation.record.deadlines.running_under(procedure.REVIEW) is None:
        running.start(
            allegation.record, procedure.REVIEW, on=on, whose_move=allegation.lead, by=by
        )


def _nothing_owed(allegation: Allegation) -> None:
    owed = allegation.record.actions.open().first()
    if owed is not None:
        raise NotAllowed(
            f"“{owed.what}” is still open. Have it evidenced, or end it with a reason, "
            "before you close the record."
        )
    strand = allegation.strands.filter(closed_on__isnull=True).first()
    if strand is not None:
        raise NotAllowed(f"{strand.get_kind_display()} is still open. Close that strand first.")
