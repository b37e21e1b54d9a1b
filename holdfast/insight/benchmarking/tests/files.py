"""Small files made by hand in the manner of the published ones, and ways to spoil them."""

from pathlib import Path

from holdfast.insight.benchmarking import readers, tables
from holdfast.insight.benchmarking.places import boroughs
from holdfast.insight.benchmarking.readers import Counts
from holdfast.insight.benchmarking.releases import Release, release
from holdfast.insight.benchmarking.store import Store

LOOKED_AFTER = "SFR20-2012"


def lines(**changed: str) -> list[str]:
    """Return a whole file of looked-after figures; `changed` gives a borough's first figure.

    Row 1 is the heading, 2 England, 3 London, 4 to 36 the boroughs by code, the rest elsewhere.
    """
    counts = release(LOOKED_AFTER).columns
    heading = ["New_geog_code", "geog_l", "geog_c", "geog_n", *[c.name for c in counts]]
    found = [
        ",".join(heading),
        ",".join(["E92000001", "NATIONAL", "999", "ENGLAND", *["1000"] * len(counts)]),
        ",".join(["E12000007", "REGION", "G", "LONDON", *["500"] * len(counts)]),
    ]
    for place in boroughs():
        first = changed.get(place.name.replace(" ", "_"), "100")
        figures = [first, *["7"] * (len(counts) - 1)]
        found.append(",".join([place.code, "LA", place.dfe, place.name, *figures]))
    return [*found, *elsewhere(release(LOOKED_AFTER).rows + 1 - len(found))]


def elsewhere(number: int) -> list[str]:
    """Return rows of authorities that are not London's."""
    counts = ["7"] * len(release(LOOKED_AFTER).columns)
    return [
        ",".join([f"E06{n:06}", "LA", f"9{n:02}", "Elsewhere", *counts]) for n in range(number)
    ]


def write(folder: Path, rows: list[str], *, name: str = "figures.csv") -> Path:
    path = folder / name
    path.write_bytes(("\n".join(rows) + "\n").encode())
    return path


def read(path: Path, which: Release | None = None) -> tuple[Counts, Store]:
    con = tables.connect()
    counts = readers.read(con, path, which or release(LOOKED_AFTER))
    tables.lock(con)
    return counts, Store(con)
