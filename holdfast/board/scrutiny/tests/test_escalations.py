"""A practitioner's disagreement: raised in a minute, moved up, settled; the board sees counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.scrutiny import extracts, transitions
from holdfast.board.scrutiny.models import Escalation
from holdfast.board.scrutiny.rules import escalating
from holdfast.board.scrutiny.tests.world import TODAY
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed

YEAR = {"since": date(2013, 4, 1), "until": date(2014, 3, 31)}


@pytest.fixture
def raised(friday, posts):
    return transitions.raise_escalation(
        reason="threshold", to=posts["social_worker"], by=posts["nurse"], on=TODAY
    )


def test_it_says_whose_turn_it_is_and_until_when(raised, posts):
    run = raised.runs.get()
    assert (run.turn, run.stage, run.due_on) == (posts["social_worker"], 1, date(2013, 7, 1))
    assert raised.turn == posts["social_worker"]


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("nurse", True), ("social_worker", True), ("board_manager", True),
        ("board_chair", False), ("lado", False), ("police_member", False),
        ("neighbour_manager", False),
    ],
)  # fmt: skip
def test_only_those_between_whom_it_runs_and_the_manager_may_move_it(raised, posts, who, may):
    assert gate.may(posts[who], Can.WORK, raised.record) is may


def test_it_goes_up_stage_by_stage_and_then_to_the_board(raised, posts, at):
    leads = [posts["duty_chair"], posts["lado"], posts["analyst"]]
    for number, post in enumerate(leads, 2):
        with at(2013, 7, number, 10, 0):
            transitions.move_up(raised, to=post, by=posts["nurse"], on=date(2013, 7, number))
    assert raised.stage == escalating.policy().last == 4
    with at(2013, 7, 9, 10, 0):
        day = date(2013, 7, 9)
        with pytest.raises(NotAllowed, match="last stage between agencies"):
            transitions.move_up(raised, to=leads[0], by=posts["nurse"], on=day)
        transitions.send_to_board(raised, by=posts["nurse"], on=day)
        assert (raised.state, raised.turn) == ("board", posts["board_manager"])
        assert raised.runs.filter(ended_on__isnull=True).count() == 0
        transitions.end_escalation(
            raised, outcome="third_way", learning="Write the threshold decision down.",
            by=posts["board_manager"], on=day,
        )  # fmt: skip
    assert (raised.state, raised.ended_on) == ("resolved", day)


def test_a_practitioner_does_not_jump_a_stage_and_the_manager_may(raised, posts):
    with pytest.raises(NotAllowed, match="Between their managers comes first"):
        transitions.send_to_board(raised, by=posts["nurse"], on=TODAY)
    transitions.send_to_board(raised, by=posts["board_manager"], on=TODAY)
    assert raised.state == "board"


def test_it_is_between_two_agencies_of_the_area_with_somebody_in_post(friday, posts):
    nurse = posts["nurse"]
    for to in ("health_member", "neighbour_lado"):
        with pytest.raises(NotAllowed, match="Choose a post of"):
            transitions.raise_escalation(reason="drift", to=posts[to], by=nurse, on=TODAY)
    with pytest.raises(NotAllowed, match="Choose one of the reasons"):
        transitions.raise_escalation(reason="rude", to=posts["police"], by=nurse, on=TODAY)


def test_a_neighbours_post_raises_nothing_here(friday, posts):
    with pytest.raises(NotAllowed):
        transitions.raise_escalation(
            reason="drift", to=posts["police"], by=posts["neighbour_lado"], on=TODAY
        )
    assert not Escalation.objects.exists()


def test_only_the_raiser_withdraws(raised, posts):
    with pytest.raises(NotAllowed, match="Only the post that raised it"):
        transitions.end_escalation(
            raised, outcome="withdrawn", learning="", by=posts["social_worker"], on=TODAY
        )


def test_two_who_move_it_at_once_do_not_overwrite_each_other(raised, posts):
    on_another_screen = Escalation.objects.get(pk=raised.pk)
    transitions.move_up(raised, to=posts["duty_chair"], by=posts["nurse"], on=TODAY)
    with pytest.raises(NotAllowed, match="Somebody else has just moved"):
        transitions.end_escalation(
            on_another_screen, outcome="view_taken", learning="", by=posts["social_worker"],
            on=TODAY,
        )  # fmt: skip


def test_small_counts_are_hidden_and_medians_need_six(friday, posts):
    for number in range(6):
        one = transitions.raise_escalation(
            reason="threshold", to=posts["social_worker"], by=posts["nurse"], on=TODAY
        )
        if number:
            transitions.end_escalation(
                one, outcome="view_taken", learning="", by=posts["nurse"], on=TODAY
            )
    counts = extracts.escalation_counts(**YEAR)
    assert counts.stages.total == 6
    assert counts.stages.hidden == ("Between the practitioners", "Settled")
    assert counts.days[0].median is None
    first = Escalation.objects.exclude(state="resolved").get()
    transitions.end_escalation(
        first, outcome="view_taken", learning="", by=posts["nurse"], on=TODAY
    )
    counts = extracts.escalation_counts(**YEAR)
    assert counts.reasons.counts["A threshold decision"] == 6
    assert counts.stages.counts["Settled"] == 6
    assert counts.days[0].median == 0.0


def test_the_policy_is_local_and_says_so():
    policy = escalating.policy()
    assert policy.status == "L"
    assert "no law" in policy.source
    assert [stage.working_days for stage in policy.stages] == [1, 2, 3, 5]


@given(st.dates(date(2012, 1, 1), date(2020, 12, 1)), st.integers(0, 3))
def test_a_stage_is_due_after_exactly_its_working_days(started, number):
    stage = escalating.policy().stages[number]
    due = escalating.due_on(stage, started=started)
    assert escalating.working_days(started, due) == stage.working_days
    assert due > started
