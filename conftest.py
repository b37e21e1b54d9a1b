"""What every test stands on: one demo-stamped database, the cast, and a way to be one of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, TransactionTestCase

from holdfast.demo import cast as demo_cast
from holdfast.demo import story
from holdfast.kernel.access import triggers
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Account, Holding, Post
from holdfast.practice.allegations.models import Allegation
from tests import told

FRIDAY = datetime(2013, 6, 28, 16, 45, tzinfo=ZoneInfo("Europe/London"))
"""The demo's moment: Friday 28 June 2013, 16:45."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="Leave out what needs no database, and pages: they have run on the other one.",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--only-database"):
        kept = [item for item in items if _needs_a_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _needs_a_database(item: pytest.Item) -> bool:
    if item.path.stem.endswith("pages"):
        return False
    asked = set(getattr(item, "fixturenames", ()))
    return bool(asked & {"db", "transactional_db"}) or bool(item.get_closest_marker("django_db"))


@contextmanager
def _safeguards_lifted() -> Iterator[None]:
    """Let a test's database be emptied. This is the only place that can: the product has none."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("set session_replication_role = replica")
        else:
            cursor.execute("select name from sqlite_master where type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"drop trigger {name}")
    try:
        yield
    finally:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("set session_replication_role = origin")
        triggers.install()


_empty = TransactionTestCase._fixture_teardown


def _empty_with_safeguards_lifted(case: TransactionTestCase) -> None:
    with _safeguards_lifted():
        _empty(case)
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("delete from sqlite_sequence where name = 'access_entry'")


TransactionTestCase._fixture_teardown = _empty_with_safeguards_lifted  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_modify_db_settings_parallel_suffix(request: pytest.FixtureRequest) -> None:
    """Give each test process its own database on a server. In memory it has its own already."""
    if settings.DATABASES["default"]["NAME"] != ":memory:":
        request.getfixturevalue("django_db_modify_db_settings_xdist_suffix")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Tables made from the models have no list of migrations. One that wants to be told may be."""
    with django_db_blocker.unblock():
        MigrationRecorder(connection).ensure_schema()


@pytest.fixture(scope="session", autouse=True)
def _no_copy_is_left(django_db_blocker: Any) -> Iterator[None]:
    yield
    with django_db_blocker.unblock():
        told.forget()


@pytest.fixture(autouse=True)
def _the_clock_is_read_again() -> Iterator[None]:
    moment.forget()
    yield
    moment.forget()


@pytest.fixture(autouse=True)
def _on_its_own_database(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("Needs PostgreSQL: SQLite has one writer and no such statement.")


@pytest.fixture(autouse=True)
def _an_anchor_of_its_own(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.ANCHOR = str(tmp_path_factory.getbasetemp() / f"anchor-{uuid4().hex}")


@pytest.fixture(scope="module")
def bus_world(
    django_db_setup: None, django_db_blocker: Any
) -> Iterator[tuple[dict[str, Holding], Allegation]]:
    """The cast and the school-bus case, made once for a file that asks for them and taken back."""
    with django_db_blocker.unblock(), told.rolled_back():
        moment.forget()
        cast = demo_cast.assemble()
        yield cast, story.bus_case.tell({key: holding.post for key, holding in cast.items()})


@pytest.fixture(scope="module")
def cast_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Holding]]:
    """The cast, made once for a file that asks for it, and taken back with all that it did."""
    with django_db_blocker.unblock(), told.rolled_back():
        moment.forget()
        yield demo_cast.assemble()


@pytest.fixture(scope="module")
def children_told(cast_world: dict[str, Holding], django_db_blocker: Any) -> None:
    """The demo's children, told once for a file that asks for them."""
    with django_db_blocker.unblock():
        story.children.tell({key: holding.post for key, holding in cast_world.items()})


@pytest.fixture
def cast(db: None, request: pytest.FixtureRequest) -> dict[str, Holding]:
    """The cast's holdings by key, in a demo-stamped database."""
    if "cast_world" in request.fixturenames:
        return dict(request.getfixturevalue("cast_world"))
    if "bus_world" in request.fixturenames:
        return dict(request.getfixturevalue("bus_world")[0])
    return demo_cast.assemble()


@pytest.fixture
def real_cast(db: None) -> dict[str, Holding]:
    """The same people in a database that is no demo: no stories, and two factors to sign in."""
    return demo_cast.assemble(demo=False)


@pytest.fixture
def posts(cast: dict[str, Holding]) -> dict[str, Post]:
    """The cast's posts by key: lado, duty_chair, social_worker, police, head_teacher, …"""
    return {key: holding.post for key, holding in cast.items()}


@pytest.fixture
def friday(cast: dict[str, Holding]) -> Iterator[datetime]:
    """The whole test happens on Friday 28 June 2013 at 16:45."""
    with moment.story(FRIDAY):
        yield FRIDAY


@pytest.fixture
def at(cast: dict[str, Holding]) -> Callable[..., Any]:
    """`with at(2012, 10, 9, 11, 20):` lets what is inside happen then."""

    def when(*parts: int) -> Any:
        return moment.story(datetime(*parts, tzinfo=ZoneInfo("Europe/London")))  # type: ignore[misc,arg-type]

    return when


@pytest.fixture
def client_for(cast: dict[str, Holding]) -> Callable[[str], Client]:
    """`client_for("lado")` is a browser signed in as one of the cast."""

    def signed_in(key: str) -> Client:
        client = Client()
        account = Account.objects.get(person=cast[key].person_id)
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


@pytest.fixture
def bus_case(posts: dict[str, Post], request: pytest.FixtureRequest) -> Allegation:
    """The school-bus case as the demo tells it, from October 2012 to June 2013."""
    if "bus_world" in request.fixturenames:
        return Allegation.objects.get(pk=request.getfixturevalue("bus_world")[1].pk)
    return story.bus_case.tell(posts)
