"""A small board year: two meetings, a few items, no partnership and no plan behind it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from holdfast.board.desk import transitions as desk
from holdfast.board.desk.rules.programme import Outlined
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import Cycle, Meeting
from holdfast.engines.meetings.rules.blocks import Paragraph
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.tests.world import pdf
from holdfast.engines.meetings.transitions import ItemTold, Seat
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post

TODAY = date(2013, 6, 28)
NEGLECT = ("Long-term support", "Neglect", ("An audit", "A dashboard"))
OUTLINE = (
    Outlined(Dated.read("2013-06"), "Executive", ("Horizon scanning: what comes", "Once")),
    Outlined(Dated.read("2013-09"), "Main board", ("Summary of the Executive's issues",), NEGLECT),
    Outlined(Dated.read("2013-11"), "Executive", ("Horizon scanning: what comes",)),
)
SECRET = "The fee that is proposed"


def year(posts: dict[str, Post]) -> Cycle:
    manager = posts["board_manager"]
    return desk.plan_year(
        OUTLINE, title="Board year 2013/14", rule="Each quarter", area=manager.agency.area,
        owner=manager.agency, by=manager, on=TODAY,
    )  # fmt: skip


def issued(meeting: Meeting, posts: dict[str, Post]) -> Meeting:
    """Its day is today; one restricted item and one restricted paper stand beside the open."""
    manager = posts["board_manager"]
    starts = datetime(2013, 6, 28, 10, 0, tzinfo=ZoneInfo("Europe/London"))
    verbs.fix_time(meeting, starts_at=starts, place="Room 1", by=manager, on=TODAY)
    seats = [Seat(posts[key], key) for key in ("board_chair", "police_member", "lay_member")]
    verbs.expect(meeting, seats=seats, by=manager, on=TODAY)
    verbs.add_item(meeting, item=ItemTold(SECRET), restricted=True, by=manager, on=TODAY)
    words = [Paragraph("Nothing is held.")]
    desk.fill_agenda(meeting, report_on=lambda item: words, by=manager, on=TODAY)
    for item in meeting.items.select_related("meeting__record", "part__record"):
        hidden = bool(item.part_id)
        verbs.add_paper(
            item, title=SECRET if hidden else f"Paper {item.number}", content=pdf(2),
            by=manager, on=TODAY,
        )  # fmt: skip
    verbs.issue_agenda(meeting, by=manager, on=TODAY)
    verbs.send_papers(meeting, by=manager, on=TODAY)
    return meeting


def held(meeting: Meeting, posts: dict[str, Post]) -> Meeting:
    """Begun, with a line, a decision, an action and a challenge, and a restricted decision."""
    issued(meeting, posts)
    manager = posts["board_manager"]
    verbs.hold(meeting, by=manager, on=TODAY)
    items = list(meeting.items.select_related("meeting__record", "part__record"))
    owner = posts["police_member"]
    for kind, text, more in (
        (NoteKind.TEXT, "It was discussed.", {}),
        (NoteKind.DECISION, "Adopt the pathway", {}),
        (NoteKind.ACTION, "Bring the draft", {"owner": owner, "due_on": date(2013, 9, 1)}),
        (NoteKind.CHALLENGE, "Why did it fall?", {"owner": owner}),
    ):
        verbs.take_note(items[0], text=text, kind=kind, by=manager, on=TODAY, **more)
    verbs.take_note(
        items[-1], text=f"{SECRET} is agreed", kind=NoteKind.DECISION, by=manager, on=TODAY
    )
    return meeting
