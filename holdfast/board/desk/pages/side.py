"""Which of a meeting's two parts a page is about, and where its addresses are."""

from dataclasses import dataclass

from django.urls import reverse

from holdfast.engines.meetings.models import Meeting
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class Side:
    """The open part, or the restricted one that has a record, a door and addresses of its own."""

    meeting: Meeting
    reference: str
    restricted: bool

    def url(self, name: str, *more: object) -> str:
        prefix = "part_" if self.restricted else ""
        return reverse(f"desk:{prefix}{name}", args=[self.reference, *more])

    def link(self, words: str, name: str, *more: object) -> Link:
        return Link(words, self.url(name, *more))

    @property
    def title(self) -> str:
        return f"{self.meeting.title}: restricted part" if self.restricted else self.meeting.title

    @property
    def home(self) -> str:
        return self.url("meeting")
