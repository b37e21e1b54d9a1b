"""The tables a reading passes through, page > found > cell, in an embedded DuckDB.

`page` is the file's rows, `found` their figures one by one with what each turned out to be,
`cell` what is kept. Only `cell` outlives a reading.
"""

import duckdb

from holdfast.insight.benchmarking.places import all_places
from holdfast.insight.benchmarking.releases import Release, State, Unit

CELL = """
CREATE TABLE IF NOT EXISTS cell (
    release VARCHAR, measure VARCHAR, year INTEGER, place VARCHAR, state VARCHAR,
    value DECIMAL(18, 4), text VARCHAR, confidence VARCHAR,
    file VARCHAR, row_number INTEGER, column_name VARCHAR
)
"""
NUMBER = r"(\d{1,3}(,\d{3}){1,3}|\d{1,12})(\.\d{1,4})?"
MOST_CHILDREN = 15_000_000
"""More than England has: a count above it has three noughts too many (seen in print)."""

_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def connect() -> duckdb.DuckDBPyConnection:
    """Open an engine in memory that can fetch nothing from the network."""
    con = duckdb.connect(":memory:", config=dict(_OFFLINE))
    con.execute(CELL)
    return con


def lock(con: duckdb.DuckDBPyConnection) -> None:
    """From here on the engine touches no file, and nobody can ask it to."""
    con.execute("SET enable_external_access = false; SET lock_configuration = true")


def ready(con: duckdb.DuckDBPyConnection, release: Release) -> None:
    """Lay out what we know: the places, this release's columns and its symbols."""
    con.execute(
        "CREATE TEMP TABLE IF NOT EXISTS known "
        "(code VARCHAR, name VARCHAR, kind VARCHAR, dfe VARCHAR)"
    )
    if con.execute("SELECT count(*) FROM known").fetchone() == (0,):
        _fill(con, "known", [(p.code, p.name, p.kind, p.dfe) for p in all_places().values()])
    con.execute(
        "CREATE OR REPLACE TEMP TABLE col "
        "(nth INTEGER, measure VARCHAR, unit VARCHAR, capped BOOLEAN, column_name VARCHAR)"
    )
    columns = enumerate(release.columns, start=1)
    _fill(
        con,
        "col",
        [(i, c.measure.slug, c.measure.unit.value, c.measure.capped, c.name) for i, c in columns],
    )
    con.execute("CREATE OR REPLACE TEMP TABLE symbol (text VARCHAR, state VARCHAR)")
    _fill(con, "symbol", [(text, state.value) for text, state in release.symbols.items()])


def classify(con: duckdb.DuckDBPyConnection, release: Release) -> None:
    """Say of every figure what it is, and what is wrong with it where something is."""
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE found AS
        WITH each AS (
            SELECT file_row, source_row, place, year, unnest(texts) AS text,
                unnest(trust) AS confidence, unnest(range(1, len(texts) + 1)) AS nth
            FROM placed
        ), told AS (
            SELECT each.*, measure, unit, capped, column_name,
                CASE WHEN regexp_full_match(each.text, $number)
                    THEN CAST(replace(each.text, ',', '') AS DECIMAL(18, 4)) END AS value,
                symbol.state AS said
            FROM each JOIN col USING (nth) LEFT JOIN symbol ON symbol.text = each.text
        )
        SELECT *, coalesce(said, $is_number) AS state,
            CASE WHEN said IS NOT NULL THEN NULL
                WHEN text = '' THEN 'blank'
                WHEN value IS NULL THEN 'text'
                WHEN unit = $count AND value <> floor(value) THEN 'fraction'
                WHEN unit = $percent AND capped AND value > 100 THEN 'percent'
                WHEN value > $most THEN 'large'
            END AS fault
        FROM told
        """,
        {
            "number": NUMBER,
            "is_number": State.NUMBER.value,
            "count": Unit.COUNT.value,
            "percent": Unit.PERCENT.value,
            "most": MOST_CHILDREN,
        },
    )


def keep(con: duckdb.DuckDBPyConnection, release: Release) -> None:
    """Put the release's figures in place of any that were there, in one transaction."""
    con.begin()
    con.execute("DELETE FROM cell WHERE release = ?", [release.id])
    con.execute(
        """
        INSERT INTO cell
        SELECT ?, measure, year, place, state, CASE WHEN state = 'number' THEN value END, text,
            confidence, ?, coalesce(try_cast(source_row AS INTEGER), file_row), column_name
        FROM found
        """,
        [release.id, release.file],
    )
    con.commit()


def _fill(con: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[object, ...]]) -> None:
    """Insert a handful of our own rows, a column at a time.

    Each column travels as one text: binding lists of values took twenty times as long.
    """
    columns = ["\x1f".join(str(cell) for cell in column) for column in zip(*rows, strict=True)]
    split = ", ".join("unnest(string_split(?, chr(31)))" for _ in columns)
    con.execute(f"INSERT INTO {table} SELECT {split}", columns)  # noqa: S608 - our own names
