"""From a teacher's notice to the end: who tells, visits, checks, decides, and hears."""

from datetime import date

import pytest

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.models import Arrangement, weighing
from holdfast.practice.private_fostering.models.arrangement import visit_clocks
from holdfast.practice.private_fostering.rules import deciding, law, telling, visiting
from holdfast.practice.private_fostering.rules.states import State
from holdfast.practice.private_fostering.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast_world")]


def clocks(arrangement, **kept):
    found = arrangement.record.deadlines.filter(**kept).order_by("pk")
    return [(one.rule_id, one.due_on, one.met_on) for one in found]


def owed_visits(arrangement):
    return clocks(arrangement, met_on=None, stopped_on=None, rule_id__in=visiting.VISITS)


def test_a_teacher_tells_the_visit_is_made_in_time_and_the_year_runs_from_the_day_we_knew(posts):
    arrangement = world.begun(posts)
    assert arrangement.state == State.ASSESSING
    assert arrangement.record.reference.startswith("PF-2012-")
    first = clocks(arrangement, rule_id="PF.VISIT.EXISTING")
    assert first == [("PF.VISIT.EXISTING", date(2012, 10, 10), date(2012, 10, 9))]
    assert owed_visits(arrangement) == [("PF.VISIT.Y1", date(2012, 11, 20), None)]
    days = [date(2012, 11, 20), date(2012, 12, 31), date(2013, 2, 11), date(2013, 3, 25)]
    with world.at(2013, 3, 26, 9, 0):
        world.visited(arrangement, posts, *days)
    assert visiting.all_on_time(_intervals(arrangement), at=date(2013, 3, 26))
    with world.at(2013, 10, 2, 9, 0):
        world.visited(
            arrangement, posts, date(2013, 5, 6), date(2013, 6, 14), date(2013, 7, 26),
            date(2013, 9, 6), date(2013, 10, 1),
        )  # fmt: skip
    assert owed_visits(arrangement) == [("PF.VISIT.Y2", date(2013, 12, 24), None)]


def _intervals(arrangement):
    return visit_clocks(Arrangement.objects.for_list().get(pk=arrangement.pk))


def test_whoever_told_hears_of_it_and_sees_no_more(posts):
    arrangement = world.begun(posts)
    school, worker, neighbour = (
        posts[k] for k in ("head_teacher", "social_worker", "neighbour_mash")
    )
    record = arrangement.record
    with world.at(2012, 10, 9, 17, 0):
        assert gate.may(school, Can.SEE, record, section="notice")
        assert not gate.may(school, Can.SEE, record, section="story")
        assert gate.may(worker, Can.WORK, record, section="story")
        assert not gate.may(worker, Can.DECIDE, record, section="story")
        for post in (neighbour, posts["early_help"], posts["duty_chair"], posts["nurse"]):
            assert not gate.may(post, Can.SEE, record)


def test_a_visit_without_the_child_alone_or_without_a_report_does_not_count(posts):
    with world.at(2012, 10, 1, 11, 0):
        arrangement = world.told_of(posts)
    by = posts["triage"]
    with world.at(2012, 10, 8, 11, 0):
        day = date(2012, 10, 8)
        kept = verbs.record_missed(
            arrangement, why=law.Missed.NOBODY_IN, words="Rang twice.", by=by, on=day
        )
        assert (kept.made, kept.due_on) == (False, date(2012, 10, 10))
        for told in (
            world.seen_alone(child_seen=False, alone=False),
            world.seen_alone(alone=False),
        ):
            visit = verbs.record_visit(arrangement, told, by=by, on=day)
            assert not visit.counts
        assert arrangement.state == State.NOTIFIED
        without = verbs.record_visit(arrangement, world.seen_alone(report=""), by=by, on=day)
        assert owed_visits(arrangement)[0][2] is None
        verbs.write_report(without, report="Settled.", by=by, on=day)
    arrangement.refresh_from_db()
    assert arrangement.state == State.ASSESSING
    assert clocks(arrangement, rule_id="PF.VISIT.EXISTING")[0][2] == date(2012, 10, 8)
    step = arrangement.record.steps.filter(move="visit").first()
    assert "the child was not seen" in step.note


def test_a_late_visit_stays_late_and_the_reason_is_written_beside_it(posts):
    with world.at(2012, 10, 1, 11, 0):
        arrangement = world.told_of(posts)
    with world.at(2012, 10, 15, 11, 0):
        verbs.record_visit(
            arrangement, world.seen_alone(), by=posts["triage"], on=date(2012, 10, 15)
        )
        clock = arrangement.record.deadlines.get(rule_id="PF.VISIT.EXISTING")
        verbs.explain_lateness(
            arrangement, clock=clock, code=LateReason.STAFF, reason="Nobody was allocated.",
            by=posts["team_manager"], on=date(2012, 10, 15),
        )  # fmt: skip
    intervals = _intervals(arrangement)
    first = next(one for one in intervals if one.rule in visiting.FIRST)
    assert visiting.days_late(first, at=date(2012, 10, 15)) == 5
    assert not visiting.all_on_time(intervals, at=date(2012, 10, 15))


def test_a_proposal_told_six_weeks_before_is_in_time_and_its_visits_begin_when_the_child_comes(
    posts,
):
    home = world.HOME
    with world.at(2013, 1, 7, 10, 0):
        told = verbs.notify(
            area=posts["triage"].agency.area, child=world.AMARA,
            home=verbs.HomeTold(carer=home.carer, relation=home.relation,
                                starts_on=date(2013, 2, 18), goes_on=True),
            notice=world.noticed(posts, kind=telling.Notice.PROPOSED, who="Mrs Mensah",
                                 teller=telling.Teller.CARER, told_on=date(2013, 1, 7)),
            by=posts["triage"], on=date(2013, 1, 7),
        )  # fmt: skip
    assert clocks(told, rule_id="PF.NOTIFY.ADVANCE") == [
        ("PF.NOTIFY.ADVANCE", date(2013, 1, 7), date(2013, 1, 7))
    ]
    with world.at(2013, 2, 18, 10, 0):
        verbs.record_visit(told, world.seen_alone(), by=posts["triage"], on=date(2013, 1, 15))
        assert owed_visits(told) == [], "the child is not there yet"
        came = world.noticed(posts, kind=telling.Notice.ARRIVED, told_on=date(2013, 2, 18))
        verbs.take_notice(told, came, by=posts["triage"], on=date(2013, 2, 18))
    assert owed_visits(told) == [("PF.VISIT.EXISTING", date(2013, 2, 27), None)]


def test_whoever_visits_does_not_decide_and_a_disqualified_person_needs_written_consent(posts):
    arrangement = world.begun(posts)
    manager, day = posts["team_manager"], date(2012, 11, 6)
    suits = {"decision": deciding.Decision.SUITABLE, "why": "She is safe and settled."}
    with world.at(2012, 11, 6, 10, 0):
        with pytest.raises(Refused):
            verbs.decide(arrangement, **suits, by=posts["social_worker"], on=day)
        son = verbs.add_member(
            arrangement, name="Kwame Mensah", tie="The carer's son", age=22,
            by=posts["social_worker"], on=day,
        )  # fmt: skip
        found = verbs.find_disqualified(
            son, what="An order of 2009, disclosed by himself.", barred=False, by=manager, on=day
        )
        with pytest.raises(NotAllowed, match="no written consent"):
            verbs.decide(arrangement, **suits, by=manager, on=day)
        verbs.decide_consent(found, give=True, why="Long ago; no risk found.", by=manager, on=day)
        made = verbs.decide(arrangement, **suits, by=manager, on=day)
    assert arrangement.state == State.SUITABLE
    assert "barring (Mrs Abena Mensah, Kwame Mensah)" in made.owed
    assert clocks(arrangement, rule_id="PF.ASSESS") == [("PF.ASSESS", date(2012, 11, 12), day)]
    barred = verbs.find_disqualified(son, what="Barred.", barred=True, by=manager, on=day)
    with pytest.raises(NotAllowed, match="barred"):
        verbs.decide_consent(barred, give=True, why="x", by=manager, on=day)


def test_a_prohibition_says_its_ground_and_until_when_to_appeal_and_visits_go_on(posts):
    arrangement = world.begun(posts)
    manager, day = posts["team_manager"], date(2012, 11, 6)
    with world.at(2012, 12, 3, 10, 0):
        told = {"decision": deciding.Decision.PROHIBITED, "why": "Six sleep in two rooms."}
        with pytest.raises(NotAllowed, match="ground"):
            verbs.decide(arrangement, **told, by=manager, on=day)
        made = verbs.decide(
            arrangement, **told, grounds=[deciding.Ground.HOME], by=manager, on=day
        )
        assert made.appeal_until == date(2012, 11, 20)
        appeal = verbs.record_appeal(
            made, words="She has moved.", by=manager, on=date(2012, 11, 19)
        )
        with pytest.raises(NotAllowed, match="runs already"):
            verbs.record_appeal(made, words="Again.", by=manager, on=day)
        verbs.end_appeal(appeal, outcome="Dismissed.", by=manager, on=date(2012, 12, 3))
    assert owed_visits(arrangement) != []


def test_requirements_are_kept_or_lifted_for_a_reason(posts):
    arrangement = world.begun(posts)
    manager, day = posts["team_manager"], date(2012, 11, 6)
    with world.at(2012, 11, 6, 10, 0):
        wanted = [
            (deciding.Requirement.SAFETY, "A fire guard in the front room.", date(2012, 11, 20)),
            (deciding.Requirement.NUMBER, "No other child is fostered there.", None),
        ]
        made = verbs.decide(
            arrangement, decision=deciding.Decision.REQUIREMENTS, why="Safe with a guard.",
            requirements=wanted, by=manager, on=day,
        )  # fmt: skip
        guard, number = made.requirements.all()
        verbs.say_kept(guard, by=posts["social_worker"], on=day)
        with pytest.raises(NotAllowed, match="already"):
            verbs.say_kept(guard, by=posts["social_worker"], on=day)
        with pytest.raises(NotAllowed, match="why"):
            verbs.lift_requirement(number, why=" ", by=manager, on=day)
    assert (guard.kept_on, number.lifted_on) == (day, None)


def test_checks_are_owed_of_every_grown_up_until_they_are_answered(posts):
    arrangement = world.begun(posts)
    worker, day = posts["social_worker"], date(2012, 10, 9)
    with world.at(2012, 10, 9, 17, 0):
        carer = arrangement.members.get()
        before = len(weighing.owed_checks(arrangement))
        asked = verbs.ask_check(
            arrangement, kind=law.CheckKind.BARRING, member=carer, by=worker, on=day
        )
        with pytest.raises(NotAllowed, match="not answered yet"):
            verbs.ask_check(
                arrangement, kind=law.CheckKind.BARRING, member=carer, by=worker, on=day
            )
        with pytest.raises(NotAllowed, match="in words"):
            verbs.answer_check(asked, result=law.Result.CONCERN, by=worker, on=day)
        verbs.answer_check(asked, result=law.Result.NOTHING_HELD, by=worker, on=day)
    again = Arrangement.objects.for_page().get(pk=arrangement.pk)
    assert len(weighing.owed_checks(again)) == before - 1 == 10


def test_it_ends_with_who_has_the_child_and_may_begin_again(posts):
    arrangement = world.begun(posts)
    with world.at(2012, 12, 10, 10, 0):
        told = world.noticed(
            posts, kind=telling.Notice.ENDED, teller=telling.Teller.CARER, who="Mrs Mensah",
            told_on=date(2012, 12, 10),
        )  # fmt: skip
        verbs.end(
            arrangement, left_on=date(2012, 12, 9), why="Her mother is back.",
            went_to="Her mother", notice=told, by=posts["social_worker"], on=date(2012, 12, 10),
        )  # fmt: skip
        assert (arrangement.state, arrangement.record.closed_on) == (
            State.ENDED, date(2012, 12, 10)
        )  # fmt: skip
        assert owed_visits(arrangement) == []
        with pytest.raises(NotAllowed, match="over"):
            verbs.record_visit(
                arrangement, world.seen_alone(), by=posts["triage"], on=date(2012, 12, 10)
            )
        verbs.come_back(
            arrangement, why="She is there again.", by=posts["triage"], on=date(2012, 12, 10)
        )
    assert arrangement.record.closed_on is None
    assert owed_visits(arrangement) == [("PF.VISIT.EXISTING", date(2012, 12, 19), None)]


def test_the_second_editor_is_told_and_nothing_of_theirs_is_kept(posts):
    arrangement = world.begun(posts)
    seen = arrangement.record.version
    with world.at(2012, 10, 20, 10, 0):
        day = date(2012, 10, 20)
        verbs.write_entry(arrangement, text="One.", by=posts["triage"], on=day, seen=seen)
        with pytest.raises(NotAllowed, match="Somebody else has just changed"):
            verbs.give_support(
                arrangement, to="Carer", what="Two.", by=posts["social_worker"], on=day, seen=seen
            )
    assert not arrangement.supports.exists()


def test_the_hub_says_which_child_it_is_and_the_worker_is_let_in_until_there_is_another(posts):
    arrangement = world.begun(posts)
    worker, hub = posts["social_worker"], posts["triage"]
    with world.at(2012, 10, 20, 10, 0):
        day = date(2012, 10, 20)
        with pytest.raises(Refused):
            verbs.open_child(arrangement, by=worker, on=day)
        child = verbs.open_child(arrangement, by=hub, on=day)
        assert (child.known_as, child.born_on) == ("Amara Quansah", date(2004, 3, 9))
        assert gate.may(worker, Can.SEE, child.record, section="shared")
        assert not gate.may(worker, Can.SEE, child.record, section="health")
        with pytest.raises(NotAllowed, match="already"):
            verbs.match_child(arrangement, child=child, by=hub, on=day)
        other = world.told_of(posts, told_on=day)
        with pytest.raises(NotAllowed, match="another record"):
            verbs.explain_lateness(
                other, clock=arrangement.record.deadlines.first(), code=LateReason.STAFF,
                reason="x", by=hub, on=day,
            )  # fmt: skip
        verbs.match_child(other, child=child, by=hub, on=day)
        assert list(Arrangement.objects.about(child)) == [other, arrangement]
        manager = posts["team_manager"]
        verbs.allocate(arrangement, to=manager, by=manager, on=day)
        assert not gate.may(worker, Can.SEE, child.record, section="shared")
        assert not gate.may(worker, Can.SEE, arrangement.record)
