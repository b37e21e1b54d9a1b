"""What the committee resolved in April 2012, and how far it was answered by July 2013."""

from datetime import date

import pytest

from holdfast.board.scrutiny import extracts, transitions
from holdfast.board.scrutiny.models import Answer, Copies
from holdfast.board.scrutiny.rules.words import Extent, Standing
from holdfast.board.scrutiny.tests.world import TODAY
from holdfast.kernel.access import gate
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action
from holdfast.kernel.records.moves import NotAllowed


def standings(row):
    return [part.standing for part in row.parts]


def test_faith_communities_are_partly_answered_and_girls_in_gangs_not_at_all(told):
    gangs, faith = extracts.resolution_rows(on=TODAY)
    assert gangs.standing is Standing.NOT_AT_ALL
    assert faith.standing is Standing.PARTLY
    assert standings(faith) == [Standing.ANSWERED, Standing.NOT_AT_ALL, Standing.NOT_AT_ALL]
    assert len(faith.parts[0].answers) == 5
    assert all(answer.source for answer in faith.parts[0].answers)
    assert gangs.due_on == date(2013, 7, 9)


def test_before_anybody_answered_both_were_unanswered(told):
    rows = extracts.resolution_rows(on=date(2013, 1, 1))
    assert [row.standing for row in rows] == [Standing.NOT_AT_ALL] * 2


def test_each_part_is_an_action_of_the_one_tracker(told):
    actions = Action.objects.filter(record=told.committee.record)
    assert actions.count() == 4
    assert {action.due_on for action in actions} == {date(2013, 7, 9)}
    assert told.part(2, 1).action.state == "evidenced"
    assert told.part(1, 1).action.whose_move(on=TODAY) == "Council officers"


def test_a_resolution_is_answered_when_its_last_part_is(told, posts):
    manager = posts["board_manager"]
    for number in (2, 3):
        assert extracts.unanswered(told.committee, on=TODAY)[-1].number == 2
        transitions.answer_part(
            told.part(2, number), extent=Extent.ANSWERED, what="Shown in training records",
            dated=Dated.read("2013-06"), source="Training return", by=manager, on=TODAY,
        )  # fmt: skip
    assert [row.number for row in extracts.unanswered(told.committee, on=TODAY)] == [1]


def test_a_partial_answer_is_progress_and_no_evidence(told, posts):
    transitions.answer_part(
        told.part(1, 1), extent=Extent.PARTLY, what="The group was telephoned",
        dated=Dated.read("2013-06-27"), source="Board office diary", by=posts["board_manager"],
        on=TODAY,
    )  # fmt: skip
    assert extracts.resolution_rows(on=TODAY)[0].standing is Standing.PARTLY
    assert told.part(1, 1).action.state == "agreed"
    assert told.part(1, 1).action.progress.get().text == "The group was telephoned"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"source": " "}, "where that can be read"),
        ({"dated": Dated.read("2013-07")}, "has not come yet"),
        ({"dated": Dated.read("2011")}, "before the resolution"),
    ],
)
def test_an_answer_is_dated_and_can_be_looked_up(told, posts, changed, why):
    given = {"what": "Done", "dated": Dated.read("2013-05"), "source": "Minutes"} | changed
    before = Answer.objects.count()
    with pytest.raises(NotAllowed, match=why):
        transitions.answer_part(
            told.part(1, 1), extent=Extent.ANSWERED, by=posts["board_manager"], on=TODAY, **given
        )
    assert Answer.objects.count() == before


def test_a_resolution_asks_for_something_and_is_due_later(told, posts):
    manager = posts["board_manager"]
    asked = {"text": "Do more.", "owner": tracker.NOBODY, "by": manager, "on": TODAY}
    with pytest.raises(NotAllowed, match="at least one thing"):
        transitions.resolve(told.april, parts=[" "], due_at=told.july, **asked)
    with pytest.raises(NotAllowed, match="a later sitting"):
        transitions.resolve(told.april, parts=["Do it"], due_at=told.april, **asked)
    with pytest.raises(NotAllowed, match="has not been held"):
        transitions.resolve(told.july, parts=["Do it"], due_at=None, **asked)


@pytest.mark.parametrize("who", ["lay_member", "police_member", "analyst", "neighbour_manager"])
def test_only_the_board_writes_answers(told, posts, who):
    with pytest.raises(gate.Refused):
        transitions.answer_part(
            told.part(1, 1), extent=Extent.PARTLY, what="x", dated=Dated.read("2013-05"),
            source="y", by=posts[who], on=TODAY,
        )  # fmt: skip


def test_questions_are_kept_by_role_with_their_replies(told):
    questions = told.april.questions.prefetch_related("replies")
    assert questions.count() == 5
    assert {q.asked_by for q in questions} == {
        "A member of the committee", "Chair of the committee", "Members of the committee",
    }  # fmt: skip
    assert all(len(q.replies.all()) == 1 for q in questions)


def test_the_distribution_list_of_2012_13_sums_to_44_copies(told):
    assert sum(Copies.objects.filter(year="2012-13").values_list("number", flat=True)) == 44
