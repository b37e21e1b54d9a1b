"""Which pages one of the cast comes to by following links from their first page."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from lxml import html
from playwright.sync_api import BrowserContext

SAMPLES = 1
"""How many pages of one kind somebody comes to: 24 lines of a plan are one kind."""

NOT_PAGES = re.compile(
    r"^/(static|account)/|[./](csv|xlsx|docx|pdf|html|json|zip|ics)/?$|[?&]format=|/files?/"
)


@dataclass(frozen=True)
class Opened:
    """One page that somebody came to, as it was sent."""

    path: str
    text: str

    def drawn_with(self) -> frozenset[tuple[str, ...]]:
        """Return the parts a page is made of: two pages of the same parts look and read alike."""
        body = html.fromstring(self.text).find(".//body")
        return frozenset(
            (parent.tag, part.tag, *(part.get(word, "") for word in ("class", "role", "type")))
            for part in body.iter("*")
            if (parent := part.getparent()) is not None
        )


def kind_of(path: str) -> str:
    """Return a page's name, with the word that tells its forms apart."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    more = [str(match.kwargs[k]) for k in ("entry", "chapter", "key") if k in match.kwargs]
    return " ".join([match.view_name, *more])


def crawl(window: BrowserContext, start: str = "/") -> list[Opened]:
    """Return the pages come to, some of each kind, following links from the first page on."""
    found: dict[str, dict[str, Opened]] = {}
    waiting, seen, files = [start], set(), set()
    while waiting:
        path = waiting.pop(0)
        if path in seen or kind_of(path) in files:
            continue
        if path != start and not _wanted(path, found):
            continue
        seen.add(path)
        answer = window.request.get(path)
        here = urlsplit(answer.url)
        full = here.path + (f"?{here.query}" if here.query else "")
        if not answer.ok:
            continue
        if not _is_page(answer.headers):
            files.add(kind_of(path))  # making one is dear, and it is no page
            continue
        of_its_kind = found.setdefault(kind_of(here.path), {})
        if full in of_its_kind or len(of_its_kind) >= SAMPLES:
            continue
        of_its_kind[full] = Opened(full, answer.text())
        waiting += _links(of_its_kind[full])
    return [page for _, pages in sorted(found.items()) for page in pages.values()]


def _is_page(headers: dict[str, str]) -> bool:
    kept = headers.get("content-disposition", "").startswith("attachment")
    return "text/html" in headers["content-type"] and not kept


def _links(page: Opened) -> list[str]:
    hrefs = [a.get("href", "") for a in html.fromstring(page.text).iter("a")]
    return [urljoin(page.path, href).split("#")[0] for href in hrefs if not href.startswith("#")]


def _wanted(path: str, found: dict[str, dict[str, Opened]]) -> bool:
    if NOT_PAGES.search(path) or not path.startswith("/"):
        return False
    kind = kind_of(path)
    return bool(kind) and len(found.get(kind, ())) < SAMPLES
