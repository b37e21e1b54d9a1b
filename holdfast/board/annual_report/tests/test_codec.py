import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.board.annual_report.documents.codec import Unreadable, from_json, to_json
from holdfast.board.annual_report.documents.model import (
    ActivityBlock,
    Cell,
    Chapter,
    Column,
    Disagreement,
    Group,
    Note,
    Paragraph,
    Ref,
    Row,
    Section,
    Settled,
    Shown,
    Strong,
    Table,
)
from holdfast.board.annual_report.tests import shipped

words = st.text(max_size=20)
parts = st.lists(
    words | st.builds(Strong, words) | st.builds(Ref, words, words, st.booleans()), max_size=4
).map(tuple)
cells = st.lists(st.builds(Cell, parts, words), max_size=3).map(tuple)
rows = st.lists(st.builds(Row, words, cells), max_size=3).map(tuple)
blocks = st.one_of(
    st.builds(Paragraph, parts, st.booleans()),
    st.builds(Note, parts),
    st.builds(
        ActivityBlock,
        parts,
        words,
        st.lists(st.builds(Shown, words, words, words, words), max_size=2).map(tuple),
        words,
    ),
    st.builds(
        Table,
        words,
        st.lists(st.builds(Column, words, st.booleans(), st.booleans()), max_size=3).map(tuple),
        st.lists(st.builds(Group, words, rows), max_size=2).map(tuple),
        parts,
    ),
    st.builds(
        Disagreement,
        words,
        st.integers(),
        words,
        parts,
        words,
        words,
        st.none() | st.builds(Settled, words, words, words, words),
    ),
)
sections = st.builds(Section, words, words, st.lists(blocks, max_size=3).map(tuple), words)
chapters = st.builds(
    Chapter,
    words,
    st.integers(),
    words,
    st.lists(blocks, max_size=2).map(tuple),
    st.lists(sections, max_size=2).map(tuple),
)


def test_the_shipped_report_comes_back_as_it_went():
    assert from_json(to_json(shipped.report())) == shipped.report()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(chapters, max_size=2).map(tuple))
def test_any_report_comes_back_as_it_went(made):
    report = replace(shipped.report(), chapters=made)
    assert from_json(to_json(report)) == report


@given(st.text(max_size=60))
def test_what_is_not_an_edition_is_refused_in_a_sentence(text):
    with pytest.raises(Unreadable):
        from_json(text)


def test_an_edition_of_another_format_says_what_to_do():
    stored = json.loads(to_json(shipped.report())) | {"format": 99}
    with pytest.raises(Unreadable, match="format 99.*Update Holdfast"):
        from_json(json.dumps(stored))


def test_a_part_in_the_wrong_place_is_refused():
    stored = json.loads(to_json(shipped.report()))
    stored["report"]["chapters"][0] = {"kind": "Strong", "words": "not a chapter"}
    with pytest.raises(Unreadable, match="Strong stands where it may not"):
        from_json(json.dumps(stored))
