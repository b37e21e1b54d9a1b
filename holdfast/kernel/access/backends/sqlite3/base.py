"""SQLite as Holdfast uses it: the write ledger's triggers can ask who acts and take digests."""

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base

from holdfast.kernel.access import ledger


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        connection.create_function("hf_actor", 0, ledger.actor)
        connection.create_function("hf_digest", 1, ledger.digest, deterministic=True)
        return connection
