"""Who is writing just now, and the keyed digest under which the write ledger keeps a value."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import connection

_actor: ContextVar[str] = ContextVar("actor", default="")


def actor() -> str:
    """Return who acts, as the access log numbers it: an entry, a job or an operator."""
    return _actor.get()


def key() -> str:
    """Return the ledger's key, derived so that the secret itself is in no connection."""
    return hmac.new(str(settings.LEDGER_KEY).encode(), b"holdfast.ledger", "sha256").hexdigest()


def digest(row: str) -> str:
    """Return the keyed digest of a row's JSON, as the triggers of both databases spell it."""
    return hashlib.sha256(f"{key()}{row}{key()}".encode()).hexdigest()


@contextmanager
def acting(name: str) -> Iterator[None]:
    """Put a name to every write inside, for the triggers to read."""
    token = _actor.set(name)
    try:
        if connection.vendor == "postgresql":
            _tell_postgres(name)
        yield
    finally:
        _actor.reset(token)
        if connection.vendor == "postgresql" and not connection.needs_rollback:
            _tell_postgres(_actor.get())


def _tell_postgres(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('holdfast.actor', %s, false)", [name])
