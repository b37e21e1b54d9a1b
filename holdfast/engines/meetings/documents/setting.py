"""Setting a meeting's own pages with Typst. No file is fetched and no source is built of words."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import typst

from holdfast.engines.meetings.rules.blocks import Block, Table, pack

TEMPLATE: Final = Path(__file__).with_name("pack.typ")
LEAST, MOST = 6, 40


def compiled(what: str, *, title: str, author: str, on: date, **data: Any) -> bytes:
    """Set one piece: front, items, apart, document (tagged, PDF/UA-1) or stamp."""
    told = {"what": what, "title": title, "author": author, "date": [on.year, on.month, on.day]}
    return typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"data": json.dumps(told | data)},
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
        pdf_standards="ua-1" if what == "document" else None,
    )


def blocks(drawn: Iterable[Block]) -> list[dict[str, Any]]:
    """Return blocks as the template takes them: a table with its columns' shares of the width."""
    return [
        {**packed, "shares": _shares(block)} if isinstance(block, Table) else packed
        for block, packed in ((block, pack([block])[0]) for block in drawn)
    ]


def _shares(table: Table) -> list[int]:
    columns = zip(table.head, *table.rows, strict=False)
    return [min(max(*map(len, column), LEAST), MOST) for column in columns]


def facts(pairs: Mapping[str, str]) -> list[list[str]]:
    return [[name, value] for name, value in pairs.items() if value]
