"""The scene of private fostering, told through the verbs: asked, done, difference made, closed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from holdfast.board.workplan import transitions as verbs
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.challenging import Sort
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership

QUESTION = "Why have notifications of private fostering fallen?"
STEERING = "Private fostering steering group"
LONDON = ZoneInfo("Europe/London")


def at(*parts: int):
    return moment.story(datetime(*parts, tzinfo=LONDON))


def put(posts: dict[str, Post], *, to: tracker.Who, on: date, **more) -> Challenge:
    manager = posts["board_manager"]
    told = {"title": "Private fostering notifications", "question": QUESTION, "by": manager}
    return verbs.put_challenge(
        to=to, area=this_partnership().area, owner=manager.agency, on=on, **(told | more)
    )


def asked(posts: dict[str, Post]) -> Challenge:
    """The board asks, in June 2012; the steering group promises to go on looking."""
    manager, day = posts["board_manager"], date(2012, 6, 18)
    with at(2012, 6, 18, 10, 0):
        challenge = put(
            posts,
            to=tracker.Who(role="Children's social care"),
            on=day,
            about=verbs.About(topic="private-fostering", source="The board's own question"),
            group=STEERING,
            watch=verbs.Watch(Direction.DOWN, "Notifications of private fostering"),
        )
        verbs.note_on_thread(
            challenge, text="Private fostering is called under-reported.",
            dated=Dated(date(2012, 4, 23)), sort=Sort.CONTEXT, source="Scrutiny, 23 April 2012",
            by=manager, on=day,
        )  # fmt: skip
        verbs.record_reading(
            challenge, period="2011/12", ends_on=date(2012, 3, 31), moved=Direction.DOWN,
            words="fell; no count was published", source="Overview report", by=manager, on=day,
        )  # fmt: skip
    return challenge


def answered(posts: dict[str, Post]) -> Challenge:
    challenge, manager = asked(posts), posts["board_manager"]
    day = date(2012, 6, 27)
    with at(2012, 6, 27, 10, 0):
        verbs.answer_challenge(
            challenge, reply="Few people know the duty. A campaign starts.", by=manager, on=day
        )
        verbs.accept_reply(challenge, by=posts["board_chair"], on=day)
        verbs.promise_action(
            challenge, what="Report further issues to the Main Board",
            owner=tracker.Who(role=STEERING), due_on=date(2014, 3, 31), by=manager, on=day,
        )  # fmt: skip
    with at(2012, 12, 20, 10, 0):
        verbs.note_on_thread(
            challenge, text="An audit of two schools was finished.", dated=Dated.read("2012-12"),
            by=manager, on=date(2012, 12, 20),
        )  # fmt: skip
    return challenge


def closed(posts: dict[str, Post]) -> Challenge:
    """Notifications rose by a quarter in 2012/13: the difference is recorded, the chair closes."""
    challenge, manager = answered(posts), posts["board_manager"]
    day = date(2013, 6, 20)
    with at(2013, 6, 20, 10, 0):
        verbs.record_reading(
            challenge, period="2012/13", ends_on=date(2013, 3, 31), moved=Direction.UP,
            words="up 25%; no count was published", source="Overview report, 2013", by=manager,
            on=day,
        )  # fmt: skip
        verbs.record_difference(
            challenge, what_changed="Notifications rose by a quarter.",
            how_we_know="Notifications of 2012/13 against the year before",
            dated=Dated(date(2013, 3, 31)), by=manager, on=day,
        )  # fmt: skip
        verbs.close_challenge(challenge, by=posts["board_chair"], on=day)
    return challenge
