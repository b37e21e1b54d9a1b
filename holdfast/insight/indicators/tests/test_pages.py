"""The pages of figures, as each of the cast finds them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.insight.benchmarking.tests import files
from holdfast.insight.indicators import lado
from holdfast.insight.indicators.tests.test_lado import Row
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
Signed = Callable[[str], Client]

READERS = ("board_manager", "board_chair", "police_member", "lay_member", "analyst")
OTHERS = ("lado", "head_teacher", "police", "social_worker", "guardian", "neighbour_lado")
PAGES = [
    ("list", None),
    ("allegations", None),
    ("figure", "CP08"),
    ("figure", "LA05"),
    ("trend", "CP08"),
    ("london", "CP08"),
]
"""Every page of the room."""


def address(name: str, identity: str | None, query: str = "") -> str:
    return reverse(f"indicators:{name}", args=[identity] if identity else []) + query


def text(response: Any) -> str:
    body = b"".join(response) if response.streaming else response.content
    return " ".join(body.decode().split())


@pytest.mark.parametrize(("name", "identity"), PAGES)
@pytest.mark.parametrize("who", READERS)
def test_the_board_and_the_analyst_read_the_figures(
    client_for: Signed, friday: datetime, who: str, name: str, identity: str | None
) -> None:
    assert client_for(who).get(address(name, identity)).status_code == 200


@pytest.mark.parametrize(("name", "identity"), PAGES)
@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_anything_there_and_the_asking_is_written_down(
    client_for: Signed, friday: datetime, who: str, name: str, identity: str | None
) -> None:
    before = Entry.objects.count()
    assert client_for(who).get(address(name, identity)).status_code == 404
    assert Entry.objects.count() == before + 1
    assert not Entry.objects.latest("pk").let_in


def test_the_list_opens_on_the_last_year_that_was_out_by_then(
    client_for: Signed, friday: datetime
) -> None:
    page = text(client_for("lay_member").get(address("list", None)))
    assert "3,010" in page
    assert "5th highest of 31" in page
    assert "3,315" not in page


def test_a_figure_published_after_the_day_of_the_page_says_so(
    client_for: Signed, friday: datetime
) -> None:
    page = text(client_for("analyst").get(address("figure", "CP08", "?year=2013")))
    assert "16.4%" in page
    assert "48 of 293" in page
    assert "28th of 28, counted from the best" in page
    assert "SFR45-2013 is dated 31 October 2013, after the day of this page" in page


def test_suppressed_and_not_returned_are_told_apart(client_for: Signed, friday: datetime) -> None:
    page = text(client_for("analyst").get(address("figure", "CP08", "?year=2012")))
    assert "2 not returned" in page
    assert "3 suppressed" in page
    assert "Not returned" in page
    assert "Suppressed" in page


def test_a_figure_shows_the_row_it_comes_from(client_for: Signed, friday: datetime) -> None:
    page = text(client_for("analyst").get(address("figure", "CN01", "?year=2012")))
    for said in ("SFR27-2012ud.csv", "CINAt310312", ">12<", "3010", "high"):
        assert said in page


def test_a_breakdown_shows_every_line_and_each_line_has_its_page(
    client_for: Signed, friday: datetime
) -> None:
    client = client_for("board_manager")
    assert "218 of 551" in text(client.get(address("figure", "LA05", "?year=2012")))
    line = text(client.get(address("figure", "LA05", "?year=2012&item=C2")))
    assert "39.6%" in line
    assert "worked out here from two published numbers" in line


@pytest.mark.parametrize(
    ("identity", "query"),
    [("XX99", ""), ("LD01", ""), ("CN01", "?item=C2"), ("LA05", "?item=Q9"), ("LA05", "?item=")],
)
@pytest.mark.parametrize("name", ["figure", "trend", "london"])
def test_what_is_not_held_is_not_found(
    client_for: Signed, friday: datetime, name: str, identity: str, query: str
) -> None:
    assert client_for("analyst").get(address(name, identity, query)).status_code == 404


def test_a_strange_year_shows_the_usual_one(client_for: Signed, friday: datetime) -> None:
    for year in ("1999", "next", "", "\u0662"):
        page = client_for("analyst").get(address("list", None), {"year": year})
        assert "3,010" in text(page)


def test_the_boroughs_as_csv_keep_their_states_and_the_taking_is_written_down(
    client_for: Signed, friday: datetime
) -> None:
    answer = client_for("analyst").get(address("london", "CN01", "?year=2012"))
    lines = b"".join(answer).decode().splitlines()
    assert len(lines) == 34
    assert [line for line in lines if "Newham" in line][0].startswith("–,Newham,Inner,not ret")
    assert [line for line in lines if "Southwark" in line][0].startswith("5,Southwark,Inner,num")
    entry = Entry.objects.filter(what="export").get()
    assert entry.page == "indicators:london"


def test_allegations_are_counted_and_small_counts_do_not_leave(
    client_for: Signed, friday: datetime
) -> None:
    before = list(lado._sources)
    received = date(2013, 5, 7)
    rows = [Row(received_on=received)] * 8 + [
        Row(received_on=received, referrer_sector="police")
    ] * 2
    lado.provide(lambda since, until: rows)
    try:
        page = text(client_for("lay_member").get(address("allegations", None)))
    finally:
        lado._sources[:] = before
    assert "Received: <b>10</b>. The year is not over." in page
    assert "opaque" not in page
    assert page.count("Suppressed") >= 2


def test_a_page_asks_the_database_no_more_for_more_figures(
    client_for: Signed, friday: datetime
) -> None:
    client = client_for("analyst")
    client.get(address("list", None))
    asked = []
    for page in (address("figure", "CN01"), address("list", None)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(page)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_damaged_store_is_told_in_a_sentence(
    client_for: Signed, friday: datetime, settings: Any, tmp_path: Any
) -> None:
    settings.VAR_DIR = tmp_path
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "SFR27-2012.parquet").write_bytes(b"broken")
    answer = client_for("analyst").get(address("list", None))
    assert answer.status_code == 503
    assert "is damaged. Import that release again" in text(answer)


def test_an_imported_release_is_shown_at_once(
    client_for: Signed, friday: datetime, settings: Any, tmp_path: Any
) -> None:
    settings.VAR_DIR = tmp_path
    client = client_for("analyst")
    assert "551" in text(client.get(address("figure", "LA01", "?year=2012")))
    path = files.write(tmp_path, files.lines(Southwark="560"))
    call_command("import_figures", str(path), "--release", "SFR20-2012", verbosity=0)
    assert "560" in text(client.get(address("figure", "LA01", "?year=2012")))
