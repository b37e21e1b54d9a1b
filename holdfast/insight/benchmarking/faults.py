"""What can be wrong with a figures file, each as one sentence a user may read:
which file, where in it, what stands there, what to do. Nothing is imported when one is raised.
"""

import csv
from collections.abc import Iterable

from holdfast.insight.benchmarking.releases import Release, all_releases

NOTHING = "Nothing was imported."


class BadFile(Exception):
    """Its text is the sentence."""


def cannot_open(file: str, why: str) -> BadFile:
    return BadFile(f"{file} cannot be read: {why}. Check the name and the folder. {NOTHING}")


def cannot_write(folder: str, why: str) -> BadFile:
    return BadFile(
        f"{folder} cannot be written: {why}. Choose a folder you may write in. {NOTHING}"
    )


def damaged(file: str) -> BadFile:
    return BadFile(
        f"{file}, in which imported figures are kept, is damaged. Import that release again with "
        "holdfast import-figures, or remove the file to go back to the figures shipped."
    )


def empty(file: str) -> BadFile:
    return BadFile(f"{file} is empty. Fetch the published file again. {NOTHING}")


def wrong_encoding(file: str, row: int, release: Release) -> BadFile:
    return BadFile(
        f"{file}, row {row}: the text is not {release.encoding.upper()}, in which {release.id} is "
        f"published. Fetch the published file again, or save it as CSV in that encoding. {NOTHING}"
    )


def cut_short(file: str, row: int) -> BadFile:
    return BadFile(
        f"{file} stops in the middle of row {row}: its last line has no end. "
        f"Fetch the whole file again. {NOTHING}"
    )


def wrong_width(file: str, row: int, found: int, expected: int) -> BadFile:
    return BadFile(
        f"{file}, row {row} has {found} cells where the heading has {expected}: the row is cut "
        f"or its quotation marks do not match. Fetch the whole file again. {NOTHING}"
    )


def other_length(file: str, found: int, release: Release) -> BadFile:
    return BadFile(
        f"{file} has {found} rows beneath its heading where {release.file} has {release.rows}: "
        f"rows are missing or were added. Fetch the whole file again. {NOTHING}"
    )


def unreadable(file: str, row: int) -> BadFile:
    return BadFile(
        f"{file}, row {row} cannot be read as CSV: look for a quotation mark without its pair, "
        f"an empty line or an unprintable character. {NOTHING}"
    )


def missing_columns(
    file: str, release: Release, missing: list[str], heading: list[str]
) -> BadFile:
    named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
    start = ", ".join(c[:40] for c in heading[:4]) or "nothing"
    like = _looks_like(heading)
    guess = f" It looks like {like}: give that with --release." if like else ""
    return BadFile(
        f"{file} is not the file of {release.id} ({release.file}): it has no column called "
        f"{named}; its heading begins {start}.{guess} {NOTHING}"
    )


def doubled_column(file: str, column: str) -> BadFile:
    return BadFile(
        f"{file}, row 1: the heading has “{column}” more than once, so it cannot be said which "
        f"is meant. Fetch the published file again. {NOTHING}"
    )


def unknown_year(file: str, row: int, column: str, text: str, release: Release) -> BadFile:
    years = f"{release.years[0]} to {release.years[-1]}"
    return BadFile(
        f"{file}, row {row}, column {column}: “{_shown(text)}” is not a year that {release.id} "
        f"covers ({years}). Check that the file belongs to this release. {NOTHING}"
    )


def twice(file: str, row: int, name: str, year: int) -> BadFile:
    return BadFile(
        f"{file}, row {row}: {name} stands there a second time for {year}. "
        f"Take out the row that should not be there. {NOTHING}"
    )


def wrong_name(file: str, row: int, column: str, text: str, known: str) -> BadFile:
    return BadFile(
        f"{file}, row {row}, column {column}: “{_shown(text)}” stands where the row's number "
        f"belongs to {known}. Compare the row with the published file. {NOTHING}"
    )


def missing_places(file: str, names: Iterable[str], year: int, release: Release) -> BadFile:
    found = list(names)
    listed = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
    return BadFile(
        f"{file} has no row for {listed} in {year}; {release.id} has one for each borough and for "
        f"England, even where nothing was returned. Fetch the whole file again. {NOTHING}"
    )


def bad_value(
    file: str, row: int, column: str, *, told: tuple[str, str], release: Release
) -> BadFile:
    text, why = told
    known = ", ".join(f"{s} ({m})" for s, m in release.symbols.items())
    return BadFile(
        f"{file}, row {row}, column {column}: “{_shown(text)}” {why}. The symbols of {release.id} "
        f"are {known}. Correct the cell from the published file. {NOTHING}"
    )


def locate(file: str, text: str) -> BadFile:
    """Say where a file stops being CSV. Only read row by row once it is known to be broken."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    width, row = 0, 0
    try:
        for row, cells in enumerate(reader, start=1):
            width = width or len(cells)
            if len(cells) != width:
                return wrong_width(file, row, len(cells), width)
    except csv.Error:
        return unreadable(file, row + 1)
    return unreadable(file, row)


def _looks_like(heading: list[str]) -> str:
    present = set(heading)
    fits = [r.id for r in all_releases().values() if present.issuperset(r.needed())]
    return fits[0] if fits else ""


def _shown(text: str) -> str:
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return clean if len(clean) <= 40 else clean[:40] + "…"


WHY = {
    "text": "is neither a number nor a symbol of this release",
    "fraction": "is not a whole number, and this column counts children or events",
    "percent": "is more than 100 per cent",
    "large": "is more than the number of children in England",
    "blank": "is empty where a number or a symbol is expected",
}
