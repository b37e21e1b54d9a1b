"""Where the figures are kept: what ships with the product, and over it what was imported here.

One Parquet file for each imported release lies in `figures` under the installation's folder. A
release imported here stands in place of the shipped one. The store is held in memory and opened
anew when a file there changes.
"""

import tempfile
from functools import lru_cache
from pathlib import Path

import duckdb

from holdfast.insight.benchmarking import faults, readers, tables
from holdfast.insight.benchmarking.readers import Counts
from holdfast.insight.benchmarking.releases import DATA, Release, all_releases
from holdfast.insight.benchmarking.store import Store

SHIPPED = DATA / "figures"


def import_file(path: Path, release: Release, *, into: Path) -> Counts:
    """Read a file and keep its figures; on any fault nothing is changed."""
    con = tables.connect()
    counts = readers.read(con, path, release)
    try:
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=into, prefix=".part-") as folder:
            part = Path(folder) / f"{release.id}.parquet"
            con.execute(f"COPY cell TO '{_quoted(part)}' (FORMAT parquet)")
            part.replace(into / part.name)
    except (OSError, duckdb.Error) as error:
        why = getattr(error, "strerror", None) or "no permission"
        raise faults.cannot_write(str(into), why) from error
    return counts


def open_store(imported: Path) -> Store:
    """Return the store of the shipped and the imported figures. `imported` need not exist."""
    found = sorted(imported.glob("*.parquet")) if imported.is_dir() else []
    stamps = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in found)
    return _opened(stamps)


@lru_cache(maxsize=2)
def _opened(stamps: tuple[tuple[str, int, int], ...]) -> Store:
    con = tables.connect()
    here = {Path(name).stem: Path(name) for name, *_ in stamps}
    for identity, release in all_releases().items():
        shipped = SHIPPED / f"{identity}.csv"
        if identity in here:
            _take_in(con, here[identity])
        elif shipped.exists():
            readers.read(con, shipped, release)
    tables.lock(con)
    return Store(con)


def _take_in(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    try:
        con.execute("INSERT INTO cell SELECT * FROM read_parquet(?)", [str(path)])
    except duckdb.Error as error:
        raise faults.damaged(path.name) from error


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
