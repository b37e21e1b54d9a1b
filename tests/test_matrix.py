"""Who may open what: every page behind a door, as every one of the cast, on the told story.

Whoever is refused a look is refused a write by the same door, so only outsiders try both. The
answer is kept in `tests/matrix.txt` and compared. A change of the product that lets somebody
in or shuts somebody out shows there as a changed letter. To write it anew:

    HOLDFAST_WRITE_MATRIX=1 .venv/bin/python -m pytest tests/test_matrix.py -n0
"""

import os
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from tests import samples, told

PERSONAS = [*told.PERSONAS, told.NOBODY]
OUTSIDERS = {"neighbour_lado", "neighbour_manager", "lay_member", told.NOBODY}
SAID = {200: "open", 302: "goes on", 404: "-", 405: "no such verb", 400: "told what is wrong"}
SHORT = {"open": "O", "goes on": ">", "-": "-", "no such verb": "x", "told what is wrong": "!"}

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]


@pytest.fixture(scope="module", autouse=True)
def the_story(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[None]:
    with django_db_blocker.unblock(), told.the_story():  # type: ignore[attr-defined]
        yield


@pytest.fixture(scope="module")
def browsers(the_story: None) -> dict[str, Client]:
    """One signed-in browser for each of the cast, and one that is nobody's."""
    found = {told.NOBODY: Client()}
    for key in told.PERSONAS:
        found[key] = Client()
        found[key].force_login(told.account(key))
    return found


def answer(browser: Client, method: str, url: str) -> str:
    with told.rolled_back():
        response = browser.generic(method, url)
        if response.streaming:
            b"".join(response.streaming_content)
    return SHORT[SAID[response.status_code]]


def cell(browser: Client, url: str, *, outsider: bool) -> str:
    looked = answer(browser, "GET", url)
    return looked + (answer(browser, "POST", url) if outsider or looked != "-" else "·")


def row(browsers: dict[str, Client], name: str, wanted: frozenset[str]) -> str:
    """Return one line: the page, then for each persona the answers to GET and to an empty POST."""
    url = reverse(name, kwargs=samples.arguments(name, wanted))
    cells = [cell(browsers[key], url, outsider=key in OUTSIDERS) for key in PERSONAS]
    return f"{name:36}" + "".join(f"{cell:>5}" for cell in cells)


def kept() -> dict[str, str]:
    lines = told.MATRIX.read_text().splitlines() if told.MATRIX.exists() else []
    rows = [line for line in lines if line and not line.startswith("#")]
    return {line.split()[0]: line for line in rows}


@pytest.mark.skipif(os.environ.get("HOLDFAST_WRITE_MATRIX") != "1", reason="only when asked")
def test_write_the_matrix_anew(browsers: dict[str, Client]) -> None:
    numbers = "".join(f"{number:>5}" for number in range(1, len(PERSONAS) + 1))
    cast = [f"#   {number:>2} {key}" for number, key in enumerate(PERSONAS, 1)]
    head = [
        "# Who may open what: GET, then an empty POST. O open, - not found, > goes elsewhere,",
        "# x no such verb, ! told what is wrong, · not tried. Written by tests/test_matrix.py.",
        *cast,
        f"# {'page':34}{numbers}",
    ]
    rows = [row(browsers, name, wanted) for name, wanted in told.guarded()]
    told.MATRIX.write_text("\n".join([*head, *rows]) + "\n")
    assert len(kept()) == len(rows)


@pytest.mark.parametrize(
    ("name", "wanted"), told.guarded(), ids=[name for name, _ in told.guarded()]
)
def test_a_page_opens_to_those_it_opened_to(
    browsers: dict[str, Client], name: str, wanted: frozenset[str]
) -> None:
    assert row(browsers, name, wanted) == kept().get(name), (
        "Look at who is now let in or shut out."
    )


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
@pytest.mark.parametrize("who", ["neighbour_lado", "neighbour_manager"])
def test_a_neighbour_opens_nothing_of_this_borough(line: str, who: str) -> None:
    name, *cells = line.split()
    if name in SEEN_BY_EVERY_POST | (HER_OWN_ROOM if who == "neighbour_lado" else frozenset()):
        return
    theirs = cells[PERSONAS.index(who)]
    assert set(theirs) <= {"-", "x"}, f"{name} opened to the {who}"
