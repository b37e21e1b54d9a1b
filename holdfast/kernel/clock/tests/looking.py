"""Looking at one clock as a page would."""

from datetime import datetime

from holdfast.kernel.clock.counting import LONDON
from holdfast.kernel.clock.lines import ClockLine, clock_lines
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post

Posts = dict[str, Post]


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[misc,arg-type]


def line_of(deadline: Deadline, now: datetime, reader: Post | None = None) -> ClockLine:
    found = Deadline.objects.filter(pk=deadline.pk).for_page()
    return clock_lines(found, now=now, reader=reader)[0]
