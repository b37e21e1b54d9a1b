"""Which pages one of the cast comes to by following links from their first page."""

import re
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from lxml import html
from playwright.sync_api import BrowserContext

SAMPLES = 2
"""How many pages of one kind are looked at: 24 lines of a plan are one kind."""

NOT_PAGES = re.compile(r"^/(static|account)/|\.(csv|xlsx|docx|pdf)$|[?&]format=|/files/")


def kind_of(path: str) -> str:
    """Return a page's name, with the word that tells its forms apart."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    more = [str(match.kwargs[k]) for k in ("entry", "chapter", "key") if k in match.kwargs]
    return " ".join([match.view_name, *more])


def crawl(window: BrowserContext, start: str = "/") -> dict[str, list[str]]:
    """Return the paths come to, by kind of page, following links from the first page on."""
    found: dict[str, list[str]] = {}
    waiting, seen = [start], set()
    while waiting:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = window.request.get(path)
        here = urlsplit(answer.url)
        kind = kind_of(here.path)
        full = here.path + (f"?{here.query}" if here.query else "")
        is_page = answer.ok and "text/html" in answer.headers["content-type"]
        if not is_page or full in found.get(kind, ()) or len(found.get(kind, ())) >= SAMPLES:
            continue
        found.setdefault(kind, []).append(full)
        waiting += [link for link in _links(answer.text(), full) if _wanted(link, found)]
    return found


def _links(text: str, here: str) -> list[str]:
    hrefs = [a.get("href", "") for a in html.fromstring(text).iter("a")]
    return [urljoin(here, href).split("#")[0] for href in hrefs if not href.startswith("#")]


def _wanted(path: str, found: dict[str, list[str]]) -> bool:
    if NOT_PAGES.search(path) or not path.startswith("/"):
        return False
    kind = kind_of(path)
    return bool(kind) and len(found.get(kind, ())) < SAMPLES
