"""Law, words and arithmetic of early help. No database here."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.rules import assessing, law, registers, states, words
from holdfast.practice.early_help.rules.assessing import Section, Whole, Written
from holdfast.practice.early_help.rules.next_step import Facts, next_step
from holdfast.practice.early_help.rules.registers import Mark
from holdfast.practice.early_help.rules.states import State
from holdfast.practice.early_help.rules.surveying import (
    QUESTIONS,
    Answer,
    Question,
    Share,
    shares,
)

DRAWING = Path(states.__file__).parents[1] / "states.mmd"


def test_the_drawing_of_the_states_is_up_to_date():
    assert DRAWING.read_text().strip() == states.TABLE.as_mermaid()


def test_every_state_has_words_and_can_be_reached():
    reached = {states.TABLE.start, *(move.target for move in states.TABLE.moves.values())}
    assert reached == {s.value for s in State} == {s.value for s in states.WORDS}


def test_nothing_is_assessed_before_the_family_agrees_nor_after_they_no_longer_do():
    for state in (State.OFFERED, State.WITHDRAWN, State.CLOSED):
        with pytest.raises(NotAllowed):
            states.require_agreement(state)
    states.require_agreement(State.WORKING)


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2012, 11, 5), "CAF"),
        (date(2013, 4, 14), "CAF"),
        (date(2013, 4, 15), "Early help assessment"),
        (date(2004, 1, 1), "CAF"),
    ],
)
def test_the_assessment_bears_the_name_of_its_day(on, name):
    assert law.name_on(on).short == name


def test_a_complete_assessment_has_people_a_strength_a_need_a_conclusion_and_a_reasoned_level():
    nothing = Whole({}, (), "", "", "")
    assert len(assessing.missing(nothing)) == 5
    family = {Section.FAMILY: Written("They laugh.", "Nobody sleeps.", "")}
    assert assessing.missing(Whole(family, ("Nia",), "Two more hands.", "2", "Clear.")) == []
    without_why = Whole(family, ("Nia",), "Two more hands.", "2", " ")
    assert [one.what for one in assessing.missing(without_why)] == ["the level of need, and why"]


@given(st.lists(st.sampled_from(list(Mark))))
def test_a_register_counts_nobody_twice_and_nought_is_not_the_same_as_none(marks):
    seen = registers.attended(marks)
    assert seen.came + seen.sent_word <= seen.held == len(marks)
    assert (seen.per_cent is None) is (not marks)
    assert not (seen.enough and seen.came < seen.held * (registers.ENOUGH - 0.5) / 100)


def test_a_parenting_group_without_the_gangs_worker_is_noticed():
    assert registers.runs_without(["Limits", "Feelings"], registers.GANGS)
    assert not registers.runs_without(["Limits", "The Gangs worker comes"], registers.GANGS)


def told(very, others, better=0, not_better=0):
    satisfied = [Answer.VERY] * very + [Answer.QUITE] * others
    changed = [Answer.YES] * better + [Answer.NO] * not_better
    changed += [""] * (len(satisfied) - len(changed))
    return [
        {Question.SATISFIED: one, Question.BETTER: other}
        for one, other in zip(satisfied, changed, strict=True)
    ]


def test_the_annual_reports_92_and_66_come_out_with_their_number():
    found = {s.question: s for s in shares(told(92, 8, 66, 34))}
    assert found[Question.SATISFIED].words == "92% of 100 answers"
    assert found[Question.BETTER].words == "66% of 100 answers"
    assert found[Question.KNOW].words == "No answers yet"


@pytest.mark.parametrize(
    ("good", "of", "says"),
    [
        (9, 9, "Fewer than 10 answers"),
        (46, 50, "Suppressed"),
        (3, 50, "Suppressed"),
        (50, 50, "100% of 50 answers"),
        (0, 50, "0% of 50 answers"),
    ],
)
def test_a_share_is_silent_where_it_would_tell_what_a_few_families_said(good, of, says):
    assert Share(Question.SATISFIED, good, of).words.startswith(says)


@given(st.integers(0, 300), st.integers(0, 300))
def test_no_share_that_is_told_has_one_to_five_on_either_side(good, bad):
    share = Share(Question.BETTER, good, good + bad)
    if share.per_cent is not None:
        assert good + bad >= 10
        assert good not in range(1, 6) and bad not in range(1, 6)
        assert abs(share.per_cent - 100 * good / (good + bad)) <= 0.5


def test_every_good_answer_is_one_that_can_be_given():
    for asked in QUESTIONS.values():
        assert asked.counts < {answer for answer, _ in asked.answers}


def test_what_may_follow_an_offer_of_help_never_undoes_its_end():
    assert words.TAKEN_ON[words.Taken.FINISHED] == ()
    assert set(words.TAKEN_ON) == set(words.Taken)


def facts(**kept):
    usual = {
        "state": State.WORKING, "has_lead": True, "assessment_ready": False, "actions_open": 1,
        "actions_late": 0, "meetings_held": 1, "meeting_called": False,
        "next_meeting_due": date(2013, 8, 1), "survey_offered": False, "on": date(2013, 6, 28),
    }  # fmt: skip
    return Facts(**{**usual, **kept})


@pytest.mark.parametrize(
    ("kept", "entry"),
    [
        ({"state": State.OFFERED}, "agreement"),
        ({"state": State.WITHDRAWN}, "review"),
        ({"state": State.STEPPED_UP}, "go_on"),
        ({"state": State.CLOSED}, ""),
        ({"has_lead": False}, "lead"),
        ({"state": State.ASSESSING}, "assessment"),
        ({"state": State.ASSESSING, "assessment_ready": True}, "complete"),
        ({"meeting_called": True}, "meeting_record"),
        ({"meetings_held": 0}, "meeting"),
        ({"next_meeting_due": date(2013, 7, 5)}, "meeting"),
        ({"actions_late": 1}, "plan"),
        ({}, ""),
        ({"actions_open": 0}, "survey_given"),
        ({"actions_open": 0, "survey_offered": True}, "close"),
    ],
)
def test_the_page_suggests_what_the_state_of_things_asks_for(kept, entry):
    step = next_step(facts(**kept))
    assert step.entry == entry
    assert step.what and step.why
