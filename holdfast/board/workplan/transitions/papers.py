"""A paper that is sent in and kept with a plan's, a challenge's or a risk's record."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import File, Record, Sensitivity

MOST_TITLE = 120


@dataclass(frozen=True)
class Paper:
    """A file that was sent in."""

    content: bytes
    content_type: str


@transaction.atomic
def keep(record: Record, paper: Paper | None, *, title: str, by: Post, on: date) -> File | None:
    """Keep a paper where there is one. The verb that calls has asked who may."""
    if paper is None:
        return None
    return story.keep_file(
        record=record,
        title=title[:MOST_TITLE],
        content=paper.content,
        content_type=paper.content_type,
        by=by,
        on=on,
        sensitivity=Sensitivity.NONE,
    )
