"""What people type: children with their birth dates, sessions with their days. Never a crash."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.practice.early_help.forms.groups import SessionsForm
from holdfast.practice.early_help.forms.offering import OfferForm

TODAY = date(2013, 6, 28)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


def offered(children):
    form = OfferForm(
        {"children": children, "worry": "Late.", "reason": "school", "source": "agency"},
        today=TODAY,
    )
    return form, form.is_valid()


@pytest.mark.parametrize(
    ("typed", "name", "born"),
    [
        ("Nia Harcastle", "Nia Harcastle", None),
        ("Nia Harcastle 3 5 2004", "Nia Harcastle", date(2004, 5, 3)),
        ("Nia Harcastle, 3/5/2004", "Nia Harcastle", date(2004, 5, 3)),
        ("Nia O’Hara-Smith 3 May 2004", "Nia O’Hara-Smith", date(2004, 5, 3)),
    ],
)
def test_a_childs_line_is_a_name_and_perhaps_a_birth(typed, name, born):
    form, valid = offered(typed)
    assert valid
    told = form.told().children[0]
    assert (told.known_as, told.born_on) == (name, born)


@pytest.mark.parametrize("typed", ["Nia 3 5 04", "Nia 31 2 2004", "Nia 1 7 2013", "7", "2004 Nia"])
def test_a_birth_that_cannot_be_is_said_with_its_line(typed):
    form, valid = offered(f"Theo Harcastle\n{typed}")
    assert not valid
    assert "Line 2" in str(form.errors["children"])


@given(LINES)
def test_no_line_breaks_the_offer(typed):
    form, valid = offered(typed)
    assert valid or form.errors
    if valid:
        told = form.told()
        assert told.known_as and all(child.known_as.strip() for child in told.children)


@given(LINES)
def test_no_line_breaks_a_plan_of_sessions(typed):
    form = SessionsForm({"sessions": typed})
    assert not form.is_valid() or all(session.topic for session in form.told())
