"""PostgreSQL as Holdfast uses it: every connection carries the write ledger's key."""

from django.db.backends.postgresql import base

from holdfast.kernel.access import ledger


class DatabaseWrapper(base.DatabaseWrapper):
    def init_connection_state(self) -> None:
        super().init_connection_state()
        assert self.connection is not None  # noqa: S101  Django has just connected
        with self.connection.cursor() as cursor:
            cursor.execute("select set_config('holdfast.key', %s, false)", [ledger.key()])
