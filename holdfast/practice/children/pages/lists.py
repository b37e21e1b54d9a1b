"""Agencies' lists: the agreements, and one list row by row with what each was matched to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import (
    Fact,
    Filter,
    Status,
    met,
    nothing,
    over,
    refused,
    running,
    soon,
)
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page
from holdfast.practice.children.models import ListRow, SharedList
from holdfast.practice.children.models.finding import SharedListQuerySet
from holdfast.practice.children.pages.find import sentence
from holdfast.practice.children.rules.told import ChildTold

AGREEMENTS = TableSpec(
    caption="Sharing agreements and their lists, newest first",
    columns=(
        Column("title", "Agreement", header=True),
        Column("agency", "Agency"),
        Column("purpose", "For what"),
        Column("until", "Until", sort="until_on"),
        Column("state", "List"),
    ),
    nothing="No agency's list has been agreed yet.",
)
ROWS = TableSpec(
    caption="The list, row by row",
    columns=(
        Column("number", "Row", sort="number"),
        Column("told", "As the list says", header=True),
        Column("level", "Match"),
        Column("child", "Child here"),
        Column("why", "Why"),
    ),
    default_sort="number",
    per_page=50,
    csv=True,
    nothing="No row matches this choice.",
)
SHOW = (
    ("all", "All rows"), ("open", "To decide"), ("likely", "Likely"), ("possible", "Possible"),
    ("none", "Nobody like it"), ("wrong", "Not read"),
)  # fmt: skip
HEAD = ("row", "forename", "surname", "date of birth", "result", "reference", "why")


def agreements_table(lists: SharedListQuerySet, params: Mapping[str, Any], *, on: date) -> Table:
    found = lists.select_related("record", "agency")
    return sort_and_page(found, params, AGREEMENTS, lambda one: _agreement(one, on))


def _agreement(one: SharedList, on: date) -> Row:
    url = reverse("children:list", args=[one.record.reference])
    return Row(
        {
            "title": Cell(one.title, url=url, note=one.record.reference),
            "agency": one.agency.name,
            "purpose": one.purpose,
            "until": day_words(one.until_on),
            "state": Cell(status=_state(one, on)),
        }
    )


def _state(one: SharedList, on: date) -> Status:
    if one.taken_on:
        return met(f"Matched {day_words(one.taken_on)}")
    return over("Ended without a list") if one.until_on < on else running("Waits for the list")


@dataclass(frozen=True)
class ListPage:
    title: str
    facts: Sequence[Fact]
    filter: Filter
    table: Table
    result: str
    waits: bool
    takes: bool


def list_page(one: SharedList, params: Mapping[str, Any], *, on: date, may_take: bool) -> ListPage:
    chosen = str(params.get("show", "all"))
    chosen = chosen if chosen in dict(SHOW) else "all"
    rows = one.rows.select_related("child__record", "shared_list__record")
    counts = {key: narrowed(rows, key).count() for key, _ in SHOW}
    return ListPage(
        title=one.title,
        facts=[
            Fact("Agency", one.agency.name),
            Fact("For what", one.purpose),
            Fact("On what basis", one.lawful_basis),
            Fact("Signed by", one.signed_by),
            Fact("Agreed", day_words(one.agreed_on)),
            Fact("Until", day_words(one.until_on)),
        ],
        filter=Filter("show", "Show", SHOW, chosen),
        table=sort_and_page(narrowed(rows, chosen), params, ROWS, _row),
        result=f"{counts['all']} rows: {counts['likely']} likely, {counts['possible']} possible, "
        f"{counts['none']} like nobody here, {counts['wrong']} not read.",
        waits=one.taken_on is None,
        takes=may_take and one.taken_on is None and on <= one.until_on,
    )


def narrowed(rows: QuerySet[ListRow], chosen: str) -> QuerySet[ListRow]:
    if chosen == "open":
        return rows.filter(child__isnull=False, said=None)
    if chosen in {"likely", "possible"}:
        return rows.filter(level=chosen)
    if chosen == "none":
        return rows.filter(level="", wrong="")
    return rows.exclude(wrong="") if chosen == "wrong" else rows


def _row(row: ListRow) -> Row:
    told = ChildTold.from_json(row.told)
    born = f"born {day_words(told.born_on)}" if told.born_on else "no day of birth"
    child = row.child
    return Row(
        {
            "number": str(row.number),
            "told": Cell(f"{told.forename} {told.surname}".strip() or "–", note=born),
            "level": Cell(status=_level(row)),
            "child": Cell(child.known_as, url=_decide(row), note=child.record.reference)
            if child
            else "–",
            "why": row.wrong or f"{sentence(row.reasons)}." if row.reasons or row.wrong else "–",
        }
    )


def _decide(row: ListRow) -> str:
    return reverse("children:decide_row", args=[row.shared_list.record.reference, row.number])


def _level(row: ListRow) -> Status:
    if row.wrong:
        return refused("Not read")
    if row.said is not None:
        return met("The same child") if row.said else nothing("Another child")
    if not row.level:
        return nothing("Nobody like it")
    return soon("Likely") if row.level == "likely" else running("Possible")


def lines(rows: QuerySet[ListRow]) -> Iterator[Sequence[str]]:
    """The result as a file: what the agency sent, and the reference it matched, if any."""
    for row in rows.select_related("child__record").iterator(chunk_size=1000):
        told = ChildTold.from_json(row.told)
        born = told.born_on.isoformat() if told.born_on else ""
        reference = row.child.record.reference if row.child and row.said is not False else ""
        why = row.wrong or ", ".join(row.reasons)
        yield str(row.number), told.forename, told.surname, born, _level(row).word, reference, why
