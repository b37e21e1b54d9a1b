"""The meeting page, for the room and for those who are let into this section only."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Entry, Fact, Status, gap_words, met, nothing, refused, running
from holdfast.practice.allegations.access import STORY, UPDATES
from holdfast.practice.allegations.models import Invitation, Meeting, Update
from holdfast.practice.allegations.pages import words

MARKS = {
    Invitation.Attendance.INVITED: running("Invited"),
    Invitation.Attendance.PRESENT: met("Present"),
    Invitation.Attendance.APOLOGIES: nothing("Sent apologies"),
    Invitation.Attendance.ABSENT: refused("Did not come"),
}


@dataclass(frozen=True)
class Seat:
    who: str
    status: Status
    until: str


@dataclass(frozen=True)
class MeetingPage:
    """One meeting. An invited post reads who it is about, what was said, and its own updates."""

    reference: str
    number: int
    heading: str
    caption: str
    about: str
    chair: str
    held: bool
    seats: Sequence[Seat]
    items: Sequence[Fact]
    decisions: str
    next_on: str
    updates: Sequence[Entry]
    in_room: bool
    may_update: bool
    record_url: str
    write_url: str
    update_url: str

    @classmethod
    def of(cls, meeting: Meeting, *, visit: Visit) -> "MeetingPage":
        reference = visit.record.reference
        in_room = visit.opens(STORY)
        return cls(
            reference=reference,
            number=meeting.number,
            heading=words.meeting_title(meeting),
            caption=f"Allegation {reference} · meeting {meeting.number}",
            about=words.title_of(meeting.allegation),
            chair=str(meeting.chair),
            held=meeting.held,
            seats=[_seat(one) for one in meeting.invitations.all()],
            items=[Fact(i.heading, i.said or "Nothing was said.") for i in meeting.items.all()],
            decisions=meeting.decisions,
            next_on=day_words(meeting.next_on) if meeting.next_on else "",
            updates=_updates(meeting, visit=visit, in_room=in_room),
            in_room=in_room,
            may_update=visit.opens(UPDATES) and visit.record.closed_on is None,
            record_url=reverse("allegations:record", args=[reference]),
            write_url=reverse("allegations:record_meeting", args=[reference, meeting.number]),
            update_url=reverse("allegations:update", args=[reference]),
        )


def _seat(invitation: Invitation) -> Seat:
    grant = invitation.grant
    until = f"let in until {day_words(grant.expires_at)}" if grant else "of the room"
    mark = MARKS[Invitation.Attendance(invitation.attendance)]
    return Seat(str(invitation.post), mark, until)


def _updates(meeting: Meeting, *, visit: Visit, in_room: bool) -> list[Entry]:
    """All of them for the room; for an invited agency its own."""
    found = meeting.allegation.updates.all()
    mine = [u for u in found if in_room or u.by.agency_id == visit.post.agency_id]
    return [_entry(one) for one in mine]


def _entry(update: Update) -> Entry:
    strand = f"{update.strand.get_kind_display()}." if update.strand else "Update."
    return Entry(
        happened=update.on,
        written=update.written_at,
        head=strand,
        text=update.text,
        by=update.by.title,
        source=update.by.agency.name,
        gap=gap_words(update.on, update.written_at),
    )
