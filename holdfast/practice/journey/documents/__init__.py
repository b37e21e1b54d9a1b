"""A child's whole record, as far as its reader is let in: to read, and as open data.

One zip: the record as HTML, PDF/UA and Word, the same as JSON, and each list as CSV. The manifest
names every file with its digest, and goes into the access log before the first byte leaves.
"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from holdfast.engines.copies.documents import FORMATS
from holdfast.engines.copies.rules.paper import Grid, Letter, Section, Words
from holdfast.kernel.ui.exports import BYTE_ORDER_MARK, safe_cell

MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the zip bears, so that one record makes the same bytes twice."""


@dataclass(frozen=True)
class List:
    """One kind of thing that is known: its name as a file, its title, its columns, its rows."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Parcelled:
    content: bytes
    manifest: Mapping[str, Any]


def parcelled(lists: Sequence[List], *, title: str, to: str, foot: str, on: date) -> Parcelled:
    """Return the zip and what is in it."""
    letter = Letter(title, to, tuple(_section(one) for one in lists), foot)
    files = {f"record.{kind.ending}": kind.make(letter, on) for kind in FORMATS.values()}
    files["record.json"] = json.dumps(_data(lists, on), ensure_ascii=False, indent=1).encode()
    files |= {f"{one.name}.csv": _csv(one) for one in lists}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = {
        "what": "a child's whole record",
        "files": digests,
        "rows": {one.name: len(one.rows) for one in lists},
    }
    files["manifest.json"] = json.dumps(manifest, indent=1).encode()
    return Parcelled(_zip(files), manifest)


def _section(one: List) -> Section:
    if not one.rows:
        return Section(one.title, (Words("Nothing is written down.", missing=True),))
    return Section(one.title, (Grid(one.title, one.columns, tuple(one.rows)),))


def _data(lists: Sequence[List], on: date) -> dict[str, Any]:
    told = {one.name: [dict(zip(one.columns, row, strict=True)) for row in one.rows]
            for one in lists}  # fmt: skip
    return {"format": 1, "as_at": on.isoformat(), **told}


def _csv(one: List) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe_cell(column) for column in one.columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in one.rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, MOMENT), content)
    return out.getvalue()
