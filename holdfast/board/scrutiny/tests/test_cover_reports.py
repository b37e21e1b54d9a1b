"""The report to the scrutiny committee: nothing blank unnoticed, and the answers as they stand."""

import hashlib
import re
from datetime import date
from html import unescape
from io import BytesIO

import pikepdf
import pytest
from docx import Document

from holdfast.board.scrutiny import documents, transitions
from holdfast.board.scrutiny.models import CoverVersion
from holdfast.board.scrutiny.rules import covering
from holdfast.board.scrutiny.rules.words import Extent
from holdfast.board.scrutiny.tests.world import TODAY, fill
from holdfast.engines.copies.tests.pdf_words import words_of
from holdfast.kernel.access import gate
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.records.moves import NotAllowed

DAY = date(2013, 6, 28)


def in_html(content: bytes) -> str:
    return unescape(re.sub(r"<[^>]+>", "", content.decode()))


def in_word(content: bytes) -> str:
    paper = Document(BytesIO(content))
    body = [p.text for p in paper.paragraphs]
    tables = [cell.text for t in paper.tables for row in t.rows for cell in row.cells]
    return " ".join(" ".join([*body, *tables]).split())


READ = {"html": in_html, "pdf": words_of, "word": in_word}


@pytest.fixture
def drafted(told, posts):
    """The July 2013 report on 28 June: all but two fields written."""
    fill(told.version, posts["board_manager"], leave=("community", "sent"))
    told.version.refresh_from_db()
    return told


def _close(words: str) -> str:
    """Words without the spaces that a line's end may put between them."""
    return "".join(words.split())


@pytest.mark.parametrize("kind", ["html", "pdf", "word"])
def test_the_july_2013_report_shows_one_resolution_partly_answered_and_one_not_at_all(
    drafted, kind
):
    paper = documents.paper_of(drafted.version, on=DAY)
    made = _close(READ[kind](documents.FORMATS[kind].make(paper, DAY)))
    assert _close("Resolution 1 of 23 April 2012: not answered at all") in made
    assert _close("Resolution 2 of 23 April 2012: partly answered") in made
    assert _close("2 resolutions: 0 answered, 1 partly answered, 1 not answered at all.") in made
    assert _close("Nothing is recorded. Whose move: Council officers.") in made
    assert _close("A faith and community sub-group has met (Apr 2013;") in made
    assert (
        _close("MISSING: Community impact statement, Date final report sent to scrutiny team")
        in made
    )
    for label in ("Item no.", "Classification", "Meeting name", "Key decision?", "Lead officer"):
        assert _close(label) in made


def test_a_report_that_misses_something_is_not_finished_and_says_what(drafted, posts):
    version, manager = drafted.version, posts["board_manager"]
    with pytest.raises(NotAllowed, match="Community impact statement, Date final report sent"):
        transitions.finish(version, content="x", by=manager, on=TODAY)
    transitions.write_field(
        version, key="community", text="", because="The report decides nothing.", by=manager,
        on=TODAY,
    )  # fmt: skip
    transitions.write_field(
        version, key="sent", text="2013-07-01", because="", by=manager, on=TODAY
    )
    paper = documents.composed(version, on=TODAY, final=True)
    assert paper.missing == ()
    transitions.finish(version, content=documents.to_json(paper), by=manager, on=TODAY)
    assert version.state == "finished"
    shown = next(s for s in paper.sections if s.title == "Community impact statement")
    assert shown.blocks[0].text == "Not applicable because the report decides nothing."


def finished(told, posts) -> CoverVersion:
    manager = posts["board_manager"]
    fill(told.version, manager)
    paper = documents.composed(told.version, on=TODAY, final=True)
    transitions.finish(told.version, content=documents.to_json(paper), by=manager, on=TODAY)
    return told.version


def test_a_finished_report_is_frozen_with_its_digest_and_rebuilds_identically(told, posts, at):
    version = finished(told, posts)
    assert version.sha256 == hashlib.sha256(version.content.encode()).hexdigest()
    before = {k: f.make(documents.paper_of(version, on=TODAY), TODAY) for k, f in KINDS.items()}
    with at(2013, 7, 20, 10, 0):
        transitions.answer_part(
            told.part(1, 1), extent=Extent.ANSWERED, what="They met", source="Diary",
            dated=Dated.read("2013-07-19"), by=posts["board_manager"], on=date(2013, 7, 20),
        )  # fmt: skip
        after = documents.paper_of(version, on=date(2013, 7, 20))
        assert {k: f.make(after, TODAY) for k, f in KINDS.items()} == before
        with pytest.raises(NotAllowed, match="Cannot write while finished"):
            transitions.write_field(
                version, key="item", text="6", because="", by=posts["board_manager"], on=TODAY
            )


KINDS = {kind: documents.FORMATS[kind] for kind in ("html", "pdf", "word")}


def test_whoever_drafted_it_does_not_approve_it(told, posts):
    version = finished(told, posts)
    with pytest.raises(gate.Refused):
        transitions.approve(version, by=posts["board_manager"], on=TODAY)
    with pytest.raises(gate.Refused):
        transitions.approve(version, by=posts["lay_member"], on=TODAY)
    transitions.approve(version, by=posts["board_chair"], on=TODAY)
    assert version.approved_by == posts["board_chair"]


def test_the_chair_who_drafts_does_not_approve_either(told, posts):
    CoverVersion.objects.filter(pk=told.version.pk).update(drafted_by=posts["board_chair"])
    told.version.refresh_from_db()
    version = finished(told, posts)
    with pytest.raises(NotAllowed, match="Whoever drafted"):
        transitions.approve(version, by=posts["board_chair"], on=TODAY)


def test_the_next_version_starts_from_the_words_of_the_last(told, posts):
    manager = posts["board_manager"]
    with pytest.raises(NotAllowed, match="a draft still"):
        transitions.revise(told.version.report, by=manager, on=TODAY)
    version = finished(told, posts)
    after = transitions.revise(version.report, by=manager, on=TODAY)
    assert (after.number, after.state, after.words) == (2, "draft", version.words)


def test_two_authors_do_not_overwrite_each_other(told, posts):
    manager = posts["board_manager"]
    read = told.version.seen
    write = {"key": "wards", "because": "", "by": manager, "on": TODAY, "seen": read}
    transitions.write_field(told.version, text="All", **write)
    with pytest.raises(NotAllowed, match="Somebody else has just changed"):
        transitions.write_field(told.version, text="Some", **write)
    assert told.version.words["wards"]["text"] == "All"


def test_a_field_is_filled_or_does_not_apply(told, posts):
    with pytest.raises(NotAllowed, match="Leave one of the two empty"):
        transitions.write_field(
            told.version, key="wards", text="All", because="None", by=posts["board_manager"],
            on=TODAY,
        )  # fmt: skip
    for key in ("version", "resolutions", "nothing"):
        with pytest.raises(NotAllowed, match="no such field"):
            transitions.write_field(
                told.version, key=key, text="x", because="", by=posts["board_manager"], on=TODAY
            )


def test_the_pdf_is_tagged_and_says_its_language(drafted):
    made = documents.FORMATS["pdf"].make(documents.paper_of(drafted.version, on=DAY), DAY)
    with pikepdf.open(BytesIO(made)) as book:
        assert book.Root.MarkInfo.Marked
        assert str(book.Root.Lang) == "en-GB"


def test_a_frozen_paper_reads_back_as_it_was(drafted):
    paper = documents.paper_of(drafted.version, on=DAY)
    assert documents.from_json(documents.to_json(paper)) == paper


def test_figures_carry_their_release_and_hindsight_is_left_out(drafted, posts):
    transitions.write_field(
        drafted.version, key="figures", text="CP08 2012\nCP08 2013\nZZ99 2012", because="",
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    paper = documents.paper_of(drafted.version, on=DAY)
    section = next(s for s in paper.sections if s.title == "Published figures")
    grid, later, unknown = section.blocks
    assert len(grid.rows) == 1
    assert "row" in grid.rows[0][-1]
    assert "after this day" in later.text
    assert unknown.text.startswith("ZZ99 2012: ")


@pytest.mark.parametrize("code", ["scrutiny", "cabinet"])
def test_each_layout_has_the_audit_trail_and_its_sections(code):
    layout = covering.layouts()[code]
    keys = {slot.key for slot in layout.slots}
    assert {
        "recommendations",
        "background",
        "key_issues",
        "policy",
        "community",
        "resources",
    } < keys
    assert {"lead_officer", "author", "version", "dated", "key_decision", "sent"} <= keys
    assert len(covering.missing(layout, {})) == len(layout.slots) - _given(layout)


def _given(layout) -> int:
    return sum(1 for slot in layout.slots if slot.kind is covering.Kind.GIVEN)


def test_what_cannot_be_read_is_not_written(told, posts):
    for key, text, why in (
        ("dated", "soon", "Dated: a day"),
        ("classification", "Secret", "choose Open or Closed"),
        ("legal", "Maybe", "choose Comments sought"),
        ("figures", "CP08", "such as CP08 2012"),
    ):
        with pytest.raises(NotAllowed, match=why):
            transitions.write_field(
                told.version, key=key, text=text, because="", by=posts["board_manager"], on=TODAY
            )
