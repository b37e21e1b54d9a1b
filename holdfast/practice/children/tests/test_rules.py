"""Numbers that check themselves, keys that find, likeness that is fair, lists that never break."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.charts import Someone, network
from holdfast.practice.children.rules import list_file
from holdfast.practice.children.rules.identifiers import UPN_LETTERS, nhs_number, upn
from holdfast.practice.children.rules.keys import keys_of
from holdfast.practice.children.rules.matching import Known, compare
from holdfast.practice.children.rules.told import ChildTold, age_words

NAME = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéñ'’-", min_size=1, max_size=14)
DAY = st.dates(date(1990, 1, 1), date(2013, 6, 28))


@given(st.integers(0, 999_999_999), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_an_nhs_number_is_always_noticed(nine, place, by):
    body = f"{nine:09d}"
    check = (11 - sum(int(d) * w for d, w in zip(body, range(10, 1, -1), strict=True)) % 11) % 11
    if check == 10:
        return
    right = f"{body}{check}"
    assert nhs_number(right) == right
    wrong = f"{right[:place]}{(int(right[place]) + by) % 10}{right[place + 1 :]}"
    with pytest.raises(NotAllowed, match="check digit"):
        nhs_number(wrong)


@given(st.integers(0, 10**12 - 1), st.integers(0, 22))
def test_a_pupil_number_has_one_right_first_letter(body, offset):
    digits = f"{body:012d}"
    total = sum(int(sign) * weight for weight, sign in enumerate(digits, 2))
    letter = UPN_LETTERS[(total + offset) % 23]
    if offset == 0:
        assert upn(f"{letter}{digits}") == f"{letter}{digits}"
    else:
        with pytest.raises(NotAllowed, match="first letter"):
            upn(f"{letter}{digits}")


@given(NAME, NAME, DAY, st.integers(0, 12))
@settings(max_examples=60)
def test_a_child_shares_a_key_with_itself_after_one_slip(forename, surname, born, at):
    held = keys_of(names=[(forename, surname)], born_on=born)
    slip = f"{surname[:at]}{surname[at + 1 :]}" or surname
    asked = keys_of(names=[(forename, slip)], born_on=born)
    assert held & asked


SOMEBODY = st.builds(lambda a, b, day: Known(((a, b),), born_on=day), NAME, NAME, DAY)


@given(SOMEBODY, SOMEBODY)
@settings(max_examples=60)
def test_likeness_does_not_depend_on_which_record_is_asked_about(mine, theirs):
    there, back = compare(mine, theirs), compare(theirs, mine)
    assert (there and there.level) == (back and back.level)


def test_an_estimated_fifteenth_is_no_evidence():
    guessed = Known((("Sami", "Noor"),), date(1997, 3, 15), born_about=True)
    known = Known((("Sami", "Nur"),), date(1997, 3, 15))
    assert compare(guessed, known).level == "possible"
    sure = Known((("Sami", "Noor"),), date(1997, 3, 15))
    assert compare(sure, known).level == "likely"


@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_a_sentence(content):
    try:
        rows = list_file.read(content, filename="list.csv")
    except NotAllowed as why:
        assert str(why).endswith(".")
    else:
        assert all(row.wrong or row.told.forename or row.told.surname for row in rows)


CELL = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1, max_size=5))
@settings(max_examples=60)
def test_every_row_that_is_not_read_says_which_row_it_is(rows):
    lines = ["Forename,Surname,DOB,NHS", *(
        ",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows
    )]  # fmt: skip
    try:
        read = list_file.read("\n".join(lines).encode(), filename="list.csv")
    except NotAllowed:
        return
    assert all(row.wrong.startswith(f"Row {row.number}") for row in read if row.wrong)


@given(st.dates(date(1995, 1, 1), date(2013, 6, 28)))
def test_every_child_has_an_age_in_words(born):
    words = age_words(born_on=born, due_on=None, on=date(2013, 6, 28))
    assert words.isdigit() or words.endswith(("month", "months", "day", "days"))


def test_what_was_told_comes_back_from_json_as_it_was():
    told = ChildTold("A", "B", date(2004, 5, 3), postcode="SE5", due_on=None)
    assert ChildTold.from_json(told.to_json()) == told


@given(st.lists(st.builds(Someone, st.text(max_size=40), st.text(max_size=40),
                          row=st.integers(0, 2), past=st.booleans()), max_size=12))  # fmt: skip
@settings(max_examples=40)
def test_everybody_is_drawn_once_and_inside_the_picture(people):
    drawn = str(network("All", Someone("<Leah>", "9"), people))
    assert drawn.count("<rect") == len(people) + 1
    assert "<Leah>" not in drawn and "&lt;Leah&gt;" in drawn
    assert drawn.count("<path") == len(people)
    assert 'x="-' not in drawn
