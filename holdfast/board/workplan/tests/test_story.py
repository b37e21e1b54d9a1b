"""One line's life: agreed, slipped with an approver, done, evidenced; and others on the way."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.workplan import extracts, transitions
from holdfast.board.workplan.tests.world import TODAY, line
from holdfast.kernel.access import gate
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Person
from holdfast.kernel.records.moves import NotAllowed


def row(plan, number, on):
    return next(r for r in extracts.report_rows(plan, on=on) if r.number == number)


def test_line_26_slips_is_done_and_is_evidenced(plan, posts, at):
    manager, chair = posts["board_manager"], posts["board_chair"]
    transitions.ask_new_date(
        line(plan, 26),
        new_on=date(2013, 9, 30),
        reason="The neighbouring board signs its part in September.",
        by=manager,
        on=TODAY,
    )
    assert row(plan, 26, TODAY).due_on == date(2013, 3, 31), "asking changes nothing"

    with pytest.raises(gate.Refused):
        transitions.answer_new_date(line(plan, 26), approve=True, by=manager, on=TODAY)
    transitions.answer_new_date(line(plan, 26), approve=True, by=chair, on=TODAY)
    slipped = row(plan, 26, TODAY)
    assert (slipped.colour, slipped.due_on) == ("A", date(2013, 9, 30))
    assert slipped.earlier == ("31 Oct 2012", "31 Mar 2013")
    assert slipped.why == "Its date was moved 2 times"

    with at(2013, 9, 27, 10, 0):
        day = date(2013, 9, 27)
        transitions.claim_done(line(plan, 26), by=manager, on=day)
        assert row(plan, 26, day).whose_move == manager.title, "the reviewer's move now"
        transitions.give_evidence(
            line(plan, 26), what="Both boards signed it", dated=Dated(day), by=manager, on=day
        )
        assert row(plan, 26, day).colour == "B"
    assert row(plan, 26, date(2013, 9, 26)).colour == "A", "the day before it was not"

    moves = [step.move for step in plan.record.steps.order_by("id") if "child death" in step.note]
    assert moves[1:] == ["ask_new_date", "approve_new_date", "claim_done", "evidence"]


def test_every_change_is_in_the_plans_story(plan, posts):
    before = plan.record.steps.count()
    transitions.note_progress(
        line(plan, 22), text="Needs analysis begun", dated=Dated(TODAY),
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    assert plan.record.steps.count() == before + 1
    assert not row(plan, 22, TODAY).not_moving


def test_a_line_said_to_be_done_stays_amber_until_evidence_has_a_date(plan, posts):
    manager = posts["board_manager"]
    transitions.give_evidence(
        line(plan, 16), what="Minutes of the Trust", dated=None, by=manager, on=TODAY
    )
    assert row(plan, 16, TODAY).colour == "A"
    transitions.give_evidence(
        line(plan, 16), what="Minutes of the Trust", dated=Dated.read("2013-05"), by=manager,
        on=TODAY,
    )  # fmt: skip
    assert row(plan, 16, TODAY).colour == "B"


def test_confirming_that_nothing_is_open_does_not_make_up_evidence(plan, posts):
    manager = posts["board_manager"]
    transitions.confirm_open_part(line(plan, 28), part="", by=manager, on=TODAY)
    now = row(plan, 28, TODAY)
    assert (now.colour, now.why) == ("A", "Said to be done; no evidence yet")
    assert line(plan, 28).action.part_open_confirmed_by == manager


def test_a_standing_duty_gets_its_review_and_turns_green(plan, posts):
    manager = posts["board_manager"]
    transitions.set_review(
        line(plan, 1), next_on=date(2013, 9, 30), found="", by=manager, on=TODAY
    )
    assert row(plan, 1, TODAY).colour == "G"
    with pytest.raises(NotAllowed, match="never ends"):
        transitions.claim_done(line(plan, 1), by=manager, on=TODAY)


def test_a_missed_review_is_not_put_off_without_saying_what_was_found(plan, posts):
    manager = posts["board_manager"]
    with pytest.raises(NotAllowed, match="Say what the review due on 31 Dec 2012 found"):
        transitions.set_review(
            line(plan, 14), next_on=date(2013, 9, 30), found=" ", by=manager, on=TODAY
        )
    transitions.set_review(
        line(plan, 14), next_on=date(2013, 9, 30), found="Met the Youth Council", by=manager,
        on=TODAY,
    )  # fmt: skip
    now = row(plan, 14, TODAY)
    assert (now.colour, now.not_moving) == ("G", False)


def test_naming_an_owner_says_whose_move_it_is(plan, posts):
    transitions.name_owner(
        line(plan, 19), post=posts["board_chair"], by=posts["board_manager"], on=TODAY
    )
    assert row(plan, 19, TODAY).whose_move == posts["board_chair"].title


def test_an_induction_that_is_tested_again_and_did_not_hold_is_open_again(plan, posts, at):
    with at(2013, 9, 10, 9, 0):
        day = date(2013, 9, 10)
        assert row(plan, 27, day).why == "Evidenced; re-test 10 days late"
        transitions.retest(
            line(plan, 27), held=False, finding="Mentors stopped meeting",
            by=posts["board_manager"], on=day,
        )  # fmt: skip
        assert row(plan, 27, day).colour == "A"
        assert line(plan, 27).action.state == "agreed"


def test_the_chair_and_the_lay_member_cannot_write(plan, posts):
    for who in ("board_chair", "lay_member", "neighbour_lado"):
        with pytest.raises(gate.Refused):
            transitions.note_progress(line(plan, 1), text="x", dated=None, by=posts[who], on=TODAY)


def test_two_people_cannot_both_change_a_line(plan, posts):
    manager = posts["board_manager"]
    on_another_screen = line(plan, 19)
    transitions.claim_done(line(plan, 19), by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="Somebody else"):
        transitions.claim_done(on_another_screen, by=manager, on=TODAY)


def test_the_overdue_list_names_whose_move_it_is(plan):
    overdue = Action.objects.filter(record=plan.record).overdue(on=TODAY)
    assert sorted(action.line.number for action in overdue) == [14, 15, 23, 26]
    assert {action.whose_move(on=TODAY) for action in overdue} == {
        "All sub-groups",
        "Director of Public Health",
        "Executive Board",
        "Independent chair",
    }


def test_a_new_holder_of_the_chairs_post_shows_as_a_change(plan, cast, client_for, at):
    with at(2013, 5, 13, 9, 0):
        appointments.stand_down(cast["board_chair"])
        newcomer = Person.objects.create(name="Invented Newcomer")
        appointments.appoint(newcomer, cast["board_chair"].post)
    page = client_for("lay_member").get(reverse("workplan:plan", args=[plan.record.reference]))
    words = "passed to a new holder of Independent chair in May 2013: the seat keeps the promise."
    assert f"<b>13, 14, 16, 17 and 27</b> {words}" in page.content.decode()
