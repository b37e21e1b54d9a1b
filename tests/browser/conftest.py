"""A real server on a real demo, made once, and a real browser."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HOLDFAST = str(Path(sys.executable).parent / "holdfast")
CHROMIUM = os.environ.get("HOLDFAST_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo, told and served as a newcomer would have it. Yields its address."""
    var = tmp_path_factory.mktemp("var")
    kept = {
        k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "HOLDFAST_SECRET_KEY"}
    }
    environment = {**kept, "HOLDFAST_VAR": str(var)}
    subprocess.run([HOLDFAST, "demo", "--no-serve"], env=environment, check=True, timeout=300)
    port = _free_port()
    command = [HOLDFAST, "serve", "--port", str(port)]
    log = var / "server.log"
    with (
        log.open("w") as wrong,
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=wrong, text=True
        ) as server,
    ):
        try:
            _said_where(server, log)
            address = f"http://127.0.0.1:{port}"
            urllib.request.urlopen(f"{address}/readyz", timeout=PATIENCE).close()
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def signed_in(site: str, browser: Browser) -> Iterator[Callable[[str], BrowserContext]]:
    """`signed_in("LADO")` is a window of the browser, signed in from the cast's page."""
    windows: dict[str, BrowserContext] = {}

    def window(key: str) -> BrowserContext:
        if key not in windows:
            windows[key] = browser.new_context(
                base_url=site, viewport={"width": 1280, "height": 900}
            )
            sign_in(windows[key], key)
        return windows[key]

    yield window
    for one in windows.values():
        one.close()


@contextmanager
def page_of(window: BrowserContext) -> Iterator[Page]:
    page = window.new_page()
    try:
        yield page
    finally:
        page.close()


def sign_in(window: BrowserContext, key: str) -> None:
    with page_of(window) as page:
        page.goto("/demo/")
        page.locator(f"form:has(input[value='{key}']) button, button[value='{key}']").first.click()
        page.wait_for_load_state()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _said_where(server: "subprocess.Popen[str]", log: Path) -> None:
    """Read until the server says where it is: its port is taken by then, and requests wait."""
    assert server.stdout is not None
    for line in server.stdout:
        if "http://" in line:
            return
    raise AssertionError(f"The server stopped: {log.read_text()}")
