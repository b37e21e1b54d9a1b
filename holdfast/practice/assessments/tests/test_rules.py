"""Editions, factors by year, ages and what a copy leaves out. No database."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from holdfast.practice.assessments.forms.beginning import read_child
from holdfast.practice.assessments.rules import editions, factors, outcomes, states, voices
from holdfast.practice.assessments.rules.editions import Kind

CHANGE = editions.FIRST_SINGLE
DAYS = st.dates(date(2010, 4, 1), date(2025, 12, 31))
KEYS = sorted(factors.catalogue().factors)
MMD = Path(states.__file__).parent.parent / "states.mmd"


def test_the_drawing_is_that_of_the_table() -> None:
    assert MMD.read_text() == f"{states.TABLE.as_mermaid()}\n"


@given(DAYS)
def test_every_day_offers_a_kind_and_each_kind_has_its_clock(on: date) -> None:
    offer = editions.offered(on)
    assert (Kind.SINGLE in offer.kinds) == (on >= CHANGE)
    assert all(editions.limit_of(kind, on) for kind in offer.kinds)


def test_an_authority_may_change_later_than_the_edition_and_never_earlier() -> None:
    later = date(2013, 9, 1)
    assert editions.offered(date(2013, 8, 31), single_from=later).kinds == (
        Kind.INITIAL,
        Kind.CORE,
    )
    assert editions.limit_of(Kind.INITIAL, date(2013, 8, 31)) == editions.SINGLE_LIMIT
    assert (
        editions.offered(date(2012, 6, 1), single_from=date(2012, 1, 1)).kinds[0] is Kind.INITIAL
    )
    assert not editions.may_convert(Kind.CORE, on=date(2013, 8, 1), single_from=later)
    assert editions.may_convert(Kind.CORE, on=CHANGE)
    assert not editions.may_convert(Kind.SINGLE, on=later)
    assert editions.limit_of(Kind.INITIAL, date(2009, 5, 1)) == "ASMT.INITIAL.7"


@given(st.sets(st.sampled_from(KEYS), max_size=8), st.integers(2009, 2030))
def test_a_years_return_carries_each_code_once_and_only_that_years(keys, year) -> None:
    codes = factors.census_codes(keys, year=year)
    assert len(codes) == len(set(codes))
    assert bool(codes) == bool(keys and year >= factors.catalogue().first_year)
    if year < 2022:
        assert not {"18B", "18C", "19B", "19C", "24A"} & set(codes)
    else:
        assert not {"8A", "18A", "19A"} & set(codes)


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        (["none"], ""),
        ([], ""),
        (["neglect", "missing"], ""),
        (["none", "neglect"], "stands alone"),
        (["hunger"], "not in the list"),
    ],
)
def test_what_the_census_would_refuse_is_said_in_words(keys: list[str], wrong: str) -> None:
    assert wrong in factors.wrong_with(keys) and bool(wrong) == bool(factors.wrong_with(keys))


def test_no_factor_and_a_plan_do_not_fit_together() -> None:
    none = frozenset({"none"})
    assert outcomes.factor_doubt(outcomes.Outcome.IN_NEED, none)
    assert not outcomes.factor_doubt(outcomes.Outcome.NO_ACTION, none)
    assert not outcomes.factor_doubt(outcomes.Outcome.IN_NEED, frozenset({"neglect"}))


SHIPPED = yaml.safe_load(factors.FILE.read_text("utf-8"))
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(JUNK)
def test_a_broken_file_is_refused_in_words_and_nothing_else_happens(junk) -> None:
    for raw in (junk, {**SHIPPED, "factors": junk}, {**SHIPPED, "factors": [junk]},
                {**SHIPPED, "factors": [{**SHIPPED["factors"][0], "codes": junk}]}):  # fmt: skip
        try:
            found = factors.read(raw)
        except factors.BadFactors as why:
            assert str(why).endswith((".", "1"))
        else:
            assert found.factors


def test_a_fault_in_the_file_names_the_factor_and_the_field() -> None:
    twice = {**SHIPPED, "factors": [SHIPPED["factors"][0]] * 2}
    with pytest.raises(
        factors.BadFactors, match="factor 2: the key 'alcohol_child' is there twice"
    ):
        factors.read(twice)
    years = [{"code": "1A", "until": 2020}, {"code": "1B", "since": 2019}]
    overlap = {**SHIPPED, "factors": [{**SHIPPED["factors"][0], "codes": years}]}
    with pytest.raises(factors.BadFactors, match="the years of 1B run into another's"):
        factors.read(overlap)


@given(st.dates(date(1995, 1, 1), date(2013, 6, 28)))
def test_a_fact_never_looks_younger_than_it_is(since: date) -> None:
    on = date(2013, 6, 28)
    said = voices.age_words(since, on=on)
    assert ("month" in said or "year" in said) == ((on - since).days >= 60)
    assert voices.age_words(since, on=since - timedelta(days=1)) == "of today"


@given(st.lists(st.sampled_from(["Archie coughs.", "The flat is damp.", "archie’s bed", ""])))
def test_a_copy_never_keeps_a_paragraph_that_names_a_sibling(lines: list[str]) -> None:
    kept, named = voices.without("\n".join(lines), ["Archie"])
    assert "rchie" not in kept
    assert len(named) == sum("rchie" in line for line in lines)


@given(st.text(max_size=60))
def test_a_child_on_a_line_is_read_or_refused_by_line(text: str) -> None:
    try:
        found = read_child(text, 3)
    except ValidationError as why:
        assert "Line 3 " in why.messages[0]
    else:
        assert found.known_as and (found.born_on is None) != (found.due_on is None)


def test_a_child_on_a_line_is_born_or_due() -> None:
    born = read_child("Leah Sorrell, 3 May 2004", 1)
    due = read_child("Baby Farrant, due 19/10/2013", 2)
    assert (born.known_as, born.born_on) == ("Leah Sorrell", date(2004, 5, 3))
    assert (due.born_on, due.due_on) == (None, date(2013, 10, 19))
