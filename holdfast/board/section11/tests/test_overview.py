"""The chair's overview: counted, written by the chair alone, signed and never changed again."""

import io

import docx
import pytest
from django.urls import reverse

from holdfast.board.section11 import documents, extracts, transitions
from holdfast.board.section11.models import Overview
from holdfast.board.section11.tests import world
from holdfast.board.section11.tests.world import TODAY
from holdfast.kernel.access.words import Refused
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
VIEW = "Most agencies know their duty.\nToo few can show what difference it makes."


def at(cycle, name="overview", *more):
    return reverse(f"section11:{name}", args=[cycle.record.reference, *more])


def words(response):
    return response.content.decode()


@pytest.fixture
def two(cycle, posts):
    """Housing says 3 and the panel finds 1; the police say 3. Health sent nothing."""
    world.moderate_all(world.take_in(cycle, posts), posts["police_member"], value="1")
    world.take_in(cycle, posts, "police_member")
    return cycle


def test_every_figure_is_counted_and_a_claim_is_not_used(two, posts):
    transitions.note_claim(
        two, claimed="compliance 100%", source="Annual report", by=posts["board_manager"], on=TODAY
    )
    row = extracts.overview(two, on=TODAY)
    assert row.rate.words == "2 of 3 returns due (66%)"
    assert row.met.words == "8 of 16 standards graded are met (50%)"
    assert {(one.met.met, one.met.partly) for one in row.standards} == {(1, 1)}
    assert [one.gap for one in row.agencies] == ["+2.00 of 8 graded", "not graded twice"]
    assert row.not_graded == (posts["health_member"].agency.name,)
    lines = documents.overview_lines(two, row, view="", asks="", board="The board", on=TODAY)
    assert "compliance" not in str(lines)
    assert "The chair has not written a view yet." in lines.sections[0].texts


def test_only_the_chair_writes_and_signs_and_a_signed_one_stays(two, posts, client_for):
    chair = client_for("board_chair")
    typed = {"view": VIEW, "asks": "Send the training figures.", "seen": 0}
    assert "is missing" in words(chair.post(at(two, "write_overview"), {"seen": 0}))
    assert chair.post(at(two, "write_overview"), typed).url == at(two)
    page = words(chair.get(at(two)))
    assert "Too few can show what difference it makes." in page
    assert "waits for your signature" in page
    stale = words(chair.post(at(two, "write_overview"), typed))
    assert "Somebody else has just changed this overview" in stale
    assert "It was not signed" in words(chair.post(at(two, "sign_overview"), {"seen": 7}))
    assert chair.post(at(two, "sign_overview"), {"seen": 1}).url == at(two)
    world.take_in(two, posts, "health_member")
    signed = words(client_for("lay_member").get(at(two)))
    assert "2 of 3 returns due (66%)" in signed, "what came later is not in it"
    assert "Edition 1, signed" in signed
    with pytest.raises(NotAllowed, match="Somebody else"):
        transitions.sign_overview(
            Overview.objects.get(), printed={}, by=posts["board_chair"], on=TODAY, seen=2
        )
    transitions.write_overview(
        two, view="Health came too.", asks="", by=posts["board_chair"], on=TODAY
    )
    assert "3 of 3 returns due (100%)" in words(chair.get(at(two)))
    assert Overview.objects.get(number=1).printed["lead"].startswith("2 of 3")


def test_nobody_else_writes_it_and_outsiders_find_nothing(two, posts, client_for):
    for who in ("board_manager", "police_member"):
        client = client_for(who)
        assert client.get(at(two)).status_code == 200
        assert client.get(at(two, "write_overview")).status_code == 404
        assert client.post(at(two, "sign_overview"), {"seen": 1}).status_code == 404
        with pytest.raises(Refused):
            transitions.write_overview(two, view="x", asks="", by=posts[who], on=TODAY)
    for who in ("housing_lead", "neighbour_manager", "neighbour_lado"):
        client = client_for(who)
        for url in (at(two), at(two, "overview_file", "pdf"), at(two, "write_overview")):
            assert client.get(url).status_code == 404


def test_the_files_print_what_the_page_shows(two, posts, client_for):
    chair = client_for("board_chair")
    transitions.write_overview(two, view=VIEW, asks="", by=posts["board_chair"], on=TODAY)
    paper = docx.Document(io.BytesIO(chair.get(at(two, "overview_file", "docx")).content))
    said = [one.text for one in paper.paragraphs]
    assert "Too few can show what difference it makes." in said
    assert len(paper.tables) == 3, "returns, standards, agencies"
    made = chair.get(at(two, "overview_file", "pdf"))
    assert made.content.startswith(b"%PDF-")
    assert made["Content-Disposition"] == 'attachment; filename="section-11-overview.pdf"'
