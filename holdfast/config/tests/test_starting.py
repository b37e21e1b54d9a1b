"""What must hold before a page is served."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from holdfast.config import installation, ports, starting
from holdfast.config.installation import NotPrepared
from holdfast.demo import cast as demo_cast


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOLDFAST_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("HOLDFAST_SECRET_KEY", raising=False)
    monkeypatch.delenv("HOLDFAST_SECRET_KEY_FILE", raising=False)
    return tmp_path / "var"


def test_there_is_no_default_key(place: Path) -> None:
    with pytest.raises(NotPrepared, match="HOLDFAST_SECRET_KEY is not set"):
        installation.require_key()


def test_a_key_that_could_be_guessed_is_refused(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_SECRET_KEY", "secret")
    with pytest.raises(NotPrepared, match="shorter than 32"):
        installation.require_key()


def test_a_key_may_be_in_a_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = place.parent / "key"
    file.write_text("k" * 40 + "\n")
    monkeypatch.setenv("HOLDFAST_SECRET_KEY_FILE", str(file))
    assert installation.given_key() == "k" * 40


def test_a_demo_makes_its_key_once_for_its_owner_alone(place: Path) -> None:
    installation.make_var_dir()
    installation.make_demo_key()
    first = installation.demo_key()
    installation.make_demo_key()
    assert installation.demo_key() == first
    assert len(first) >= 48
    assert stat.S_IMODE((place / "demo.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_a_place_that_cannot_be_made_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HOLDFAST_VAR", str(tmp_path / "file" / "var"))
    with pytest.raises(NotPrepared, match="cannot be made"):
        installation.make_var_dir()


@pytest.fixture
def migrated(db: None, settings: Any) -> None:
    """A database as its migrations left it, also where the tests made it from the models."""
    settings.MIGRATION_MODULES = {}
    told = MigrationRecorder(connection)
    for app, name in MigrationLoader(connection).disk_migrations:
        if not told.migration_qs.filter(app=app, name=name).exists():
            told.record_applied(app, name)


def test_a_demos_key_is_not_good_for_a_real_database(
    migrated: None, account: object, settings: Any
) -> None:
    settings.SECRET_KEY_IS_THE_DEMOS = True
    with pytest.raises(NotPrepared, match="real one"):
        starting.require_ready()


def test_a_demos_key_is_good_for_a_demo(migrated: None, settings: Any) -> None:
    demo_cast.assemble()
    settings.SECRET_KEY_IS_THE_DEMOS = True
    starting.require_ready()


def test_a_database_without_a_partnership_is_not_served(migrated: None) -> None:
    with pytest.raises(NotPrepared, match="no partnership yet"):
        starting.require_ready()


def ready() -> tuple[int, str]:
    answer = Client().get("/readyz")
    return answer.status_code, answer.content.decode()


def lose_a_safeguard() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid "
                "where relname = 'access_entry' and not tgisinternal limit 1"
            )
            cursor.execute(f"drop trigger {cursor.fetchone()[0]} on access_entry")
        else:
            cursor.execute("select name from sqlite_master where type = 'trigger' limit 1")
            cursor.execute(f"drop trigger {cursor.fetchone()[0]}")


def fall_behind() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'sessions'")


def test_a_database_that_lost_a_safeguard_is_not_served(migrated: None, account: object) -> None:
    assert ready() == (200, "ready\n")
    lose_a_safeguard()
    with pytest.raises(NotPrepared, match="lost 1 of its safeguards"):
        starting.require_ready()
    assert ready() == (503, "not ready\n")


def test_a_database_behind_this_version_is_not_served(migrated: None, account: object) -> None:
    fall_behind()
    with pytest.raises(NotPrepared, match="migrations? behind"):
        starting.require_ready()
    assert ready() == (503, "not ready\n")


def test_being_alive_asks_nothing_of_the_database(
    db: None, django_assert_num_queries: Callable
) -> None:
    with django_assert_num_queries(0):
        assert Client().get("/healthz").content == b"alive\n"


def test_a_port_in_use_is_a_sentence() -> None:
    with ports.take("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NotPrepared, match=f"Port {port} on 127.0.0.1 is in use"):
            ports.take("127.0.0.1", port)


def test_an_address_of_another_machine_is_a_sentence() -> None:
    with pytest.raises(NotPrepared, match="no such address"):
        ports.take("192.0.2.1", 8000)


@pytest.mark.parametrize("port", [70_000, -1])
def test_a_port_that_is_none_is_a_sentence(port: int) -> None:
    with pytest.raises(NotPrepared):
        ports.take("127.0.0.1", port)
