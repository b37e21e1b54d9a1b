"""
Take the README's pictures from a served demo.

    holdfast demo                                  # in one window, at http://127.0.0.1:8000
    .venv/bin/python docs/pictures/take.py         # in another; an address may follow

Run it on a demo in which nobody has written yet: the pictures show what stands there. Chromium
is looked for at /usr/bin/chromium, or where HOLDFAST_CHROMIUM says.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
CHROMIUM = os.environ.get("HOLDFAST_CHROMIUM", "/usr/bin/chromium")
WIDTH = 1280
COLOURS = 256


def sign_in(browser: Browser, member: str) -> Page:
    """Return a page of a new window that one of the cast is signed in to."""
    page = browser.new_context(
        base_url=ADDRESS,
        viewport={"width": WIDTH, "height": 900},
        locale="en-GB",
        java_script_enabled=False,
    ).new_page()
    page.goto("/demo/")
    page.locator(f"button[value='{member}']").click()
    return page


def take(page: Page, name: str, *, height: int) -> None:
    """Keep the top of the page as a picture, in few colours so that it stays small."""
    page.locator("body").click(position={"x": 2, "y": 2})
    shot = Image.open(BytesIO(page.screenshot(full_page=True)))
    top = shot.convert("RGB").crop((0, 0, WIDTH, min(height, shot.height)))
    top.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


def friday(page: Page) -> None:
    """A quarter to five on a Friday: the name as it was heard."""
    page.goto("/allegations/find/")
    page.get_by_label("Name, as you heard it").fill("Desmund Jelico")
    page.get_by_label("Kind of work").fill("bus escort")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_label("Who is ringing").fill("Transport co-ordinator, Harbour Lane School")
    page.get_by_label("What they say, in their words").fill(
        "A parent says that the escort pulled her daughter down by the arm when she stood up on "
        "the bus. The girl is 9. Red mark on her wrist, gone by four. The driver saw it."
    )


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = sign_in(browser, "lado")
        page.goto("/allegations/register/AL-2012-0028/")
        take(page, "record", height=1500)
        friday(page)
        take(page, "friday", height=1400)
        page = sign_in(browser, "board_manager")
        page.goto("/work-plan/WP-2013-0001/")
        take(page, "work-plan", height=1300)
        page.goto("/annual-report/AR-2013-0001/chapters/local-context/")
        take(page, "annual-report", height=1480)
        browser.close()


if __name__ == "__main__":
    main()
