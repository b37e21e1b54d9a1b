"""A year's money: who gave what, what it was spent on, each beside the year before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.partnership.extracts import Money, MoneyRow
from holdfast.board.partnership.rules.money import Sum, pounds
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Filter, Link, NowCell
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table


def _spec(caption: str, first: str, note: str) -> TableSpec:
    return TableSpec(
        caption=caption,
        columns=(
            Column("words", first, header=True),
            Column("amount", "This year", numeric=True),
            Column("before", "The year before", numeric=True),
            Column("change", "Change"),
            Column("note", note),
        ),
        nothing="Nothing is recorded for this year.",
    )


GIVEN = _spec("What agencies give", "Agency", "In kind")
SPENT = _spec("What it is spent on", "Head", "Note")


@dataclass(frozen=True)
class MoneyPage:
    title: str
    back: Link
    now: tuple[NowCell, ...]
    given: Table
    spent: Table
    filters: tuple[Filter, ...]
    file: Link | None
    write: tuple[Link, ...]
    empty: str

    @classmethod
    def of(
        cls,
        name: str,
        reference: str,
        found: Money | None,
        *,
        year: str,
        years: Sequence[str],
        lines: Mapping[tuple[str, str], int],
        may_work: bool,
    ) -> "MoneyPage":
        """`lines` lead from a table and its row's key to the line that can be changed."""
        given = found.given if found else ()
        spent = found.spent if found else ()
        keys = lines if may_work else {}
        return cls(
            title=f"Money, {year}",
            back=Link(name, reverse("partnership:body", args=[reference])),
            now=_now(found) if found else (),
            given=plain_table(GIVEN, [_row(r, "contribution", reference, keys) for r in given]),
            spent=plain_table(SPENT, [_row(r, "spend", reference, keys) for r in spent]),
            filters=(Filter("year", "Year", [(one, one) for one in years], year),),
            file=_file(reference, year) if found else None,
            write=_write(reference) if may_work else (),
            empty="" if found else f"Nothing is recorded of {year}.",
        )


def _file(reference: str, year: str) -> Link:
    url = reverse("partnership:money_file", args=[reference, year.replace("/", "-")])
    return Link("Take both tables as CSV", url)


def _now(found: Money) -> tuple[NowCell, ...]:
    spare = found.given_total.pence - found.spent_total.pence
    whole = found.given_total.whole and found.spent_total.whole
    return (
        NowCell("Given, as far as known", pounds(found.given_total.pence), _of(found.given_total)),
        NowCell("Spent, as far as known", _known(found), _of(found.spent_total)),
        NowCell(
            "Given less spent",
            pounds(spare) if whole else "cannot be worked out",
            "" if whole else "Not known is not nought, so no difference is drawn.",
        ),
    )


def _known(found: Money) -> str:
    nothing_known = found.spent and found.spent_total.unknown == len(found.spent)
    return "not known" if nothing_known else pounds(found.spent_total.pence)


def _of(total: Sum) -> str:
    if total.whole:
        return "Every line is known."
    return f"{plural(total.unknown, 'line is', 'lines are')} not known."


def _row(row: MoneyRow, table: str, reference: str, lines: Mapping[tuple[str, str], int]) -> Row:
    line = lines.get((table, row.key))
    url = reverse(f"partnership:{table}_line", args=[reference, line]) if line else ""
    return Row(
        {
            "words": Cell(row.words, url=url),
            "amount": pounds(row.pence),
            "before": "" if row.change.startswith("not listed") else pounds(row.before),
            "change": row.change,
            "note": row.note,
        }
    )


def _write(reference: str) -> tuple[Link, ...]:
    return (
        Link("Record a contribution", reverse("partnership:contribution", args=[reference])),
        Link("Record spending", reverse("partnership:spend", args=[reference])),
    )
