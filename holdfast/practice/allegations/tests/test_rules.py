"""Law and arithmetic of the room. No database here."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.rules import law, procedure, states

DRAWING = Path(states.__file__).parents[1] / "states.mmd"


def test_the_drawing_of_the_states_is_up_to_date():
    assert DRAWING.read_text().strip() == states.TABLE.as_mermaid()


def test_every_state_has_words_and_can_be_reached():
    reached = {states.TABLE.start, *(move.target for move in states.TABLE.moves.values())}
    assert reached == {s.value for s in states.State} == {s.value for s in states.WORDS}


def test_nothing_is_concluded_before_the_initial_discussion():
    for state in ("contact", "threshold_met", "meeting_called"):
        with pytest.raises(NotAllowed, match="Cannot conclude"):
            states.TABLE.target(state=state, move="conclude")


def test_advice_can_become_an_allegation_when_more_is_known():
    assert states.TABLE.target(state="advice_given", move="find_threshold_met") == "threshold_met"


def test_what_is_closed_can_only_be_reopened():
    assert states.TABLE.available("closed") == ["reopen"]


@pytest.mark.parametrize(
    ("on", "edition", "number"),
    [("2012-11-02", "WT2010", 4), ("2013-04-14", "WT2010", 4), ("2013-04-15", "WT2013", 5)],
)
def test_the_outcomes_are_those_of_the_day(on, edition, number):
    found = law.outcome_list(date.fromisoformat(on))
    assert (found.edition, len(found.outcomes)) == (edition, number)


def test_the_lists_of_outcomes_leave_no_gap_and_do_not_overlap():
    for earlier, later in zip(law.OUTCOME_LISTS, law.OUTCOME_LISTS[1:], strict=False):
        assert (later.starts - earlier.until).days == 1


def test_false_and_unfounded_are_two_outcomes_with_two_meanings():
    assert len(set(law.MEANING.values())) == len(law.Outcome)


def test_a_day_before_all_editions_is_refused_with_a_sentence():
    with pytest.raises(law.NoEdition, match="Check the date"):
        law.outcome_list(date(2009, 1, 1))


@pytest.mark.parametrize("outcome", list(law.Outcome))
def test_only_what_was_substantiated_may_stand_in_a_reference(outcome):
    assert law.reference_may_mention(outcome)[0] is (outcome is law.Outcome.SUBSTANTIATED)


def test_every_source_says_how_far_it_was_checked_and_local_is_not_called_law():
    sources = [v for v in vars(law).values() if isinstance(v, law.Source)]
    assert sources and {s.status for s in sources} <= {"V", "V2", "M", "L"}
    assert not any("statut" in s.text.lower() for s in sources if s.status == "L")


def test_the_fourth_test_came_in_september_2020():
    assert law.Test.SUITABILITY not in law.tests_in_force(date(2020, 8, 31))
    assert law.Test.SUITABILITY in law.tests_in_force(date(2020, 9, 1))


def test_a_body_has_the_name_of_the_day():
    assert law.body_name(law.Body.BARRING, date(2012, 11, 30)) == (
        "Independent Safeguarding Authority"
    )
    assert law.body_name(law.Body.BARRING, date(2012, 12, 1)) == ("Disclosure and Barring Service")


def test_a_record_is_kept_to_pension_age_or_ten_years_whichever_is_longer():
    decided = date(2012, 11, 2)
    assert law.kept_until(born_on=date(1980, 2, 29), decided_on=decided) == date(2046, 2, 28)
    assert law.kept_until(born_on=date(1950, 1, 1), decided_on=decided) == date(2022, 11, 2)
    assert law.kept_until(born_on=None, decided_on=decided) is None


def test_a_month_ends_where_the_month_ends():
    assert procedure.months_on(date(2012, 11, 30), 3) == date(2013, 2, 28)
    assert procedure.months_on(date(2012, 12, 31), 12) == date(2013, 12, 31)


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(1, 24))
def test_months_on_never_jumps_over_a_month(day, months):
    later = procedure.months_on(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.integers(0, 30), max_size=8))
def test_no_small_number_leaves_the_room_and_none_can_be_worked_out(counts):
    shown = procedure.suppressed(counts)
    assert shown.keys() == counts.keys()
    assert all(n is None or n == 0 or n > 5 for n in shown.values())
    hidden = [name for name, n in shown.items() if n is None]
    others = [name for name, n in counts.items() if n and name not in hidden]
    assert len(hidden) != 1 or not others
    assert all(shown[name] == counts[name] for name in counts if name not in hidden)


def test_the_targets_are_for_a_cohort():
    spans = [(date(2012, 10, 9), date(2012, 11, 2)), (date(2012, 10, 9), date(2012, 11, 10))]
    assert procedure.share_within(spans, 1) == (1, 2)
    assert procedure.share_within([], 1) == (0, 0)
