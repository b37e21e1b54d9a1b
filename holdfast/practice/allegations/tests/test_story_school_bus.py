"""The school-bus case, from a mother's telephone call to a training that nobody has shown us."""

from datetime import date

import pytest

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.practice.allegations import extracts
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import states

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(bus_case):
    return bus_case


def days(record, move):
    return [step.on for step in record.steps.filter(move=move)]


def test_the_sixteen_steps_stand_in_the_story_with_both_dates(case):
    steps = {s.move: (s.on, s.written_at.date()) for s in case.record.steps.all()}
    assert steps["account"] == (date(2012, 10, 8), date(2012, 10, 9))
    assert steps["refer"] == (date(2012, 10, 9), date(2012, 10, 9))
    assert steps["hold_initial_discussion"][0] == date(2012, 10, 9)
    assert steps["record_decision"][0] == date(2012, 11, 5)
    assert steps["record_meeting"] == (date(2012, 10, 11), date(2012, 10, 12))
    assert days(case.record, "update") == [date(2012, 10, 15), date(2012, 10, 17)]
    assert steps["conclude"][0] == date(2012, 11, 2)
    assert steps["tell_parent"][0] == date(2012, 11, 6)
    assert {"open_strand", "close_strand", "agree_learning", "consider_regulator"} <= set(steps)


def test_the_outcome_is_unsubstantiated_from_the_list_of_2010(case):
    given = case.concerns.get().outcomes.get()
    assert (given.outcome, given.edition) == ("unsubstantiated", "WT2010")
    assert (case.state, case.concluded_on) == (states.State.OUTCOME, date(2012, 11, 2))
    assert case.record.closed_on is None


def test_the_employer_decided_and_the_lado_advised_and_they_stand_apart(case):
    first = case.suspensions.first()
    assert first.decision == "leave"
    assert first.lado_advice == "Leave, not suspension."
    assert first.decided_by.startswith("Transport manager")


def test_the_clocks_of_the_case_were_met(case):
    met = {d.rule_id: (d.due_on, d.met_on) for d in case.record.deadlines.all() if d.met_on}
    assert met["LADO.REFER"] == (date(2012, 10, 10), date(2012, 10, 9))
    assert met["LADO.MEETING"] == (date(2012, 10, 16), date(2012, 10, 11))


def test_the_training_was_said_done_and_nobody_has_shown_it(case):
    training = case.record.actions.get(what__contains="restraint", what__startswith="Mr")
    assert (training.state, training.due_on) == ("done", date(2013, 1, 31))
    assert training.evidence.count() == 0
    standing = training.standing(on=date(2013, 3, 1))
    assert standing.times_moved == 1
    policy = case.record.actions.get(what__startswith="Restraint policy")
    assert policy.state == "evidenced"


def test_child_parent_and_adult_were_told_and_it_is_said_how(case):
    told = {t.reader: (t.on, t.how) for t in case.tellings.all()}
    assert told.keys() == {"child", "parent", "adult"}
    assert told["child"] == (date(2012, 11, 6), "through his teacher, with picture cards")


def test_the_police_see_the_meeting_until_their_grant_ends_and_never_the_story(case, posts, at):
    police = posts["police"]
    with at(2012, 11, 1):
        assert gate.may(police, Can.SEE, case.record, section="meeting")
        assert not gate.may(police, Can.SEE, case.record, section="story")
    with at(2013, 6, 28):
        assert not gate.may(police, Can.SEE, case.record, section="meeting")


def test_the_family_and_the_referrer_see_no_story(case, posts, at):
    with at(2013, 3, 1):
        for key in ("transport_manager", "head_teacher", "social_worker", "neighbour_lado"):
            assert not gate.may(posts[key], Can.SEE, case.record, section="story"), key
        mine = Allegation.objects.visible_to(posts["lado"])
        assert list(mine) == [case]


def test_what_leaves_the_room_is_one_row_without_a_name_or_a_reference(case):
    [row] = extracts.rows(since=date(2012, 4, 1), until=date(2013, 4, 1), release="2012-13")
    assert (row.area, row.employer_sector, row.referrer_sector) == (
        "E09000028",
        "transport",
        "transport",
    )
    assert (row.outcome, row.edition, row.kind) == ("unsubstantiated", "WT2010", "allegation")
    assert (row.received_on, row.concluded_on) == (date(2012, 10, 9), date(2012, 11, 2))
    said = repr(row)
    for word in ("Jellicoe", "Micah", "Arden", "Brightline", "AL-", str(case.record_id)):
        assert word not in said
