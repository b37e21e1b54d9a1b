"""Police notifications and out-of-hours handovers as CSV: every bad row told. Pure.

One row is one child. Rows with one reference are one report about brothers and sisters. The
columns are this product's own (L): a force's own export is renamed before it is sent.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.rules.told import ChildTold

LARGEST = 2 * 1024 * 1024
MOST_ROWS = 2000
COLUMNS = (
    "reference", "received", "forename", "surname", "born", "sex", "address", "postcode", "school",
    "worry", "safe",
)  # fmt: skip
NEEDED = ("reference", "received", "surname", "worry")
SEXES = {"f": "female", "female": "female", "m": "male", "male": "male"}
DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y")
TIMES = tuple(f"{day} %H:%M" for day in DAYS) + ("%Y-%m-%dT%H:%M",)
MOST_WORDS = 4000


@dataclass(frozen=True)
class Report:
    """One report of the file: its children share a reference, a time, a worry and an address."""

    reference: str
    received: datetime
    worry: str
    address: str
    postcode: str
    safe: str
    children: tuple[ChildTold, ...]


@dataclass(frozen=True)
class Bad:
    """What is wrong with one row: where it is, and what to do."""

    row: int
    sentence: str


def read(content: bytes, *, filename: str) -> tuple[list[Report], list[Bad]]:
    """Return the reports of a file and every fault in it. Raises NotAllowed if it is none."""
    if len(content) > LARGEST:
        raise NotAllowed(f"{filename} is larger than 2 MB. Send it in parts.")
    try:
        rows = list(csv.reader(io.StringIO(_text(content, filename), newline="")))
    except csv.Error as why:
        raise NotAllowed(f"{filename}: {why}. Save it as CSV again.") from why
    heading = [name.strip().lower() for name in rows[0]] if rows else []
    without = [name for name in NEEDED if name not in heading]
    if without:
        raise NotAllowed(
            f"{filename}, row 1: no column is called {', '.join(without)}. "
            f"The columns are: {', '.join(COLUMNS)}."
        )
    if len(rows) - 1 > MOST_ROWS:
        raise NotAllowed(f"{filename} has more than {MOST_ROWS:,} rows. Send it in parts.")
    return _gathered(rows[1:], heading)


def _text(content: bytes, filename: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise NotAllowed(f"{filename} is not a text file. Save it as CSV and choose it again.")


def _gathered(rows: list[list[str]], heading: list[str]) -> tuple[list[Report], list[Bad]]:
    found: dict[str, Report] = {}
    bad: list[Bad] = []
    for number, cells in enumerate(rows, 2):
        if not any(cell.strip() for cell in cells):
            continue
        row = {name: cell.strip() for name, cell in zip(heading, cells, strict=False)}
        wrong, read_ = _row(row)
        bad += [Bad(number, sentence) for sentence in wrong]
        if read_ is None:
            continue
        earlier = found.get(read_.reference)
        if earlier is None:
            found[read_.reference] = read_
        elif (earlier.received, earlier.worry) != (read_.received, read_.worry):
            bad.append(
                Bad(
                    number,
                    f"“{read_.reference}” stands above at another time or with another worry.",
                )
            )
        else:
            children = (*earlier.children, *read_.children)
            found[read_.reference] = Report(**{**earlier.__dict__, "children": children})
    return list(found.values()), bad


def _row(row: dict[str, str]) -> tuple[list[str], Report | None]:
    wrong = [f"“{name}” is empty. Fill it in." for name in NEEDED if not row.get(name)]
    received = _time(row.get("received", ""))
    if row.get("received") and received is None:
        wrong.append(f"“{row['received']}” is no day and time. Write it as 29/06/2013 21:05.")
    born = _day(row.get("born", ""))
    if row.get("born") and born is None:
        wrong.append(f"“{row['born']}” is no date. Write it as 31/12/2005.")
    if received and born and born > received.date():
        wrong.append(f"“{row['born']}” is after the report. Put the date of birth right.")
    long = [name for name, value in row.items() if len(value) > _most(name)]
    wrong += [f"“{name}” is too long. Keep it to {_most(name)} letters." for name in long]
    if wrong or received is None:
        return wrong, None
    child = ChildTold(
        forename=row.get("forename", ""), surname=row["surname"], born_on=born,
        sex=SEXES.get(row.get("sex", "").lower(), "unknown"), address=row.get("address", ""),
        postcode=row.get("postcode", ""), school=row.get("school", ""),
    )  # fmt: skip
    return [], Report(
        row["reference"], received, row["worry"], row.get("address", ""),
        row.get("postcode", ""), row.get("safe", ""), (child,),
    )  # fmt: skip


def _most(name: str) -> int:
    return {"worry": MOST_WORDS, "address": 200, "safe": 200, "postcode": 10, "reference": 40}.get(
        name, 60
    )


def _time(typed: str) -> datetime | None:
    for form in TIMES:
        try:
            return datetime.strptime(typed, form)  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _day(typed: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(typed, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None
