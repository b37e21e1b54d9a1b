"""Scenes played to their end in a real browser: a Friday call, a keyboard, a phone, a printer."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import page_of, sign_in

pytestmark = pytest.mark.browser

BUS_CASE = "/allegations/register/AL-2012-0028/"
PLAN = "/work-plan/WP-2013-0001/"
ADVICE = "He does not escort on Monday. Do not question him or the girl."

Opened = Callable[..., Any]


@pytest.fixture
def plainly(site: str, browser: Browser) -> Opened:
    """`with plainly("lado") as page`: one of the cast in a browser that runs no JavaScript."""

    @contextmanager
    def opened(key: str) -> Iterator[Page]:
        window = browser.new_context(base_url=site, java_script_enabled=False)
        sign_in(window, key)
        yield window.new_page()
        window.close()

    return opened


def find(page: Page) -> None:
    page.goto("/allegations/find/")
    page.get_by_label("Name, as you heard it").fill("Desmund Jelico")
    page.get_by_label("Kind of work").fill("bus escort")
    page.get_by_role("button", name="Find", exact=True).click()


def write_the_advice(page: Page) -> None:
    page.get_by_label("Who is ringing").fill("The transport co-ordinator")
    page.get_by_label("Their post").select_option(
        label="Transport co-ordinator, Harbour Lane School"
    )
    page.get_by_label("Who employs the adult").fill("Harbour Lane School")
    page.get_by_label("What kind of employer").select_option(label="Education")
    page.get_by_label("What they say, in their words").fill("He pulled her down by the arm.")
    page.get_by_label("What kind of concern").select_option(label="Physical")
    page.get_by_label("The child, as they call him or her").fill("Leila")
    page.get_by_role("group", name="Is the child safe now?").get_by_label("Yes").check()
    page.get_by_label("Your advice").fill(ADVICE)
    page.get_by_label("Met", exact=True).check()
    page.get_by_label("may have harmed a child").check()


def test_a_friday_call_is_found_advised_and_sent_without_javascript(plainly: Opened) -> None:
    with plainly("lado") as page:
        find(page)
        likely, less = page.locator("section:has(h3)").all()[:2]
        expect(likely).to_contain_text("Desmond Jellicoe")
        expect(likely).to_contain_text("likely the same person")
        assert [u.inner_text() for u in likely.locator("u").all()] == ["u", "o", "l", "e"]
        expect(less).to_contain_text("Desmond Jellis")
        expect(less).to_contain_text("less likely")
        assert "elico" not in page.url + page.title()
        write_the_advice(page)
        page.get_by_role("button", name="Show the letter").click()
        expect(page.locator("main")).to_contain_text("Checked: no word of it is there")
        page.get_by_role("button", name="Record and send").click()
        made = re.search(r"AL-2013-\d{4}", page.url)
        assert made
        clocks = page.get_by_role("table", name="Clocks")
        expect(clocks).to_contain_text("1 working day left")
        expect(clocks).to_contain_text("5 working days left")
    with plainly("coordinator") as page:
        page.goto("/")
        page.get_by_role("link", name="The LADO").click()
        page.get_by_role("link", name=made.group()).click()
        expect(page.locator("main")).to_contain_text(ADVICE)
        told = page.locator("main").inner_text()
        assert [word for word in ("Jellicoe", "AL-2012-0028", "2012") if word in told] == []
        page.goto(f"/allegations/register/{made.group()}/")
        assert page.get_by_role("heading", level=1).inner_text() == "Not found"
    with plainly("lay_member") as page:
        page.goto("/figures/allegations/")
        assert "Harbour Lane" not in page.inner_text("body")
        page.goto(f"/allegations/register/{made.group()}/")
        assert page.get_by_role("heading", level=1).inner_text() == "Not found"


STOP = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const label = at.labels && at.labels[0];
  return {words: ((label || at).innerText || '').replace(/\\s+/g, ' ').trim(),
          seen: style.boxShadow !== 'none' || style.outlineStyle !== 'none'};
}"""


def tab_to(page: Page, words: str, *, most: int = 120) -> None:
    """Press Tab until the focus is there. Each stop on the way must be seen to have it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert stop["seen"], f"The focus cannot be seen on {stop['words']}"
        if stop["words"] == words:
            return
    raise AssertionError(f"Tab does not come to {words}.")


def test_a_keyboard_signs_in_and_writes_an_entry(site: str, browser: Browser) -> None:
    window = browser.new_context(base_url=site)
    with page_of(window) as page:
        page.goto("/demo/")
        tab_to(page, "Sign in as LADO, Southwark Council, children's services")
        page.keyboard.press("Enter")
        page.wait_for_url("**/allegations/")
        tab_to(page, "AL-2012-0028")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{BUS_CASE}")
        tab_to(page, "Write an entry")
        page.keyboard.press("Enter")
        page.wait_for_url("**/write/")
        tab_to(page, "Write an entry")
        page.keyboard.press("Enter")
        page.wait_for_url("**/write/entry/")
        tab_to(page, "What happened")
        page.keyboard.type("Rang the director of Brightline Coaches.")
        tab_to(page, "Write it down")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{BUS_CASE}")
        story = page.get_by_role("table", name="The story")
        expect(story).to_contain_text("Rang the director of Brightline Coaches.")
    window.close()


def test_the_skip_link_is_the_first_stop_and_comes_to_the_content(
    signed_in: Callable[[str], BrowserContext],
) -> None:
    with page_of(signed_in("board_manager")) as page:
        page.goto(PLAN)
        page.keyboard.press("Tab")
        assert page.evaluate(STOP)["words"].startswith("Skip to")
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")


def test_the_work_plan_on_a_phone_says_the_talk_first_and_names_every_cell(
    signed_in: Callable[[str], BrowserContext],
) -> None:
    with page_of(signed_in("lay_member")) as page:
        page.set_viewport_size({"width": 375, "height": 800})
        page.goto(PLAN)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        places = [
            page.get_by_role("heading", name=name).bounding_box()
            for name in ("Work plan", "Changed since", "Not moving")
        ]
        tops = [place["y"] for place in places if place]
        row = page.get_by_role("row", name="Keep the board's capacity under review")
        where = row.bounding_box()
        assert where
        assert tops == sorted(tops) and len(tops) == 3 and tops[-1] < where["y"]
        named = row.locator("td").evaluate_all("cells => cells.map(c => c.dataset.label)")
        assert named and all(named)
        small = page.locator("main button:visible").evaluate_all(
            "all => all.filter(b => b.getBoundingClientRect().height < 44).length"
        )
        assert small == 0


@pytest.mark.parametrize(("key", "path"), [("lado", BUS_CASE), ("lay_member", PLAN)])
def test_a_printed_page_keeps_the_words_and_drops_what_is_pressed(
    signed_in: Callable[[str], BrowserContext], key: str, path: str
) -> None:
    with page_of(signed_in(key)) as page:
        page.goto(path)
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("footer")).to_contain_text("access log")
        for pressed in ("nav", ".govuk-button", ".hf-filters"):
            assert page.locator(pressed).locator("visible=true").count() == 0, pressed
        page.set_viewport_size({"width": 718, "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth") <= 718
        assert page.pdf(format="A4").startswith(b"%PDF-")
