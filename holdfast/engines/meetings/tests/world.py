"""Invented kinds of record, and one small executive, for the engine's own tests."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pikepdf

from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import Cycle, Meeting
from holdfast.kernel.access.gate import Can, Kind, declare
from holdfast.kernel.access.words import KINDS
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role

LONDON = ZoneInfo("Europe/London")
TODAY = date(2013, 6, 28)
CYCLE, MEETING, PART = "test cycle", "test meeting", "test restricted part"
ALL = frozenset({Can.SEE, Can.WORK, Can.OPEN})


def office(*parts: str) -> bytes:
    """An Office file with no more in it than its kind needs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for part in ("[Content_Types].xml", *parts):
            made.writestr(part, "<x/>")
    return out.getvalue()


@contextmanager
def declared() -> Iterator[None]:
    chair = frozenset({Can.SEE, Can.DECIDE, Can.WORK})
    home = {Role.BOARD_MANAGER: ALL, Role.BOARD_CHAIR: chair}
    seats = {Role.BOARD_MEMBER: frozenset({Can.SEE})}
    for name, prefix, area in ((CYCLE, "TC", seats), (MEETING, "TM", seats), (PART, "TR", {})):
        declare(Kind(name=name, prefix=prefix, retention="board", at_home=home, in_area=area))
    try:
        yield
    finally:
        for name in (CYCLE, MEETING, PART):
            KINDS.pop(name, None)


def cycle(posts: dict[str, Post]) -> Cycle:
    manager = posts["board_manager"]
    return verbs.open_cycle(
        kind=CYCLE, title="Board year 2013/14", rule="Each quarter",
        starts_on=date(2013, 1, 1), ends_on=date(2014, 1, 31),
        area=Area.objects.get(code="E09000028"), owner=manager.agency, by=manager, on=TODAY,
    )  # fmt: skip


def planned(year: Cycle, posts: dict[str, Post], month: str = "2013-06") -> Meeting:
    return verbs.plan_meeting(
        year, planned=verbs.Planned("Executive", f"Executive {month}", Dated.read(month)),
        kind=MEETING, restricted_kind=PART, by=posts["board_manager"], on=TODAY,
    )  # fmt: skip


def when(day: int, hour: int = 10, *, month: int = 6) -> datetime:
    return datetime(2013, month, day, hour, 0, tzinfo=LONDON)


def issued(meeting: Meeting, posts: dict[str, Post], *titles: str) -> Meeting:
    """Give a meeting its day, two seats and some items, and issue its agenda."""
    manager = posts["board_manager"]
    verbs.fix_time(meeting, starts_at=when(28), place="Room 1", by=manager, on=TODAY)
    seats = [verbs.Seat(posts[key], key) for key in ("police_member", "health_member")]
    verbs.expect(meeting, seats=seats, by=manager, on=TODAY)
    for title in titles or ("Minutes", "Risks"):
        verbs.add_item(meeting, item=verbs.ItemTold(title), by=manager, on=TODAY)
    verbs.issue_agenda(meeting, by=manager, on=TODAY)
    return meeting


def held(meeting: Meeting, posts: dict[str, Post], *titles: str) -> Meeting:
    issued(meeting, posts, *titles)
    verbs.hold(meeting, by=posts["board_manager"], on=TODAY)
    return meeting


def pdf(pages: int, *, password: str = "") -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
    locked = pikepdf.Encryption(owner="x", user=password) if password else None
    made.save(out, encryption=locked or False)
    return out.getvalue()
