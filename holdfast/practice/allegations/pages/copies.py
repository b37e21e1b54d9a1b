"""A letter as it was sent. What was kept out of it is named to its author only."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.allegations.models import Copy


@dataclass(frozen=True)
class CopyPage:
    reference: str
    title: str
    to: str
    sent: str
    by: str
    paragraphs: Sequence[str]
    withheld: str
    disclosed: str

    @classmethod
    def of(cls, copy: Copy, *, visit: Visit) -> "CopyPage":
        mine = copy.by_id == visit.post.pk
        way = "on their own page here" if copy.reader_post_id else "to be posted or handed over"
        return cls(
            reference=visit.record.reference,
            title=copy.title,
            to=f"{copy.reader}, {way}",
            sent=day_words(copy.sent_on),
            by=copy.by.title,
            paragraphs=copy.text.split("\n\n"),
            withheld=copy.withheld if mine else "",
            disclosed=copy.disclosed,
        )
