"""How an allegation comes: an agency refers in, or somebody rings."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records import story
from holdfast.practice.allegations.access import ACKNOWLEDGEMENT, KIND, STORY, keeper
from holdfast.practice.allegations.models import (
    Adult,
    Allegation,
    ChildConcerned,
    Concern,
    Job,
)
from holdfast.practice.allegations.rules import asking, procedure, states
from holdfast.practice.allegations.transitions import circle, drafts, moves
from holdfast.practice.allegations.transitions.told import AdultTold, ChildTold, ConcernTold

ACKNOWLEDGED_DAYS = 365


@transaction.atomic
def refer(
    *,
    area: Area,
    adult: AdultTold,
    concerns: Sequence[ConcernTold],
    children: Sequence[ChildTold],
    known_on: date,
    by: Post,
    on: date,
    referrer: str = "",
) -> Allegation:
    """An agency's post tells the LADO of an allegation. Afterwards it sees an acknowledgement."""
    allegation = begin(
        area=area,
        adult=adult,
        concerns=concerns,
        children=children,
        known_on=known_on,
        referrer=referrer or f"{by.title}, {by.agency.name}",
        referrer_sector=by.agency.sector,
        referred_by=by,
        by=by,
        on=on,
    )
    told = running.start(allegation.record, procedure.REFER, on=known_on, whose_move=by, by=by)
    running.meet(told, on=on, by=by)
    running.start(allegation.record, procedure.MEET, on=on, whose_move=allegation.lead, by=by)
    acknowledge(allegation, to=by, by=by, on=on)
    drafts.let_go(asking.Form.REFERRAL, by=by, on=on)
    return allegation


@transaction.atomic
def begin(
    *,
    area: Area,
    adult: AdultTold,
    concerns: Sequence[ConcernTold],
    children: Sequence[ChildTold],
    known_on: date,
    referrer: str,
    referrer_sector: str,
    referred_by: Post | None,
    by: Post,
    on: date,
    move: str = "refer",
) -> Allegation:
    """Open the record, shut out the adult himself, gather the circle, and write what was said."""
    lead = keeper(area)
    record = gate.open_record(kind=KIND, area=area, owner=lead.agency, by=by, on=on)
    names = [adult.name, *adult.other_names]
    circle.gather(record, person=adult.person, names=names, by=by, on=on)
    allegation = Allegation.objects.create(
        record=record,
        state=states.TABLE.start,
        lead=lead,
        received_on=on,
        known_on=known_on,
        referred_by=referred_by,
        referrer=referrer,
        referrer_sector=referrer_sector,
        employer=adult.employer,
        employer_sector=adult.sector,
        employer_post=adult.employer_post,
    )
    _keep_people(allegation, adult=adult, children=children, source=by)
    _keep_accounts(allegation, concerns=concerns, by=by, on=on)
    story.write_step(
        record=record,
        move=move,
        to_state=allegation.state,
        on=on,
        by=by,
        note=f"{referrer} told the LADO.",
        subjects=["adult"],
    )
    return allegation


@transaction.atomic
def acknowledge(allegation: Allegation, *, to: Post, by: Post, on: date) -> None:
    """Let the one who told us see what we were told, who has it, and what is theirs to do."""
    circle.let_in(
        allegation,
        post=to,
        sections=[ACKNOWLEDGEMENT],
        purpose="To see what was received and what is to be done",
        days=ACKNOWLEDGED_DAYS,
        may_add=True,
        by=by,
        on=on,
    )


@transaction.atomic
def send_referral(
    allegation: Allegation, *, text: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The referral in writing after a call: the employer's one-working-day clock is met by it."""
    section = (
        STORY if gate.may(by, Can.WORK, allegation.record, section=STORY) else (ACKNOWLEDGEMENT)
    )
    moves.write_in(
        allegation, "refer_in_writing", by=by, on=on, note=text, section=section, seen=seen
    )
    clock = allegation.record.deadlines.running_under(procedure.REFER)
    if clock is not None:
        running.meet(clock, on=on, by=by)


def _keep_people(
    allegation: Allegation, *, adult: AdultTold, children: Sequence[ChildTold], source: Post
) -> None:
    held = Adult.objects.create(
        allegation=allegation,
        name=adult.name,
        other_names=list(adult.other_names),
        born_on=adult.born_on,
        person=adult.person,
    )
    Job.objects.create(
        adult=held,
        work=adult.work,
        employer=adult.employer,
        sector=adult.sector,
        volunteer=adult.volunteer,
        alleged_here=True,
    )
    for number, child in enumerate(children, 1):
        ChildConcerned.objects.create(
            allegation=allegation,
            known_as=child.known_as,
            age=child.age,
            needs=child.needs,
            words=child.words,
            subjects=[f"child-{number}"],
            source=source.agency,
        )


def _keep_accounts(
    allegation: Allegation, *, concerns: Sequence[ConcernTold], by: Post, on: date
) -> None:
    for number, concern in enumerate(concerns, 1):
        Concern.objects.create(
            allegation=allegation,
            number=number,
            category=concern.category,
            account=concern.account,
            whose_words=concern.whose_words,
            place=concern.place,
            happened_on=concern.happened_on,
            by=by,
            subjects=["adult", "child-1"],
            source=by.agency,
        )
        story.write_step(
            record=allegation.record,
            move="account",
            on=concern.happened_on or on,
            by=by,
            note=f"{concern.whose_words}: {concern.account}",
            subjects=["adult", "child-1"],
        )
