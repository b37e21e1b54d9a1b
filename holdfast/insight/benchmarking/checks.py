"""What a file must be before anything of it is kept: right years, places and values."""

import duckdb

from holdfast.insight.benchmarking import faults
from holdfast.insight.benchmarking.places import all_places, boroughs, nation, region
from holdfast.insight.benchmarking.releases import Release


def check_rows(con: duckdb.DuckDBPyConnection, file: str, release: Release) -> None:
    """Give every row its place and year in `placed`; refuse strangers, doubles and gaps."""
    place = release.place
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE placed AS
        SELECT page.*, known.code AS place, known.name AS known_name, known.kind,
            CASE WHEN $dated THEN CASE WHEN regexp_full_match(period, '\\d{4}')
                THEN CAST(period AS INTEGER) END ELSE $year END AS year
        FROM page JOIN known ON
            (known.kind = 'nation' AND level = $nation)
            OR (known.kind = 'region' AND level = $region
                AND upper(region_name) = upper(known.name))
            OR (known.kind = 'borough' AND level = $authority AND page.dfe = known.dfe)
        """,
        {
            "dated": place.period is not None,
            "year": release.years[0],
            "nation": place.nation,
            "region": place.region or "",
            "authority": place.authority,
        },
    )
    _years(con, file, release)
    _names(con, file, release)
    _doubles(con, file)
    _gaps(con, file, release)


def check_values(con: duckdb.DuckDBPyConnection, file: str, release: Release) -> None:
    """Refuse the first cell, in the file's order, that is no number and no known symbol."""
    bad = con.execute(
        "SELECT file_row, column_name, text, fault FROM found WHERE fault IS NOT NULL "
        "ORDER BY file_row, nth LIMIT 1"
    ).fetchone()
    if bad:
        row, column, text, fault = bad
        raise faults.bad_value(file, row, column, told=(text, faults.WHY[fault]), release=release)


def _years(con: duckdb.DuckDBPyConnection, file: str, release: Release) -> None:
    bad = con.execute(
        "SELECT file_row, period FROM placed WHERE year IS NULL OR NOT list_contains(?, year) "
        "ORDER BY file_row LIMIT 1",
        [list(release.years)],
    ).fetchone()
    if bad:
        raise faults.unknown_year(file, bad[0], release.place.period or "", bad[1], release)


def _names(con: duckdb.DuckDBPyConnection, file: str, release: Release) -> None:
    """A borough's number, name and nine-character code must belong together."""
    bad = con.execute(
        """
        SELECT file_row, name, ons, known_name, lower(name) <> lower(known_name) AS misnamed
        FROM placed WHERE kind = 'borough'
            AND (lower(name) <> lower(known_name) OR (ons <> '' AND ons <> place))
        ORDER BY file_row LIMIT 1
        """
    ).fetchone()
    if bad:
        row, name, ons, known, misnamed = bad
        column = release.place.name if misnamed else release.place.ons or ""
        raise faults.wrong_name(file, row, column, name if misnamed else ons, known)


def _doubles(con: duckdb.DuckDBPyConnection, file: str) -> None:
    bad = con.execute(
        """
        SELECT file_row, known_name, year FROM (
            SELECT *, row_number() OVER (PARTITION BY place, year ORDER BY file_row) AS nth
            FROM placed
        ) WHERE nth > 1 ORDER BY file_row LIMIT 1
        """
    ).fetchone()
    if bad:
        raise faults.twice(file, *bad)


def _gaps(con: duckdb.DuckDBPyConnection, file: str, release: Release) -> None:
    expected = [nation(), *([region()] if release.place.region else []), *boroughs()]
    rows = con.execute("SELECT year, list(DISTINCT place) FROM placed GROUP BY year ORDER BY year")
    found: dict[int, list[str]] = {year: places for year, places in rows.fetchall()}
    for year, places in (found or {release.years[0]: []}).items():
        if absent := [p.code for p in expected if p.code not in places]:
            names = [all_places()[code].name for code in absent]
            raise faults.missing_places(file, names, year, release)
