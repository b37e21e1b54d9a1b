"""Every kind of page that the cast comes to, in a real browser: axe, width on a phone, titles."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import BrowserContext

from tests.browser.conftest import page_of
from tests.browser.opened import crawl

pytestmark = pytest.mark.browser

CAST = [
    "lado",
    "duty_chair",
    "social_worker",
    "transport_manager",
    "coordinator",
    "head_teacher",
    "board_manager",
    "board_chair",
    "lay_member",
    "analyst",
    "guardian",
    "neighbour_lado",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DRAWN = """() => [...new Set([...document.querySelectorAll('body *')].map(
  e => [e.parentElement.tagName, e.tagName, e.className.baseVal ?? e.className,
        e.getAttribute('role') || '', e.type || ''].join(' ')))].sort().join('; ')"""
NAMES = ("Jellicoe", "Arden", "Micah", "Jellis")

Window = Callable[[str], BrowserContext]


@pytest.fixture(scope="module")
def come_to(signed_in: Window) -> Callable[[str], dict[str, list[str]]]:
    """What each of the cast comes to by following links."""
    kept: dict[str, dict[str, list[str]]] = {}

    def pages(key: str) -> dict[str, list[str]]:
        if key not in kept:
            kept[key] = crawl(signed_in(key))
        return kept[key]

    return pages


@pytest.fixture(scope="module")
def looked_at() -> set[str]:
    """What the pages looked at so far are drawn with: another page of the same parts can wait."""
    return set()


def paths(pages: dict[str, list[str]]) -> list[str]:
    return [path for kind in sorted(pages) for path in pages[kind]]


@pytest.mark.parametrize("key", CAST)
def test_no_page_has_an_axe_violation(
    signed_in: Window,
    come_to: Callable[[str], dict[str, list[str]]],
    looked_at: set[str],
    key: str,
) -> None:
    found = {}
    with page_of(signed_in(key)) as page:
        for path in paths(come_to(key)):
            page.goto(path)
            drawn = page.evaluate(DRAWN)
            if drawn in looked_at:
                continue
            looked_at.add(drawn)
            result = Axe().run(page, options={"runOnly": RULES})
            if result.violations_count:
                found[path] = result.generate_report()
    assert found == {}


@pytest.mark.parametrize("key", ["lado", "board_manager", "guardian"])
def test_no_page_scrolls_sideways_on_a_phone(
    signed_in: Window, come_to: Callable[[str], dict[str, list[str]]], key: str
) -> None:
    wide = {}
    with page_of(signed_in(key)) as page:
        page.set_viewport_size({"width": 375, "height": 800})
        for path in paths(come_to(key)):
            page.goto(path)
            spill = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if spill > 0:
                wide[path] = spill
    assert wide == {}


@pytest.mark.parametrize("key", ["lado", "duty_chair"])
def test_no_title_or_address_carries_a_name(
    signed_in: Window, come_to: Callable[[str], dict[str, list[str]]], key: str
) -> None:
    for path in paths(come_to(key)):
        page = html.fromstring(signed_in(key).request.get(path).text())
        told = f"{page.findtext('.//title')} {path}"
        assert [name for name in NAMES if name in told] == [], path


@pytest.mark.parametrize("key", ["board_manager", "lay_member", "analyst", "guardian"])
def test_the_board_and_its_helpers_come_to_no_child_and_no_adult(
    signed_in: Window, come_to: Callable[[str], dict[str, list[str]]], key: str
) -> None:
    for path in paths(come_to(key)):
        text = signed_in(key).request.get(path).text()
        assert [name for name in NAMES if name in text] == [], path
