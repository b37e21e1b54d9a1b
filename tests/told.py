"""The whole story of the demo in a database that is rolled back, and samples of its parts."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.db import connection, transaction
from django.urls import URLResolver, get_resolver

from holdfast.config.doorless import DOORLESS
from holdfast.demo import cast, story
from holdfast.kernel.directory.models import Account

MATRIX = Path(__file__).parent / "matrix.txt"
NOBODY = "nobody"
PERSONAS = [member.key for member in cast.CAST]


@contextmanager
def rolled_back() -> Iterator[None]:
    """Let writes happen inside, committed ones too, and take them all back."""
    block = transaction.atomic()
    block._from_testcase = True  # what Django's own test case does, so that `durable` is content
    block.__enter__()
    try:
        yield
    finally:
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


def tell() -> None:
    story.tell(lambda name, number, of: None)


@contextmanager
def the_story() -> Iterator[None]:
    """The told story for a while, and whatever is written to it taken back.

    It is told once in a process: after that a copy of the database is put in place.
    """
    with _KEPT[connection.vendor](), rolled_back():
        yield


_copies: dict[str, sqlite3.Connection] = {}
_told: set[str] = set()


@contextmanager
def _in_memory() -> Iterator[None]:
    connection.ensure_connection()
    here = connection.connection
    if _copies:
        _copies["told"].backup(here)
    else:
        _copies["empty"] = _copy(here)
        tell()
        _copies["told"] = _copy(here)
    try:
        yield
    finally:
        _copies["empty"].backup(here)


def _copy(of: sqlite3.Connection) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", check_same_thread=False)
    of.backup(made)
    return made


@contextmanager
def _on_the_server() -> Iterator[None]:
    empty = str(connection.settings_dict["NAME"])
    name = f"{empty}_told"
    connection.close()
    if name not in _told:
        with connection.creation._nodb_cursor() as cursor:
            cursor.execute(f'drop database if exists "{name}"')
            cursor.execute(f'create database "{name}" template "{empty}"')
    connection.settings_dict["NAME"] = name
    try:
        if name not in _told:
            tell()
            _told.add(name)
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = empty


_KEPT = {"sqlite": _in_memory, "postgresql": _on_the_server}


def forget() -> None:
    """Leave no copy on the server when the tests are over."""
    while _told:
        with connection.creation._nodb_cursor() as cursor:
            cursor.execute(f'drop database if exists "{_told.pop()}"')


def account(key: str) -> Account:
    return Account.objects.get(email=next(m for m in cast.CAST if m.key == key).email)


Page = tuple[str, frozenset[str]]
"""A page's name and the words its address asks for."""


def every_page(
    resolver: URLResolver, space: str = "", words: frozenset[str] = frozenset()
) -> Iterator[tuple[Page, Callable[..., object]]]:
    """Yield every page with its view."""
    for entry in resolver.url_patterns:
        asked = words | set(entry.pattern.regex.groupindex)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from every_page(entry, inner, asked)
        else:
            yield (f"{space}{entry.name}", asked), entry.callback


def guarded() -> list[Page]:
    """Return every page behind a door, by name."""
    return sorted(page for page, _ in every_page(get_resolver()) if page[0] not in DOORLESS)


def one_of_each_view() -> list[Page]:
    """Return one page of each view behind a door, by name."""
    found: dict[Callable[..., object], Page] = {}
    for page, view in sorted(every_page(get_resolver()), key=lambda one: one[0]):
        if page[0] not in DOORLESS:
            found.setdefault(view, page)
    return sorted(found.values())


@cache
def kept_matrix() -> dict[str, dict[str, str]]:
    """Return what `matrix.txt` says of each page: the answers to GET and POST, by persona."""
    lines = (line for line in MATRIX.read_text().splitlines() if line and line[0] != "#")
    rows = (line.split() for line in lines)
    return {name: dict(zip([*PERSONAS, NOBODY], cells, strict=True)) for name, *cells in rows}


def told_apart(status: int) -> str:
    """Return the letter of an answer: open, goes on, not found, no such verb, told what is wrong.

    Whatever else is answered fails: no page may break.
    """
    return {200: "O", 302: ">", 404: "-", 405: "x", 400: "!"}[status]


def opens(name: str, key: str, *, to: str = "GET") -> bool:
    """Say whether a page opens to one of the cast, as the matrix has it.

    The matrix's own test keeps that true, so that other tests look only where something is shown.
    """
    answer = kept_matrix()[name][key][["GET", "POST"].index(to)]
    return answer not in "-x"
