"""Every kind of page that the cast comes to, in a real browser: axe, width on a phone, titles."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import page_of
from tests.browser.opened import Opened, crawl

pytestmark = pytest.mark.browser

CAST = [
    "lado",
    "social_worker",
    "transport_manager",
    "head_teacher",
    "board_manager",
    "board_chair",
    "lay_member",
    "analyst",
    "guardian",
    "housing_lead",
    "neighbour_lado",
    "mash_manager",
    "triage",
    "team_manager",
    "early_help",
]
SEES_NO_CASE = {"board_manager", "board_chair", "lay_member", "analyst", "guardian"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("Jellicoe", "Arden", "Micah", "Jellis")

Window = Callable[[str], BrowserContext]


@pytest.fixture(scope="module")
def come_to(signed_in: Window) -> Callable[[str], list[Opened]]:
    """What each of the cast comes to by following links."""
    kept: dict[str, list[Opened]] = {}

    def pages(key: str) -> list[Opened]:
        if key not in kept:
            kept[key] = crawl(signed_in(key))
        return kept[key]

    return pages


@pytest.fixture(scope="module")
def looked_at() -> set[frozenset[tuple[str, ...]]]:
    """What the pages looked at so far are drawn with: another page of the same parts can wait."""
    return set()


def wrong_with(page: Page, path: str) -> str:
    """Return what axe finds on a page, and how far it spills over a phone's width."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(path)
    result = Axe().run(page, options={"runOnly": RULES})
    said = result.generate_report() if result.violations_count else ""
    page.set_viewport_size({"width": 375, "height": 800})
    spill = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return f"{said} {spill} pixels too wide for a phone" if spill > 0 else said


@pytest.mark.parametrize("key", CAST)
def test_every_kind_of_page_reads_well_and_fits_a_phone(
    signed_in: Window,
    come_to: Callable[[str], list[Opened]],
    looked_at: set[frozenset[tuple[str, ...]]],
    key: str,
) -> None:
    found = {}
    with page_of(signed_in(key)) as page:
        for one in come_to(key):
            drawn = one.drawn_with()
            if drawn not in looked_at:
                looked_at.add(drawn)
                found[one.path] = wrong_with(page, one.path)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_no_title_or_address_carries_a_name(come_to: Callable[[str], list[Opened]]) -> None:
    for one in come_to("lado"):
        told = f"{html.fromstring(one.text).findtext('.//title')} {one.path}"
        assert [name for name in NAMES if name in told] == [], one.path


@pytest.mark.parametrize("key", sorted(SEES_NO_CASE))
def test_the_board_and_its_helpers_come_to_no_child_and_no_adult(
    come_to: Callable[[str], list[Opened]], key: str
) -> None:
    for one in come_to(key):
        assert [name for name in NAMES if name in one.text] == [], one.path
