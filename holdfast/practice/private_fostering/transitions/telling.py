"""How the authority is told: the notice that opens a record, and those that follow."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.access import KIND, NOTICE, STORY, keeper
from holdfast.practice.private_fostering.models import (
    Arrangement,
    Member,
    Notice,
    Parent,
    weighing,
)
from holdfast.practice.private_fostering.rules import defining, states, telling, visiting
from holdfast.practice.private_fostering.transitions import moves
from holdfast.practice.private_fostering.transitions.told import (
    ChildTold,
    HomeTold,
    NoticeTold,
)

BASIS = "Public task: Children Act 1989, sections 66 to 67; Regulations 2005"
HEAR_DAYS = 365
NOT_TOLD = "The family is told by the worker at the first visit."


@transaction.atomic
def notify(
    *, area: Area, child: ChildTold, home: HomeTold, notice: NoticeTold, by: Post, on: date
) -> Arrangement:
    """Tell of a child. A record is opened, the seven working days begin, the teller may follow it.

    Whether it is private fostering is worked out and written down; a person decides.
    """
    _says_enough(child, home, notice, on=on)
    keep = keeper(area)
    record = gate.open_record(kind=KIND, area=area, owner=keep.agency, by=by, on=on)
    arrangement = _open(record.pk, child=child, home=home, notice=notice)
    _keep_people(arrangement, home=home, source=by)
    keep_notice(arrangement, notice, by=by, on=on)
    verdict = home.tests(child, on=notice.told_on)
    story.write_step(
        record=arrangement.record,
        move="notify",
        to_state=arrangement.state,
        on=notice.told_on,
        by=by,
        note=f"{telling.TELLER_WORDS[notice.teller]}: {notice.text} {verdict.words}".strip(),
        subjects=["child", "carer"],
    )
    _start(arrangement, notice=notice, keep=keep, by=by)
    _let_hear(arrangement, to=by, keep=keep)
    return arrangement


def _says_enough(child: ChildTold, home: HomeTold, notice: NoticeTold, *, on: date) -> None:
    if notice.kind not in telling.BEGINNINGS:
        raise NotAllowed("A record begins with a child who is to come, or who is there.")
    if not child.forename.strip() or not home.carer.strip():
        raise NotAllowed("Say which child, and with whom. What you do not know can come later.")
    if notice.told_on > on:
        raise NotAllowed("The day on which we were told has not come yet.")
    if notice.kind is telling.Notice.PROPOSED and home.starts_on is None:
        raise NotAllowed("Give the day on which the child is to come, as far as it is known.")


def _open(record: UUID, *, child: ChildTold, home: HomeTold, notice: NoticeTold) -> Arrangement:
    made = Arrangement.objects.create(
        record_id=record,
        forename=child.forename.strip(),
        surname=child.surname.strip(),
        born_on=child.born_on,
        age=child.age,
        disabled=child.disabled,
        sex=child.sex,
        language=child.language,
        culture=child.culture,
        school=child.school,
        state=states.TABLE.start,
        aware_on=notice.told_on,
        starts_on=home.starts_on,
        meant_until=home.until,
        meant_to_go_on=home.goes_on,
        why=home.why,
        circumstance=home.circumstance,
        carer=home.carer.strip(),
        relation=home.relation,
        address=home.address,
        postcode=home.postcode,
        home_key=defining.home_key(home.postcode, home.address),
        notice_kind=notice.kind,
        told_by=notice.teller,
    )
    return Arrangement.objects.select_related("record__area", "record__owner").get(pk=made.pk)


def _keep_people(arrangement: Arrangement, *, home: HomeTold, source: Post) -> None:
    Member.objects.create(
        arrangement=arrangement,
        number=1,
        name=home.carer[:120],
        carer=True,
        tie=home.relation.value.replace("_", " ").capitalize(),
        joined_on=arrangement.aware_on,
        subjects=["carer"],
        source=source.agency,
    )
    if home.parent.strip():
        Parent.objects.create(
            arrangement=arrangement,
            name=home.parent[:120],
            tie="Parent",
            reach=home.parent_reach,
            subjects=["parent"],
            source=source.agency,
        )


@transaction.atomic
def keep_notice(arrangement: Arrangement, notice: NoticeTold, *, by: Post, on: date) -> Notice:
    """Keep a notice with its number. The verb that calls it has asked the gate."""
    return Notice.objects.create(
        arrangement=arrangement,
        number=arrangement.notices.count() + 1,
        kind=notice.kind,
        teller=notice.teller,
        who=notice.who[:160],
        told_on=notice.told_on,
        text=notice.text,
        by=by,
        source=by.agency,
        subjects=["child", "carer"],
        **moment.written(),
    )


def _start(arrangement: Arrangement, *, notice: NoticeTold, keep: Post, by: Post) -> None:
    """The first visit, the assessment; and, beside them, whether the carer told in time."""
    told_on = notice.told_on
    first = telling.FIRST_VISIT[notice.kind]
    moves.start_clock(arrangement, first, by=by, on=told_on, whose=keep)
    moves.start_clock(arrangement, visiting.ASSESS, by=by, on=told_on, whose=keep)
    _was_it_in_time(arrangement, notice, from_=arrangement.starts_on, by=by)


def _was_it_in_time(
    arrangement: Arrangement, notice: NoticeTold, *, from_: date | None, by: Post
) -> None:
    rule = telling.telling_rule(notice.kind, notice.teller)
    if not rule or from_ is None:
        return
    clock = running.start(arrangement.record, rule, on=from_, whose_move=notice.who[:120], by=by)
    running.meet(clock, on=notice.told_on, by=by)


def _let_hear(arrangement: Arrangement, *, to: Post, keep: Post) -> None:
    """Let whoever told see what became of it, unless the post works in the room anyway."""
    if gate.may(to, Can.SEE, arrangement.record, section=STORY):
        return
    last = datetime.combine(moment.today() + timedelta(days=HEAR_DAYS), time(23, 59))
    grants.give(
        arrangement.record,
        to=to,
        sections=[NOTICE],
        purpose="To hear what became of what this post told",
        lawful_basis=BASIS,
        expires_at=timezone.make_aware(last, timezone.get_default_timezone()),
        by=keep,
        family_told=False,
        why_not_told=NOT_TOLD,
    )


@transaction.atomic
def take_notice(
    arrangement: Arrangement, notice: NoticeTold, *, by: Post, on: date, seen: int | None = None
) -> Notice:
    """Keep a later notice: the child has come, or something has changed.

    That the child has come begins regulation 7's seven working days. `on` is the day it happened.
    """
    if notice.kind not in (telling.Notice.ARRIVED, telling.Notice.CHANGE):
        raise NotAllowed("Say that the child has come, or what has changed.")
    weighing.not_before(arrangement, notice.told_on)
    came = notice.kind is telling.Notice.ARRIVED
    words = telling.NOTICE_WORDS[notice.kind]
    kept: dict[str, Any] = {"starts_on": on} if came else {}
    moves.write_in(
        arrangement, "take_notice", by=by, on=notice.told_on, seen=seen,
        note=f"{words}. {notice.who}: {notice.text}", **kept,
    )  # fmt: skip
    if came:
        whose = weighing.whose_visit(arrangement, otherwise=by)
        moves.start_clock(arrangement, visiting.FIRST[1], by=by, on=notice.told_on, whose=whose)
    return keep_notice(arrangement, notice, by=by, on=on)
