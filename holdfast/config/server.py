"""Holdfast's own server: gunicorn with one process and eight threads, on a socket bound already.

    python -m holdfast.config.server FD PROXIES

One process is enough for a partnership, and is what an embedded SQLite wants. `holdfast serve`
becomes this program instead of calling it: gunicorn forks, and a process that has told a story or
drawn a report may hold threads that no fork survives.
"""

import os
import sys
from io import StringIO
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from holdfast.config import minute

THREADS = 8


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn is not followed
    """Serves on a socket by its number. Forwarded headers are believed from our proxies alone."""

    def __init__(self, bound: int, *, proxies: int) -> None:
        self.bound, self.proxies = bound, proxies
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": [f"fd://{self.bound}"],
            "workers": 1,
            "worker_class": "gthread",
            "threads": THREADS,
            "graceful_timeout": 20,
            "loglevel": "warning",
            "control_socket_disable": True,
            "forwarded_allow_ips": "127.0.0.1,::1" if self.proxies else "",
            "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"} if self.proxies else {},
            "post_worker_init": seal_each_minute,
            "on_exit": seal,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """Run in the process that serves: every page is there before the first is asked for."""
        handler = get_wsgi_application()
        len(get_resolver().url_patterns)
        return handler


def become(bound: int, *, proxies: int) -> None:
    """Turn this process into the server. It does not return."""
    connections.close_all()
    os.set_inheritable(bound, True)
    name = sys.executable
    os.execv(name, [name, "-m", "holdfast.config.server", str(bound), str(proxies)])  # noqa: S606


def seal_each_minute(worker: Any) -> None:
    """Begin the minute's job in the process that serves."""
    minute.begin()


def seal(server: Any) -> None:
    """Tie the access log's last entries before the process ends."""
    django.setup()
    call_command("seal_log", stdout=StringIO())
    connections.close_all()


if __name__ == "__main__":
    Server(int(sys.argv[1]), proxies=int(sys.argv[2])).run()
