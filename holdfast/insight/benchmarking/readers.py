"""Reads one published file into `cell`, whole sets at a time; nothing lands unless all is well.

The same road serves the Department's originals and the extracts shipped with the product:
columns are found by name, and an extract's own `source_row` column, where there is one, says
which row of the original each line was.
"""

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb

from holdfast.insight.benchmarking import checks, faults, tables
from holdfast.insight.benchmarking.releases import Release, State

SOURCE_ROW = "source_row"


@dataclass(frozen=True)
class Counts:
    """What one reading found: cells by state, and the file's checksum."""

    release: str
    states: dict[State, int]
    places: int
    sha256: str

    @property
    def values(self) -> int:
        return self.states.get(State.NUMBER, 0)


@dataclass(frozen=True)
class _File:
    """A file that has been found whole, decodable and wide enough."""

    path: Path
    text: str
    heading: list[str]
    sha256: str
    rows: int

    @property
    def name(self) -> str:
        return self.path.name


def read(con: duckdb.DuckDBPyConnection, path: Path, release: Release) -> Counts:
    """Add a file's figures to `cell`. Raises `faults.BadFile` with one sentence."""
    file = _open(path, release)
    tables.ready(con, release)
    try:
        _load(con, file, release)
    except duckdb.Error as error:
        raise faults.locate(file.name, file.text) from error
    checks.check_rows(con, file.name, release)
    if SOURCE_ROW not in file.heading and file.rows != release.rows:
        raise faults.other_length(file.name, file.rows, release)
    tables.classify(con, release)
    checks.check_values(con, file.name, release)
    tables.keep(con, release)
    found = con.execute(
        "SELECT state, count(*), count(DISTINCT (place, year)) FROM cell "
        "WHERE release = ? GROUP BY state",
        [release.id],
    ).fetchall()
    return Counts(
        release=release.id,
        states=Counter({State(state): n for state, n, _ in found}),
        places=max((places for *_, places in found), default=0),
        sha256=file.sha256,
    )


def _open(path: Path, release: Release) -> _File:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise faults.cannot_open(path.name, error.strerror or "it is not a file") from error
    if not raw.strip():
        raise faults.empty(path.name)
    try:
        text = raw.decode(release.encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise faults.wrong_encoding(
            path.name, raw.count(b"\n", 0, error.start) + 1, release
        ) from error
    _whole(path.name, raw)
    heading = _heading(path.name, text, release)
    rows = raw.rstrip(b"\r\n").count(b"\n")
    return _File(path, text, heading, hashlib.sha256(raw).hexdigest(), rows)


def _whole(name: str, raw: bytes) -> None:
    if b"\x00" in raw:
        raise faults.unreadable(name, raw.count(b"\n", 0, raw.index(b"\x00")) + 1)
    if not raw.endswith(b"\n"):
        raise faults.cut_short(name, raw.count(b"\n") + 1)
    body = raw.rstrip(b"\r\n").replace(b"\r\n", b"\n")
    if b"\n\n" in body:
        raise faults.unreadable(name, body.count(b"\n", 0, body.index(b"\n\n")) + 2)


def _heading(name: str, text: str, release: Release) -> list[str]:
    try:
        heading = next(csv.reader([text.split("\n", 1)[0]], strict=True))
    except (csv.Error, StopIteration) as error:
        raise faults.unreadable(name, 1) from error
    needed = release.needed()
    if missing := [column for column in needed if column not in heading]:
        raise faults.missing_columns(name, release, missing, heading)
    for column in (*needed, SOURCE_ROW):
        if heading.count(column) > 1:
            raise faults.doubled_column(name, column)
    return heading


def _load(con: duckdb.DuckDBPyConnection, file: _File, release: Release) -> None:
    """Fill `page`: one line for each row of ours, its figures as a list in column order.

    Only our own names (c0, c1 …) reach the statement; the file's text never does.
    """
    at = {name: f"c{i}" for i, name in reversed(list(enumerate(file.heading)))}

    def cell(name: str | None) -> str:
        return f"coalesce(trim({at[name]}, ' \t\r\n'), '')" if name and name in at else "''"

    place = release.place
    texts = ", ".join(cell(column.name) for column in release.columns)
    trust = ", ".join(cell(column.confidence) for column in release.columns)
    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(file.heading)))
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE page AS
        SELECT file_row, {cell(SOURCE_ROW)} AS source_row,
            {cell(place.level)} AS level, {cell(place.period)} AS period,
            {cell(place.region_name)} AS region_name, {cell(place.dfe)} AS dfe,
            {cell(place.ons)} AS ons, {cell(place.name)} AS name,
            [{texts}] AS texts, [{trust}] AS trust
        FROM (SELECT *, row_number() OVER () + 1 AS file_row FROM read_csv($path,
            header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"',
            strict_mode = true, null_padding = false, columns = {{{columns}}}))
        WHERE {cell(place.level)} IN ($nation, $region)
            OR ({cell(place.level)} = $authority AND {cell(place.dfe)} IN (FROM known SELECT dfe))
        """,  # noqa: S608 - built from c0, c1 … and constants alone
        {
            "path": str(file.path),
            "nation": place.nation,
            "region": place.region or place.nation,
            "authority": place.authority,
        },
    )
