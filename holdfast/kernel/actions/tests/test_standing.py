"""How a colour is worked out. No database here."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.actions import states
from holdfast.kernel.actions.dated import Dated, Precision, months_later
from holdfast.kernel.actions.standing import DateMove, Facts, missed_reviews, standing, state_on
from holdfast.kernel.actions.states import Colour, Kind, Mover, State, require_move
from holdfast.kernel.records.moves import NotAllowed

DAY = date(2013, 6, 28)
SHOWN = (Dated.read("2013-01-29"),)

days = st.dates(date(2010, 1, 1), date(2016, 12, 31))
dateds = st.builds(
    lambda day, precision: Dated(
        {
            Precision.DAY: day,
            Precision.MONTH: day.replace(day=1),
            Precision.YEAR: day.replace(month=1, day=1),
        }[precision],
        precision,
    ),
    days,
    st.sampled_from(Precision),
)


@st.composite
def facts(draw):
    kind = draw(st.sampled_from(Kind))
    states = {
        Kind.TASK: [State.AGREED, State.DONE, State.EVIDENCED],
        Kind.IMPROVEMENT: list(State),
        Kind.DUTY: [State.AGREED],
    }[kind]
    return Facts(
        kind=kind,
        state=draw(st.sampled_from(states)),
        due_on=draw(st.none() | days),
        moves=tuple(
            draw(
                st.lists(st.builds(DateMove, st.none() | days, days, st.none() | days), max_size=3)
            )
        ),
        done=draw(st.none() | dateds),
        evidence=tuple(draw(st.lists(st.none() | dateds, max_size=3))),
        held_on=draw(st.none() | days),
        part_open=draw(st.sampled_from(["", "the overview is not written"])),
        rhythm_months=draw(st.integers(1, 24)),
        retest_on=draw(st.none() | days),
    )


@given(facts(), days)
def test_every_action_has_exactly_one_colour_and_a_reason_on_every_day(these, on):
    stands = standing(these, on=on)
    assert stands.colour in set(Colour)
    assert stands.why
    assert stands.days_late >= 0


@given(facts(), days, st.integers(0, 900))
def test_time_alone_never_turns_red_into_green(these, on, later):
    before = standing(these, on=on)
    after = standing(these, on=on + timedelta(days=later))
    if before.colour is Colour.RED:
        assert after.colour is not Colour.GREEN


@given(facts(), days, st.integers(0, 900))
def test_when_nothing_new_happens_time_only_makes_a_colour_worse(these, on, later):
    still = Facts(
        kind=these.kind,
        state=these.state,
        due_on=these.due_on,
        part_open=these.part_open,
        rhythm_months=these.rhythm_months,
        retest_on=these.retest_on,
        evidence=tuple(None for _ in these.evidence),
    )
    ladder = [Colour.BLUE, Colour.GREEN, Colour.AMBER, Colour.RED]
    before = standing(still, on=on).colour
    after = standing(still, on=on + timedelta(days=later)).colour
    assert ladder.index(after) >= ladder.index(before)


@given(facts(), days)
def test_blue_means_dated_evidence_and_nothing_left_open(these, on):
    if standing(these, on=on).colour is Colour.BLUE:
        assert any(e and e.last <= on for e in these.evidence)
        assert not these.part_open


@given(facts(), days)
def test_red_is_always_the_owners_move(these, on):
    stands = standing(these, on=on)
    if stands.colour is Colour.RED:
        assert stands.mover is Mover.OWNER
        assert stands.days_late > 0


@pytest.mark.parametrize(
    ("these", "colour", "why"),
    [
        (Facts(Kind.TASK, State.AGREED), "A", "A task with no date"),
        (Facts(Kind.TASK, State.AGREED, due_on=date(2013, 3, 31)), "R", "89 days past its date"),
        (Facts(Kind.TASK, State.AGREED, due_on=DAY), "G", "Its date is ahead"),
        (
            Facts(
                Kind.TASK,
                State.AGREED,
                due_on=date(2013, 3, 31),
                moves=(DateMove(date(2012, 10, 31), date(2013, 3, 31), None),),
            ),
            "R",
            "89 days past its date; its date was moved once",
        ),
        (Facts(Kind.TASK, State.DONE), "A", "Said to be done; no evidence yet"),
        (
            Facts(Kind.TASK, State.DONE, evidence=(None,)),
            "A",
            "Said to be done; its evidence has no date",
        ),
        (
            Facts(Kind.TASK, State.EVIDENCED, evidence=SHOWN, part_open="training"),
            "A",
            "Part left open: training",
        ),
        (Facts(Kind.TASK, State.EVIDENCED, evidence=SHOWN), "B", "Done and evidenced"),
        (Facts(Kind.DUTY, State.AGREED), "A", "Standing duty: set its review"),
        (
            Facts(Kind.DUTY, State.AGREED, due_on=date(2012, 12, 31), rhythm_months=4),
            "R",
            "Standing duty: 2 reviews in a row missed",
        ),
        (
            Facts(Kind.DUTY, State.AGREED, due_on=date(2013, 6, 1)),
            "A",
            "Standing duty: review 27 days late",
        ),
        (
            Facts(Kind.IMPROVEMENT, State.EVIDENCED, evidence=SHOWN, retest_on=date(2013, 6, 1)),
            "A",
            "Evidenced; re-test 27 days late",
        ),
        (
            Facts(Kind.IMPROVEMENT, State.EFFECTIVE, evidence=SHOWN, held_on=DAY),
            "B",
            "Effective: tested again, and it held",
        ),
    ],
)
def test_a_colour_comes_with_its_reason(these, colour, why):
    stands = standing(these, on=DAY)
    assert (stands.colour, stands.why) == (colour, why)


def test_evidence_of_the_end_of_a_month_does_not_count_before_the_month_is_over():
    these = Facts(
        Kind.TASK,
        State.EVIDENCED,
        done=Dated.read("2013-03"),
        evidence=(Dated.read("2013-03"),),
    )
    assert state_on(these, on=date(2013, 3, 30)) is State.AGREED
    assert state_on(these, on=date(2013, 3, 31)) is State.EVIDENCED


def test_a_date_that_was_moved_later_reads_as_it_stood_on_the_day():
    moved = DateMove(date(2013, 5, 31), date(2013, 9, 30), date(2013, 6, 10))
    these = Facts(Kind.TASK, State.AGREED, due_on=date(2013, 9, 30), moves=(moved,))
    assert standing(these, on=date(2013, 6, 9)).colour is Colour.RED
    assert standing(these, on=date(2013, 6, 10)).colour is Colour.AMBER


def test_a_standing_duty_never_ends():
    for move in ("claim_done", "evidence", "reopen"):
        with pytest.raises(NotAllowed, match="Set its next review"):
            require_move(Kind.DUTY, state="agreed", move=move)


def test_only_an_improvement_is_tested_again():
    with pytest.raises(NotAllowed, match="Only an improvement"):
        require_move(Kind.TASK, state="evidenced", move="find_it_held")
    assert require_move(Kind.IMPROVEMENT, state="evidenced", move="find_it_held") == "effective"


def test_the_drawing_of_the_states_is_up_to_date():
    drawing = Path(states.__file__).with_name("states.mmd")
    assert drawing.read_text().strip() == states.TABLES[Kind.IMPROVEMENT].as_mermaid()


def test_ongoing_is_not_a_state():
    assert "ongoing" not in set(State)


@given(days, st.integers(1, 60))
def test_months_later_is_later_and_lands_in_the_right_month(day, months):
    later = months_later(day, months)
    assert later > day
    assert (later.year - day.year) * 12 + later.month - day.month == months


@given(days, st.integers(1, 24), days)
def test_reviews_are_missed_only_after_they_were_due(due, every, on):
    missed = missed_reviews(due, every=every, on=on)
    assert (missed > 0) == (due < on)


@given(dateds)
def test_a_date_reads_back_as_it_was_written(dated):
    cut = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[dated.precision]
    assert Dated.read(dated.first.isoformat()[:cut]) == dated
    assert dated.first <= dated.last


@given(st.text(max_size=12))
def test_any_other_text_is_refused_with_a_sentence(text):
    try:
        Dated.read(text)
    except ValueError as refused:
        assert str(refused).endswith(".")
