"""PostgreSQL's spelling of the safeguards in `triggers`."""

from collections.abc import Iterator, Sequence

Trigger = tuple[str, list[str]]

DEMO = "exists (select 1 from directory_partnership where demo)"

REFUSE = """
create or replace function holdfast_refuse() returns trigger language plpgsql as $$
begin
    raise exception '%: %', tg_table_name, tg_argv[0];
end $$"""

LEDGER = """
create or replace function holdfast_ledger() returns trigger language plpgsql as $$
declare
    was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    row_now jsonb := coalesce(is_now, was);
    secret text := coalesce(current_setting('holdfast.key', true), '');
    names text;
begin
    select string_agg(k, ',' order by k) into names from jsonb_object_keys(row_now) k
        where tg_op <> 'UPDATE' or was -> k is distinct from is_now -> k;
    insert into access_write ("table", "row", op, actor, columns, digest) values (
        tg_table_name, row_now ->> tg_argv[0], lower(tg_op),
        coalesce(nullif(current_setting('holdfast.actor', true), ''), session_user),
        coalesce(names, ''),
        encode(sha256(convert_to(secret || row_now::text || secret, 'UTF8')), 'hex'));
    return null;
end $$"""


class Dialect:
    PRESENT = (
        "select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid "
        "where not t.tgisinternal and t.tgenabled in ('O', 'A') "
        "and c.relnamespace = current_schema()::regnamespace "
        "union select proname from pg_proc where proname like 'holdfast_%'"
    )

    @classmethod
    def prelude(cls) -> Iterator[Trigger]:
        yield "holdfast_refuse", [REFUSE]
        yield "holdfast_ledger", [LEDGER]

    @classmethod
    def added_only(
        cls, table: str, *, uniques: Sequence[Sequence[str]], disposed: str, erasable: str
    ) -> Iterator[Trigger]:
        """Refuse change, deletion and truncation."""
        say = "rows are added and never changed"
        yield _refuse(f"{table}_no_empty", f"before truncate on {table} for each statement", say)
        yield _guard(f"{table}_no_update", table, "update", erasable, say)
        yield _guard(f"{table}_no_delete", table, "delete", disposed, say)

    @classmethod
    def dated_by_database(cls, table: str, column: str) -> Iterator[Trigger]:
        """Refuse a row dated by anybody but the database, unless this is a demo."""
        near = f"abs(extract(epoch from new.{column} - clock_timestamp())) <= 60"
        yield _guard(
            f"{table}_dated_{column}",
            table,
            "insert",
            f"{near} or {DEMO}",
            "only a demo tells of another day",
        )

    @classmethod
    def stamp(cls) -> Iterator[Trigger]:
        """A partnership never becomes a demo, nor a demo a partnership."""
        table, say = "directory_partnership", "the demo stamp never changes"
        yield _guard("partnership_keeps_its_stamp", table, "update", "new.demo = old.demo", say)
        yield _refuse("partnership_stays", f"before delete on {table} for each row", say)

    @classmethod
    def ledger(cls, table: str, columns: Sequence[str], pk: str) -> Iterator[Trigger]:
        """Write down each insert, update and delete: its columns and a keyed digest, no value.

        Emptying the whole table would fire nothing, so it is refused.
        """
        name = f"{table}_ledger"
        yield _refuse(
            f"{table}_no_truncate",
            f"before truncate on {table} for each statement",
            "a table is never emptied",
        )
        yield (
            name,
            [
                f"drop trigger if exists {name} on {table}",
                f"create trigger {name} after insert or update or delete on {table} "
                f"for each row execute function holdfast_ledger('{pk}')",
            ],
        )


def _refuse(name: str, when: str, say: str) -> Trigger:
    table = when.split(" on ")[1].split(maxsplit=1)[0]
    return name, [
        f"drop trigger if exists {name} on {table}",
        f"create trigger {name} {when} execute function holdfast_refuse('{say}')",
    ]


def _guard(name: str, table: str, op: str, unless: str, say: str) -> Trigger:
    """Refuse an operation unless a condition holds. A WHEN may not query; a function may."""
    back = "old" if op == "delete" else "new"
    function = f"holdfast_{name}"
    return name, [
        f"create or replace function {function}() returns trigger language plpgsql as $$ begin "
        f"if not ({unless or 'false'}) then raise exception '%: {say}', tg_table_name; end if; "
        f"return {back}; end $$",
        f"drop trigger if exists {name} on {table}",
        f"create trigger {name} before {op} on {table} for each row execute function {function}()",
    ]
