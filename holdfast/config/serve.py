"""Holdfast's own server: gunicorn with one process and eight threads, on a port taken beforehand.

One process is enough for a partnership and is what an embedded SQLite wants. The port is bound
before anything else, so that "in use" is a sentence and not a log of retries.
"""

import errno
import socket
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from gunicorn.app.base import BaseApplication

from holdfast.config.installation import NotPrepared
from holdfast.kernel.access import chain

THREADS = 8

WHY_NOT = {
    errno.EADDRINUSE: "is in use. Stop what is running there, or choose another with --port",
    errno.EACCES: "needs more rights than you have. Choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "cannot be had: this machine has no such address. Try --host 127.0.0.1",
}


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn is not followed
    """Serves on a socket that is bound already."""

    def __init__(self, handler: WSGIHandler, taken: socket.socket, *, proxies: int) -> None:
        self.handler, self.taken, self.proxies = handler, taken, proxies
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": [f"fd://{self.taken.fileno()}"],
            "workers": 1,
            "worker_class": "gthread",
            "threads": THREADS,
            "graceful_timeout": 20,
            "loglevel": "warning",
            "control_socket_disable": True,
            "forwarded_allow_ips": "127.0.0.1,::1" if self.proxies else "",
            "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"} if self.proxies else {},
            "on_exit": seal,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return self.handler


def take(host: str, port: int) -> socket.socket:
    """Bind a port, or say why it cannot be had."""
    try:
        family, kind, proto, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, OverflowError):
        raise NotPrepared(f"{host}:{port} is not an address of this machine.") from None
    taken = socket.socket(family, kind, proto)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind(place)
    except OSError as why:
        taken.close()
        reason = WHY_NOT.get(why.errno or 0, f"cannot be had ({why.strerror})")
        raise NotPrepared(f"Port {port} on {host} {reason}.") from None
    return taken


def address(taken: socket.socket) -> str:
    """Return where a browser finds a bound socket."""
    host, port = taken.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(handler: WSGIHandler, taken: socket.socket, *, proxies: int) -> None:
    """Serve until told to stop. No database connection is carried over into the worker."""
    connections.close_all()
    Server(handler, taken, proxies=proxies).run()


def seal(*_: Any) -> None:
    """Tie the access log's last entries before the process ends."""
    chain.seal_pending()
    connections.close_all()
