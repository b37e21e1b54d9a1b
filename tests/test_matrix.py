"""Who may open what: every page behind a door, as every one of the cast, on the told story.

A door that turns a post away is seen to do so over HTTP, once for each verb; after that the door
itself is asked, once for each record. The answers are kept in `tests/matrix.txt` and compared. A
change of the product that lets somebody in or shuts somebody out shows there as a changed letter.
To write it anew:

    HOLDFAST_WRITE_MATRIX=1 .venv/bin/python -m pytest tests/test_matrix.py -n0
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve, reverse

from holdfast.kernel.directory.models import Holding, Post
from tests import samples, told

PERSONAS = [*told.PERSONAS, told.NOBODY]
VERBS = ("GET", "POST")

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]


@pytest.fixture(scope="module", autouse=True)
def the_story(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[None]:
    with django_db_blocker.unblock(), told.the_story():  # type: ignore[attr-defined]
        yield


@pytest.fixture(scope="module")
def cast(the_story: None) -> "Cast":
    return Cast()


class Cast:
    """A signed-in browser for each of the cast, one that is nobody's, and what doors told them."""

    def __init__(self) -> None:
        self.browsers = {told.NOBODY: Client()}
        self.posts: dict[str, Post] = {}
        self.let_in: dict[tuple[str, str, object], bool] = {}
        self.turned_away: set[tuple[str, str, str]] = set()
        for key in told.PERSONAS:
            account = told.account(key)
            self.browsers[key] = Client()
            self.browsers[key].force_login(account)
            self.posts[key] = Holding.objects.get(person=account.person_id).post

    def refused(self, view: Any, key: str, verb: str, words: dict[str, object]) -> bool:
        """Say whether a door, asked once for each record, turns this post away.

        That the page then says "not found" was seen for this door and this post, over HTTP.
        """
        if key == told.NOBODY:
            return False
        asked = (view.door, key, words.get("reference"))
        if asked not in self.let_in:
            self.let_in[asked] = view.ask(None, self.posts[key], dict(words)).let_in
        if self.let_in[asked]:
            return False
        seen = (view.door, key, verb)
        known = seen in self.turned_away
        self.turned_away.add(seen)
        return known


def answer(browser: Client, method: str, url: str) -> str:
    with told.rolled_back():
        response = browser.generic(method, url)
        if response.streaming:
            b"".join(response.streaming_content)
    return told.told_apart(response.status_code)


def known_verbs(url: str) -> set[str]:
    """Return which verbs a page knows at all: it says so before its door is asked."""
    known = Client().generic("PURGE", url).headers.get("Allow", "GET, POST")
    return {verb.strip() for verb in known.split(",")}


def row(cast: Cast, name: str, wanted: frozenset[str]) -> str:
    """Return one line: the page, then for each persona the answers to GET and to an empty POST."""
    words = samples.arguments(name, wanted)
    url = reverse(name, kwargs=words)
    view, verbs = resolve(url).func, known_verbs(url)

    def cell(key: str, verb: str) -> str:
        if verb not in verbs:
            return told.told_apart(405)
        if cast.refused(view, key, verb, words):
            return told.told_apart(404)
        return answer(cast.browsers[key], verb, url)

    cells = ["".join(cell(key, verb) for verb in VERBS) for key in PERSONAS]
    return f"{name:36}" + "".join(f"{cell:>5}" for cell in cells)


def kept() -> dict[str, str]:
    lines = told.MATRIX.read_text().splitlines() if told.MATRIX.exists() else []
    rows = [line for line in lines if line and not line.startswith("#")]
    return {line.split()[0]: line for line in rows}


@pytest.mark.skipif(os.environ.get("HOLDFAST_WRITE_MATRIX") != "1", reason="only when asked")
def test_write_the_matrix_anew(cast: Cast) -> None:
    numbers = "".join(f"{number:>5}" for number in range(1, len(PERSONAS) + 1))
    people = [f"#   {number:>2} {key}" for number, key in enumerate(PERSONAS, 1)]
    head = [
        "# Who may open what: GET, then an empty POST. O open, - not found, > goes elsewhere,",
        "# x no such verb, ! told what is wrong. Written by tests/test_matrix.py.",
        *people,
        f"# {'page':34}{numbers}",
    ]
    rows = [row(cast, name, wanted) for name, wanted in told.guarded()]
    told.MATRIX.write_text("\n".join([*head, *rows]) + "\n")
    assert len(kept()) == len(rows)


@pytest.mark.parametrize(
    ("name", "wanted"), told.guarded(), ids=[name for name, _ in told.guarded()]
)
def test_a_page_opens_to_those_it_opened_to(cast: Cast, name: str, wanted: frozenset[str]) -> None:
    assert row(cast, name, wanted) == kept().get(name), "Look at who is now let in or shut out."


def test_the_matrix_is_complete() -> None:
    assert set(kept()) == {name for name, _ in told.guarded()}


SEEN_BY_EVERY_POST = {
    "access:home",
    "access:posts",
    "access:nothing_here",
    "clock:timescales",
}
"""Pages about no record: one's own posts, an empty page, the law."""

HER_OWN_ROOM = {"allegations:" + page for page in (
    "work", "register", "find", "meetings", "actions", "figures", "duty", "refer"
)}  # fmt: skip
"""A LADO keeps a room of her own; the neighbour's is empty here (see test_neighbour)."""


@pytest.mark.parametrize("line", kept().values(), ids=lambda line: line.split()[0])
@pytest.mark.parametrize("who", ["neighbour_lado", "neighbour_manager", "neighbour_mash"])
def test_a_neighbour_opens_nothing_of_this_borough(line: str, who: str) -> None:
    name, *cells = line.split()
    if name in SEEN_BY_EVERY_POST | (HER_OWN_ROOM if who == "neighbour_lado" else frozenset()):
        return
    theirs = cells[PERSONAS.index(who)]
    assert set(theirs) <= {"-", "x"}, f"{name} opened to the {who}"
