"""The seat's page: what it gathers, for whom, and what it says when there is nothing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.desk.pages import briefing
from holdfast.board.desk.pages.briefing.asked import threads
from holdfast.board.desk.pages.briefing.parts import Need, Reader
from holdfast.board.partnership import transitions as board
from holdfast.board.partnership.access import KIND
from holdfast.board.partnership.rules.words import Declared
from holdfast.board.partnership.tests import world as bodies
from holdfast.board.workplan import transitions as plan
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.tests import scene
from holdfast.board.workplan.tests import world as plans
from holdfast.engines.meetings.transitions import calendar, places
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import this_partnership

TODAY = date(2013, 6, 28)
SEATED = ["board_chair", "board_manager", "police_member", "health_member", "lay_member"]


@pytest.fixture
def seated(friday, posts):
    return {body.code: body for body in bodies.adopt(posts)}


@pytest.fixture
def read(client_for):
    def page(who):
        return client_for(who).get(reverse("desk:my_seat"))

    return page


@pytest.mark.parametrize("who", SEATED)
def test_everybody_who_sits_on_the_board_has_the_page(read, seated, who):
    page = read(who).content.decode()
    assert "What this seat has promised, asked and knows" in page
    assert "This seat sees no child’s record." in page


@pytest.mark.parametrize(
    "who", ["lado", "analyst", "housing_lead", "guardian", "neighbour_manager", "neighbour_lado"]
)
def test_nobody_else_finds_it(read, seated, who):
    assert read(who).status_code == 404


def test_a_seat_with_nothing_is_told_what_is_not_there(read, friday):
    page = read("police_member").content.decode()
    for words in (
        "No meeting ahead is written down.",
        "No seat is recorded for this post.",
        "Nothing that is written here waits for this seat.",
        "This seat has put no challenge, and none was put to it.",
        "No promise that is written here names this seat.",
        "No priority, inspection, risk or budget is open to this seat.",
        "No line of the work plan stands still",
        "Nothing needs you today.",
    ):
        assert words in page


def test_a_new_chair_is_told_that_the_promises_pass_on(read, seated):
    page = read("board_chair").content.decode()
    assert "You are new. The seat is not: its promises pass to you." in page
    assert "Askew" not in page, "who held the seat before is never said"


def test_a_holder_of_long_standing_is_not_called_new(read, seated):
    assert "You have held this seat since 3 Jan 2012." in read("police_member").content.decode()


@pytest.fixture
def plan_adopted(seated, posts):
    return plans.adopt(posts)


def test_the_chair_reads_the_lines_that_name_the_seat_and_those_that_stand_still(
    read, plan_adopted
):
    page = read("board_chair").content.decode()
    agreed, still = page[page.index("Agreed") :], page[page.index("Isn’t moving") :]
    assert "5 lines of the work plan name this seat." in agreed
    assert [n for n in range(1, 29) if f"<b>{n}</b>" in agreed.split("</section>")[0]] == [
        13, 14, 16, 17, 27,
    ]  # fmt: skip
    assert "<b>14</b>" in still and "<b>Yours.</b>" in still
    assert "<b>Director of Public Health.</b>" in still
    assert "Priorities, 2012-13:" in page


def test_a_date_that_is_asked_for_needs_the_chair_and_not_whoever_asked(read, plan_adopted, posts):
    plan.ask_new_date(
        plans.line(plan_adopted, 26), new_on=date(2013, 9, 30), reason="The neighbour signs.",
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    words = "A new date is asked for: "
    assert words in read("board_chair").content.decode()
    assert words not in read("board_manager").content.decode()


def test_a_line_past_its_date_needs_its_owner(read, plan_adopted, posts):
    plan.name_owner(
        plans.line(plan_adopted, 26), post=posts["health_member"], by=posts["board_manager"],
        on=TODAY,
    )  # fmt: skip
    page = read("health_member").content.decode()
    assert "Was due on 31 Mar 2013: 89 days late." in page
    assert "Open line 26" in page


def test_a_question_needs_whoever_is_asked_and_its_answer_whoever_asked(read, seated, posts):
    asked = scene.put(posts, to=tracker.Who(posts["health_member"]), on=TODAY)
    assert "Reply by 12 Jul 2013." in read("health_member").content.decode()
    assert scene.QUESTION not in read("police_member").content.decode(), "it is not their thread"
    plan.answer_challenge(asked, reply="A campaign starts.", by=posts["health_member"], on=TODAY)
    assert "Reply by" not in read("health_member").content.decode()
    manager = read("board_manager").content.decode()
    assert "Say whether the reply answers the question." in manager


@pytest.fixture
def came_back(seated, posts, at):
    """Private fostering: closed on a difference made, then a later figure fell."""
    challenge = scene.closed(posts)
    with at(2014, 10, 21, 9, 0):
        plan.record_reading(
            challenge, period="2013/14", ends_on=date(2014, 3, 31), moved=Direction.DOWN,
            words="fell; no count was published", source="Report of 2014",
            by=posts["board_manager"], on=date(2014, 10, 21),
        )  # fmt: skip
    return challenge


def test_what_came_back_stands_first_with_its_thread_and_a_question(came_back, posts, at, read):
    with at(2014, 11, 4, 9, 0):
        page = read("board_chair").content.decode()
        need = page.index("The challenge on private fostering notifications has come back.")
        assert need < page.index("Asked: Private fostering notifications")
        assert "Put it on the next agenda, or say why not." in page
        assert "A question to ask." in page and "Private fostering steering group" in page
        for drawn in ("open", "done", "difference"):
            assert f'class="hf-thread__{drawn}"' in page
        assert "hf-thread__later" not in page
        assert page.index("23 Apr 2012") < page.index("18 Jun 2012"), "by date"
        assert "4 Nov 2014 · it comes back" in page


def test_what_lies_after_the_pages_date_is_drawn_dashed_and_said(came_back, posts, read):
    """A page of June 2013 in a record that goes on: hindsight is kept apart."""
    plan.note_on_thread(
        came_back, text="Ofsted looks at it.", dated=Dated.read("2013-06"),
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    reader = Reader.of(posts["board_chair"], this_partnership().area, on=date(2012, 12, 31))
    found = threads(reader, list(Challenge.objects.for_page()), [])
    assert [point.later for point in found[0].points][-1] is True
    assert found[0].points[-1].drawn == "later"


def test_a_seat_does_not_read_what_its_post_may_not_see(seated, posts):
    """Everything in the page is asked of the gate: a grant's end takes it away."""
    reader = Reader.of(posts["lay_member"], this_partnership().area, on=TODAY)
    assert seated["EXEC"].record.reference in reader.visible
    abroad = Reader.of(posts["neighbour_manager"], this_partnership().area, on=TODAY)
    assert abroad.visible == frozenset()


def test_the_next_meeting_says_whether_the_seat_is_expected(read, seated, posts):
    manager = posts["board_manager"]
    cycle = calendar.open_cycle(
        kind=KIND, title="2013/14", rule="Quarterly", starts_on=date(2013, 4, 1),
        ends_on=date(2014, 3, 31), area=this_partnership().area, owner=manager.agency,
        by=manager, on=TODAY,
    )  # fmt: skip
    for month in (9, 7):
        meeting = calendar.plan_meeting(
            cycle, kind=KIND, by=manager, on=TODAY,
            planned=calendar.Planned(
                "Executive", f"Meeting {month}", Dated(date(2013, month, 9))
            ),
        )  # fmt: skip
    places.expect(meeting, seats=[places.Seat(posts["police_member"])], by=manager, on=TODAY)
    expected = read("police_member").content.decode()
    assert "Meeting 7" in expected and "You are expected." in expected
    assert "You are not on its list." in read("health_member").content.decode()


def test_silence_about_interests_waits_until_something_is_said(read, seated, posts):
    words = "This seat has declared nothing"
    assert words in read("police_member").content.decode()
    mine = bodies.seat("EXEC", "Board member for the police")
    board.declare_interest(mine, sort=Declared.NOTHING, by=posts["police_member"], on=TODAY)
    assert words not in read("police_member").content.decode()


def test_the_money_is_told_with_what_is_not_known(read, seated, posts):
    for agency, pence in (("analyst", 50_000_00), ("police", None)):
        board.record_contribution(
            seated["SSCB"], year="2013/14", agency=posts[agency].agency, pence=pence,
            by=posts["board_manager"], on=TODAY,
        )  # fmt: skip
    page = read("lay_member").content.decode()
    assert "gives £50,000, not listed the year before" in page
    assert "what 1 agency gives is not known" in page


def test_the_page_asks_as_often_for_much_as_for_little(came_back, client_for, posts, at):
    client, url = client_for("board_chair"), reverse("desk:my_seat")
    plan_ = plans.adopt(posts)
    client.get(url)
    with CaptureQueriesContext(connection) as little:
        client.get(url)
    for number in range(3):
        scene.put(
            posts, to=tracker.Who(posts["health_member"]), on=TODAY, title=f"Question {number}"
        )
        plan.name_owner(
            plans.line(plan_, 14 + number), post=posts["board_chair"], by=posts["board_manager"],
            on=TODAY,
        )  # fmt: skip
        tracker.agree(
            plan_.record, what=f"Task {number}", by=posts["board_manager"],
            on=TODAY, owner=tracker.Who(posts["board_chair"]),
        )  # fmt: skip
    with CaptureQueriesContext(connection) as much:
        client.get(url)
    assert len(much) == len(little)


@pytest.mark.parametrize(
    ("count", "words"), [(1, "One thing needs"), (2, "Two things need"), (7, "7 things need")]
)
def test_the_lead_counts_what_is_the_seats_own_move(count, words):
    mine = Need("x", "y", "Your move.", True, None, 1)
    other = Need("x", "y", "Officers’ move.", False, None, 1)
    assert briefing._needing((*[mine] * count, other)).startswith(words)


def test_a_late_test_of_an_improvement_is_its_reviewers_move(read, plan_adopted, at):
    with at(2013, 9, 10, 9, 0):
        chair, manager = read("board_chair").content.decode(), read("board_manager")
    late = "Was due on 31 Aug 2013: 10 days late."
    assert late in chair and "Development manager’s move." in chair
    assert late in manager.content.decode()
