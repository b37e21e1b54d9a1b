"""The days of the story. The demo opens on a Friday at 16:45."""

from contextlib import AbstractContextManager
from datetime import datetime
from zoneinfo import ZoneInfo

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Partnership
from holdfast.kernel.records.models import Step

LONDON = ZoneInfo("Europe/London")
FRIDAY = datetime(2013, 6, 28, 16, 45, tzinfo=LONDON)


def at(
    year: int, month: int, day: int, hour: int = 9, minute: int = 0
) -> AbstractContextManager[None]:
    """Let what is inside happen at a moment: `with at(2012, 10, 9, 11, 20):`."""
    return moment.story(datetime(year, month, day, hour, minute, tzinfo=LONDON))


def begin() -> None:
    """Set the demo's clock: Friday 16:45, or after whatever a visitor has written since."""
    if not Partnership.objects.filter(pk=1, demo=True).exists():
        return
    last = Step.objects.order_by("-written_at").values_list("written_at", flat=True).first()
    moment.begin(max(FRIDAY, last) if last else FRIDAY)
