"""The scene: notifications fall, the board asks, they rise, it is closed; later it is back."""

from datetime import date

import pytest

from holdfast.board.workplan import extracts, transitions
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.challenging import ChallengeState, Mark, Sort
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.tests import scene
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import this_partnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(posts):
    return scene.closed(posts)


def coming_back(on: date):
    return extracts.challenges_to_reopen(area=this_partnership().area, on=on)


def row(on: date):
    return extracts.challenge_rows(area=this_partnership().area, on=on)[0]


def drop(challenge, posts):
    """October 2014: the report of 2013-14 names falling notifications, again without a number."""
    transitions.record_reading(
        challenge, period="2013/14", ends_on=date(2014, 3, 31), moved=Direction.DOWN,
        words="fell; no count was published", source="Report to cabinet, 21 October 2014",
        by=posts["board_manager"], on=date(2014, 10, 21),
    )  # fmt: skip


def test_the_thread_runs_from_the_question_to_the_difference(closed):
    entries = list(closed.entries.all())
    assert [one.sort for one in entries] == [
        Sort.QUESTION, Sort.CONTEXT, Sort.REPLY, Sort.ACCEPTED, Sort.DONE, Sort.DIFFERENCE,
        Sort.CLOSED,
    ]  # fmt: skip
    assert [one.mark for one in entries][-3:] == [Mark.DONE, Mark.DIFFERENCE, Mark.DONE]
    told = row(date(2013, 6, 28))
    assert told.state is ChallengeState.CLOSED
    assert told.differences[0].what == "Notifications rose by a quarter."
    assert told.differences[0].dated == "31 Mar 2013"


def test_nothing_comes_back_while_nothing_is_worse(closed):
    assert coming_back(date(2014, 10, 20)) == ()


def test_a_later_drop_comes_back_with_the_promise_its_holder_and_a_question(closed, posts, at):
    with at(2014, 10, 21, 10, 0):
        drop(closed, posts)
        (found,) = coming_back(date(2014, 10, 21))
    assert found.because == "It fell again in 2013/14: fell; no count was published."
    assert found.holder == "Private fostering steering group"
    assert found.promised[0].what == "Report further issues to the Main Board"
    assert found.promised[0].colour == "R", "the promise was due in March 2014"
    assert found.question.startswith(scene.QUESTION)
    assert not found.reopened, "nothing happens by itself"
    assert Challenge.objects.get().state == ChallengeState.CLOSED


def test_somebody_puts_it_back_and_it_stays_on_the_list(closed, posts, at):
    with at(2014, 10, 21, 10, 0):
        day = date(2014, 10, 21)
        drop(closed, posts)
        transitions.reopen_challenge(
            closed, because="Notifications fell again in 2013/14.",
            to_ask="How many in each quarter since April 2010, and from whom?",
            by=posts["board_manager"], on=day,
        )  # fmt: skip
        (found,) = coming_back(day)
    assert found.reopened
    assert found.question == "How many in each quarter since April 2010, and from whom?"
    assert found.challenge.times_back == 1
    assert closed.record.closed_on is None


def test_ofsteds_finding_of_2022_joins_the_same_thread(closed, posts, at):
    with at(2022, 11, 11, 10, 0):
        transitions.join_finding(
            closed, finding="Oversight of private fostering is not robust enough.",
            source="Ofsted, short inspection of September 2022",
            dated=Dated.read("2022-09"), by=posts["board_manager"], on=date(2022, 11, 11),
        )  # fmt: skip
        (found,) = coming_back(date(2022, 11, 11))
    assert found.because == "Oversight of private fostering is not robust enough."
    last = closed.entries.last()
    assert (last.sort, last.dated.words, last.mark) == (Sort.FINDING, "Sep 2022", Mark.OPEN)
    assert closed.entries.first().text == scene.QUESTION, "it is the same thread"
    assert Challenge.objects.count() == 1
