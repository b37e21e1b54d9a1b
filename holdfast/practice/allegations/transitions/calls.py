"""The call: one submit keeps the advice, starts the clocks and sends the letter."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Advice, Allegation
from holdfast.practice.allegations.rules import asking, procedure
from holdfast.practice.allegations.transitions import (
    copies,
    deciding,
    drafts,
    moves,
    opening,
    seeking,
)
from holdfast.practice.allegations.transitions.told import AdultTold, Call, ChildTold, ConcernTold


@transaction.atomic
def log_advice(
    *,
    area: Area,
    adult: AdultTold,
    concern: ConcernTold,
    children: Sequence[ChildTold],
    call: Call,
    duty: str,
    by: Post,
    on: date,
    same_as: Sequence[Allegation] = (),
    later: Sequence[Allegation] = (),
    not_him: Sequence[Allegation] = (),
    looked_for: Sequence[str] = (),
) -> Allegation:
    """Record a call and send the caller the advice in writing.

    `same_as` are earlier allegations the author says are about the same person, `later` those to
    be decided. None of their words may stand in the letter.
    """
    if not call.advice.strip():
        raise NotAllowed("Write what you advised: the caller gets it in writing.")
    allegation = opening.begin(
        area=area,
        adult=adult,
        concerns=[concern],
        children=children,
        known_on=on,
        referrer=call.caller,
        referrer_sector=call.caller_sector,
        referred_by=call.caller_post,
        by=by,
        on=on,
        move="take_call",
    )
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    _keep_call(allegation, call=call, by=by, on=on)
    seeking.look_again(
        allegation, names=looked_for or [adult.name], found=len(same_as), by=by, on=on
    )
    decided = ((seeking.link_same_person, same_as, SAME), (seeking.decide_later, later, LATER))
    for verb, found, why in (*decided, (seeking.say_not_him, not_him, NOT_HIM)):
        for earlier in found:
            verb(allegation, earlier=earlier, why=why, by=by, on=on)
    refer_by = _start(allegation, call=call, by=by)
    deciding.take_view(allegation, view=call.view, tests=call.tests, by=by, on=on)
    _write_to_caller(allegation, call=call, refer_by=refer_by, duty=duty, by=by, on=on)
    drafts.let_go(asking.Form.CALL, by=by, on=on)
    return allegation


SAME = "Said to be the same person during the call, from the name and the kind of work."
NOT_HIM = "Said during the call to be somebody else."
LATER = "May be the same person. The date of birth is to be asked."


SAFE_WORDS = {
    procedure.Safety.YES: "The child is safe now.",
    procedure.Safety.NO: "The child is not safe now.",
    procedure.Safety.NOT_KNOWN: "Whether the child is safe is not known.",
}


def _keep_call(allegation: Allegation, *, call: Call, by: Post, on: date) -> None:
    Advice.objects.create(
        allegation=allegation,
        caller=call.caller,
        said=call.said,
        child_safe=call.child_safe,
        advice=call.advice,
        view=call.view,
        rang_at=call.rang_at,
        by=by,
        subjects=["adult", "child-1"],
        source=call.caller_post.agency if call.caller_post else by.agency,
        **moment.written(),
    )
    note = f"{SAFE_WORDS[call.child_safe]} {call.advice}"
    moves.write_in(allegation, "advise", by=by, on=on, note=note, subjects=["adult", "child-1"])


def _start(allegation: Allegation, *, call: Call, by: Post) -> date:
    """Start the employer's clock. Without the rule's date the letter cannot be written."""
    clock: Deadline = running.start(
        allegation.record,
        procedure.REFER,
        at=call.rang_at,
        whose_move=call.caller_post or call.caller[:120],
        by=by,
    )
    if clock.due_on is None:
        raise NotAllowed("The employer's date could not be worked out. Check the calendar.")
    return clock.due_on


def _write_to_caller(
    allegation: Allegation, *, call: Call, refer_by: date, duty: str, by: Post, on: date
) -> None:
    letter = call.letter(refer_by=refer_by, duty=duty)
    if call.caller_post is not None:
        opening.acknowledge(allegation, to=call.caller_post, by=by, on=on)
    copies.send_copy(
        allegation,
        reader=call.caller,
        reader_post=call.caller_post,
        title="Advice given by telephone",
        text=letter.text,
        by=by,
        on=on,
    )
