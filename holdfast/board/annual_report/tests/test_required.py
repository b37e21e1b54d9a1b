"""What an edition asks, how far it is filled, and what may be said of that."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.annual_report.rules import calendar, required
from holdfast.board.annual_report.rules.required import Filled, Part

EVERY_TOKEN = {part.token for item in required.items() for part in item.parts}
tokens = st.sets(st.sampled_from(sorted(EVERY_TOKEN)))


@pytest.mark.parametrize(
    ("ends", "key"),
    [(2011, "2010"), (2012, "2010"), (2013, "2013"), (2015, "2013"), (2018, "2018"),
     (2023, "2018"), (2024, "2023")],
)  # fmt: skip
def test_the_edition_is_the_one_in_force_six_months_after_the_year(ends, key):
    assert required.guidance_for(date(ends, 3, 31)).key == key


def test_there_are_nineteen_items_and_every_edition_asks_for_some():
    assert len(required.items()) == 19
    counts = {key: len(required.standing(key, tokens=())) for key in required.guidance()}
    assert counts == {"2010": 10, "2013": 15, "2018": 19, "2023": 19}


def test_every_rule_says_how_sure_we_are_of_it():
    statuses = {asked.status for item in required.items() for asked in item.asked.values()}
    assert statuses == {"V2", "M"}
    named = [to.status for each in required.guidance().values() for to in each.sent_to]
    assert set(named) <= {"V", "V2", "M"}


def test_a_rule_that_was_read_restated_names_its_document():
    read = [a for item in required.items() for a in item.asked.values() if a.status != "M"]
    assert read and all(asked.where for asked in read)


@pytest.mark.parametrize("key", ["2010", "2013", "2018", "2023"])
def test_a_report_is_never_called_compliant_on_a_rule_from_memory(key):
    everything = required.standing(key, tokens=EVERY_TOKEN)
    assert all(each.filled is Filled.FILLED for each in everything)
    assert "Not checked" in required.verdict(everything)
    assert "complian" not in required.verdict(everything)


@given(tokens)
def test_an_item_is_filled_exactly_when_nothing_is_lacking(held):
    for each in required.standing("2023", tokens=held):
        assert (each.filled is Filled.FILLED) == (not each.lacks)
        assert (each.filled is Filled.EMPTY) == (not each.has)
        assert {*each.has, *each.lacks} == set(each.item.parts)


@given(tokens, tokens)
def test_holding_more_never_fills_less(some, more):
    order = [Filled.EMPTY, Filled.PARTLY, Filled.FILLED]
    before = required.standing("2013", tokens=some)
    after = required.standing("2013", tokens=some | more)
    for then, now in zip(before, after, strict=True):
        assert order.index(then.filled) <= order.index(now.filled)


def test_an_item_without_parts_is_empty():
    assert required.how_far([], tokens={"x"}) is Filled.EMPTY
    assert required.how_far([Part("x", "x")], tokens={"x"}) is Filled.FILLED


def test_the_calendar_has_the_first_draft_in_november_and_scrutiny_before_the_year_is_out():
    by_key = {each.key: each.due_on for each in calendar.milestones(date(2013, 3, 31))}
    assert by_key["executive"] == date(2013, 11, 30)
    assert by_key["scrutiny"] == date(2013, 12, 31)
    assert list(by_key.values()) == sorted(by_key.values())


def test_a_local_date_is_called_local_and_the_guidances_is_not():
    assert calendar.deadline(date(2013, 3, 31), guidance="2013").status == "L"
    national = calendar.deadline(date(2024, 3, 31), guidance="2023")
    assert (national.due_on, national.status) == (date(2024, 9, 30), "V2")


def test_the_boards_own_list_is_forty_four_copies():
    assert sum(each.copies for each in calendar.own_list()) == 44


@given(st.dates(), st.dates())
def test_days_are_left_before_and_late_after(due, on):
    said = calendar.days_words(due, on=on)
    assert said.endswith("left" if due > on else "late" if due < on else "today")
