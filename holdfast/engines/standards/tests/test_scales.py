"""A grade on one scale reads on another without changing its order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engines.standards.rules.grading import Shown, age_words, standing
from holdfast.engines.standards.rules.scales import (
    LEVELS,
    NOUGHT_TO_THREE,
    OFSTED,
    RAG,
    SCALES,
    Apart,
    Colour,
    colour,
    gap,
    mapped,
    most_lost,
)

ANY = st.sampled_from(list(SCALES.values()))
ON = date(2013, 6, 28)


@given(ANY, ANY, st.data())
def test_a_better_grade_never_reads_as_a_worse_one(source, target, data):
    steps = [step.value for step in source.steps]
    one, other = (data.draw(st.sampled_from(steps)) for _ in range(2))
    here = source.place(one) <= source.place(other)
    there = [target.place(mapped(v, source=source, target=target)) for v in (one, other)]
    assert not here or there[0] <= there[1]


@given(ANY, ANY, st.data())
def test_the_way_there_and_back_loses_no_more_than_is_said(source, target, data):
    value = data.draw(st.sampled_from([step.value for step in source.steps]))
    there = mapped(value, source=source, target=target)
    back = mapped(there, source=target, target=source)
    assert abs(source.place(back) - source.place(value)) <= most_lost(source, target)


@given(ANY, ANY)
def test_the_ends_stay_the_ends(source, target):
    for place in (0, -1):
        there = mapped(source.steps[place].value, source=source, target=target)
        assert there == target.steps[place].value


@given(ANY, ANY, st.sampled_from(list(Apart)))
def test_what_is_no_grade_is_never_made_one(source, target, apart):
    assert mapped(apart.value, source=source, target=target) == apart.value
    assert colour(apart.value, source) is None


def test_a_finer_scale_loses_nothing_and_the_same_one_neither():
    assert most_lost(RAG, NOUGHT_TO_THREE) == most_lost(LEVELS, OFSTED) == 0
    assert most_lost(NOUGHT_TO_THREE, RAG) == 1


@pytest.mark.parametrize(
    ("value", "source", "drawn"),
    [("0", NOUGHT_TO_THREE, "R"), ("1", NOUGHT_TO_THREE, "A"), ("2", NOUGHT_TO_THREE, "A"),
     ("3", NOUGHT_TO_THREE, "G"), ("1", OFSTED, "G"), ("4", OFSTED, "R"), ("1", LEVELS, "R")],
)  # fmt: skip
def test_only_the_best_grade_is_green(value, source, drawn):
    assert colour(value, source) == drawn


def test_ofsteds_greater_number_is_the_worse_grade():
    assert gap("1", "3", OFSTED) == 2
    assert gap("3", "1", NOUGHT_TO_THREE) == 2
    assert gap("3", "not known", NOUGHT_TO_THREE) is None


def test_a_grade_turns_amber_the_day_after_its_evidence_expired():
    policy = Shown("Policy", date(2011, 6, 28), ON)
    assert standing("3", NOUGHT_TO_THREE, [policy], on=ON).colour is Colour.GREEN
    after = standing("3", NOUGHT_TO_THREE, [policy], on=date(2013, 6, 29))
    assert (after.colour, after.fell) == (Colour.AMBER, True)
    assert "expired on 28 June 2013" in after.why


def test_expired_evidence_never_makes_a_grade_better():
    gone = Shown("Policy", date(2010, 1, 1), date(2011, 1, 1))
    assert standing("0", NOUGHT_TO_THREE, [gone], on=ON).colour is Colour.RED


def test_not_known_not_asked_and_not_applicable_are_three_answers():
    said = {standing(apart, RAG, [], on=ON).why for apart in Apart}
    assert said == {"not applicable", "not known", "not asked"}


@given(st.dates(date(2000, 1, 1), ON))
def test_evidence_says_its_age(day):
    assert age_words(day, on=ON).endswith("old")
