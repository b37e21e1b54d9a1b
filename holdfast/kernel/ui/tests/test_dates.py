from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.ui.dates import MONTH_NAMES, DateField, month_number, read_date


class MeetingForm(forms.Form):
    held_on = DateField(label="Date of the meeting")
    next_on = DateField(label="Next review", required=False)


def _form(day: str = "", month: str = "", year: str = "") -> MeetingForm:
    return MeetingForm({"held_on_day": day, "held_on_month": month, "held_on_year": year})


@pytest.mark.parametrize("month", ["10", "Oct", "october", " OCTOBER ", "oct."])
def test_a_month_may_be_a_number_or_its_name(month: str) -> None:
    form = _form("9", month, "2012")
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"held_on": date(2012, 10, 9), "next_on": None}


@pytest.mark.parametrize("typed", ["9/10/2012", "9 October 2012", "9-10-2012", "09.10.2012"])
def test_a_whole_date_put_into_the_first_box_is_understood(typed: str) -> None:
    form = _form(typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == date(2012, 10, 9)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("", "", ""), "Date of the meeting is missing. Enter a date."),
        (("9", "10", ""), "Date of the meeting must include a year."),
        (("", "", "2012"), "Date of the meeting must include a day and a month."),
        (("31", "2", "2013"), "Date of the meeting must be a real date,"),
        (("1", "ju", "2013"), "Date of the meeting must be a real date,"),
        (("9", "10", "12"), "Date of the meeting must have a year of four figures,"),
        (("9", "10", "0212"), "Date of the meeting must be a real date,"),
        (("²", "10", "2012"), "Date of the meeting must be a real date,"),
    ],
)
def test_each_fault_is_a_sentence_that_names_the_field(
    parts: tuple[str, str, str], sentence: str
) -> None:
    form = _form(*parts)
    assert form.errors["held_on"][0].startswith(sentence)


def test_what_was_typed_is_still_there_after_an_error() -> None:
    assert _form("31", "2", "2013")["held_on"].value() == ["31", "2", "2013"]


def test_a_form_may_say_its_own_sentence_for_a_missing_date() -> None:
    field = DateField(label="Born", error_messages={"required": "Ask when he was born."})
    with pytest.raises(forms.ValidationError, match="Ask when he was born"):
        field.clean(["", "", ""])


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_can_be_typed_in_figures_and_in_words(day: date) -> None:
    assert read_date(str(day.day), str(day.month), str(day.year)) == day
    assert read_date(str(day.day), MONTH_NAMES[day.month - 1][:3], str(day.year)) == day


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_whatever_is_typed_is_a_date_or_a_sentence(day: str, month: str, year: str) -> None:
    form = _form(day, month, year)
    assert form.is_valid() or all(str(error).endswith(".") for error in form.errors["held_on"])


def test_two_letters_that_begin_two_months_are_not_a_month() -> None:
    assert month_number("ju") is None
    assert month_number("jun") == 6
