"""A page asks the database as often for much as for little, and looking writes nothing.

Every page of the matrix, for somebody to whom it opens: on the told story with one more of
everything, and on the story with twice the register and a longer case.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.workplan import transitions as plan
from holdfast.board.workplan.models import Line
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.models import Record
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Adult, Allegation
from holdfast.practice.allegations.rules import law, procedure
from tests import growing, hostile, samples, told
from tests.hostile import TODAY, it_is_friday, the_story  # noqa: F401

READS = ("SELECT", "WITH", "RELEASE", "DECLARE")
"""How a read begins; PostgreSQL reads a long list through a cursor that it declares."""

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

OWN_ENTRY = ("access_entry", "django_session", "SAVEPOINT", "set_config", "holdfast.actor")
"""What a look writes: its line in the log, the session, and who acts."""

MADE = {"annual_report:download"}
"""A file that is composed like the edition's page, and takes long to set."""

MANY = 30
READERS = (
    "lado", "board_manager", "guardian", "transport_manager", "board_chair", "coordinator",
    "police", "police_member", "housing_lead",
)  # fmt: skip


def pages() -> list[told.Page]:
    return [page for page in told.guarded() if page[0] not in MADE]


def named(page: told.Page) -> str:
    return page[0]


@pytest.fixture(scope="module")
def readers(the_story: None) -> dict[str, Client]:  # noqa: F811
    return {key: hostile.browser(key) for key in READERS}


@pytest.fixture(scope="module")
def little(readers: dict[str, Client]) -> dict[str, tuple[str, int]]:
    """For each page that opens to somebody: to whom, and how often it asks."""
    with hostile.moment.story(hostile.FRIDAY):
        _grow(1)
        return dict(_measured(readers))


@pytest.fixture(scope="module")
def much(little: dict[str, tuple[str, int]], readers: dict[str, Client]) -> dict[str, int]:
    """The same pages for the same readers when there is more of everything."""
    with hostile.moment.story(hostile.FRIDAY):
        urls = {name: _url(name, wanted) for name, wanted in pages()}
        _grow(MANY)
        found = {}
        for name, (key, _) in little.items():
            if name.startswith("access:"):
                _look_at_the_plan(readers)
            found[name] = len(_queries(readers[key], urls[name]))
        return found


def _measured(readers: dict[str, Client]) -> Iterator[tuple[str, tuple[str, int]]]:
    for name, wanted in pages():
        url = _url(name, wanted)
        for key, browser in readers.items():
            if told.kept_matrix()[name][key].startswith("O"):
                if name.startswith("access:"):
                    _look_at_the_plan(readers)
                yield name, (key, len(_queries(browser, url)))
                break


def _look_at_the_plan(readers: dict[str, Client]) -> None:
    """So that the newest lines of the log are about a record each time, and not by chance."""
    readers["board_manager"].get(_url("workplan:plan", frozenset({"reference"})))


def _url(name: str, wanted: frozenset[str]) -> str:
    return reverse(name, kwargs=samples.arguments(name, wanted))


def _queries(browser: Client, url: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        hostile.words_of(browser.get(url))
    return [query["sql"] for query in asked.captured_queries]


def _grow(by: int) -> None:
    lado, case = hostile.post("lado"), samples.allegations.bus_case()
    for number in range(by):
        _another(number)
    for number in range(max(1, by // 2)):
        verbs.write_entry(case, text=f"Entry {number}", by=lado, on=TODAY)
        verbs.consider_regulator(
            case, body=law.Body.BARRING, whose_duty="The employer", reason="Not met.",
            made=False, by=lado, on=TODAY,
        )  # fmt: skip
        verbs.agree_learning(
            case, what=f"Action {number}", why="x", owner=hostile.post("transport_manager"),
            due_on=TODAY + timedelta(days=30), by=lado, on=TODAY,
        )  # fmt: skip
        verbs.send_copy(
            case, reader="The employer", title="Letter", text=f"Letter {number}.",
            reader_post=hostile.post("coordinator"), by=lado, on=TODAY,
        )  # fmt: skip
    _grow_the_plan(by)
    _grow_the_board(by)


def _grow_the_board(by: int) -> None:
    posts = {key: hostile.post(key) for key in told.PERSONAS}
    began = Record.objects.count()
    for number in range(max(1, by // 5)):
        growing.grow(began * 100 + number, posts, TODAY)


def _another(number: int) -> Allegation:
    """One more case, referred, met and looked into, about somebody with the same name."""
    lado, name = hostile.post("lado"), Adult.objects.order_by("pk")[number % 20].name
    case = verbs.refer(
        area=this_partnership().area,
        adult=verbs.AdultTold(name, "bus escort", f"Firm {number}", "transport"),
        concerns=[verbs.ConcernTold(law.Category.PHYSICAL, "He pushed.", "A father")],
        children=[verbs.ChildTold("a child")],
        known_on=TODAY,
        by=hostile.post("transport_manager"),
        on=TODAY,
    )
    verbs.decide_threshold(case, tests=(law.Test.HARMED,), why="Yes.", by=lado, on=TODAY)
    verbs.hold_initial_discussion(
        case, with_whom="x", agreed="y", meeting_needed=True, by=lado, on=TODAY
    )
    verbs.call_meeting(
        case, meets_on=TODAY, chair=lado, invited=[hostile.post("police")], by=lado, on=TODAY
    )
    verbs.open_strand(
        case, kind=procedure.Strand.EMPLOYER, whose_move="The firm", by=lado, on=TODAY
    )
    return case


def _grow_the_plan(by: int) -> None:
    manager = hostile.post("board_manager")
    for line in Line.objects.filter(number__in=[1, 2, 14, 26]):
        for number in range(max(1, by // 5)):
            line.refresh_from_db()
            plan.note_progress(line, text=f"Note {number}.", dated=None, by=manager, on=TODAY)


def test_enough_pages_are_open_to_somebody(little: dict[str, tuple[str, int]]) -> None:
    assert len(little) > 35


def test_no_page_asks_oftener_for_much_than_for_little(
    little: dict[str, tuple[str, int]], much: dict[str, int]
) -> None:
    grew = {
        name: f"{asked} became {much[name]}, for the {key}"
        for name, (key, asked) in little.items()
        if much[name] > asked
    }
    assert grew == {}


@pytest.mark.parametrize("page", pages(), ids=named)
def test_a_look_writes_its_entry_and_nothing_else(
    page: told.Page, little: dict[str, tuple[str, int]], readers: dict[str, Client]
) -> None:
    """Whoever is let in, and whoever is not."""
    keys = {little[page[0]][0]} if page[0] in little else set()
    for key in keys | {"police"}:
        wrote = [
            sql
            for sql in _queries(readers[key], _url(*page))
            if not sql.lstrip("( ").upper().startswith(READS)
            and not any(own in sql for own in OWN_ENTRY)
        ]
        assert wrote == [], page[0]
