"""Committees: their sittings, what they resolve, and how each part of that is answered."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.board.scrutiny.access import COMMITTEE
from holdfast.board.scrutiny.models import (
    Answer,
    Committee,
    Copies,
    Part,
    Question,
    Reply,
    Resolution,
    Sitting,
)
from holdfast.board.scrutiny.rules.told import ToldSitting
from holdfast.board.scrutiny.rules.words import CommitteeKind, Extent, Status
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.states import State
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def open_committee(
    *,
    kind: CommitteeKind,
    name: str,
    sends_to: str,
    area: Area,
    owner: Agency,
    by: Post,
    on: date,
) -> Committee:
    """Open the record of a committee that the board reports to. `sends_to` takes final reports."""
    if Committee.objects.filter(name=name, record__area=area).exists():
        raise NotAllowed(f"{name} has its record already. Open that one.")
    record = gate.open_record(kind=COMMITTEE, area=area, owner=owner, by=by, on=on)
    committee = Committee.objects.create(record=record, kind=kind, name=name, sends_to=sends_to)
    _write_down(committee, "open_committee", by=by, on=on, note=name)
    return committee


@transaction.atomic
def plan_sitting(
    committee: Committee,
    *,
    held_on: date,
    item: str,
    by: Post,
    on: date,
    named: str = "",
    source: str = "",
    status: Status = Status.LOCAL,
) -> Sitting:
    """Add a sitting that we report to, past or ahead, with the item that is ours."""
    gate.require(by, Can.WORK, committee.record)
    if committee.sittings.filter(held_on=held_on).exists():
        raise NotAllowed(f"The sitting of {day_words(held_on)} is here already. Open that one.")
    sitting = Sitting.objects.create(
        committee=committee,
        held_on=held_on,
        item=item,
        named=named,
        source=source,
        status=status,
    )
    _write_down(committee, "plan_sitting", by=by, on=on, note=f"{day_words(held_on)}: {item}")
    return sitting


@transaction.atomic
def resolve(
    sitting: Sitting,
    *,
    text: str,
    parts: Sequence[str],
    owner: tracker.Who,
    due_at: Sitting | None,
    by: Post,
    on: date,
    paragraph: str = "",
) -> Resolution:
    """
    Keep what a committee resolved. Each part becomes an action of the tracker, under its record.

    It is due at the sitting named, or has no date until one is named.
    """
    committee = sitting.committee
    gate.require(by, Can.WORK, committee.record)
    wanted = [part.strip() for part in parts if part.strip()]
    if not (text.strip() and wanted):
        raise NotAllowed("Say what was resolved, and name at least one thing that it asks for.")
    if sitting.held_on > on:
        raise NotAllowed(f"The sitting of {day_words(sitting.held_on)} has not been held yet.")
    if due_at and (due_at.committee_id != committee.pk or due_at.held_on <= sitting.held_on):
        raise NotAllowed("The answer is due at a later sitting of the same committee.")
    resolution = Resolution.objects.create(
        sitting=sitting,
        number=sitting.resolutions.count() + 1,
        text=text.strip(),
        owner=owner.post,
        owner_role=owner.role,
        due_at=due_at,
        paragraph=paragraph,
    )
    for number, part in enumerate(wanted, 1):
        action = tracker.agree(
            committee.record,
            what=part,
            why=f"Resolution {resolution.number} of {day_words(sitting.held_on)}: {text}",
            owner=owner,
            due_on=due_at.held_on if due_at and due_at.held_on >= on else None,
            by=by,
            on=on,
        )
        Part.objects.create(resolution=resolution, number=number, text=part, action=action)
    return resolution


@transaction.atomic
def answer_part(
    part: Part, *, extent: Extent, what: str, dated: Dated, source: str, by: Post, on: date
) -> Answer:
    """
    Say what was done about a part: when, and where that can be read. It is kept as it is.

    A full answer is also the evidence of the part's action; a part of one is progress on it.
    """
    committee = part.resolution.sitting.committee
    gate.require(by, Can.WORK, committee.record)
    if not (what.strip() and source.strip()):
        raise NotAllowed("Say what was done, and where that can be read.")
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. An answer tells what was done.")
    if dated.last < part.resolution.sitting.held_on:
        raise NotAllowed(f"{dated.words} lies before the resolution. Give what was done since.")
    answer = Answer.objects.create(
        part=part,
        extent=extent,
        what=what.strip(),
        dated_from=dated.first,
        precision=dated.precision,
        source=source.strip(),
        by=by,
        given_on=on,
        **moment.written(),
    )
    action = part.action
    action.refresh_from_db()
    if extent is Extent.ANSWERED:
        if action.state == State.AGREED:
            tracker.claim_done(action, by=by, on=on)
        tracker.evidence(action, what=answer.what[:300], dated=dated, by=by, on=on)
    else:
        tracker.note_progress(action, text=answer.what, dated=dated, by=by, on=on)
    return answer


@transaction.atomic
def note_question(
    sitting: Sitting, *, asked_by: str, text: str, by: Post, on: date, paragraph: str = ""
) -> Question:
    """Keep a question that was put at a sitting, with the asker's role."""
    gate.require(by, Can.WORK, sitting.committee.record)
    if not (asked_by.strip() and text.strip()):
        raise NotAllowed("Say what was asked, and in which role by whom.")
    if sitting.held_on > on:
        raise NotAllowed(f"The sitting of {day_words(sitting.held_on)} has not been held yet.")
    question = Question.objects.create(
        sitting=sitting, asked_by=asked_by.strip(), text=text.strip(), paragraph=paragraph, by=by
    )
    _write_down(sitting.committee, "note_question", by=by, on=on, note=question.text)
    return question


@transaction.atomic
def reply_to(
    question: Question, *, answered_by: str, text: str, given_on: date, by: Post, on: date
) -> Reply:
    """Add what was replied, at the sitting or after it."""
    gate.require(by, Can.WORK, question.sitting.committee.record)
    if not (answered_by.strip() and text.strip()):
        raise NotAllowed("Say what was replied, and in which role by whom.")
    if not question.sitting.held_on <= given_on <= on:
        raise NotAllowed("A reply is given on the day of the sitting or after it, not ahead.")
    reply = Reply.objects.create(
        question=question,
        answered_by=answered_by.strip(),
        text=text.strip(),
        given_on=given_on,
        by=by,
    )
    _write_down(question.sitting.committee, "reply_to", by=by, on=on, note=reply.text)
    return reply


@transaction.atomic
def note_answered_question(
    sitting: Sitting,
    *,
    asked_by: str,
    text: str,
    answered_by: str,
    reply: str,
    by: Post,
    on: date,
) -> Question:
    """Keep a question with what was replied that day. Without a reply it waits for one."""
    if bool(reply.strip()) != bool(answered_by.strip()):
        raise NotAllowed("Give an answer with the role that gave it, or neither of the two.")
    question = note_question(sitting, asked_by=asked_by, text=text, by=by, on=on)
    if reply.strip():
        reply_to(
            question, answered_by=answered_by, text=reply, given_on=sitting.held_on, by=by, on=on
        )
    return question


@transaction.atomic
def list_copies(
    committee: Committee, *, year: str, readers: Mapping[str, int], by: Post, on: date
) -> None:
    """Write down who gets how many copies of a committee's papers in a year, by role. Once."""
    gate.require(by, Can.WORK, committee.record)
    if committee.copies.filter(year=year).exists():
        raise NotAllowed(f"The list of {year} is here already.")
    Copies.objects.bulk_create(
        Copies(committee=committee, year=year, readers=who, number=number)
        for who, number in readers.items()
    )
    note = f"{year}: {sum(readers.values())} copies"
    _write_down(committee, "list_copies", by=by, on=on, note=note)


@transaction.atomic
def carry_over_sitting(
    committee: Committee,
    told: ToldSitting,
    *,
    owner: tracker.Who,
    due_at: Sitting | None,
    by: Post,
    on: date,
) -> Sitting:
    """Carry over what the minutes of a sitting say: resolutions, questions, replies, copies."""
    sitting = plan_sitting(
        committee,
        held_on=told.held_on,
        item=told.item,
        named=told.name,
        source=told.source,
        status=told.status,
        by=by,
        on=on,
    )
    for one in told.resolutions:
        who = owner if owner.post else tracker.Who(None, one.owner)
        resolve(
            sitting, text=one.text, parts=one.parts, owner=who, due_at=due_at,
            paragraph=one.paragraph, by=by, on=on,
        )  # fmt: skip
    for asked in told.questions:
        question = note_question(
            sitting, asked_by=asked.asked_by, text=asked.text, paragraph=asked.paragraph, by=by,
            on=on,
        )  # fmt: skip
        if asked.answer:
            reply_to(
                question, answered_by=asked.answered_by, text=asked.answer,
                given_on=told.held_on, by=by, on=on,
            )  # fmt: skip
    list_copies(committee, year=told.copies_year, readers=dict(told.copies), by=by, on=on)
    return sitting


def _write_down(committee: Committee, move: str, *, by: Post, on: date, note: str) -> None:
    story.write_step(
        record=committee.record,
        move=move,
        by=by,
        on=on,
        note=note,
        sensitivity=Sensitivity.NONE,
    )
