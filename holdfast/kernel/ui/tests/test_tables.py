from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Pager,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
    wants_csv,
)


@dataclass(frozen=True)
class Line:
    number: int
    due: int | None


SPEC = TableSpec(
    caption="Work plan",
    columns=(
        Column("number", "No", numeric=True, sort="number", header=True),
        Column("due", "Date", sort="due"),
        Column("words", "Words"),
    ),
    default_sort="number",
    per_page=3,
    csv=True,
    nothing="No line matches.",
)
LINES = [Line(2, 5), Line(1, None), Line(4, 3), Line(3, 9)]


def _row(line: Line) -> Row:
    return Row({"number": str(line.number), "due": Cell(str(line.due)), "words": "<b>&"})


def _table(**params: str) -> Table:
    return sort_and_page(LINES, params, SPEC, _row)


def _numbers(table: Table) -> list[str]:
    return [row.pairs[0][1].text for group in table.groups for row in group.rows]


def test_a_list_is_sorted_as_asked_and_paged() -> None:
    assert _numbers(_table()) == ["1", "2", "3"]
    assert _numbers(_table(page="2")) == ["4"]
    assert _numbers(_table(sort="-number")) == ["4", "3", "2"]


def test_what_has_no_value_comes_last_in_either_direction() -> None:
    assert _numbers(_table(sort="due", page="2")) == ["1"]
    assert _numbers(_table(sort="-due", page="2")) == ["1"]


@pytest.mark.parametrize("sort", ["words", "nobody", "-", "number; drop", "pk"])
def test_a_sort_that_nobody_offered_is_ignored(sort: str) -> None:
    assert _numbers(_table(sort=sort)) == ["1", "2", "3"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "²"])
def test_a_page_that_does_not_exist_is_the_nearest_one(page: str) -> None:
    assert _table(page=page).pager is not None
    assert _table(page=page).pager.number == 1  # type: ignore[union-attr]


def test_the_pager_says_where_one_is_and_keeps_the_filters() -> None:
    pager = sort_and_page(LINES, {"state": "late", "sort": "-due"}, SPEC, _row).pager
    assert pager is not None
    assert pager.words == "Showing 1 to 3 of 4"
    assert parse_qs(pager.next[1:]) == {"state": ["late"], "sort": ["-due"], "page": ["2"]}
    assert pager.previous == ""


def test_the_header_in_force_says_its_direction_and_offers_the_other() -> None:
    number, due, words = _table().headers
    assert (number.direction, number.url) == ("ascending", "?sort=-number")
    assert (due.direction, due.url) == ("", "?sort=due")
    assert words.url == ""


def test_the_csv_link_keeps_filter_and_order_and_drops_the_page() -> None:
    table = sort_and_page(LINES, {"state": "late", "page": "2"}, SPEC, _row)
    assert parse_qs(table.csv_url[1:]) == {"state": ["late"], "format": ["csv"]}
    assert wants_csv({"format": "csv"})
    assert not wants_csv({})


def test_two_tables_on_one_screen_turn_their_pages_apart() -> None:
    def shown(name: str, params: dict[str, str]) -> Pager:
        spec = TableSpec(f"All {name}", SPEC.columns, "number", 1, name=name)
        pager = sort_and_page(LINES, params, spec, _row).pager
        assert pager is not None
        return pager

    first = shown("first", {"second-page": "2"})
    assert (first.number, first.label) == (1, "Pages: All first")
    assert first.next == "?second-page=2&first-page=2"
    assert shown("second", {"second-page": "2", "first-page": "1"}).number == 2


def test_an_empty_list_says_so(draw: Any) -> None:
    table = sort_and_page([], {}, SPEC, _row)
    assert "No line matches." in draw("{{ ui.table(t) }}", t=table)


def test_neighbouring_rows_share_the_heading_of_their_group() -> None:
    rows = [Row({"number": n, "due": "", "words": ""}, group=g) for n, g in ("1a", "2a", "3b")]
    assert [(g.title, len(g.rows)) for g in plain_table(SPEC, rows).groups] == [("a", 2), ("b", 1)]


def test_a_table_has_a_caption_scopes_and_a_region_that_the_keyboard_reaches(draw: Any) -> None:
    page = html.fromstring(draw("{{ ui.table(t) }}", t=_table()))
    assert page.xpath("//caption")[0].text_content() == "Work plan"
    assert len(page.xpath("//th[@scope='col']")) == 3
    assert len(page.xpath("//tbody//th[@scope='row']")) == 3
    assert page.xpath("//th[@aria-sort='ascending']")
    region = page.xpath("//*[@role='region']")[0]
    assert (region.get("aria-label"), region.get("tabindex")) == ("Work plan", "0")
    assert "<b>&" in page.text_content()


@given(st.lists(st.integers(0, 99)), st.integers(1, 30))
def test_the_pages_together_hold_each_row_once(numbers: list[int], per_page: int) -> None:
    spec = TableSpec("All", SPEC.columns, "number", per_page)
    lines = [Line(number, None) for number in numbers]
    first = sort_and_page(lines, {}, spec, _row)
    assert first.pager is not None
    seen: list[str] = []
    for page in range(1, first.pager.pages + 1):
        seen += _numbers(sort_and_page(lines, {"page": str(page)}, spec, _row))
    assert [int(number) for number in seen] == sorted(numbers)
