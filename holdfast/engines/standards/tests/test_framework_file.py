"""A bad framework is told in one sentence that says where; no file breaks the reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engines.standards import data, feeds
from holdfast.engines.standards.rules.comparing import differences
from holdfast.engines.standards.rules.framework_file import read_framework
from holdfast.kernel.actions.reading import BadFile

TEXT = data.text_of(data.SECTION_11)
SMALL = """\
form: holdfast framework 1
code: small
title: A small one
kind: self-assessment
edition: First
source: The board
source_status: L
scale: rag
in_force_from: 2013-01-01
standards:
  - number: 1
    title: Care
    text: Care is taken
    criteria:
      - code: "1.1"
        text: It is written down
        grades: {R: no, A: partly, G: fully}
"""


def change(old, new):
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


def test_the_eight_key_standards_are_shipped_with_voice_as_an_optional_ninth():
    shipped = feeds.section_11()
    assert [one.number for one in shipped.standards] == list(range(1, 10))
    assert [one.number for one in shipped.standards if one.optional] == [9]
    assert all(set(one.descriptors) == set("0123") for one in shipped.criteria)
    assert all(one.evidence for one in shipped.criteria)


@pytest.mark.parametrize(
    "asked",
    ["serious case reviews", "reorganisation", "safer recruitment", "learning system", "Contracts",
     "child death panel", "Children and families were asked", "reports to the agency's own"],
)  # fmt: skip
def test_what_the_work_plan_asks_of_the_returns_is_a_criterion(asked):
    assert [one.code for one in feeds.section_11().criteria if asked in one.text]


def test_thresholds_have_four_levels_and_no_grades():
    for edition in feeds.thresholds():
        assert [one.number for one in edition.standards] == [1, 2, 3, 4]
        assert not any(one.descriptors for one in edition.criteria)


def test_what_changed_between_two_editions_is_told_word_by_word():
    found = {one.where: one.sort for one in differences(*feeds.thresholds())}
    assert found == {"2.1": "worded anew", "2.4": "new", "3.4": "new", "4.4": "new"}
    back = {one.where: one.sort for one in differences(*reversed(feeds.thresholds()))}
    assert back["2.4"] == "taken out"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("scale: rag", "scale: stars", "line 8, the file, scale: found “stars”. Write a scale"),
        ("scale: rag\n", "", "add its `scale`"),
        ("G: fully", "B: fully", "Write a known name: A, G, R"),
        ("A: partly, ", "", "Add what is missing: A"),
        ('"1.1"', '""', "Write a text here"),
        ("number: 1", "number: one", "Write a whole number"),
        ("2013-01-01", "January 2013", "in_force_from"),
        ("code: small", "code: Small One", "small letters, figures and hyphens"),
        ("source_status: L", "source_status: law", "a status of the source"),
        ("kind: self-assessment", "kind: list", "a kind of framework"),
    ],
)
def test_a_mistake_says_where_it_stands_and_what_to_write(old, new, said):
    with pytest.raises(BadFile, match=".") as told:
        read_framework(change(old, new), file="small.yaml")
    assert str(told.value).startswith("small.yaml, line ")
    assert said in str(told.value)


def test_a_code_that_stands_twice_is_refused():
    more = '      - code: "1.1"\n        text: Again\n'
    with pytest.raises(BadFile, match="1.1 stands more than once"):
        read_framework(SMALL + more, file="small.yaml")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.integers(0, len(TEXT)), st.integers(0, 80))
def test_a_damaged_file_is_read_or_refused_in_one_sentence(junk, at, gone):
    try:
        read_framework(TEXT[:at] + junk + TEXT[at + gone :], file="f.yaml")
    except BadFile as told:
        assert str(told).startswith("f.yaml")
        assert "\n" not in str(told)
