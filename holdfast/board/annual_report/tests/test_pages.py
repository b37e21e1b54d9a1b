"""The pages, as each of the cast finds them."""

import html
import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.annual_report.models import Edition, Settlement
from holdfast.board.annual_report.tests.shipped import YEAR
from holdfast.board.workplan.tests import world
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.words import Role

pytestmark = pytest.mark.django_db

FIRST_DAY = datetime(2013, 1, 2, 9, tzinfo=UTC)
READERS = [
    "board_manager",
    "board_chair",
    "lay_member",
    "analyst",
    "police_member",
    "health_member",
]
OTHERS = [
    "lado",
    "duty_chair",
    "social_worker",
    "police",
    "head_teacher",
    "transport_manager",
    "coordinator",
    "nurse",
    "guardian",
    "housing_lead",
    "mash_manager",
    "triage",
    "team_manager",
    "early_help",
    "neighbour_mash",
    "neighbour_lado",
]
CHAPTERS = ["about", "local-context", "allegations", "work-plan", "programme", "risks", "voice"]


def page(edition, name="edition", **more) -> str:
    return reverse(f"annual_report:{name}", kwargs={"reference": edition.record.reference, **more})


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize("slug", CHAPTERS)
def test_the_board_reads_every_chapter(edition, client_for, who, slug):
    assert client_for(who).get(page(edition, "chapter", chapter=slug)).status_code == 200


def test_everybody_of_the_cast_is_either_a_reader_or_not(cast):
    assert sorted([*READERS, *OTHERS, "neighbour_manager"]) == sorted(cast)


def test_the_neighbours_manager_finds_no_edition_and_begins_none(edition, client_for):
    client = client_for("neighbour_manager")
    assert client.get(page(edition)).status_code == 404
    assert edition.record.reference not in client.get(reverse("annual_report:list")).text
    assert client.post(reverse("annual_report:begin"), {"year": YEAR}).status_code == 404


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_the_report(edition, client_for, who):
    client = client_for(who)
    for url in [
        page(edition),
        page(edition, "chapter", chapter="local-context"),
        page(edition, "settle", key="one-child"),
        page(edition, "download", kind="pdf"),
        reverse("annual_report:list"),
    ]:
        answer = client.get(url)
        assert answer.status_code == 404
        assert b"3,010" not in answer.content


@pytest.fixture
def neighbours_manager(cast, client_for):
    """A board manager of the neighbouring board, who has a post in this database."""
    agency = cast["neighbour_lado"].post.agency
    post = appointments.make_post(title="Manager", agency=agency, role=Role.BOARD_MANAGER)
    holding = appointments.appoint(cast["neighbour_lado"].person, post, at=FIRST_DAY)
    appointments.stand_down(cast["neighbour_lado"])
    assert holding.post.agency.area.name == "Lambeth"
    return client_for("neighbour_lado")


def test_a_neighbouring_board_manager_sees_nothing(edition, neighbours_manager):
    listed = neighbours_manager.get(reverse("annual_report:list")).content.decode()
    assert edition.record.reference not in listed
    for name, more in [("edition", {}), ("chapter", {"chapter": "allegations"}),
                       ("download", {"kind": "html"})]:  # fmt: skip
        assert neighbours_manager.get(page(edition, name, **more)).status_code == 404


def test_a_neighbouring_board_manager_cannot_begin_a_report_here(friday, neighbours_manager):
    answer = neighbours_manager.post(reverse("annual_report:begin"), {"year": YEAR})
    assert answer.status_code == 404
    assert not Edition.objects.exists()


def test_a_refused_reader_and_an_absent_report_get_the_same_answer(edition, client_for):
    absent = reverse("annual_report:edition", args=["AR-2013-9999"])
    client = client_for("neighbour_lado")
    refused, nothing = client.get(page(edition)), client.get(absent)
    assert refused.status_code == nothing.status_code == 404
    once = re.compile(rb'(csrfmiddlewaretoken" value|nonce)="[^"]*"')
    assert once.sub(b"", refused.content) == once.sub(b"", nothing.content)


def test_the_context_chapter_shows_figures_disagreements_and_what_a_figure_carries(
    edition, client_for
):
    text = client_for("lay_member").get(page(edition, "chapter", chapter="local-context"))
    said = text.content.decode()
    for words in ["3,010", "−9.6%", "5th highest of 31", "369,400,000", "a year older"]:
        assert words in said
    assert said.count('class="hf-dis"') == 4
    assert "SFR27-2012, row " in said and 'id="carries-cin"' in said


@pytest.mark.parametrize(("slug", "least"), [("local-context", 35), ("allegations", 1)])
def test_each_figure_leads_to_its_own_page_among_the_figures(edition, client_for, slug, least):
    client = client_for("analyst")
    said = client.get(page(edition, "chapter", chapter=slug)).content.decode()
    start = re.escape(reverse("indicators:list"))
    links = {html.unescape(link) for link in re.findall(rf'href="({start}[^"]+)"', said)}
    assert len(links) >= least
    assert {link for link in links if client.get(link).status_code != 200} == set()


@pytest.mark.parametrize(
    ("who", "mine"),
    [("board_manager", {"england-total", "fall-in-rates"}),
     ("analyst", {"commonest-need", "one-child"}), ("lay_member", set()), ("board_chair", set())],
)  # fmt: skip
def test_only_the_holder_is_offered_to_settle(edition, client_for, who, mine):
    said = client_for(who).get(page(edition, "chapter", chapter="local-context")).content.decode()
    keys = ("england-total", "commonest-need", "fall-in-rates", "one-child")
    assert {key for key in keys if page(edition, "settle", key=key) in said} == mine


def test_the_holder_settles_on_the_page_and_it_stands_beside_the_sentence(edition, client_for):
    client = client_for("analyst")
    sent = {"words": "Print 551", "reason": "As published; 552 is kept here."}
    answer = client.post(page(edition, "settle", key="one-child"), sent)
    assert answer.status_code == 302
    assert Settlement.objects.get().by.role == "analyst"
    said = client.get(page(edition, "chapter", chapter="local-context")).content.decode()
    assert "Settled</b> on 28 June 2013 by Performance analyst: Print 551" in said
    assert "<b>552</b>" in said


def test_a_settlement_without_a_reason_is_asked_for_again(edition, client_for):
    answer = client_for("analyst").post(
        page(edition, "settle", key="one-child"), {"words": "Print 551", "reason": ""}
    )
    assert answer.status_code == 200
    assert "A settlement without a reason is not kept." in answer.content.decode()
    assert not Settlement.objects.exists()


def test_a_disagreement_that_does_not_exist_is_not_found(edition, client_for):
    answer = client_for("analyst").get(page(edition, "settle", key="no-such-thing"))
    assert answer.status_code == 404


def test_the_board_manager_begins_one_draft_and_is_told_why_not_two(friday, client_for):
    client = client_for("board_manager")
    began = client.post(reverse("annual_report:begin"), {"year": YEAR})
    assert began.status_code == 302
    again = client.post(reverse("annual_report:begin"), {"year": YEAR})
    assert "already has a draft" in again.content.decode()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("who", ["analyst", "board_chair", "lay_member", "lado"])
def test_only_the_board_manager_begins_an_edition(friday, client_for, who):
    answer = client_for(who).post(reverse("annual_report:begin"), {"year": YEAR})
    assert answer.status_code == 404
    assert not Edition.objects.exists()


def test_a_year_without_an_outline_is_refused_on_the_form(friday, client_for):
    answer = client_for("board_manager").post(reverse("annual_report:begin"), {"year": "1999-00"})
    assert "Choose a year from the list" in answer.content.decode()


def test_freezing_and_approving_on_the_page(edition, settle, client_for):
    settle()
    assert client_for("board_manager").post(page(edition, "freeze")).status_code == 302
    assert client_for("board_chair").post(page(edition, "approve")).status_code == 302
    edition.refresh_from_db()
    assert (edition.state, edition.approved_by.title) == ("approved", "Independent chair")


def test_the_chair_is_told_what_stops_the_approval(edition, freeze, client_for):
    freeze()
    answer = client_for("board_chair").post(page(edition, "approve"))
    assert "Disagreements 1 and 2 and 3 and 4 are not settled" in answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "starts", "name"),
    [
        ("html", b"<!doctype html>", "annual-report-2012-13.html"),
        ("pdf", b"%PDF-", "annual-report-2012-13.pdf"),
        ("word", b"PK", "annual-report-2012-13.docx"),
        ("figures", "\ufeffnumber,".encode(), "annual-report-2012-13.csv"),
    ],
)
def test_a_download_is_in_the_access_log_with_its_manifest(
    edition, client_for, kind, starts, name
):
    answer = client_for("lay_member").get(page(edition, "download", kind=kind))
    assert answer.content.startswith(starts)
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    entry = Entry.objects.filter(what="export").get()
    assert entry.detail["format"] == kind
    assert entry.detail["figures"] > 35


def test_an_unknown_format_is_not_found(edition, client_for):
    answer = client_for("lay_member").get(page(edition, "download", kind="exe"))
    assert answer.status_code == 404


def test_the_work_plan_chapter_has_the_24_lines_and_none_of_5_to_8(edition, posts, client_for):
    world.adopt(posts)
    said = client_for("lay_member").get(page(edition, "chapter", chapter="work-plan"))
    text = said.content.decode()
    assert "24 lines" in text and "numbered 1 to 4 and 9 to 28" in text
    assert text.count('<th scope="row">') == 24 + 4


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_no_page_asks_the_database_more_often_as_editions_grow(
    edition, settle, freeze, client_for
):
    client = client_for("lay_member")
    urls = [
        reverse("annual_report:list"),
        page(edition),
        page(edition, "chapter", chapter="about"),
    ]
    one = [queries_of(client, url) for url in urls]
    settle()
    freeze()
    client_for("board_manager").post(reverse("annual_report:begin"), {"year": YEAR})
    assert Edition.objects.count() == 2
    assert [queries_of(client, url) for url in urls] == one


def test_a_report_that_cannot_be_shown_says_why(edition, freeze, client_for):
    freeze()
    Edition.objects.filter(pk=edition.pk).update(content="{}")
    answer = client_for("lay_member").get(page(edition))
    assert answer.status_code == 503
    assert "is not what was frozen" in answer.content.decode()
