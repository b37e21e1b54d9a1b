"""Meetings: invitees are let in by post, and what was said is kept under the standard agenda."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import MEETING, STORY, UPDATES
from holdfast.practice.allegations.models import Allegation, Invitation, Meeting, MeetingItem
from holdfast.practice.allegations.rules import law, procedure
from holdfast.practice.allegations.transitions import circle, deciding, moves

INVITED_DAYS = 180


@transaction.atomic
def call_meeting(
    allegation: Allegation,
    *,
    meets_on: date,
    chair: Post,
    invited: Sequence[Post],
    by: Post,
    on: date,
    days: int = INVITED_DAYS,
    seen: int | None = None,
) -> Meeting:
    """Call a meeting and let each invited post into its section for a number of days."""
    if meets_on < on:
        raise NotAllowed("The meeting cannot be before the day it is called. Give a later day.")
    word = law.meeting_word(meets_on)
    moves.move_to(
        allegation,
        "call_meeting",
        by=by,
        on=on,
        note=f"{word.capitalize()} called for {meets_on:%-d %B %Y}, {chair.title} in the chair.",
        seen=seen,
    )
    meeting = Meeting.objects.create(
        allegation=allegation,
        number=allegation.meetings.count() + 1,
        word=word,
        called_on=on,
        on=meets_on,
        chair=chair,
    )
    for post in {p.pk: p for p in [chair, *invited]}.values():
        _invite(meeting, post=post, days=days, by=by, on=on)
    for number, heading in enumerate(procedure.AGENDA, 1):
        MeetingItem.objects.create(meeting=meeting, number=number, heading=heading)
    return meeting


@transaction.atomic
def record_meeting(
    meeting: Meeting,
    *,
    held_on: date,
    attendance: Mapping[int, Invitation.Attendance],
    said: Mapping[int, str],
    decisions: str,
    by: Post,
    on: date,
    next_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Keep who came and who did not, what was said under each heading, and what was decided."""
    if meeting.held:
        raise NotAllowed("This meeting has its record already. Add an entry to correct it.")
    allegation = meeting.allegation
    moves.move_to(allegation, "record_meeting", by=by, on=held_on, note=decisions, seen=seen)
    Meeting.objects.filter(pk=meeting.pk, held=False).update(
        held=True, on=held_on, decisions=decisions, next_on=next_on
    )
    meeting.refresh_from_db(fields=["held", "on", "decisions", "next_on"])
    for invitation in meeting.invitations.all():
        came = attendance.get(invitation.post_id, Invitation.Attendance.ABSENT)
        meeting.invitations.filter(pk=invitation.pk).update(attendance=came)
    for number, text in said.items():
        meeting.items.filter(number=number).update(said=text)
    deciding.meet_clock(allegation, procedure.MEET, by=by, on=held_on)


@transaction.atomic
def end_invitation(invitation: Invitation, *, why: str, by: Post, on: date) -> None:
    """Close the meeting's section to a post before its grant expires."""
    allegation = invitation.meeting.allegation
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if invitation.grant is None:
        raise NotAllowed("This post is in the room by its own role; it was not let in.")
    circle.end_letting_in(allegation, grant=invitation.grant, why=why, by=by, on=on)


def _invite(meeting: Meeting, *, post: Post, days: int, by: Post, on: date) -> None:
    allegation = meeting.allegation
    record = allegation.record
    chairs_here = post.role == Role.CHILD_PROTECTION_CHAIR and post.agency_id == record.owner_id
    if chairs_here and not gate.may(post, Can.SEE, record, section=STORY):
        grants.admit(record, post=post, why=f"Chairs meeting {meeting.number}", by=by)
    grant = circle.let_in(
        allegation,
        post=post,
        sections=[MEETING, UPDATES],
        purpose=f"Invited to {meeting.word} {meeting.number}",
        days=days,
        may_add=True,
        by=by,
        on=on,
    )
    Invitation.objects.create(meeting=meeting, post=post, grant=grant)
