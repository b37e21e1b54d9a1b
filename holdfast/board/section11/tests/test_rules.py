"""What is counted, what is asked, whom to pair, what is hidden."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.section11.rules.counting import (
    Owed,
    return_rate,
    standard_colour,
    standards_met,
)
from holdfast.board.section11.rules.states import TABLE, Reply, State
from holdfast.board.section11.rules.suggesting import Gap, Why, paired, suggested
from holdfast.board.section11.rules.survey import LEAST, Answer, cells
from holdfast.engines.standards.rules.scales import Colour

ON = date(2013, 6, 28)
DUE = date(2013, 5, 31)
DAYS = st.dates(date(2013, 1, 1), date(2013, 12, 31))
OWED = st.builds(
    Owed,
    agency=st.sampled_from([f"Agency {n}" for n in range(9)]),
    state=st.sampled_from(State),
    due_on=DAYS,
    sent_on=st.none() | DAYS,
    reply=st.none() | st.sampled_from(Reply),
)
LISTS = st.lists(OWED, max_size=9, unique_by=lambda one: one.agency)


def owed(agency, **more):
    return Owed(agency, more.pop("state", State.SUBMITTED), more.pop("due_on", DUE), **more)


def whole(agency, **more):
    return owed(agency, sent_on=DUE, reply=Reply.WHOLE, **more)


def test_a_hundred_per_cent_is_n_returns_of_n_due():
    rate = return_rate([whole("Housing"), whole("Police")], on=ON)
    assert (rate.per_cent, rate.words) == (100, "2 of 2 returns due (100%)")


def test_one_missing_drops_below_and_is_named():
    rate = return_rate([*(whole(str(n)) for n in range(300)), owed("Probation")], on=ON)
    assert (rate.per_cent, rate.missing) == (99, ("Probation",))


def test_nil_late_partial_refused_withdrawn_and_silent_are_six_different_things():
    rate = return_rate(
        [
            owed("Nil", sent_on=DUE, reply=Reply.NIL, reason="Searched; no staff here."),
            owed("Late", sent_on=ON, reply=Reply.WHOLE, reason="The author left."),
            owed("Part", sent_on=DUE, reply=Reply.PARTIAL, reason="Training figures to come."),
            owed("Refused", sent_on=DUE, reply=Reply.REFUSED, reason="Not a body of section 11."),
            owed("Withdrawn", state=State.WITHDRAWN, reason="Merged with housing."),
            owed("Silent"),
        ],
        on=ON,
    )
    told = (rate.nil, rate.late, rate.partial, rate.refused, rate.withdrawn, rate.missing)
    assert told == (("Nil",), ("Late",), ("Part",), ("Refused",), ("Withdrawn",), ("Silent",))
    assert (rate.returned, rate.due) == (3, 5), "a refusal was due, and is no return"


@given(LISTS, DAYS)
def test_a_hundred_per_cent_means_that_nobody_is_missing(found, on):
    rate = return_rate(found, on=on)
    assert rate.returned <= rate.due
    full = rate.due > 0 and rate.returned == rate.due
    assert (rate.per_cent == 100) == full
    if full:
        assert not rate.missing


@given(LISTS, DAYS)
def test_every_agency_is_counted_once(found, on):
    rate = return_rate(found, on=on)
    refused_early = [
        one for one in found
        if one.reply is Reply.REFUSED and one.state is not State.WITHDRAWN
        and not one.is_due(on=on)
    ]  # fmt: skip
    assert rate.due + rate.not_due_yet + len(rate.withdrawn) + len(refused_early) == len(found)


@given(LISTS, DAYS)
def test_the_return_rate_says_nothing_of_standards(found, on):
    """A board of returns that are all red has its full return rate."""
    rate = return_rate(found, on=on)
    met = standards_met([Colour.RED] * len(found))
    assert met.per_cent in {0, None}
    assert return_rate(found, on=on) == rate


@given(st.lists(st.sampled_from([*Colour, None]), max_size=30))
def test_all_met_means_that_each_graded_standard_is_green(colours):
    met = standards_met(colours)
    graded = [one for one in colours if one is not None]
    assert (met.per_cent == 100) == (bool(graded) and set(graded) == {Colour.GREEN})
    assert met.graded + met.not_known == len(colours)


@pytest.mark.parametrize(
    ("criteria", "drawn"),
    [
        ("GGG", "G"), ("GAG", "A"), ("GAR", "R"), ("G?", None), ("R?", "R"), ("", None),
    ],
)  # fmt: skip
def test_a_standard_is_as_good_as_its_worst_criterion(criteria, drawn):
    given_ = [None if letter == "?" else Colour(letter) for letter in criteria]
    assert standard_colour(given_) == drawn


def test_three_questions_come_from_the_widest_gaps_of_three_standards():
    gaps = [
        Gap(Why.STAFF_DIFFER, 7, "standard 7", 50, "40%"),
        Gap(Why.MODERATED_DOWN, 6, "standard 6", 1, "1 step"),
        Gap(Why.MODERATED_DOWN, 5, "standard 5", 2, "2 steps"),
        Gap(Why.EXPIRED, 5, "standard 5", 9, "the policy"),
        Gap(Why.NO_EVIDENCE, 1, "standard 1", 3),
    ]
    assert [(gap.why, gap.standard) for gap in suggested(gaps)] == [
        (Why.MODERATED_DOWN, 5), (Why.MODERATED_DOWN, 6), (Why.STAFF_DIFFER, 7),
    ]  # fmt: skip
    assert suggested(reversed(gaps)) == suggested(gaps), "the order of asking changes nothing"
    assert suggested([]) == ()


STRENGTH = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.dictionaries(st.integers(1, 8), st.integers(0, 2)),
    max_size=6,
)


@given(STRENGTH)
def test_a_peer_is_another_agency_that_is_ahead(strength):
    for pair in paired(strength):
        assert pair.agency != pair.peer
        assert pair.standards
        for number in pair.standards:
            assert strength[pair.peer][number] > strength[pair.agency][number]


@given(
    st.dictionaries(
        st.sampled_from("abcde"), st.dictionaries(st.sampled_from(Answer), st.integers(0, 30))
    )
)
def test_fewer_than_six_answers_are_never_shown(counts):
    for cell in cells(counts, hidden=()).values():
        assert cell.answered is None or cell.answered == 0 or cell.answered >= LEAST


def test_nobody_answered_and_too_few_answered_are_told_apart():
    shown = cells({"a": {}, "b": {Answer.AGREE: 5}, "c": {Answer.AGREE: 6}}, hidden=())
    assert shown["a"].words == "nobody answered"
    assert shown["b"].words == "fewer than 6, or hidden with one that is"
    assert shown["c"].words == "100% agree of 6"


def test_every_state_but_the_ends_leads_somewhere():
    ends = {state for state in State if not TABLE.available(state)}
    assert ends == {State.EVIDENCED, State.WITHDRAWN}
