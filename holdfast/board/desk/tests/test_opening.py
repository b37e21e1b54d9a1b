"""A board year is opened on its page; a restricted part is found by whoever was let into it."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from holdfast.board.desk.rules.outline_text import BadOutline, outline_text, read_outline
from holdfast.board.desk.rules.programme import Outlined
from holdfast.board.desk.tests import world
from holdfast.engines.meetings.models import Cycle, Meeting
from holdfast.kernel.access import grants
from holdfast.kernel.actions.dated import Dated

OPEN, GRANTED = "desk:open_year", "desk:granted"
words = st.text(st.sampled_from("abc é,.-'"), min_size=1, max_size=20).map(str.strip).filter(bool)
themes = st.none() | st.tuples(words, words, st.lists(words, max_size=3, unique=True).map(tuple))
months = st.builds(
    lambda year, month: Dated.read(f"{year}-{month:02d}"), st.integers(2000, 2050),
    st.integers(1, 12),
)  # fmt: skip
outlines = st.lists(
    st.builds(
        Outlined, months, words, st.lists(words, max_size=4, unique=True).map(tuple), themes
    ),
    min_size=1, max_size=8, unique_by=lambda one: (one.month.first, one.body.casefold()),
)  # fmt: skip


def said(response):
    return response.content.decode()


def offered_on(response):
    (form,) = [one for one in html.fromstring(said(response)).forms if "outlined" in one.fields]
    return {name: form.fields[name] for name in ("title", "rule", "outlined")}


@given(outlines)
@settings(max_examples=60)
def test_an_outline_reads_back_as_it_was_written(meetings):
    ordered = tuple(sorted(meetings, key=lambda one: one.month.first))
    assert read_outline(outline_text(ordered)) == ordered


@given(st.text(st.sampled_from("2014-03|;: \nabE"), max_size=120) | st.text(max_size=80))
@settings(max_examples=150)
def test_whatever_is_typed_is_an_outline_or_a_sentence(text):
    try:
        assert all(one.body for one in read_outline(text))
    except BadOutline as wrong:
        assert str(wrong).endswith(".")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "one meeting on each line"),
        ("March | Executive", "Line 1: begin with the month"),
        ("2014 | Executive", "Line 1: begin with the month"),
        ("2014-03", "Line 1: the body is missing"),
        ("2014-03 | Executive\n\n2014-03 | executive", "Line 3: executive stands in Mar 2014"),
        ("2014-03 | Executive | x | A stage", "Line 1: the topic is missing"),
        ("2014-03 | Executive | x | | A dashboard", "without a theme"),
        ("2014-03 | Executive | " + "x" * 201, "shorten the item to 200"),
    ],
)
def test_a_bad_outline_says_on_which_line_and_what_to_write(text, sentence):
    with pytest.raises(BadOutline, match=sentence):
        read_outline(text)


def test_the_manager_opens_a_year_from_what_is_offered(client_for, friday, posts):
    client, url = client_for("board_manager"), reverse(OPEN)
    assert url in said(client.get(reverse("desk:meetings"))), "where no year is open"
    offered = offered_on(client.get(url))
    assert offered["title"] == "Board year 2013/14"
    typed = {**offered, "rule": "Each quarter"}
    assert "Line 1: begin with the month" in said(client.post(url, typed | {"outlined": "Soon"}))
    assert not Cycle.objects.exists(), "nothing half-written"
    made = client.post(url, typed)
    cycle = Cycle.objects.get()
    assert made.url.endswith(f"?year={cycle.record.reference}")
    assert Meeting.objects.count() == len(offered["outlined"].splitlines())
    assert cycle.forward.filter(standing=True).exists()
    assert "of this title is open already" in said(client.post(url, typed))
    again = offered_on(client.get(url))
    assert (again["title"], again["rule"]) == ("Board year 2014/15", "Each quarter")
    for who in ("board_chair", "police_member", "head_teacher", "neighbour_manager"):
        assert client_for(who).get(url).status_code == 404, who


def test_a_granted_part_is_listed_until_its_day_and_to_nobody_else(client_for, friday, posts, at):
    world.year(posts)
    meetings = Meeting.objects.select_related("record__area", "part__record", "cycle__record")
    june = world.issued(meetings.order_by("planned_from")[0], posts)
    url, part = reverse(GRANTED), june.part.record
    where = reverse("desk:part_meeting", args=[part.reference])
    for who in ("lay_member", "board_chair"):
        assert "let into nothing beside" in said(client_for(who).get(url)), who
    grants.give(
        part, to=posts["lay_member"], sections=["story"], purpose="To agree the fee",
        lawful_basis="The board's constitution", family_told=False,
        why_not_told="It names no family.", by=posts["board_manager"],
        expires_at=datetime(2013, 7, 31, 12, 0, tzinfo=UTC),
    )  # fmt: skip
    page = said(client_for("lay_member").get(url))
    assert where in page
    assert "To agree the fee" in page
    assert "31 Jul 2013" in page
    assert client_for("lay_member").get(where).status_code == 200
    assert where not in said(client_for("police_member").get(url))
    for who in ("head_teacher", "neighbour_manager", "neighbour_lado"):
        assert client_for(who).get(url).status_code == 404, who
    with at(2013, 8, 1, 9, 0):
        assert where not in said(client_for("lay_member").get(url))
