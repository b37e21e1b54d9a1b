"""Pairs that may be one child: the worklist, and two records side by side."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import running as maybe
from holdfast.kernel.ui.parts import soon
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)
from holdfast.practice.children.models import Child, Double
from holdfast.practice.children.models.finding import DoubleQuerySet
from holdfast.practice.children.pages.find import sentence
from holdfast.practice.children.rules.identifiers import WORDS, Scheme
from holdfast.practice.children.rules.words import SEX_WORDS, Sex

DOUBLES = TableSpec(
    caption="Records that may be one child, likely first",
    columns=(
        Column("pair", "Two records", header=True),
        Column("level", "How alike"),
        Column("why", "What agrees, and what does not"),
        Column("found", "Found on", sort="found_on"),
    ),
    nothing="No two records wait to be compared.",
)


def doubles_table(pairs: DoubleQuerySet, params: Mapping[str, Any]) -> Table:
    return sort_and_page(pairs.for_list(), params, DOUBLES, _row)


def _row(pair: Double) -> Row:
    names = f"{pair.one.known_as} and {pair.other.known_as}"
    references = f"{pair.one.record.reference} and {pair.other.record.reference}"
    against = f" But: {', '.join(pair.against)}." if pair.against else ""
    likely = pair.level == "likely"
    return Row(
        {
            "pair": Cell(names, url=reverse("children:compare", args=[pair.pk]), note=references),
            "level": Cell(status=soon("Likely one child") if likely else maybe("Possible")),
            "why": f"{sentence(pair.reasons)}.{against}",
            "found": day_words(pair.found_on),
        }
    )


def side_by_side(one: Child, other: Child, *, on: date) -> Table:
    """Two children that came `for_page`, fact by fact; what differs is marked."""
    spec = TableSpec(
        caption="The two records, fact by fact",
        columns=(
            Column("what", "Fact", header=True),
            Column("one", one.record.reference),
            Column("other", other.record.reference),
            Column("same", "Agrees?"),
        ),
    )
    pairs = zip(_facts(one, on), _facts(other, on), strict=True)
    return plain_table(spec, [_fact(what, a, b) for (what, a), (_, b) in pairs])


def _fact(what: str, one: str, other: str) -> Row:
    agrees = "Same" if one == other else "Differs"
    same = agrees if one and other else "Not known"
    cells = {"what": what, "one": one or "–", "other": other or "–", "same": same}
    return Row(cells, marked=same == "Differs")


def _facts(child: Child, on: date) -> Sequence[tuple[str, str]]:
    names = [name.words for name in child.names.all()]
    numbers = [f"{WORDS[Scheme(n.scheme)]} {n.value}" for n in child.identifiers.all()]
    worker = child.worker.title if child.worker else ""
    return [
        ("Name", child.known_as),
        ("All names", "; ".join(names)),
        ("Day of birth", day_words(child.born_on) if child.born_on else ""),
        ("Age", child.age_words(on=on) if child.born_on or child.due_on else ""),
        ("Girl or boy", SEX_WORDS[Sex(child.sex)]),
        ("Addresses", "; ".join(one.words for one in child.addresses.all())),
        ("Numbers", "; ".join(numbers)),
        ("School", child.school),
        ("Family", "; ".join(tie.name for tie in child.ties.all())),
        ("Allocated worker", worker),
        ("Record opened", day_words(child.record.opened_on)),
    ]
