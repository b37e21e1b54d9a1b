"""What meetings hand to rooms above: what was decided, and who came. No names of people.

Only open parts are read. A restricted part leaves no trace here, not even a count.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from holdfast.engines.meetings.models import Meeting, Note, Place
from holdfast.engines.meetings.models.meeting import MeetingQuerySet
from holdfast.engines.meetings.rules.attendance import Expected, Tally, by_agency
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import WAS_HELD, State
from holdfast.kernel.directory.models import Area

APPROVED = frozenset({State.MINUTES_APPROVED, State.PUBLISHED})


@dataclass(frozen=True)
class DecisionRow:
    """A decision as it was written in the room, and the item that it was taken on."""

    item: str
    text: str


@dataclass(frozen=True)
class HeldRow:
    """A meeting that was held. What it decided is told once its minutes are approved."""

    title: str
    body: str
    when: str
    approved: bool
    decisions: tuple[DecisionRow, ...]
    actions: int


def held_meetings(area: Area, *, since: date, until: date) -> tuple[HeldRow, ...]:
    """Return the meetings of an area's cycles held between two days, in two queries."""
    notes = Note.objects.filter(item__part=None, struck_because="").select_related("item")
    found = _held(area, since=since, until=until).prefetch_related(
        Prefetch("items__notes", queryset=notes)
    )
    return tuple(_row(meeting) for meeting in found.in_order())


def attendance(area: Area, *, since: date, until: date) -> tuple[Tally, ...]:
    """Return how often each agency's seats were filled at those meetings, in one query."""
    places = Place.objects.filter(meeting__in=_held(area, since=since, until=until))
    return by_agency(
        Expected(
            seat=place.capacity or place.post.title,
            agency=place.post.agency.name,
            state=place.meeting.state,
            came=place.came,
        )
        for place in places.select_related("post__agency", "meeting")
    )


def _held(area: Area, *, since: date, until: date) -> MeetingQuerySet:
    return Meeting.objects.filter(
        cycle__record__area=area,
        state__in=[state.value for state in WAS_HELD],
        planned_from__range=(since, until),
    )


def _row(meeting: Meeting) -> HeldRow:
    notes = [note for item in meeting.items.all() for note in item.notes.all()]
    approved = meeting.state in APPROVED
    decided = [one for one in notes if one.kind == NoteKind.DECISION] if approved else []
    return HeldRow(
        title=meeting.title,
        body=meeting.body,
        when=meeting.planned.words,
        approved=approved,
        decisions=tuple(DecisionRow(one.item.title, one.text) for one in decided),
        actions=sum(one.kind == NoteKind.ACTION for one in notes) if approved else 0,
    )
