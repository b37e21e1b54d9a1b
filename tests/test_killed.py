"""The server is killed in the middle of a save: nothing is half-written, and the draft is kept.

A real server in its own process, on a copy of the database. A trigger in that copy holds the save
still after half of its rows are written; then the process gets a SIGKILL.
"""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from conftest import FRIDAY
from holdfast.engines.asks.tests import hub_world as world
from holdfast.kernel.directory import moment

SERVER = """
import time, django
from wsgiref.simple_server import make_server
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created
def halt():
    print("halted", flush=True)
    time.sleep(60)
def known(connection, **_):
    connection.connection.create_function("halt", 0, halt)
application = get_wsgi_application()
connection_created.connect(known, weak=False)
server = make_server("127.0.0.1", 0, application)
print(server.server_port, flush=True)
server.serve_forever()
"""
HALT = "create trigger a_pause after insert on asks_finding begin select halt(); end"
TYPED = {"seen": "1", "text1": "Half a sentence that matters.", "release1": "room",
         "searched": "Everything"}  # fmt: skip


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A server on a file of its own, which this test fills before the first request."""
    kept = tmp_path / "kept.sqlite3"
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{kept}",
        "DJANGO_SETTINGS_MODULE": "holdfast.config.settings",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }
    run = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SERVER],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
    )  # fmt: skip
    try:
        yield kept, run
    finally:
        run.kill()
        run.wait()
        if run.stdout:
            run.stdout.close()


def post(port: int, path: str, typed: dict[str, str], session: str) -> socket.socket:
    """Send a form and do not wait for the answer: none will come."""
    secret = "a" * 32
    body = urlencode(typed | {"csrfmiddlewaretoken": secret})
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={secret}"
    line = socket.create_connection(("127.0.0.1", port))
    line.sendall(
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
    )
    return line


@pytest.mark.django_db(transaction=True)
def test_a_server_killed_in_a_save_leaves_nothing_half_written(
    server, friday, posts, client_for
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("A copy of the database as one file: the transaction is the same on both.")
    with world.declared():
        check = world.ask(posts, world.contact(posts))["police"]
    client, path = client_for("police"), ""
    path = reverse("asks:check_reply", args=[check.record.reference])
    assert client.post(path, TYPED | {"keep": "1"}).status_code == 302
    moment.begin(FRIDAY)
    kept, run = server
    with closing(sqlite3.connect(kept)) as copy:
        connection.connection.backup(copy)
        copy.execute(HALT)
        copy.commit()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert run.stdout is not None
    with post(int(run.stdout.readline()), path, TYPED, session):
        assert run.stdout.readline() == "halted\n"
        run.send_signal(signal.SIGKILL)
        run.wait()
    with closing(sqlite3.connect(kept)) as after:

        def all_of(query: str) -> list[tuple[object, ...]]:
            return after.execute(query).fetchall()

        assert all_of("pragma integrity_check") == [("ok",)]
        assert all_of(f"select state, version from asks_check where id = {check.pk}") == [
            ("asked", 1)
        ]
        assert all_of("select count(*) from asks_checkreply") == [(0,)]
        assert all_of("select count(*) from asks_finding") == [(0,)]
        assert all_of("select count(*) from records_step where move = 'reply'") == [(0,)]
        drafts = all_of("select typed from access_draft")
        assert len(drafts) == 1 and "Half a sentence that matters." in str(drafts[0])
