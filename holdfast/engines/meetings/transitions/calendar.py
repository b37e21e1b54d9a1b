"""The calendar: a cycle, its meetings, their days, and when a day is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from holdfast.engines.meetings.models import Cycle, Meeting, MeetingMove, RestrictedPart
from holdfast.engines.meetings.rules.states import State, require_before
from holdfast.engines.meetings.transitions.turning import change, turn
from holdfast.engines.notices.transitions import Told, notify_all
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

LASTS = timedelta(hours=2)
"""How long a meeting is taken to last when nobody said. Local (L)."""


@dataclass(frozen=True)
class Planned:
    """A meeting to come: of which body, called what, in which month or on which day."""

    body: str
    title: str
    dated: Dated


@transaction.atomic
def open_cycle(
    *,
    kind: str,
    title: str,
    rule: str,
    starts_on: date,
    ends_on: date,
    area: Area,
    owner: Agency,
    by: Post,
    on: date,
) -> Cycle:
    """Open a year of meetings under a record of the room's own kind."""
    if ends_on <= starts_on:
        raise NotAllowed("The year ends after it starts. Give a later last day.")
    record = gate.open_record(kind=kind, area=area, owner=owner, by=by, on=on)
    cycle = Cycle.objects.create(
        record=record, title=title, rule=rule, starts_on=starts_on, ends_on=ends_on
    )
    story.write_step(record=record, move="open_cycle", by=by, on=on, note=title)
    return cycle


@transaction.atomic
def plan_cycle(
    cycle: Cycle,
    *,
    meetings: Sequence[Planned],
    kind: str,
    restricted_kind: str = "",
    by: Post,
    on: date,
) -> list[Meeting]:
    """Plan a year's meetings at once, each as exactly as its day is known."""
    gate.require(by, Can.WORK, cycle.record)
    return [
        plan_meeting(
            cycle,
            planned=planned,
            kind=kind,
            restricted_kind=restricted_kind,
            by=by,
            on=on,
        )
        for planned in meetings
    ]


@transaction.atomic
def plan_meeting(
    cycle: Cycle, *, planned: Planned, kind: str, restricted_kind: str = "", by: Post, on: date
) -> Meeting:
    """Plan one meeting. With a second kind it has a restricted part under a record of its own."""
    gate.require(by, Can.WORK, cycle.record)
    home = cycle.record
    record = gate.open_record(kind=kind, area=home.area, owner=home.owner, by=by, on=on)
    meeting = Meeting.objects.create(
        record=record,
        cycle=cycle,
        body=planned.body,
        title=planned.title,
        planned_from=planned.dated.first,
        planned_precision=planned.dated.precision,
    )
    story.write_step(
        record=record, move="plan", to_state=State.PLANNED, by=by, on=on, note=str(meeting)
    )
    if restricted_kind:
        part = gate.open_record(
            kind=restricted_kind, area=home.area, owner=home.owner, by=by, on=on
        )
        RestrictedPart.objects.create(meeting=meeting, record=part)
    return meeting


@transaction.atomic
def fix_time(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime | None = None,
    place: str = "",
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Give a planned meeting its day, hour and place for the first time."""
    gate.require(by, Can.WORK, meeting.record)
    if meeting.starts_at is not None:
        raise NotAllowed("This meeting has its day. Move it, and say why.")
    require_before(meeting.state, what="given a day")
    _take_day(meeting, starts_at, ends_at, place, by=by, on=on, seen=seen)
    story.write_step(record=meeting.record, move="fix_time", by=by, on=on, note=str(meeting))


def _take_day(
    meeting: Meeting,
    starts_at: datetime,
    ends_at: datetime | None,
    place: str,
    *,
    by: Post,
    on: date,
    seen: int | None,
) -> None:
    until = ends_at or starts_at + LASTS
    if until <= starts_at:
        raise NotAllowed("A meeting ends after it starts. Give a later end.")
    change(
        meeting,
        by=by,
        on=on,
        seen=seen,
        starts_at=starts_at,
        ends_at=until,
        place=place or meeting.place,
        planned_from=timezone.localdate(starts_at),
        planned_precision=Precision.DAY,
        sequence=meeting.sequence + 1,
    )


@transaction.atomic
def move_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    reason: str,
    ends_at: datetime | None = None,
    place: str = "",
    by: Post,
    on: date,
    seen: int | None = None,
) -> MeetingMove:
    """
    Give a meeting another day. Its papers stay with it.

    The sequence number goes up, so that every calendar that follows the feed moves it too. Who
    holds the old date is kept with the move.
    """
    gate.require(by, Can.WORK, meeting.record)
    require_before(meeting.state, what="moved")
    if not reason.strip():
        raise NotAllowed("Say why the meeting is moved.")
    if starts_at <= moment.now():
        raise NotAllowed("A meeting is moved to a day that is ahead. Give a later day.")
    old = meeting.when
    places = meeting.places.select_related("post")
    told = [str(place) for place in places] if meeting.state != State.PLANNED else []
    after = meeting.state
    _take_day(meeting, starts_at, ends_at, place, by=by, on=on, seen=seen)
    story.write_step(
        record=meeting.record,
        move="move_meeting",
        from_state=after,
        to_state=after,
        by=by,
        on=on,
        note=f"From {old} to {meeting.when}: {reason}",
    )
    if told:
        _tell(meeting, "A meeting has a new day", by=by, on=on)
    return MeetingMove.objects.create(
        meeting=meeting,
        old_words=old,
        new_words=meeting.when,
        reason=reason.strip(),
        after=after,
        told=told,
        on=on,
        by=by,
        **moment.written(),
    )


def _tell(meeting: Meeting, subject: str, *, by: Post, on: date) -> None:
    """Tell every place that what it holds is superseded. A notice says nothing but that."""
    told = [
        Told(
            key=f"meeting-{meeting.record.reference}-{meeting.sequence}-{place.pk}",
            subject=subject,
            body="What you hold has changed. Sign in to see the meeting's new date or its end.",
            post=place.post,
        )
        for place in meeting.places.select_related("post")
    ]
    notify_all(told, by=by, on=on)


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: Post, on: date, seen: int | None = None) -> None:
    """Call a meeting off. It stays in the calendar and counts in nobody's attendance."""
    if not reason.strip():
        raise NotAllowed("Say why the meeting is cancelled.")
    before = meeting.state
    turn(
        meeting,
        "cancel",
        by=by,
        on=on,
        seen=seen,
        note=reason,
        cancelled_because=reason.strip(),
        sequence=meeting.sequence + 1,
    )
    if before != State.PLANNED:
        _tell(meeting, "A meeting is cancelled", by=by, on=on)


@transaction.atomic
def hold(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> None:
    """Say that the meeting has begun. From now on minutes can be written in the room."""
    if meeting.starts_at is None or timezone.localdate(meeting.starts_at) > on:
        raise NotAllowed("Its day has not come yet. Move the meeting if it is held earlier.")
    turn(meeting, "hold", by=by, on=on, seen=seen)
