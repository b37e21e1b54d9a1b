"""The year's meetings, January 2013 to January 2014: five told, the others planned."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from holdfast.board.desk import transitions as desk
from holdfast.board.desk.documents import standing
from holdfast.board.desk.rules.programme import Outlined
from holdfast.board.workplan.extracts import programme
from holdfast.board.workplan.rules.planned import ProgrammeMeeting
from holdfast.demo.story.clock import LONDON, at
from holdfast.demo.story.meeting_words import (
    CAME,
    DAYS,
    DEPUTIES,
    LATER,
    PAPERS,
    ROOM,
    SAID,
    SPEAKER,
    Line,
)
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.documents.minutes import Document, pdf
from holdfast.engines.meetings.models import AgendaItem, Cycle, Meeting
from holdfast.engines.meetings.rules.blocks import Paragraph
from holdfast.engines.meetings.rules.lines import read_line
from holdfast.engines.meetings.rules.states import Came
from holdfast.engines.meetings.transitions import ItemTold
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post, this_partnership


def tell(posts: Mapping[str, Post]) -> None:
    """The manager plans the year in November 2012 and runs it until June 2013."""
    cycle = _plan(posts)
    for meeting in list(cycle.meetings.in_order()):
        day = DAYS[meeting.planned_from]
        if day in SAID:
            _run(meeting, day, posts)
        else:
            _set_day(meeting, day, posts, told=(2013, 5, 20))
            if day in DRAWN:
                _draw(meeting, posts["board_manager"], DRAW_ON)
        if day == (2013, 1, 29):
            _cancel_one(cycle, posts)


DRAWN = {(2013, 9, 17), (2013, 11, 19)}
DRAW_ON = date(2013, 6, 27)
"""Two agendas to come are drawn already, with what is known on the eve of the demo's day."""


def _draw(meeting: Meeting, manager: Post, on: date) -> None:
    with at(on.year, on.month, on.day, 9, 0):
        desk.fill_agenda(
            meeting, report_on=lambda item: standing.report_on(item, on), by=manager, on=on
        )


def _plan(posts: Mapping[str, Post]) -> Cycle:
    manager, on = posts["board_manager"], date(2012, 11, 20)
    with at(2012, 11, 20, 10, 0):
        cycle = desk.plan_year(
            [_outlined(one) for one in programme().meetings],
            title="Board year 2013/14",
            rule="The Executive meets four times a year and the main board three times, each time "
            "on a theme that an outside expert leads. A local programme, not law.",
            area=this_partnership().area,
            owner=manager.agency,
            by=manager,
            on=on,
        )
        wishes = [
            verbs.Wish(
                ItemTold(title, key=key, why=why), "Executive", Dated.read(month), order=order
            )
            for order, (title, key, month, why) in enumerate(LATER, 60)
        ]
        verbs.put_all_forward(cycle, wishes=wishes, by=manager, on=on)
        return cycle


def _outlined(one: ProgrammeMeeting) -> Outlined:
    theme = (one.theme.stage, one.theme.topic, one.theme.inputs) if one.theme else None
    return Outlined(one.month, one.body, one.items, theme)


def _set_day(
    meeting: Meeting, day: tuple[int, int, int], posts: Mapping[str, Post], *,
    told: tuple[int, int, int],
) -> None:  # fmt: skip
    starts = datetime(*day, 10, 0, tzinfo=LONDON)
    with at(*told, 9, 0):
        verbs.fix_time(
            meeting, starts_at=starts, place=ROOM, by=posts["board_manager"], on=date(*told)
        )


def _run(meeting: Meeting, day: tuple[int, int, int], posts: Mapping[str, Post]) -> None:
    """From the agenda, a week before, to the minutes: drafted the same day, approved later."""
    manager, chair, on = posts["board_manager"], posts["board_chair"], date(*day)
    first = on - timedelta(days=7) if day == MOVED else on
    before = first - timedelta(days=8)
    _set_day(meeting, (first.year, first.month, first.day), posts, told=(2012, 12, 3))
    with at(before.year, before.month, before.day, 9, 0):
        _issue(meeting, posts, day, before)
    if day == MOVED:
        _move(meeting, on, posts)
    with at(*day, 10, 0):
        verbs.hold(meeting, by=manager, on=on)
        _who_came(meeting, posts, CAME[day], on)
        _write(meeting, posts, SAID[day], on)
    with at(*day, 16, 0):
        desk.draft_minutes(meeting, by=manager, on=on)
    if day == (2013, 6, 25):
        return
    later = on + timedelta(days=20)
    with at(later.year, later.month, later.day, 9, 0):
        verbs.approve_minutes(meeting, by=chair, on=later)
        verbs.publish_minutes(meeting, by=manager, on=later)


MOVED = (2013, 3, 19)


def _move(meeting: Meeting, to: date, posts: Mapping[str, Post]) -> None:
    told = to - timedelta(days=9)
    with at(told.year, told.month, told.day, 9, 0):
        verbs.move_meeting(
            meeting,
            starts_at=datetime(to.year, to.month, to.day, 10, 0, tzinfo=LONDON),
            reason="The council's offices are closed that day for repairs",
            by=posts["board_manager"],
            on=told,
        )


def _issue(
    meeting: Meeting, posts: Mapping[str, Post], day: tuple[int, int, int], on: date
) -> None:
    manager = posts["board_manager"]
    for item in verbs.draw_agenda(meeting, by=manager, on=on):
        if item.is_themed:
            verbs.name_speaker(item, speaker=SPEAKER, by=manager, on=on)
    if day == (2013, 6, 25):
        _restricted(meeting, manager, on)
    for key, title, words in PAPERS.get(day, ()):
        item = meeting.items.select_related("meeting__record").get(key=key)
        verbs.add_paper(item, title=title, content=_paper(title, words, on), by=manager, on=on)
    desk.fill_agenda(
        meeting, report_on=lambda item: standing.report_on(item, on), by=manager, on=on
    )
    verbs.issue_agenda(meeting, by=manager, on=on)
    verbs.send_papers(meeting, by=manager, on=on)


def _restricted(meeting: Meeting, manager: Post, on: date) -> None:
    told = ItemTold("Terms of the independent chair's appointment", key="chair", minutes=10)
    item = verbs.add_item(meeting, item=told, restricted=True, by=manager, on=on)
    title = "Terms and fee of the chair"
    content = _paper(title, "The term and the fee that are proposed, and why.", on)
    verbs.add_paper(item, title=title, content=content, by=manager, on=on)


def _paper(title: str, words: str, on: date) -> bytes:
    facts = {"For": "the board", "Status": "Invented for the demo"}
    return pdf(Document(title, "Demonstration", facts, (Paragraph(words),), on))


def _who_came(
    meeting: Meeting, posts: Mapping[str, Post], told: Mapping[str, Came], on: date
) -> None:
    said = {posts[key].pk: (key, came) for key, came in told.items()}
    came = {}
    for place in meeting.places.all():
        key, answer = said.get(place.post_id, ("", Came.PRESENT))
        deputy = posts[DEPUTIES[key]] if answer is Came.DEPUTY else None
        came[place.pk] = (answer, deputy)
    verbs.record_attendance(meeting, came=came, by=posts["board_manager"], on=on)


def _write(meeting: Meeting, posts: Mapping[str, Post], lines: tuple[Line, ...], on: date) -> None:
    items = {item.key: item for item in _items(meeting)}
    for line in lines:
        typed = read_line(line.text)
        verbs.take_note(
            items[line.key],
            text=typed.text,
            kind=typed.kind,
            owner=posts[line.owner] if line.owner else None,
            due_on=line.due,
            by=posts["board_manager"],
            on=on,
        )


def _items(meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.items.select_related("meeting__record", "part__record"))


def _cancel_one(cycle: Cycle, posts: Mapping[str, Post]) -> None:
    """An extra meeting that was called and called off: it counts in nobody's attendance."""
    manager, on = posts["board_manager"], date(2013, 2, 4)
    with at(2013, 2, 4, 9, 0):
        meeting = desk.plan_extra(
            cycle, body="Executive", title="Extraordinary Executive", dated=Dated.read("2013-02"),
            by=manager, on=on,
        )  # fmt: skip
    _set_day(meeting, (2013, 2, 19), posts, told=(2013, 2, 4))
    with at(2013, 2, 5, 9, 0):
        desk.seat_body(meeting, by=manager, on=date(2013, 2, 5))
        item = ItemTold("Budget for the coming year", key="tracking")
        verbs.add_item(meeting, item=item, by=manager, on=date(2013, 2, 5))
        verbs.issue_agenda(meeting, by=manager, on=date(2013, 2, 5))
    with at(2013, 2, 15, 9, 0):
        verbs.cancel(
            meeting, reason="Too few partners could come; it was settled by letter", by=manager,
            on=date(2013, 2, 15),
        )  # fmt: skip
