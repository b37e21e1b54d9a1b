"""CSV that a spreadsheet can open without running what somebody typed into a field."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def safe_cell(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay."""
    if not isinstance(value, str):
        return "" if value is None else value
    starts = value.startswith(FORMULA_STARTS) or value.lstrip().startswith(FORMULA_STARTS)
    return f"'{value}" if starts else value


class _Echo:
    def write(self, line: str) -> str:
        return line


def _lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([safe_cell(head) for head in header])
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def csv_response(
    stem: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> StreamingHttpResponse:
    """A file called `<stem>.csv`. The stem names a kind of list, never a person or a record."""
    if not re.fullmatch("[a-z][a-z0-9-]{2,60}", stem):
        raise ValueError(f"{stem!r} cannot name a file: use small letters, figures and hyphens.")
    response = StreamingHttpResponse(_lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{stem}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def attached(content: bytes, name: str, content_type: str) -> HttpResponse:
    """A file to keep. Its name says what kind of paper it is, never who it is about."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "no-store"
    return response
