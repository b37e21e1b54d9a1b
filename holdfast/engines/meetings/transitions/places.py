"""Who is expected, and who came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from holdfast.engines.meetings.models import Meeting, Place
from holdfast.engines.meetings.rules.states import WAS_HELD, Came, State
from holdfast.engines.meetings.transitions.turning import change
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Seat:
    """A seat that is expected at a meeting, in what capacity, and who may come instead."""

    post: Post
    capacity: str = ""
    deputies: tuple[Post, ...] = field(default=())


@transaction.atomic
def expect(meeting: Meeting, *, seats: Iterable[Seat], by: Post, on: date) -> list[Place]:
    """Add places for seats that have none yet at this meeting."""
    gate.require(by, Can.WORK, meeting.record)
    there = set(meeting.places.values_list("post_id", flat=True))
    wanted = [seat for seat in seats if seat.post.pk not in there]
    places = Place.objects.bulk_create(
        Place(meeting=meeting, post=seat.post, capacity=seat.capacity) for seat in wanted
    )
    link = Place.deputies.through
    link.objects.bulk_create(
        link(place_id=place.pk, post_id=deputy.pk)
        for place, seat in zip(places, wanted, strict=True)
        for deputy in seat.deputies
    )
    words = ", ".join(str(seat.capacity or seat.post.title) for seat in wanted)
    if wanted:
        story.write_step(record=meeting.record, move="expect", by=by, on=on, note=words)
    return places


@transaction.atomic
def record_attendance(
    meeting: Meeting,
    *,
    came: Mapping[int, tuple[Came, Post | None]],
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Write down who came, by place. A deputy is named; every other answer names nobody."""
    gate.require(by, Can.WORK, meeting.record)
    if meeting.state not in WAS_HELD:
        raise NotAllowed("Attendance is written down once the meeting has begun.")
    if meeting.state in {State.MINUTES_APPROVED, State.PUBLISHED}:
        raise NotAllowed("The minutes are approved. Put a mistake right in a dated addendum.")
    places = list(meeting.places.select_related("post"))
    for place in places:
        said, deputy = came.get(place.pk, (Came(place.came), place.deputy))
        if (said is Came.DEPUTY) != (deputy is not None):
            raise NotAllowed(f"Say who came for {place}, or that nobody did.")
        place.came, place.deputy = said.value, deputy
    change(meeting, by=by, on=on, seen=seen)
    Place.objects.bulk_update(places, ["came", "deputy"])
    filled = sum(1 for place in places if place.came in {Came.PRESENT, Came.DEPUTY})
    note = f"{filled} of {len(places)} places filled"
    story.write_step(record=meeting.record, move="record_attendance", by=by, on=on, note=note)
