"""How long reading published figures takes, against plain CSV parsing of the same bytes.

python benchmarks/figures.py [FILE RELEASE]: without arguments, the shipped files; and one of them
with its other authorities multiplied, to see how the reader grows with the file.
"""

import csv
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from holdfast.insight.benchmarking import figures, readers, tables  # noqa: E402
from holdfast.insight.benchmarking.releases import all_releases, release  # noqa: E402

TIMES = 7


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several runs, in milliseconds."""
    found = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found) * 1000


def line(path: Path, identity: str, label: str) -> str:
    text = path.read_text(encoding="utf-8-sig")
    con = tables.connect()
    plain = best(lambda: list(csv.reader(io.StringIO(text))))
    ours = best(lambda: readers.read(con, path, release(identity)))
    size = path.stat().st_size / 1024
    return f"{label:<34} {size:>9,.0f} KB {plain:>9.2f} ms {ours:>9.1f} ms {ours / plain:>8.1f}"


def multiplied(folder: Path, identity: str, times: int) -> Path:
    """Write a shipped file with rows of made-up authorities after its own."""
    heading, *rows = (figures.SHIPPED / f"{identity}.csv").read_text().splitlines()
    others = [row.replace(",LA,", ",Other,") for row in rows if ",LA," in row] * times
    path = folder / f"{identity}.csv"
    path.write_text("\n".join([heading, *rows, *others]) + "\n")
    return path


def main() -> None:
    print(f"{'file':<34} {'size':>12} {'plain csv':>12} {'import':>12} {'ratio':>8}")  # noqa: T201
    if len(sys.argv) == 3:
        print(line(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[1]).name))  # noqa: T201
        return
    for identity in all_releases():
        path = figures.SHIPPED / f"{identity}.csv"
        if path.exists():
            print(line(path, identity, path.name))  # noqa: T201
    with TemporaryDirectory() as folder:
        large = multiplied(Path(folder), "SFR27-2012", 3000)
        print(line(large, "SFR27-2012", "SFR27-2012.csv, 3,000 times"))  # noqa: T201
    whole = best(_open)
    print(f"The whole store, opened from the shipped files: {whole:.0f} ms")  # noqa: T201


def _open() -> object:
    figures._opened.cache_clear()
    return figures.open_store(Path("nothing imported"))


if __name__ == "__main__":
    main()
