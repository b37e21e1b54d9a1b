"""Challenges, risks, the horizon, and what young people said."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.workplan import feeds
from holdfast.board.workplan import transitions as plan
from holdfast.board.workplan.models import Challenge, Line, Plan, Priority
from holdfast.board.workplan.rules.challenging import Sort
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.demo.story import horizon, risks, voices
from holdfast.demo.story.clock import at
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Post, this_partnership

STEERING = "Private fostering steering group"
CARE = Who(role="Children's social care")
LETTER = b"Few people know that they must tell us. We will ask communities why.\n"
AUDIT = b"Two schools were visited. Staff knew the duty; parents did not.\n"
REPORT = "Overview of the board's report for 2012/13, July 2013"


def tell(posts: Mapping[str, Post]) -> None:
    """The scene of private fostering; then what is open in June 2013."""
    _private_fostering(posts)
    _still_open(posts)
    risks.tell(posts)
    horizon.tell(posts)
    voices.tell(posts)
    _beside_the_plan(posts)


def _put(posts: Mapping[str, Post], who: str, on: date, to: Who, **told: object) -> Challenge:
    kept = {"area": this_partnership().area, "owner": posts["board_manager"].agency}
    return plan.put_challenge(to=to, by=posts[who], on=on, **kept, **told)  # type: ignore[arg-type]


def _private_fostering(posts: Mapping[str, Post]) -> None:
    """Notifications fall, the board asks, a campaign follows, they rise by a quarter: closed."""
    manager = posts["board_manager"]
    with at(2012, 6, 18, 10, 0):
        asked = _put(
            posts, "board_manager", date(2012, 6, 18), CARE,
            title="Private fostering notifications",
            question="Why have notifications of private fostering fallen?",
            about=plan.About(topic="private-fostering", source="The board's own question"),
            group=STEERING,
            watch=plan.Watch(Direction.DOWN, "Notifications of private fostering"),
        )  # fmt: skip
        plan.note_on_thread(
            asked, text="The board calls private fostering under-reported.",
            dated=Dated(date(2012, 4, 23)), sort=Sort.CONTEXT,
            source="Scrutiny minutes, 23 April 2012", by=manager, on=date(2012, 6, 18),
        )  # fmt: skip
        plan.record_reading(
            asked, period="2011/12", ends_on=date(2012, 3, 31), moved=Direction.DOWN,
            words="fell; no count was published", source=REPORT, by=manager,
            on=date(2012, 6, 18),
        )  # fmt: skip
    with at(2012, 6, 28, 10, 0):
        day = date(2012, 6, 28)
        reply = "Few people know that they must tell the council. We will ask communities why."
        paper = plan.Paper(LETTER, "text/plain")
        plan.answer_challenge(asked, reply=reply, paper=paper, by=manager, on=day)
        plan.accept_reply(asked, by=posts["board_chair"], on=day)
        plan.promise_action(
            asked, what="Report to the Main Board on what else would improve the system",
            owner=Who(role=STEERING), due_on=date(2014, 3, 31), by=manager, on=day,
        )  # fmt: skip
    _campaign(asked, manager)
    _difference(asked, posts)


def _campaign(asked: Challenge, manager: Post) -> None:
    with at(2013, 1, 10, 10, 0):
        for text, dated in (
            ("Work with the community to learn why fewer arrangements are notified.", "2012"),
            ("An audit of two schools was finished.", "2012-12"),
            ("A campaign for front-line staff; more than 300 heard of it at induction.", "2012"),
        ):
            plan.note_on_thread(
                asked, text=text, dated=Dated.read(dated), source=REPORT, by=manager,
                on=date(2013, 1, 10),
            )  # fmt: skip


def _difference(asked: Challenge, posts: Mapping[str, Post]) -> None:
    manager, day = posts["board_manager"], date(2013, 6, 20)
    with at(2013, 6, 20, 10, 0):
        plan.record_reading(
            asked, period="2012/13", ends_on=date(2013, 3, 31), moved=Direction.UP,
            words="up 25%; no count was published", source=REPORT, by=manager, on=day,
        )  # fmt: skip
        plan.record_difference(
            asked, what_changed="Notifications rose by a quarter in 2012/13.",
            how_we_know="The year's notifications against the year before, and a survey in which "
            "professionals were surer of spotting and reporting it",
            dated=Dated(date(2013, 3, 31)), by=manager, on=day,
        )  # fmt: skip
        plan.close_challenge(asked, by=posts["board_chair"], on=day)


def _still_open(posts: Mapping[str, Post]) -> None:
    """Four more: late, waiting, answered and not accepted, accepted without a difference yet."""
    manager = posts["board_manager"]
    with at(2013, 5, 14, 10, 0):
        _put(
            posts, "board_chair", date(2013, 5, 14), CARE,
            title="Conferences within 15 days",
            question="Half of first conferences are late. What will make them timely, and when?",
            reply_by=date(2013, 6, 14), group="Audit and Learning",
            about=plan.About(
                figure="SE05", year=2013, place="Southwark", words="48.5% in 2012/13, as told",
                source="Performance report to the board, May 2013",
            ),
            watch=plan.Watch(Direction.DOWN),
        )  # fmt: skip
        health = _put(
            posts, "board_manager", date(2013, 5, 14), Who(posts["health_member"]),
            title="Notifications to the LADO from health",
            question="Inspectors expected more notifications from health. What has changed since?",
            reply_by=date(2013, 5, 31), group="Human Resources",
            about=plan.About(source="Inspection of safeguarding, May 2012"),
        )  # fmt: skip
    with at(2013, 5, 30, 10, 0):
        plan.answer_challenge(
            health, reply="Training has been given to named staff.", by=posts["health_member"],
            on=date(2013, 5, 30),
        )  # fmt: skip
    with at(2013, 6, 18, 10, 0):
        plan.put_again(
            health, why="Training is what was done. How many notifications came of it?",
            reply_by=date(2013, 7, 12), by=manager, on=date(2013, 6, 18),
        )  # fmt: skip
        _put(
            posts, "lay_member", date(2013, 6, 18), Who(posts["police_member"]),
            title="Girls and gangs",
            question="How does a family learn where to turn when a daughter is drawn in?",
        )  # fmt: skip
        neglect = _put(
            posts, "board_chair", date(2013, 6, 18), Who(role="Housing"),
            title="Neglect seen by housing officers",
            question="How does a housing officer who sees neglect tell somebody the same day?",
            reply_by=date(2013, 6, 26), group="Audit and Learning",
        )  # fmt: skip
    with at(2013, 6, 25, 15, 0):
        plan.answer_challenge(
            neglect, reply="A single telephone line is on every officer's card since June.",
            by=manager, on=date(2013, 6, 25),
        )  # fmt: skip
        plan.accept_reply(neglect, by=posts["board_chair"], on=date(2013, 6, 25))


def _beside_the_plan(posts: Mapping[str, Post]) -> None:
    """The children's plan is held as drafted; two lines and a priority show what they stand on."""
    manager, day = posts["board_manager"], date(2013, 6, 26)
    with at(2013, 6, 26, 10, 0):
        ours = Plan.objects.select_related("record").get()
        lines = {line.number: line for line in Line.objects.filter(plan=ours)}
        plan.hold_strategy(
            ours, feeds.shipped_strategy(), by=manager, on=day,
            lines={"BS2": [19], "SS1": [20], "SS2": [3, 4], "CC1": [19]},
        )  # fmt: skip
        neglect = Priority.objects.get(plan=ours, code="P8")
        for shown, told in (
            (lines[3], {"sort": EvidenceSort.AUDIT, "what": "Audit of private fostering in two "
             "schools", "dated": Dated.read("2012-12"), "paper": plan.Paper(AUDIT, "text/plain")}),
            (lines[14], {"sort": EvidenceSort.VOICE, "what": "Note of the meeting with the Youth "
             "Council in May 2012", "dated": Dated.read("2012-09-25")}),
            (lines[19], {"sort": EvidenceSort.FIGURE, "indicator": "FD07"}),
            (neglect, {"sort": EvidenceSort.FIGURE, "indicator": "CP08"}),
        ):  # fmt: skip
            plan.link_evidence(shown, **told, by=manager, on=day)
        plan.state_impact(
            neglect, what_changed="Notifications of private fostering rose by a quarter.",
            how_we_know="The year's notifications against the year before",
            dated=Dated(date(2013, 3, 31)), by=manager, on=day,
        )  # fmt: skip
