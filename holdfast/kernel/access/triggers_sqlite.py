"""SQLite's spelling of the safeguards in `triggers`."""

from collections.abc import Iterator, Sequence

Trigger = tuple[str, list[str]]

DEMO = "exists (select 1 from directory_partnership where demo)"
ROW_OF_WRITE = 'insert into access_write ("table", "row", op, actor, columns, digest)'


class Dialect:
    PRESENT = "select name from sqlite_master where type = 'trigger'"

    @classmethod
    def prelude(cls) -> Iterator[Trigger]:
        yield from ()

    @classmethod
    def added_only(
        cls, table: str, *, uniques: Sequence[Sequence[str]], disposed: str, erasable: str
    ) -> Iterator[Trigger]:
        """Refuse change, deletion, and replacement, which fires no delete trigger on SQLite."""
        refuse = f"select raise(abort, '{table}: rows are added and never changed')"
        same = " or ".join(
            " and ".join(f'"{column}" = new."{column}"' for column in columns)
            for columns in uniques
        )
        keep = f"when not ({disposed})" if disposed else ""
        change = f"when not ({erasable})" if erasable else ""
        yield _trigger(f"{table}_no_update", f"before update on {table} {change}", refuse)
        yield _trigger(f"{table}_no_delete", f"before delete on {table} {keep}", refuse)
        yield _trigger(
            f"{table}_no_replace",
            f"before insert on {table} when exists (select 1 from {table} where {same})",
            refuse,
        )

    @classmethod
    def dated_by_database(cls, table: str, column: str) -> Iterator[Trigger]:
        """Refuse a row dated by anybody but the database, unless this is a demo."""
        apart = f"abs(julianday(new.{column}) - julianday('now')) * 86400"
        off = f"coalesce({apart}, 61) > 60"
        yield _trigger(
            f"{table}_dated_{column}",
            f"before insert on {table} when {off} and not {DEMO}",
            f"select raise(abort, '{table}: only a demo tells of another day')",
        )

    @classmethod
    def stamp(cls) -> Iterator[Trigger]:
        """A partnership never becomes a demo, nor a demo a partnership."""
        refuse = "select raise(abort, 'The demo stamp never changes')"
        table = "directory_partnership"
        yield _trigger(
            "partnership_keeps_its_stamp",
            f"before update on {table} when new.demo is not old.demo",
            refuse,
        )
        yield _trigger("partnership_stays", f"before delete on {table}", refuse)
        yield _trigger(
            "partnership_is_one",
            f"before insert on {table} when exists (select 1 from {table})",
            refuse,
        )

    @classmethod
    def ledger(cls, table: str, columns: Sequence[str], pk: str) -> Iterator[Trigger]:
        """Write down each insert, update and delete: its columns and a keyed digest, no value."""
        every = ",".join(columns)
        changed = " || ".join(
            f"""case when old."{c}" is not new."{c}" then '{c},' else '' end""" for c in columns
        )
        for op, row in (("insert", "new"), ("update", "new"), ("delete", "old")):
            names = changed if op == "update" else f"'{every}'"
            values = " || ',' || ".join(f'quote({row}."{column}")' for column in columns)
            yield _trigger(
                f"{table}_ledger_{op}",
                f"after {op} on {table}",
                f"{ROW_OF_WRITE} values ('{table}', cast({row}.\"{pk}\" as text), '{op}', "
                f"hf_actor(), rtrim({names}, ','), hf_digest({values}))",
            )


def _trigger(name: str, when: str, body: str) -> Trigger:
    return name, [
        f"drop trigger if exists {name}",
        f"create trigger {name} {when} begin {body}; end",
    ]
