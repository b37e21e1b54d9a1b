"""Cuts from an original file the rows and columns that Holdfast ships, text for text."""

import csv
import tempfile
from pathlib import Path

from holdfast.insight.benchmarking import faults, readers, tables
from holdfast.insight.benchmarking.releases import Release


def extract(path: Path, release: Release, out: Path, *, years: tuple[int, ...] = ()) -> int:
    """Write `<release>.csv` into `out` and return its number of rows.

    The cut has the original's column names and cell texts, with the original's row numbers in
    front, and is read by the same reader. The original must first pass every check.
    """
    con = tables.connect()
    readers.read(con, path, release)
    wanted = list(years or release.years)
    rows = con.execute(
        """
        SELECT coalesce(try_cast(source_row AS INTEGER), file_row), level, period, region_name,
            dfe, ons, name, texts, trust
        FROM placed WHERE list_contains(?, year) ORDER BY file_row
        """,
        [wanted],
    ).fetchall()
    heading = release.needed()
    lines = []
    for source_row, level, period, region_name, dfe, ons, name, texts, trust in rows:
        place = release.place
        cells = {place.level: level, place.dfe: dfe, place.name: name}
        cells |= {place.period or "": period, place.ons or "": ons}
        cells |= {place.region_name or "": region_name} if place.region_name != place.name else {}
        for column, text, confidence in zip(release.columns, texts, trust, strict=True):
            cells |= {column.name: text, column.confidence or "": confidence}
        lines.append([source_row, *[cells[column] for column in heading]])
    _write(out / f"{release.id}.csv", [[readers.SOURCE_ROW, *heading], *lines])
    return len(lines)


def _write(path: Path, rows: list[list[object]]) -> None:
    """Write beside the file, then rename: whoever reads sees the old one or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, suffix=".part", newline="", encoding="utf-8", delete=False
        ) as part:
            csv.writer(part, lineterminator="\n").writerows(rows)
        Path(part.name).chmod(0o644)
        Path(part.name).replace(path)
    except OSError as error:
        raise faults.cannot_write(str(path.parent), error.strerror or "no permission") from error
