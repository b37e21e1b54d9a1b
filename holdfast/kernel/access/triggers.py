"""What the database itself refuses, and what it writes down by itself. The same on both databases.

`install` runs after every `migrate` (an altered table loses its triggers on SQLite); the server
does not start unless `missing` is empty.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db import connection
from django.db.models import Model

from holdfast.kernel.access import log, triggers_postgresql, triggers_sqlite

ADDED_ONLY: dict[str, list[str]] = {
    "access_seal": [],
    "access_link": [],
    "access_write": [],
    "access_grant": ["given_at"],
    "access_grantend": ["ended_at"],
    "access_member": ["admitted_at"],
    "access_memberend": ["ended_at"],
    "access_shutout": ["at"],
    "access_shutoutlift": ["at"],
    "access_breakglass": ["began_at"],
    "access_breakglassreview": ["at"],
    "access_disposal": ["asked_at"],
    "access_disposalconfirmed": ["at"],
    "access_entry": ["at"],
    "records_step": ["written_at"],
    "records_file": ["written_at"],
}
"""Tables whose rows are added and never changed, and the columns that the database dates."""

_GONE = (
    "exists (select 1 from access_disposal d join access_disposalconfirmed c "
    "on c.disposal_id = d.id where d.record_id = {record})"
)

DISPOSABLE = {
    "records_step": "old.record_id",
    "records_file": "old.record_id",
    "access_grant": "old.record_id",
    "access_member": "old.record_id",
    "access_shutout": "old.record_id",
    "access_breakglass": "old.record_id",
    "access_grantend": "(select record_id from access_grant where id = old.grant_id)",
    "access_memberend": "(select record_id from access_member where id = old.member_id)",
    "access_shutoutlift": "(select record_id from access_shutout where id = old.shut_out_id)",
    "access_breakglassreview": (
        "(select record_id from access_breakglass where id = old.break_glass_id)"
    ),
}
"""Tables whose rows may go once two people disposed of their record, and whose that is."""

_ERASED = " and ".join(f"new.{column} is null" for column in ("salt", *log.PAYLOAD))
ERASABLE = {
    "access_entry": (
        "new.id = old.id and new.at = old.at and new.commitment = old.commitment and "
        f"{_ERASED} and {_GONE.format(record='old.record_id')}"
    ),
}
"""The one change a row of the log may see: what it says is taken away, its commitment stays."""

NOT_IN_THE_LEDGER = {"access_entry", "access_seal", "access_link", "access_write"}


def ledger_models() -> list[type[Model]]:
    """Return every model of ours that the write ledger watches."""
    ours = [m for m in apps.get_models() if m.__module__.startswith("holdfast.")]
    watched = [m for m in ours if m._meta.managed and not m._meta.proxy]
    return [m for m in watched if m._meta.db_table not in NOT_IN_THE_LEDGER]


def added_only() -> dict[str, tuple[list[str], str]]:
    """Return the tables whose rows never change, each with its dated columns and whose they are.

    A room's model joins them by naming in `ADDED_ONLY` the record that its rows belong to, as SQL
    over `old`.
    """
    kernel = {table: (dated, DISPOSABLE.get(table, "")) for table, dated in ADDED_ONLY.items()}
    rooms = [(m._meta.db_table, str(getattr(m, "ADDED_ONLY", ""))) for m in ledger_models()]
    return kernel | {table: ([], whose) for table, whose in rooms if whose}


def install() -> None:
    """Put every trigger in place, replacing what is there."""
    with connection.cursor() as cursor:
        for _, statement in wanted():
            for part in statement:
                cursor.execute(part)


def missing() -> list[str]:
    """Return the names of triggers that should be there and are not."""
    with connection.cursor() as cursor:
        cursor.execute(_dialect().PRESENT)
        present = {row[0] for row in cursor.fetchall()}
    return sorted(name for name, _ in wanted() if name not in present)


def require_installed() -> None:
    """Refuse to start on a database that has lost a trigger."""
    gone = missing()
    if gone:
        raise RuntimeError(
            f"The database has lost {len(gone)} of its safeguards, the first being {gone[0]}. "
            "Nothing is served. Find out why, then run `holdfast migrate`."
        )


def wanted() -> Iterable[tuple[str, list[str]]]:
    """Yield every trigger's name with the statements that put it there."""
    dialect = _dialect()
    there = set(connection.introspection.table_names())
    yield from dialect.prelude()
    for table, (dated, whose) in added_only().items():
        if table not in there:
            continue
        yield from dialect.added_only(
            table,
            uniques=_uniques(table),
            disposed=_GONE.format(record=whose) if whose else "",
            erasable=ERASABLE.get(table, ""),
        )
        for column in dated:
            yield from dialect.dated_by_database(table, column)
    if "directory_partnership" in there:
        yield from dialect.stamp()
    for model in ledger_models():
        if model._meta.db_table not in there:
            continue
        columns = [str(f.column) for f in model._meta.local_concrete_fields]
        pk = str(model._meta.pk.column)
        yield from dialect.ledger(model._meta.db_table, columns, pk)


def _uniques(table: str) -> list[list[str]]:
    """Return the sets of columns by which a row could be replaced."""
    model = next(m for m in apps.get_models() if m._meta.db_table == table)
    columns = {f.name: str(f.column) for f in model._meta.local_concrete_fields}
    alone = [[columns[f.name]] for f in model._meta.local_concrete_fields if f.unique]
    together = [c.fields for c in model._meta.total_unique_constraints]
    return alone + [[columns[name] for name in names] for names in together]


def _dialect() -> "type[triggers_sqlite.Dialect] | type[triggers_postgresql.Dialect]":
    if connection.vendor == "postgresql":
        return triggers_postgresql.Dialect
    return triggers_sqlite.Dialect
