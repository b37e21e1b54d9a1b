"""Lines of the plan told without typing them again, and parts typed until a room holds them."""

import re

import pytest
from django.urls import reverse

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.chapters import decisions
from holdfast.board.annual_report.documents.model import words_in
from holdfast.board.annual_report.documents.standing import tokens_of
from holdfast.board.annual_report.models import Activity, HandSection
from holdfast.board.annual_report.rules.from_plan import UNSHOWN
from holdfast.board.annual_report.rules.required import guidance
from holdfast.board.annual_report.tests.shipped import TODAY, YEAR
from holdfast.board.workplan.extracts import latest_plan, report_rows
from holdfast.board.workplan.tests import world
from holdfast.engines.meetings.extracts import DecisionRow, HeldRow
from holdfast.engines.meetings.rules.attendance import Tally
from holdfast.kernel.records.moves import NotAllowed


def said(chapter) -> str:
    return " ".join(words for block in chapter.blocks() for words in words_in(block))


def at(edition, name, **more) -> str:
    return reverse(f"annual_report:{name}", kwargs={"reference": edition.record.reference, **more})


HELD = HeldRow("Executive June", "Executive", "28 Jun 2013", approved=True, actions=2,
               decisions=(DecisionRow("Risks", "Adopt the register."),))  # fmt: skip
CAME = Tally("Police", present=2, deputy=1, apologies=1, not_recorded=3)


def test_decisions_stand_with_their_meeting_and_attendance_with_its_denominator():
    chapter = decisions.chapter([HELD], [CAME, Tally("Health", not_recorded=1)], place=1)
    text = said(chapter)
    assert "Adopt the register." in text
    assert "3 of 4 (75%)" in text
    assert "attendance was not written down" in text
    assert "2 actions agreed" in text


def test_without_an_approved_decision_the_chapter_fills_nothing():
    from dataclasses import replace  # noqa: PLC0415

    draft = replace(HELD, approved=False, decisions=(), actions=0)
    assert decisions.chapter([draft], [CAME], place=1).empty
    assert decisions.chapter([], [], place=1).empty


@pytest.mark.django_db
def test_a_part_typed_by_hand_is_marked_and_what_nobody_holds_says_so(edition, posts, client_for):
    by = {"by": posts["board_manager"], "on": TODAY}
    bare = {each.slug: each for each in library.report_of(edition, on=TODAY).chapters}
    assert "held by nobody yet" in said(bare["missing"])
    client = client_for("board_manager")
    url = at(edition, "by-hand", part="reviews")
    refused = client.post(url, {"text": "One review ended.", "source": ""}).content.decode()
    assert "Say where these words are from." in refused
    typed = {"text": "One review ended.\nIts actions are done.", "source": "Minutes of May"}
    assert client.post(url, typed).url == at(edition, "required")
    report = library.report_of(edition, on=TODAY)
    chapter = next(each for each in report.chapters if each.slug == "reviews")
    assert said(chapter).startswith("Typed by hand.")
    assert "Its actions are done." in said(chapter)
    assert "Minutes of May" in said(chapter)
    assert "chapter:reviews" in tokens_of(report, edition, [], guidance=guidance()["2013"])
    transitions.write_by_hand(edition, part="reviews", text="", source="", **by)
    assert HandSection.objects.count() == 2, "what stood there is kept"
    assert library.report_of(edition, on=TODAY).chapters[12].empty
    for part in ("allegations", "no-such-part"):
        with pytest.raises(NotAllowed):
            transitions.write_by_hand(edition, part=part, text="x", source="y", **by)


@pytest.mark.django_db
def test_lines_of_the_plan_are_chosen_and_told_once(edition, posts, client_for):
    world.adopt(posts)
    rows = report_rows(latest_plan(year=YEAR), on=TODAY)
    shown = [row for row in rows if row.shown]
    client, url = client_for("board_manager"), at(edition, "from-plan")
    page = client.get(url).content.decode()
    offered = re.findall(r'name="lines"[^>]*value="(\d+)"', page)
    assert {str(row.number) for row in shown} <= set(offered)
    first = shown[0]
    assert "Choose at least one line." in client.post(url, {}).content.decode()
    assert client.post(url, {"lines": [first.number]}).url == at(edition, "activities")
    told = Activity.objects.get()
    assert first.shown.rstrip(".") in told.what
    assert told.source == f"Work plan {first.reference}, line {first.number}"
    assert UNSHOWN not in told.what
    again = client.post(url, {"lines": [first.number]}).content.decode()
    assert "is not one of the available choices" in again
    for lines in ([], [999], [first.number]):
        with pytest.raises(NotAllowed):
            transitions.tell_from_plan(edition, lines=lines, by=posts["board_manager"], on=TODAY)
    assert Activity.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["board_chair", "lay_member", "lado", "neighbour_manager"])
def test_nobody_but_the_manager_types_or_takes_over(edition, client_for, who):
    client = client_for(who)
    assert client.get(at(edition, "by-hand", part="reviews")).status_code == 404
    assert client.get(at(edition, "from-plan")).status_code == 404


@pytest.mark.django_db
def test_a_frozen_edition_takes_nothing_over(edition, freeze, posts):
    freeze()
    edition.refresh_from_db()
    by = {"by": posts["board_manager"], "on": TODAY}
    with pytest.raises(NotAllowed, match="Only a draft"):
        transitions.write_by_hand(edition, part="missing", text="x", source="y", **by)
    with pytest.raises(NotAllowed, match="Only a draft"):
        transitions.tell_from_plan(edition, lines=[1], **by)


@pytest.mark.django_db
def test_a_long_story_is_paged_and_who_may_be_left_out_is_linked(edition, posts, client_for):
    by = {"by": posts["board_manager"], "on": TODAY}
    for number in range(30):
        transitions.write_by_hand(edition, part="missing", text=str(number), source="x", **by)
    client = client_for("board_manager")
    assert "Showing 1 to 25 of 31" in client.get(at(edition, "edition")).content.decode()
    transitions.set_out(edition, **by)
    page = client.get(at(edition, "recipients")).content.decode()
    named = edition.recipients.exclude(rule="").first()
    own = edition.recipients.filter(rule="").first()
    assert at(edition, "leave-out", pk=own.pk) in page
    assert at(edition, "leave-out", pk=named.pk) not in page, "the guidance names it"
