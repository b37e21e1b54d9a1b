"""What time it is: the one function that the gate, the door and the views read.

A real database answers with the server's time. A database stamped as a demo may answer with the
time of its story: for a while (`story`, used when a story is told) or as it is served (`begin`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from holdfast.kernel.directory.models import Partnership

_told: ContextVar[datetime | None] = ContextVar("told", default=None)
_known: dict[str, timedelta] = {}


class NotADemo(Exception):
    """Somebody tried to tell an old story in a database that is not a demo."""


def now() -> datetime:
    """Return this moment, timezone-aware."""
    return _told.get() or timezone.now() + _ahead()


def today() -> date:
    """Return this day in London."""
    return timezone.localdate(now())


def end_of(*, on: date, days: int) -> datetime:
    """Return the last minute of the day some days after a day, in London."""
    last = datetime.combine(on + timedelta(days=days), time(23, 59))
    return timezone.make_aware(last, timezone.get_default_timezone())


def is_story() -> bool:
    """Say whether `now` differs from the server's own time."""
    return _told.get() is not None or bool(_ahead())


def written(field: str = "written_at") -> dict[str, datetime]:
    """Return what a writer hands to an insert: nothing, so that the database dates the row.

    Only in a story is a time handed over, and a trigger refuses it elsewhere.
    """
    return {field: now()} if is_story() else {}


@contextmanager
def story(at: datetime) -> Iterator[None]:
    """Let everything inside happen at another moment. Raises NotADemo on a real database."""
    _require_demo()
    token = _told.set(at)
    try:
        yield
    finally:
        _told.reset(token)


def begin(at: datetime) -> None:
    """Set the demo's clock to a moment, from which it runs on. Raises NotADemo."""
    _require_demo()
    Partnership.objects.filter(pk=1, demo=True).update(story_at=at, story_set_at=timezone.now())
    forget()


def forget() -> None:
    """Read the database's clock again at the next question."""
    _known.clear()


def _ahead() -> timedelta:
    if "ahead" not in _known:
        stamp = Partnership.objects.filter(pk=1).values_list("demo", "story_at", "story_set_at")
        found = stamp.first()
        if found is None:
            return timedelta()
        demo, story_at, set_at = found
        _known["ahead"] = story_at - set_at if demo and story_at and set_at else timedelta()
    return _known["ahead"]


def _require_demo() -> None:
    if not Partnership.objects.filter(pk=1, demo=True).exists():
        raise NotADemo("Only a database stamped as a demo may tell a story of another day.")
