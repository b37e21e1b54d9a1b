"""The scorecard's page, as each of the cast finds it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
Signed = Callable[[str], Client]
At = Callable[..., Any]

READERS = ("board_manager", "board_chair", "police_member", "lay_member", "analyst")
OTHERS = ("lado", "head_teacher", "housing_lead", "guardian", "neighbour_lado")
PAGES = ("local_data:scorecard", "local_data:csv")


def text(response: Any) -> str:
    body = b"".join(response) if response.streaming else response.content
    return " ".join(body.decode().split())


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", READERS)
def test_everybody_with_a_seat_reads_the_scorecard(
    client_for: Signed, friday: datetime, who: str, name: str
) -> None:
    assert client_for(who).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", [*OTHERS, "neighbour_manager"])
def test_nobody_else_finds_it_and_the_asking_is_written_down(
    client_for: Signed, friday: datetime, who: str, name: str
) -> None:
    before = Entry.objects.count()
    assert client_for(who).get(reverse(name)).status_code == 404
    assert Entry.objects.count() == before + 1


def test_in_june_2013_the_page_shows_the_year_that_was_out(
    client_for: Signed, friday: datetime
) -> None:
    page = text(client_for("board_chair").get(reverse("local_data:scorecard")))
    assert "Scorecard, year to 31 March 2012" in page
    assert "Four exceptions first" in page
    assert "16.4%" not in page
    assert text(client_for("board_chair").get("/scorecard/?year=2013")).count("16.4%") == 0


def test_in_november_2013_the_exceptions_come_before_the_panels(
    client_for: Signed, at: At
) -> None:
    with at(2013, 11, 5, 9, 0):
        page = text(client_for("board_chair").get(reverse("local_data:scorecard")))
    assert page.index("Five exceptions first") < page.index("journey in 12 measures")
    assert "48 of 293. Year before 7.4%." in page
    assert "Highest of 28, in London&#39;s worst fifth; 5 suppressed." in page
    assert "162 of 334. No fair year before" in page
    assert page.count("<figure") == 12


@pytest.mark.parametrize("year", ["", "abcd", "2099", "²⁰¹²", "20120", "-2012"])
def test_any_year_that_is_typed_is_answered(
    client_for: Signed, friday: datetime, year: str
) -> None:
    found = client_for("analyst").get(reverse("local_data:scorecard"), {"year": year})
    assert "year to 31 March 2012" in text(found)


def test_the_file_carries_each_figures_row_and_the_log_says_what_was_taken(
    client_for: Signed, at: At
) -> None:
    with at(2013, 11, 5, 9, 0):
        file = text(client_for("analyst").get(reverse("local_data:csv")))
    assert "CP08,Plan had lasted 2 years when it ended,2013,number,16.4,48,293" in file
    assert "SFR45-2013ud.csv" in file
    entry = Entry.objects.filter(what="export").latest("pk")
    assert entry.detail["what"] == "scorecard"
    assert entry.detail["year"] == 2013


def test_a_panel_says_all_its_values_in_its_name(client_for: Signed, at: At) -> None:
    with at(2013, 11, 5, 9, 0):
        page = text(client_for("lay_member").get(reverse("local_data:scorecard")))
    assert (
        "2011: no figure held on another basis, 2012: 35.0% on another basis, 2013: 48.5%" in page
    )
    assert "one of 12 at 100.0%, of 32" in page
