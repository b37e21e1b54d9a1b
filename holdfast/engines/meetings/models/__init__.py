"""What is kept of a meeting. Who may see it is its record's affair; a promise is the tracker's."""

from holdfast.engines.meetings.models.agenda import AgendaItem, ItemReport, Paper
from holdfast.engines.meetings.models.cycle import Cycle, ForwardItem
from holdfast.engines.meetings.models.feed import Feed
from holdfast.engines.meetings.models.meeting import Meeting, MeetingMove, Place, RestrictedPart
from holdfast.engines.meetings.models.minutes import (
    Addendum,
    Minutes,
    MinuteText,
    Note,
    NoteEdit,
)

__all__ = [
    "Addendum",
    "AgendaItem",
    "Cycle",
    "Feed",
    "ForwardItem",
    "ItemReport",
    "Meeting",
    "MeetingMove",
    "MinuteText",
    "Minutes",
    "Note",
    "NoteEdit",
    "Paper",
    "Place",
    "RestrictedPart",
]
