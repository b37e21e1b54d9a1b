"""An agency's list of children as CSV: read row by row, each fault told by its place. Pure."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.rules.identifiers import Scheme, checked
from holdfast.practice.children.rules.told import ChildTold

LARGEST = 10 * 1024 * 1024
MOST_ROWS = 100_000
COLUMNS = {
    "forename": "forename",
    "first name": "forename",
    "given name": "forename",
    "surname": "surname",
    "last name": "surname",
    "family name": "surname",
    "date of birth": "born_on",
    "dob": "born_on",
    "born": "born_on",
    "postcode": "postcode",
    "address": "address",
    "nhs number": "nhs",
    "nhs": "nhs",
    "upn": "upn",
    "unique pupil number": "upn",
    "sex": "sex",
    "gender": "sex",
}
"""What agencies call a column, in small letters, and what it is here. Others are left out."""

SEXES = {"f": "female", "female": "female", "girl": "female", "2": "female",
         "m": "male", "male": "male", "boy": "male", "1": "male"}  # fmt: skip
DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
_PLAIN = re.compile(r"[\s_]+")


@dataclass(frozen=True)
class Row:
    """One line of the list: a child as told, or why it could not be read."""

    number: int
    told: ChildTold
    wrong: str = ""


def read(content: bytes, *, filename: str) -> list[Row]:
    """Return every row of a list, good and bad. Raises NotAllowed if the file is no list."""
    if len(content) > LARGEST:
        raise NotAllowed(f"{filename} is larger than 10 MB. Send it in parts.")
    text = _text(content, filename)
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        heading = next(rows, [])
        places = {_PLAIN.sub(" ", name.strip().lower()): at for at, name in enumerate(heading)}
        columns = {at: COLUMNS[name] for name, at in places.items() if name in COLUMNS}
        if not {"forename", "surname"} & set(columns.values()):
            raise NotAllowed(
                f"{filename}, row 1: no column is called Surname or Forename. "
                "Put the names of the columns in the first row."
            )
        found = list(_rows(rows, columns))
    except csv.Error as why:
        raise NotAllowed(f"{filename}, row {rows.line_num}: {why}. Save it as CSV again.") from why
    if not found:
        raise NotAllowed(f"{filename} has a heading and no rows. Choose the file again.")
    return found


def _text(content: bytes, filename: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise NotAllowed(f"{filename} is not a text file. Save it as CSV and choose it again.")


def _rows(rows: Iterator[list[str]], columns: dict[int, str]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 2):
        if number > MOST_ROWS + 1:
            raise NotAllowed(f"The list has more than {MOST_ROWS:,} rows. Send it in parts.")
        if any(cell.strip() for cell in cells):
            kept = {
                name: cells[at].strip()[:120] for at, name in columns.items() if at < len(cells)
            }
            yield _row(number, kept)


def _row(number: int, kept: dict[str, str]) -> Row:
    born, wrong = _date(kept.pop("born_on", ""), number)
    kept["sex"] = SEXES.get(kept.get("sex", "").lower(), "unknown")
    for scheme, field in ((Scheme.NHS, "nhs"), (Scheme.UPN, "upn")):
        try:
            kept[field] = checked(scheme, kept[field]) if kept.get(field) else ""
        except NotAllowed as why:
            wrong = wrong or f"Row {number}: {why}"
            kept[field] = ""
    told = ChildTold(born_on=born, **kept)  # type: ignore[arg-type]
    if not told.forename and not told.surname:
        wrong = wrong or f"Row {number}: no forename and no surname."
    return Row(number, told, wrong)


def _date(typed: str, number: int) -> tuple[date | None, str]:
    if not typed:
        return None, ""
    for known in DATES:
        try:
            return datetime.strptime(typed, known).date(), ""  # noqa: DTZ007
        except ValueError:
            continue
    return None, f"Row {number}, date of birth: “{typed}” is no date. Write it as 31/12/2005."
