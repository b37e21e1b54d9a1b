"""Tables that sort, page and export, arranged before a template sees them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, QuerySet

from holdfast.kernel.ui.filters import number
from holdfast.kernel.ui.parts import Link, Status

OWN_PARAMS = ("sort", "page", "format")


@dataclass(frozen=True)
class Column:
    """`sort` is the attribute path to order by; an empty one makes a column without a link."""

    key: str
    label: str
    numeric: bool = False
    sort: str = ""
    header: bool = False


@dataclass(frozen=True)
class Cell:
    """What one cell shows."""

    text: str = ""
    url: str = ""
    note: str = ""
    status: Status | None = None
    strong: bool = False
    more: Sequence[Link] = ()


@dataclass(frozen=True)
class Row:
    """Cells by column key; a plain string will do. Neighbours of one group share a heading."""

    cells: Mapping[str, Cell | str]
    group: str = ""
    marked: bool = False


@dataclass(frozen=True)
class TableSpec:
    """
    A kind of table. `default_sort` is a column key, with a leading minus for descending.

    `name` keeps the pages of several tables on one screen apart; one alone needs none.
    """

    caption: str
    columns: Sequence[Column]
    default_sort: str = ""
    per_page: int = 25
    csv: bool = False
    nothing: str = "Nothing to show here."
    name: str = ""

    def param(self, what: str) -> str:
        """Return what `sort` or `page` is called in this table's addresses."""
        return f"{self.name}-{what}" if self.name else what


@dataclass(frozen=True)
class Header:
    label: str
    numeric: bool = False
    url: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Shown:
    """A row as the template walks it: each column with its cell."""

    pairs: Sequence[tuple[Column, Cell]]
    marked: bool


@dataclass(frozen=True)
class Group:
    title: str
    rows: Sequence[Shown]


@dataclass(frozen=True)
class Pager:
    """Where one is in a list. `previous` and `next` are addresses, or empty."""

    number: int
    pages: int
    first: int
    last: int
    total: int
    previous: str = ""
    next: str = ""
    label: str = "Pages"

    @property
    def words(self) -> str:
        return f"Showing {number(self.first)} to {number(self.last)} of {number(self.total)}"


@dataclass(frozen=True)
class Table:
    caption: str
    headers: Sequence[Header]
    groups: Sequence[Group]
    nothing: str
    pager: Pager | None = None
    csv_url: str = ""
    note: str = ""


def _groups(spec: TableSpec, rows: Iterable[Row]) -> list[Group]:
    groups: list[tuple[str, list[Shown]]] = []
    for row in rows:
        cells = [(column, row.cells[column.key]) for column in spec.columns]
        pairs = [(c, Cell(v) if isinstance(v, str) else v) for c, v in cells]
        if not groups or groups[-1][0] != row.group:
            groups.append((row.group, []))
        groups[-1][1].append(Shown(pairs, row.marked))
    return [Group(title, shown) for title, shown in groups]


def plain_table(
    spec: TableSpec, rows: Iterable[Row], *, note: str = "", csv_url: str = ""
) -> Table:
    """All rows in the order given, without links to sort."""
    headers = [Header(column.label, column.numeric) for column in spec.columns]
    return Table(spec.caption, headers, _groups(spec, rows), spec.nothing, None, csv_url, note)


def wants_csv(params: Mapping[str, Any]) -> bool:
    """Was the table's own CSV link followed?"""
    return params.get("format") == "csv"


def _chosen(spec: TableSpec, params: Mapping[str, Any]) -> tuple[Column | None, bool]:
    """The column to sort by and whether it descends; what nobody offered is ignored."""
    by_key = {column.key: column for column in spec.columns if column.sort}
    for wanted in (str(params.get(spec.param("sort"), "")), spec.default_sort):
        column = by_key.get(wanted.removeprefix("-"))
        if column is not None:
            return column, wanted.startswith("-")
    return None, False


Source = QuerySet[Any] | Sequence[Any]


def sort_rows(source: Source, spec: TableSpec, params: Mapping[str, Any]) -> Source:
    """The source in the order asked for; rows without a value come last either way."""
    column, down = _chosen(spec, params)
    if column is None:
        return source
    if isinstance(source, QuerySet):
        place = F(column.sort.replace(".", "__"))
        order = place.desc(nulls_last=True) if down else place.asc(nulls_last=True)
        return source.order_by(order, "pk")
    value = attrgetter(column.sort)
    known = [one for one in source if value(one) is not None]
    missing = [one for one in source if value(one) is None]
    return sorted(known, key=value, reverse=down) + missing


def _address(spec: TableSpec, params: Mapping[str, Any], **own: str | int) -> str:
    mine = {spec.param(word) for word in OWN_PARAMS}
    kept = [(key, str(params.get(key))) for key in params if key not in mine]
    said = [(spec.param(word), str(value)) for word, value in own.items() if value]
    return "?" + urlencode(kept + said)


def _headers(spec: TableSpec, params: Mapping[str, Any]) -> list[Header]:
    chosen, down = _chosen(spec, params)
    headers = []
    for column in spec.columns:
        if not column.sort:
            headers.append(Header(column.label, column.numeric))
            continue
        here = column is chosen
        target = f"-{column.key}" if here and not down else column.key
        direction = ("descending" if down else "ascending") if here else ""
        url = _address(spec, params, sort=target)
        headers.append(Header(column.label, column.numeric, url, direction))
    return headers


def _page_number(typed: str, pages: int) -> int:
    wanted = int(typed) if re.fullmatch("[0-9]{1,6}", typed) else 1
    return min(max(wanted, 1), pages)


def _pager(total: int, spec: TableSpec, params: Mapping[str, Any]) -> Pager:
    pages = max(1, -(-total // spec.per_page))
    here = _page_number(str(params.get(spec.param("page"), "1")), pages)
    first = (here - 1) * spec.per_page
    sort = str(params.get(spec.param("sort"), ""))
    return Pager(
        number=here,
        pages=pages,
        first=first + 1 if total else 0,
        last=min(first + spec.per_page, total),
        total=total,
        previous=_address(spec, params, sort=sort, page=here - 1) if here > 1 else "",
        next=_address(spec, params, sort=sort, page=here + 1) if here < pages else "",
        label=f"Pages: {spec.caption}" if spec.name else "Pages",
    )


def one_page(
    source: Source, params: Mapping[str, Any], *, caption: str, per_page: int = 25
) -> tuple[Source, Pager]:
    """One page of what is no table, such as a story. A queryset costs two queries."""
    total = source.count() if isinstance(source, QuerySet) else len(source)
    pager = _pager(total, TableSpec(caption, (), per_page=per_page), params)
    return source[max(pager.first - 1, 0) : pager.last], pager


def sort_and_page(
    source: Source,
    params: Mapping[str, Any],
    spec: TableSpec,
    to_row: Callable[[Any], Row],
    *,
    note: str = "",
) -> Table:
    """One page of a list, sorted as `params` (request.GET) asks. A queryset costs two queries."""
    total = source.count() if isinstance(source, QuerySet) else len(source)
    pager = _pager(total, spec, params)
    ordered = sort_rows(source, spec, params)
    shown = ordered[max(pager.first - 1, 0) : pager.last]
    return Table(
        caption=spec.caption,
        headers=_headers(spec, params),
        groups=_groups(spec, (to_row(one) for one in shown)),
        nothing=spec.nothing,
        pager=pager,
        csv_url=_address(spec, params, sort=str(params.get(spec.param("sort"), "")), format="csv")
        if spec.csv
        else "",
        note=note,
    )
