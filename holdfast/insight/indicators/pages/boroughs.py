"""London's 33 boroughs: those with a value in order, then who has none and why."""

from collections.abc import Iterator
from decimal import Decimal

from holdfast.insight.benchmarking import compare
from holdfast.insight.benchmarking.places import Place
from holdfast.insight.indicators.pages import words
from holdfast.insight.indicators.values import Compared, Figure
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

HEAD = (
    "Rank from the highest",
    "Borough",
    "Part of London",
    "State",
    "Value",
    "Numerator",
    "Denominator",
    "Confidence",
    "Release",
    "File",
    "Row",
    "Column",
    "As published",
)


def table(compared: Compared, home: Place) -> Table:
    spec = TableSpec(
        caption=f"London's boroughs, {compared.figure.period}, {compared.figure.release.id}",
        columns=(
            Column("rank", "From the highest", numeric=True),
            Column("name", "Borough", header=True),
            Column("part", "Part of London"),
            Column("value", "Figure", numeric=True),
            Column("made_of", "Made of", numeric=True),
            Column("confidence", "DfE's confidence"),
        ),
    )
    rows = [
        Row(
            {
                "rank": rank,
                "name": figure.place.name,
                "part": figure.place.part,
                "value": _value(figure),
                "made_of": figure.made_of or "–",
                "confidence": figure.source.confidence or "not stated",
            },
            marked=figure.place == home,
            group="" if figure.value is not None else "Not ranked",
        )
        for rank, figure in _ordered(compared)
    ]
    return plain_table(spec, rows, note=_note(compared))


def csv_rows(compared: Compared) -> Iterator[list[str]]:
    """Yield the same table for a spreadsheet, each row with where its value stands."""
    for rank, f in _ordered(compared):
        cell = f.source
        yield [
            rank,
            f.place.name,
            f.place.part,
            f.state.value,
            "" if f.value is None else f.shown.removesuffix("%").replace(",", ""),
            f.numerator.shown if f.numerator else "",
            f.denominator.shown if f.denominator else "",
            cell.confidence,
            cell.release.id,
            cell.file,
            str(cell.row),
            cell.column,
            cell.text,
        ]


def _ordered(compared: Compared) -> Iterator[tuple[str, Figure]]:
    values = {f.place.code: f.value for f in compared.ranked if f.value is not None}
    with_value = sorted(compared.ranked, key=lambda f: (-(f.value or Decimal(0)), f.place.name))
    for figure in with_value:
        rank = compare.from_highest(values, figure.place.code)
        if rank:
            yield f"{rank.place}{'=' if rank.sharing > 1 else ''}", figure
    rest = (f for f in compared.boroughs if f.value is None)
    for figure in sorted(rest, key=lambda f: (f.state, f.place.name)):
        yield "–", figure


def _value(figure: Figure) -> Cell:
    drawn = words.state(figure)
    return Cell(status=drawn) if drawn else Cell(figure.shown)


def _note(compared: Compared) -> str:
    region = compared.region
    london = f" London: {region.shown}, in {region.release.id}." if region else ""
    nation = f" England: {compared.nation.shown}." if compared.nation else ""
    return (
        "A suppressed figure is one the Department keeps back (1 to 5 children, or one that would "
        "give such a number away); one not returned was never sent. Neither is nought, and the "
        f"boroughs shown do not add to London's total.{london}{nation}"
    )
