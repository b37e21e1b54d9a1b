"""The law's tests, the intervals, the decisions and the figures: without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.practice.private_fostering.rules import (
    awareness,
    checking,
    deciding,
    defining,
    figures,
    law,
    states,
    telling,
    visiting,
)
from holdfast.practice.private_fostering.rules.defining import Passes, Told

DAYS = st.dates(date(2006, 1, 1), date(2030, 12, 31))
FRIEND = law.Relation.FAMILY_FRIEND


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (Told(15, None, FRIEND, 28), Passes.YES),
        (Told(15, None, FRIEND, 27, meant_to_go_on=False), Passes.NO),
        (Told(15, None, FRIEND, 27, meant_to_go_on=True), Passes.YES),
        (Told(15, None, FRIEND, 27), Passes.NOT_KNOWN),
        (Told(16, False, FRIEND, 60), Passes.NO),
        (Told(16, None, FRIEND, 60), Passes.NOT_KNOWN),
        (Told(17, True, FRIEND, 60), Passes.YES),
        (Told(18, True, FRIEND, 60), Passes.NO),
        (Told(9, None, law.Relation.UNCLE_AUNT, 60), Passes.NO),
        (Told(9, None, law.Relation.STEP_PARENT, 60), Passes.NO),
        (Told(9, None, law.Relation.PARENTS_PARTNER, 60), Passes.YES),
        (Told(9, None, law.Relation.GREAT_AUNT, 60), Passes.YES),
        (Told(9, None, law.Relation.COUSIN, 60), Passes.YES),
        (Told(9, None, law.Relation.NOT_KNOWN, 60), Passes.NOT_KNOWN),
        (Told(9, None, FRIEND, 60, exempt=defining.Exempt.LOOKED_AFTER), Passes.NO),
        (Told(9, None, FRIEND, 15, exempt=defining.Exempt.BOARDING, school_holiday=True),
         Passes.YES),
        (Told(9, None, FRIEND, 14, school_holiday=True), Passes.NO),
        (Told(), Passes.NOT_KNOWN),
    ],
)  # fmt: skip
def test_the_laws_tests_decide_and_what_is_not_known_is_asked(told, answer):
    verdict = defining.is_private_fostering(told)
    assert verdict.answer is answer
    assert all(test.found and test.source.text for test in verdict.tests)
    if answer is Passes.NOT_KNOWN:
        assert any(test.asked in verdict.words for test in verdict.tests)


ANYTHING = st.builds(
    Told,
    age=st.none() | st.integers(0, 20), disabled=st.none() | st.booleans(),
    relation=st.sampled_from(law.Relation), days=st.none() | st.integers(0, 400),
    meant_to_go_on=st.none() | st.booleans(),
    exempt=st.none() | st.sampled_from(defining.Exempt), school_holiday=st.booleans(),
)  # fmt: skip


@given(ANYTHING)
def test_one_no_decides_whatever_else_is_said(told):
    found = defining.is_private_fostering(told)
    said = {test.passes for test in found.tests}
    assert (found.answer is Passes.NO) == (Passes.NO in said)
    assert (found.answer is Passes.YES) == (said == {Passes.YES})
    if told.relation in law.NEAR | law.CLOSE:
        assert found.answer is Passes.NO


@given(DAYS, st.integers(0, 900))
def test_the_first_year_begins_when_we_knew_and_ends_on_its_anniversary(aware, later):
    last = aware + timedelta(days=later)
    rule = visiting.next_rule(aware_on=aware, last_visit_on=last)
    if later < 365:
        assert rule == visiting.FIRST_YEAR
    if later > 366:
        assert rule == visiting.LATER_YEARS


@given(DAYS, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_visit_is_late_by_the_days_after_its_day_and_stays_so(start, due, met, seen):
    at = start + timedelta(days=seen)
    one = visiting.Interval(
        "PF.VISIT.Y1", start + timedelta(days=due), start + timedelta(days=met)
    )
    assert visiting.days_late(one, at=at) == max(0, met - due)
    still = visiting.Interval("PF.VISIT.Y1", start + timedelta(days=due), None)
    assert visiting.days_late(still, at=at) == max(0, seen - due)
    assert visiting.all_on_time([one, still], at=at) == (met <= due and seen <= due)


@pytest.mark.parametrize(
    ("seen", "missing"),
    [
        (visiting.Seen(True, True, report="r"), ()),
        (visiting.Seen(True, False, "She slept.", "r"), ()),
        (visiting.Seen(True, False, " ", "r"), ("no reason is written",)),
        (visiting.Seen(False, False, "x", "r"), ("the child was not seen",)),
        (visiting.Seen(True, True, report=" "), ("no report is written",)),
    ],
)
def test_a_visit_counts_with_the_child_alone_or_a_reason_and_a_report(seen, missing):
    found = ", ".join(visiting.what_is_missing(seen))
    assert all(word in found for word in missing)
    assert visiting.counts(seen) == (not missing)


def facts(**told):
    kept = {
        "decides": 1, "visitors": (2,), "worker": 2, "visited": True, "child_alone": True,
        "disqualified": (), "checks_owed": (),
    }  # fmt: skip
    return deciding.Facts(**{**kept, **told})


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"decides": 2}, "Whoever visits"),
        ({"visitors": (1, 2)}, "Whoever visits"),
        ({"visited": False}, "first visit"),
        ({"child_alone": False}, "seen alone"),
        ({"disqualified": [deciding.Consent.NEEDED]}, "disqualified"),
        ({"disqualified": [deciding.Consent.REFUSED]}, "disqualified"),
        ({"disqualified": [deciding.Consent.NONE_POSSIBLE]}, "disqualified"),
    ],
)
def test_what_forbids_a_decision_is_said_and_a_prohibition_waits_only_for_a_manager(
    told, sentence
):
    assert sentence in deciding.what_forbids(deciding.Decision.SUITABLE, facts(**told))
    prohibits = deciding.what_forbids(deciding.Decision.PROHIBITED, facts(**told))
    assert bool(prohibits) == (sentence == "Whoever visits")


def test_consent_lifts_what_a_disqualification_forbids():
    given_ = facts(disqualified=[deciding.Consent.GIVEN])
    assert deciding.what_forbids(deciding.Decision.SUITABLE, given_) == ""


@given(st.lists(st.tuples(st.none() | st.integers(0, 90), st.booleans()), max_size=6))
def test_every_grown_up_is_checked_and_an_age_not_known_counts_as_grown_up(ages):
    people = [checking.Person(n, f"P{n}", age, carer) for n, (age, carer) in enumerate(ages, 1)]
    wanted = checking.wanted(people)
    checked = {one.of for one in wanted} - {checking.HOME}
    assert checked == {p.number for p in people if p.age is None or p.age >= 16}
    assert checking.owed(people, wanted) == []
    assert len(set(wanted)) == len(wanted)


def row(**told):
    kept = {
        "area": "E09000028", "key": "k", "told_on": date(2012, 10, 1), "kind": "aware",
        "told_by": "school", "circumstance": "", "disabled": None, "starts_on": None,
        "first_due_on": date(2012, 10, 10), "first_visit_on": date(2012, 10, 9),
        "visits_due": 2, "visits_on_time": 2, "seen_alone_last": True, "decision": "",
        "decided_on": None, "disqualified": False, "not_fostering": False, "ended_on": None,
    }  # fmt: skip
    return figures.Row(**{**kept, **told})


def test_the_five_figures_with_both_numbers_of_every_share():
    since, until = figures.year_bounds("2012/13")
    rows = [
        row(),
        row(first_visit_on=date(2012, 10, 11), visits_on_time=1, told_by="health"),
        row(first_visit_on=None, first_due_on=date(2013, 4, 9), told_on=date(2013, 3, 27)),
        row(ended_on=date(2012, 12, 1)),
        row(told_on=date(2011, 5, 1), ended_on=date(2011, 6, 1)),
        row(not_fostering=True, ended_on=date(2012, 10, 20)),
    ]
    found = figures.figures(rows, since=since, until=until, at=date(2013, 3, 31))
    assert (found.notifications, found.arrangements, found.found_not) == (5, 3, 1)
    assert (found.in_time, found.all_visits) == (figures.Share(3, 4), figures.Share(3, 4))
    assert found.by_source == {"school": 4, "health": 1}


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(0, 12)))
def test_a_small_count_withholds_the_table_that_would_tell_it(counts):
    shown = figures.sources_outside(counts)
    assert (shown is None) == any(1 <= n <= 5 for n in counts.values())


@given(DAYS, DAYS)
def test_quarters_run_without_a_gap(one, other):
    first, last = min(one, other), max(one, other)
    names = awareness.quarters(first, last)
    assert names[0] == awareness.quarter_of(first) and names[-1] == awareness.quarter_of(last)
    assert len(set(names)) == len(names) and names == sorted(names)


def test_a_silent_setting_is_a_question_until_somebody_answers():
    done = [awareness.Done(date(2013, 1, 1), awareness.Setting.FAITH, None)]
    found = {one.setting: one for one in awareness.silences(["school"], done)}
    assert awareness.Setting.SCHOOLS not in found
    assert "Do they know one?" in found[awareness.Setting.FAITH].question
    assert "Shall we go?" in found[awareness.Setting.POLICE].question
    left = awareness.silences(["school"], done, answered=["police"])
    assert awareness.Setting.POLICE not in {one.setting for one in left}


def test_every_state_and_notice_has_its_words_and_every_move_its_duty():
    assert set(states.WORDS) == set(states.State)
    assert all(move.why for move in states.TABLE.moves.values())
    assert set(telling.NOTICE_WORDS) == set(telling.BEGINNINGS) | set(telling.LATER)
    assert {duty.source.status for duty in telling.DUTIES} <= {"V", "V2", "M", "L"}
