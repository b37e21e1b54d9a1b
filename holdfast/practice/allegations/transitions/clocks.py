"""The clocks that people start, meet and explain by hand: the employer's, and late ones."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import procedure
from holdfast.practice.allegations.transitions import moves


@transaction.atomic
def start_employer_clock(allegation: Allegation, *, rule: str, by: Post, on: date) -> None:
    """Start one of the employer's own clocks: to resolve, to act, to hold a hearing, to refer."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if rule not in procedure.EMPLOYER_CLOCKS:
        raise NotAllowed("That is not one of the employer's clocks.")
    whose = allegation.employer_post or allegation.employer[:120]
    clock = running.start(allegation.record, rule, on=on, whose_move=whose, by=by)
    moves.write_in(allegation, "start_clock", by=by, on=on, note=f"{clock.duty}.")


@transaction.atomic
def meet_clock(allegation: Allegation, *, clock: Deadline, how: str, by: Post, on: date) -> None:
    """Write down that a duty was done. Being late is a fact: it is never refused."""
    _of(allegation, clock, by=by)
    running.meet(clock, on=on, by=by)
    moves.write_in(allegation, "meet_clock", by=by, on=on, note=f"{clock.duty}. {how}")


@transaction.atomic
def explain_lateness(
    allegation: Allegation, *, clock: Deadline, code: LateReason, reason: str, by: Post, on: date
) -> None:
    """Say why a duty is or was late. Guidance asks for the reason; the lateness stays."""
    _of(allegation, clock, by=by)
    running.explain(clock, code=code, reason=reason, by=by, on=on)
    moves.write_in(allegation, "explain_lateness", by=by, on=on, note=f"{clock.duty}. {reason}")


def _of(allegation: Allegation, clock: Deadline, *, by: Post) -> None:
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if clock.record_id != allegation.record_id:
        raise NotAllowed("That clock belongs to another record.")
