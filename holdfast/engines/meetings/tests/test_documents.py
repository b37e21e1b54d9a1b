"""The pack, the minutes and the calendar as files. Read back, because a file is a promise too."""

import io
from dataclasses import replace
from datetime import date, datetime, timedelta

import docx
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from holdfast.engines.meetings.documents import ical, minutes
from holdfast.engines.meetings.documents.pack import Pack, PackItem, PackPaper, build
from holdfast.engines.meetings.rules.blocks import Paragraph, Table
from holdfast.engines.meetings.tests.world import LONDON, pdf
from holdfast.kernel.records.moves import NotAllowed

DAY = date(2013, 6, 28)


def item(label, *papers, blocks=()):
    return PackItem(
        label, f"Title {label}", "decide", 10, "The chair", {}, blocks, "",
        tuple(PackPaper(f"Paper {label}-{n}", content) for n, content in enumerate(papers, 1)),
    )  # fmt: skip


def pack(*items, restricted=()):
    return Pack("Executive", "A board", {"When": "28 Jun 2013"}, "Made for the chair", DAY,
                items, restricted)  # fmt: skip


def outline(made):
    with pikepdf.open(io.BytesIO(made)) as opened, opened.open_outline() as marks:
        places = {page.objgen: n for n, page in enumerate(opened.pages, 1)}
        return len(opened.pages), {m.title: places[m.destination[0].objgen] for m in marks.root}


def test_a_three_hundred_page_paper_is_one_pagination_with_the_rest():
    table = Table("Overdue", ("Line", "Days"), (("26", "89"),), numeric=(1,))
    made = build(pack(item("1", blocks=(Paragraph("Six."), table)), item("2", pdf(300), pdf(2))))
    pages, marks = outline(made)
    assert pages == 1 + 1 + 1 + 300 + 2
    assert marks["2. Title 2"] == 3
    assert marks["Paper 2-2"] == pages - 1
    assert len(made) < 2_000_000


def test_open_pages_keep_their_numbers_when_the_restricted_part_is_there_or_not():
    opened = build(pack(item("1", pdf(3)), item("2")))
    whole = build(pack(item("1", pdf(3)), item("2"), restricted=(item("B1", pdf(2)),)))
    (some, few), (more, all_) = outline(opened), outline(whole)
    assert {title: all_[title] for title in few} == few
    assert more == some + 1 + 1 + 2
    assert not any("B1" in title for title in few)


def test_a_paper_that_is_attached_has_one_page_that_says_so_and_moves_the_rest_by_one():
    word = PackPaper("Spreadsheet", apart={"What it is": "Excel workbook"})
    one, other = item("1", pdf(2)), item("2", pdf(1))
    plain = outline(build(pack(one, other)))
    made = outline(build(pack(replace(one, papers=(word, *one.papers)), other)))
    assert made[0] == plain[0] + 1
    assert made[1]["Spreadsheet"] == plain[1]["Paper 1-1"]
    assert made[1]["2. Title 2"] == plain[1]["2. Title 2"] + 1


def test_a_paper_that_broke_since_is_named_and_no_pack_is_made():
    with pytest.raises(NotAllowed, match="Paper 1-1"):
        build(pack(item("1", b"%PDF-1.7 gone")))


def test_minutes_are_pdf_and_word_with_the_same_words():
    said = (
        minutes.Said("decision", "Adopt the neglect strategy"),
        minutes.Said("action", "Send the audit", "Police", "9 Jul 2013"),
    )
    blocks = minutes.blocks_of(
        [minutes.ItemSaid("1", "Neglect", "The audit was read.", "", said, ("9 Jul 2013: x.",))]
    )
    document = minutes.Document("Minutes", "A board", {"When": "28 Jun 2013"}, blocks, DAY)
    with pikepdf.open(io.BytesIO(minutes.pdf(document))) as opened:
        assert "/MarkInfo" in opened.Root, "tagged"
    words = docx.Document(io.BytesIO(minutes.word(document)))
    cells = [cell.text for table in words.tables for row in table.rows for cell in row.cells]
    assert cells == ["Decision", "Adopt the neglect strategy", "Action", "Owner", "By",
                     "Send the audit", "Police", "9 Jul 2013"]  # fmt: skip
    assert "Addendum. 9 Jul 2013: x." in [p.text for p in words.paragraphs]


TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=120)


@given(title=TEXT, place=TEXT, sequence=st.integers(0, 99), day=st.integers(0, 700))
@settings(max_examples=40)
def test_a_calendar_reads_back_whatever_its_words(title, place, sequence, day):
    begins = datetime(2013, 1, 1, 9, 30, tzinfo=LONDON) + timedelta(days=day)
    listed = ical.Listed("u-1", title, begins, begins + timedelta(hours=2), place, sequence,
                         False, True)  # fmt: skip
    made = ical.calendar([listed], name="Board", made_at=begins)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert (str(event["summary"]), int(event["sequence"])) == (title, sequence)
    assert event.decoded("dtstart") == begins


def test_a_moved_meeting_keeps_its_uid_and_a_cancelled_one_says_so():
    begins = datetime(2013, 6, 28, 10, 0, tzinfo=LONDON)
    more = (begins + timedelta(hours=2), "Room 1")
    one = ical.Listed("u-1", "Executive", begins, *more, 3, False, True)
    gone = ical.Listed("u-2", "Extra", begins, *more, 1, True, True)
    text = ical.calendar([one, gone], name="Board", made_at=begins).decode()
    events = Calendar.from_ical(text).walk("VEVENT")
    assert [(e["uid"], int(e["sequence"]), e["status"]) for e in events] == [
        ("u-1@holdfast", 3, "CONFIRMED"),
        ("u-2@holdfast", 1, "CANCELLED"),
    ]
    assert "DTSTART;TZID=Europe/London:20130628T100000" in text
    assert "BEGIN:VTIMEZONE" in text
