"""Meetings as an iCalendar file (RFC 5545). A moved meeting keeps its UID; SEQUENCE goes up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Listed:
    """A meeting as a calendar shows it: title, time, place and state, nothing of its agenda."""

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    sequence: int
    cancelled: bool
    firm: bool


def calendar(meetings: Iterable[Listed], *, name: str, made_at: datetime) -> bytes:
    """Return the file. A meeting of which only the month is known is not in it."""
    made = Calendar()
    made.add("prodid", "-//Holdfast//Meetings//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    for meeting in meetings:
        made.add_component(_event(meeting, made_at))
    made.add_missing_timezones()
    return bytes(made.to_ical())


def _event(meeting: Listed, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{meeting.uid}@holdfast")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", made_at.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", meeting.starts_at.astimezone(LONDON))
    event.add("dtend", meeting.ends_at.astimezone(LONDON))
    event.add("summary", meeting.title)
    if meeting.place:
        event.add("location", meeting.place)
    firm = "CONFIRMED" if meeting.firm else "TENTATIVE"
    event.add("status", "CANCELLED" if meeting.cancelled else firm)
    return event
