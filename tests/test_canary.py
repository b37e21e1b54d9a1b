"""A word of its own in every sensitive field, looked for wherever a wrong reader might be."""

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from datetime import date

import pikepdf
import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from holdfast.demo.story.clock import FRIDAY
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.practice.allegations import extracts
from holdfast.practice.allegations.models import Allegation
from tests import canaries, hostile, samples, told
from tests.hostile import it_is_friday, the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

CANARY = re.compile(r"[Qq]uillzy[a-z]+")
"""Each field's word begins like no English one: what was found says which field it came from."""

WRONG = [
    "social_worker", "head_teacher", "coordinator", "board_manager", "board_chair", "lay_member",
    "analyst", "guardian", "neighbour_lado", told.NOBODY,
]  # fmt: skip
LET_IN = {
    "police": {
        "Quillzyname",
        "Quillzywork",
        "Quillzysaid",
        "Quillzydecided",
        "Quillzyupdate",
        "Quillzymeeting",
    },
    "nurse": {"Quillzywhose", "Quillzyaccount", "Quillzylettertitle", "Quillzylettertext"},
    "transport_manager": {"Quillzylearning", "Quillzylearningwhy"},
}
"""What the invited, the referrer and the owner of an action may read, and not a word more."""


@pytest.fixture(scope="module")
def case(the_story: None) -> Iterator[Allegation]:  # noqa: F811
    with moment.story(FRIDAY):
        yield canaries.tell()


class Heard(logging.Handler):
    """Everything that any logger says at any level."""

    def __init__(self) -> None:
        super().__init__(level=logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        known = {k: v for k, v in vars(record).items() if k not in {"request"}}
        self.lines.append(f"{record.getMessage()} {known} {self.format(record)}")


@pytest.fixture
def heard() -> Iterator[Heard]:
    root, handler = logging.getLogger(), Heard()
    quiet = [logging.getLogger(name) for name in ("", "django", "django.request", "holdfast")]
    levels = [one.level for one in quiet]
    root.addHandler(handler)
    for one in quiet:
        one.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    for one, level in zip(quiet, levels, strict=True):
        one.setLevel(level)


def opened(content: bytes) -> str:
    """Everything in a file, its properties too, with packages and PDFs taken apart."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [
                name + package.read(name).decode(errors="replace") for name in package.namelist()
            ]
        return " ".join(parts)
    if content[:4] == b"%PDF":
        with pikepdf.open(io.BytesIO(content)) as book:
            streams = [one.read_bytes() for one in book.objects if isinstance(one, pikepdf.Stream)]
            return f"{book.docinfo!r} {b' '.join(streams).decode('latin-1')}"
    return content.decode(errors="replace")


def everything_for(key: str, case: Allegation) -> Iterator[tuple[str, str]]:
    """Every page and file as one reader gets it: address, headers, cookies and content.

    Of another room, only what opens to them: "not found" says the same of everything.
    """
    browser = hostile.browser(key)
    for name, wanted in told.guarded():
        if not name.startswith("allegations:") and not told.opens(name, key):
            continue
        if name.startswith("allegations:") and "reference" in wanted:
            url = hostile.address((name, wanted), case.record.reference, number=1)
        else:
            url = reverse(name, kwargs=samples.arguments(name, wanted))
        for asked in ("", "?format=csv") if not wanted else ("",):
            yield name, _all_of(browser, url + asked)


def _all_of(browser: Client, url: str) -> str:
    answer = browser.get(url)
    body = b"".join(answer) if answer.streaming else answer.content
    return f"{url} {answer.headers} {answer.cookies} {opened(body)}"


def canaries_shown(key: str, case: Allegation) -> dict[str, set[str]]:
    shown: dict[str, set[str]] = {}
    for name, said in everything_for(key, case):
        for word in CANARY.findall(said):
            shown.setdefault(word.capitalize(), set()).add(name)
    return shown


def test_the_room_itself_reads_every_word(case: Allegation) -> None:
    """Else the other tests would look for words that are nowhere."""
    assert len(canaries_shown("lado", case)) > 25


@pytest.mark.parametrize("key", WRONG)
def test_no_page_or_file_of_a_wrong_reader_holds_a_canary(key: str, case: Allegation) -> None:
    assert canaries_shown(key, case) == {}


@pytest.mark.parametrize("key", LET_IN)
def test_who_is_let_in_reads_their_part_and_not_a_word_more(key: str, case: Allegation) -> None:
    shown = canaries_shown(key, case)
    assert set(shown) - LET_IN[key] == set(), shown


FILES = [
    ("annual_report:download", "kind", kind) for kind in ("html", "pdf", "word", "figures")
] + [("workplan:download", "form", form) for form in ("csv", "xlsx", "docx")]


@pytest.mark.parametrize(("name", "word", "value"), FILES, ids=[f[2] for f in FILES])
def test_no_file_of_the_board_holds_a_canary_not_even_in_its_properties(
    name: str, word: str, value: str, case: Allegation
) -> None:
    kept = samples.arguments(name, frozenset({"reference"})) | {word: value}
    said = _all_of(hostile.browser("lay_member"), reverse(name, kwargs=kept))
    assert len(said) > 2000
    assert not CANARY.findall(said)


def test_no_title_address_header_or_file_name_holds_a_canary_even_in_the_room(
    case: Allegation,
) -> None:
    browser = hostile.browser("lado")
    for page in hostile.pages_about_a_record("allegations:"):
        url = hostile.address(page, case.record.reference, number=1)
        answer = browser.get(url)
        titles = re.findall(r"(?s)<title>.*?</title>", hostile.words_of(answer))
        links = re.findall(r'(?:href|action)="[^"]*"', hostile.words_of(answer))
        seen = f"{url} {answer.headers} {answer.cookies} {titles} {links}"
        assert not CANARY.findall(seen), page[0]


def test_no_log_line_holds_a_canary_whatever_goes_wrong(case: Allegation, heard: Heard) -> None:
    """Not found, refused, forged, unreadable: each with a canary in what was sent."""
    lado, forged = hostile.browser("lado"), Client(enforce_csrf_checks=True)
    forged.force_login(told.account("lado"))
    typed = {
        "name": "Quillzytyped",
        "work": "Quillzytypedwork",
        "find": "1",
        "text": "Quillzytypedtext",
    }
    find = reverse("allegations:find")
    for answer in (
        lado.post(find, typed),
        forged.post(find, typed),
        hostile.browser("analyst").post(find, typed),
        lado.get("/nothing/like/this/", {"q": "Quillzyquery"}),
        lado.get(reverse("allegations:register"), {"owner": "Quillzyquery"}),
        Client(HTTP_HOST="elsewhere.example").post(find, typed),
        hostile.browser("police").get(reverse("allegations:record", args=[case.record.reference])),
    ):
        assert answer.status_code < 500
    for key in ("lado", "police", "board_manager"):
        dict(everything_for(key, case))
    for line in heard.lines:
        said = CANARY.findall(line.replace("Quillzyquery", "") if "django.db" in line else line)
        assert not said or "django.db.backends" in line, line[:300]


def test_no_mail_holds_a_canary(case: Allegation) -> None:
    hostile.browser("lado").post(
        reverse("account_reset_password"), {"email": told.account("lado").email}
    )
    for message in mail.outbox:
        assert not CANARY.findall(str(message.message()))


def test_neither_the_access_log_nor_the_write_ledger_holds_a_canary(case: Allegation) -> None:
    lado = hostile.browser("lado")
    lado.post(
        reverse("allegations:find"),
        {"name": "Quillzyname Oakum", "work": "Quillzywork", "find": "1"},
    )
    dict(everything_for("lado", case))
    assert Entry.objects.filter(what="search").exists()
    for table in ("access_entry", "access_write", "access_seal", "access_link"):
        with connection.cursor() as cursor:
            cursor.execute(f"select * from {table}")
            for row in cursor.fetchall():
                assert not CANARY.findall(str(row)), table


def test_nothing_that_leaves_the_room_for_insight_holds_a_canary(case: Allegation) -> None:
    year = {"since": date(2013, 4, 1), "until": date(2014, 4, 1)}
    said = f"{list(extracts.rows(**year, release='x'))} {extracts.sector_counts(**year)}"
    assert not CANARY.findall(said)
    assert case.record.reference not in said and str(case.record_id) not in said
