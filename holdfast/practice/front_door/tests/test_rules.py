"""The room's rules, without a database: states, households, files, decisions."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.front_door.rules import batch_file, deciding, households, law
from holdfast.practice.front_door.rules.states import TABLE
from holdfast.practice.front_door.tests import world

BORN = date(2002, 2, 14)


def test_the_drawing_is_the_table():
    drawn = Path(__file__).parent.parent / "states.mmd"
    assert drawn.read_text().strip() == TABLE.as_mermaid()


def told(**more):
    kept = {"home": "12 tollgate rd", "postcode": "SE50XX", "surnames": ("Rielly",),
            "births": frozenset({BORN})}  # fmt: skip
    return households.Told(**{**kept, **more})


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        ({"surnames": ("O’Reilly",)}, True),
        ({"surnames": ("Ó Reilly", "Marsh"), "home": "", "postcode": ""}, True),
        ({"surnames": ("Marsh",), "births": frozenset()}, False),
        ({"home": "", "postcode": "", "births": frozenset()}, False),
        ({"home": "9 other rd", "births": frozenset()}, False),
        ({"home": "9 other rd", "surnames": ("Marsh",)}, True),
    ],
)
def test_two_things_must_agree_and_one_of_them_is_a_place_or_a_birth(other, agrees):
    assert bool(households.reasons(told(), told(**other))) is agrees


@given(st.text(max_size=60))
def test_an_address_has_one_spelling_however_it_is_typed(address):
    key = households.home_key(address)
    assert key == households.home_key(f"The {address}, London")
    assert len(key) <= 120 and not set(key.split()) & households.LEFT_OUT


@pytest.mark.parametrize(
    "address",
    ["12 Tollgate Road", "No. 12, Tollgate Rd.", "12 TOLLGATE ROAD, London SE5 0XX", "12 tollgate"
     " rd"],
)  # fmt: skip
def test_an_address_written_four_ways_is_one(address):
    assert households.home_key(address) == "12 tollgate rd"


@given(st.binary(max_size=400))
def test_a_file_of_anything_is_read_or_refused_in_a_sentence(content):
    try:
        reports, bad = batch_file.read(content, filename="a.csv")
    except NotAllowed as why:
        assert "a.csv" in str(why)
    else:
        assert all(one.row > 1 and one.sentence for one in bad)
        assert all(report.children and report.worry for report in reports)


@given(st.lists(st.text(max_size=20), min_size=11, max_size=11))
def test_no_row_makes_the_reader_fall_over(cells):
    line = ",".join(cell.replace("\r", " ").replace("\n", " ") for cell in cells)
    try:
        reports, bad = batch_file.read((world.HEADING + line).encode(), filename="a.csv")
    except NotAllowed as why:
        assert "a.csv" in str(why)
    else:
        assert len(reports) + len(bad) <= 20


def test_every_decision_has_its_words_its_letter_and_its_flag():
    for words in (law.DECISION_WORDS, law.TOLD_WORDS, law.CONTACT_FLAGS):
        assert set(words) == set(law.Decision)
    assert not deciding.missing(
        decision=law.Decision.ASSESSMENT, why="W", basis="statutory", told="no",
        why_not_told="Risk", agreement="",
    )  # fmt: skip


def test_red_is_suggested_before_everything_else_and_nothing_where_nothing_speaks_for_it():
    said = deciding.suggestion(grade="red", allocated=True, repeats=3, agreement="")
    assert said and said[0] == "Start a strategy discussion"
    assert deciding.suggestion(grade="green", allocated=False, repeats=0, agreement="") is None
