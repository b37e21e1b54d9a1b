"""One meeting of the team around the family, as its members read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Fact
from holdfast.practice.early_help.models import Meeting


@dataclass(frozen=True)
class MeetingPage:
    heading: str
    caption: str
    family_url: str
    write_url: str
    held: bool
    facts: Sequence[Fact]

    @classmethod
    def of(cls, meeting: Meeting, *, may_write: bool) -> "MeetingPage":
        family = meeting.early_help
        reference = family.record.reference
        write = reverse("early_help:record_meeting", args=[reference, meeting.number])
        open_ = not meeting.held and family.ended_on is None
        return cls(
            heading=f"{meeting.get_kind_display()}, {day_words(meeting.on)}",
            caption=f"{family.known_as} · {reference} · called by {meeting.chair.title}",
            family_url=reverse("early_help:family", args=[reference]),
            write_url=write if open_ and may_write else "",
            held=meeting.held,
            facts=_facts(meeting),
        )


def _facts(meeting: Meeting) -> list[Fact]:
    next_on = day_words(meeting.next_on) if meeting.next_on else ""
    found = (
        ("Who came", ", ".join(meeting.present)),
        ("Sent word", ", ".join(meeting.apologies)),
        ("How the children were heard", meeting.children or "Not written down"),
        ("What goes better", meeting.better),
        ("What is still a worry", meeting.worries),
        ("What was decided", meeting.decided),
        ("Next meeting", next_on),
    )
    return [Fact(key, value) for key, value in found if value]
