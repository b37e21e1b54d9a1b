"""The rules by themselves: no database."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engines.meetings.rules import attendance, blocks, lines, papers, states
from holdfast.engines.meetings.rules.attendance import Expected
from holdfast.engines.meetings.rules.states import Came, State
from holdfast.engines.meetings.tests.world import office, pdf
from holdfast.kernel.records.moves import NotAllowed

ROWS = st.lists(
    st.builds(
        Expected,
        seat=st.sampled_from(["Police", "Health", "Schools"]),
        agency=st.sampled_from(["One", "Two"]),
        state=st.sampled_from([state.value for state in State]),
        came=st.sampled_from([came.value for came in Came]),
    ),
    max_size=40,
)


@st.composite
def cut_short(draw):
    """An Office file that lost its end, or of which one byte is another."""
    whole = bytearray(office("xl/workbook.xml"))
    place = draw(st.integers(0, len(whole) - 1))
    if draw(st.booleans()):
        return bytes(whole[:place])
    whole[place] = draw(st.integers(0, 255))
    return bytes(whole)


def test_the_drawing_is_the_table():
    drawn = Path(states.__file__).parent.parent / "states.mmd"
    assert drawn.read_text() == states.TABLE.as_mermaid() + "\n"


def test_every_state_says_whose_move_it_is():
    assert set(states.NEXT) == set(State)


def test_a_meeting_is_not_approved_before_it_is_drafted():
    with pytest.raises(NotAllowed, match="Only drafted minutes"):
        states.target(state="held", move="approve_minutes")


@given(ROWS)
def test_no_share_is_outside_nought_and_one_and_seats_add_up_to_agencies(rows):
    seats, agencies = attendance.by_seat(rows), attendance.by_agency(rows)
    for tally in (*seats, *agencies):
        assert tally.share is None or 0 <= tally.share <= 1
        assert tally.deputy_share is None or 0 <= tally.deputy_share <= 1
        assert tally.attended <= tally.counted
    for sort in ("counted", "deputy", "not_recorded"):
        assert sum(getattr(t, sort) for t in seats) == sum(getattr(t, sort) for t in agencies)


@given(ROWS, st.sampled_from(["planned", "agenda_issued", "papers_out", "cancelled"]))
def test_a_meeting_that_was_not_held_changes_nobodys_share(rows, state):
    more = [*rows, Expected("Police", "One", state, "absent")]
    before = {t.name: t.share for t in attendance.by_seat(rows)}
    after = {t.name: t.share for t in attendance.by_seat(more)}
    assert {name: after[name] for name in before} == before


def test_a_seat_that_always_sends_a_deputy_is_seen():
    rows = [Expected("Police", "Police", "held", "deputy")] * 3
    (police,) = attendance.by_seat(rows)
    assert (police.share, police.deputy_share) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("d Adopt it", "decision", "Adopt it"),
        ("a Send the draft", "action", "Send the draft"),
        ("c Why did it fall?", "challenge", "Why did it fall?"),
        ("A letter was read", "text", "A letter was read"),
        ("D Day was mentioned", "text", "D Day was mentioned"),
        ("d ", "text", "d"),
        ("the item was noted", "text", "the item was noted"),
    ],
)
def test_the_first_letter_says_what_a_line_is(typed, kind, text):
    assert lines.read_line(typed) == lines.Typed(lines.NoteKind(kind), text)


@given(st.text(max_size=60), st.sampled_from(list(lines.NoteKind)))
def test_a_kind_that_was_chosen_is_believed_and_keeps_every_word(line, kind):
    assert lines.read_line(line, chosen=kind) == lines.Typed(kind, line.strip())


def test_a_report_reads_back_as_it_was_written_and_its_digest_knows_a_change():
    said = (
        blocks.Heading("Overdue"),
        blocks.Paragraph("Not received.", strong=True),
        blocks.Table("By group", ("Group", "n"), (("Training", "2"),), numeric=(1,)),
        blocks.Listing(("One", "Two")),
        blocks.Sources(("WP-2013-0001, 28 Jun 2013",)),
    )
    kept = blocks.pack(said)
    assert blocks.unpack(kept) == said
    day = date(2013, 6, 28)
    other = blocks.pack(said[1:])
    digests = {blocks.digest(kept, as_at=day), blocks.digest(other, as_at=day)}
    assert len(digests | {blocks.digest(kept, as_at=date(2013, 6, 29))}) == 3


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>", "A paper is a PDF"),
        (b"PK\x03\x04 a Word file", "broken"),
        (b"\xd0\xcf\x11\xe0 an old Word file", "password or is of an old kind"),
        (office("word/document.xml", "word/vbaProject.bin"), "macros"),
        (office("a.txt"), "A paper is a PDF"),
        (office("word/document.xml", "xl/workbook.xml"), "A paper is a PDF"),
        (b"%PDF-1.7\nnot really", "broken"),
        (pdf(2)[:60], "broken|0 pages"),
        (pdf(1, password="x"), "password"),
        (pdf(1001), "1,001 pages"),
    ],
)
def test_a_bad_paper_gets_a_sentence(content, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        papers.looked_at(content)


@pytest.mark.parametrize(
    ("part", "sort"),
    [
        ("word/document.xml", papers.Sort.WORD),
        ("xl/workbook.xml", papers.Sort.EXCEL),
        ("ppt/presentation.xml", papers.Sort.POWERPOINT),
    ],
)
def test_an_office_file_is_known_by_its_parts_and_has_no_pages(part, sort):
    assert papers.looked_at(office(part)) == papers.Looked(sort, 0)


@given(st.one_of(st.binary(max_size=200), cut_short()))
@settings(max_examples=150)
def test_whatever_is_sent_is_a_paper_or_a_sentence(content):
    try:
        assert papers.looked_at(content).sort in papers.Sort
    except NotAllowed as sentence:
        assert str(sentence).endswith(".")


def test_three_hundred_pages_are_a_paper():
    assert papers.pages_in(pdf(300)) == 300


def test_a_pack_too_large_to_make_is_said_before_it_is_made():
    with pytest.raises(NotAllowed, match="90 MB"):
        papers.require_pack_size([30 * 1024 * 1024] * 3)
