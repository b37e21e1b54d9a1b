"""The same measures as a table, and as rows of a file."""

from collections.abc import Iterator

from holdfast.board.local_data.extracts import Measure, Scorecard
from holdfast.board.local_data.pages.panel import london, place
from holdfast.insight.benchmarking.releases import Unit
from holdfast.insight.indicators.pages import words
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

HEAD = (
    "Indicator",
    "Measure",
    "Year to 31 March",
    "State",
    "Value",
    "Numerator",
    "Denominator",
    "Other basis than the last year",
    "London",
    "London's release",
    "Place in London",
    "Not placed",
    "Exception",
    "Release",
    "File",
    "Row",
    "Column",
    "As published",
)


def table(card: Scorecard) -> Table:
    """Return every panel with its years, London and its place."""
    years = [year for year in card.years if year <= card.year]
    spec = TableSpec(
        caption="The same measures as a table",
        columns=(
            Column("name", "Measure", header=True),
            *[Column(str(year), str(year), numeric=True) for year in years],
            Column("change", "Since the year before"),
            Column("london", f"London {card.year}"),
            Column("place", f"Place in London {card.year}"),
        ),
    )
    return plain_table(spec, [_row(one, years) for one in card.panels], note=NOTE)


NOTE = (
    "* Not compared with the last year: counted from another start, or over another population "
    "estimate. The change of a rate is the change of its count. Counts are the Department's own, "
    "as published: c suppressed, x not returned, – no figure held."
)


def _row(one: Measure, years: list[int]) -> Row:
    each = {y.year: y for y in one.years}
    cells: dict[str, Cell | str] = {
        "name": one.listed.name,
        "change": f"{one.change.arrow} {one.change.words}".strip(),
        "london": london(one).removeprefix("London "),
        "place": Cell(place(one), note=one.place.note if one.place else ""),
    }
    for year in years:
        found = each.get(year)
        if found is None or found.figure is None:
            cells[str(year)] = "–"
        elif found.figure.value is None:
            cells[str(year)] = Cell(status=words.state(found.figure))
        else:
            star = " *" if found.apart else ""
            cells[str(year)] = Cell(f"{found.figure.shown}{star}", note=found.figure.made_of)
    return Row(cells, marked=bool(one.reasons))


def csv_rows(card: Scorecard) -> Iterator[list[str]]:
    """Yield each measure's years, each with where its value stands in which release."""
    for one in card.measures:
        for y in one.years:
            f = y.figure
            if f is None:
                continue
            last = y.year == card.year
            compared = y.london if f.indicator.unit is not Unit.COUNT else None
            yield [
                f.indicator.id,
                one.listed.name,
                str(y.year),
                f.state.value,
                "" if f.value is None else f.shown.removesuffix("%").replace(",", ""),
                f.numerator.shown if f.numerator else "",
                f.denominator.shown if f.denominator else "",
                "yes" if y.apart else "",
                compared.shown if compared else "",
                compared.release.id if compared else "",
                place(one) if last else "",
                one.place.note if last and one.place else "",
                " ".join(r.sentence for r in one.reasons) if last else "",
                f.release.id,
                f.source.file,
                str(f.source.row),
                f.source.column,
                f.source.text,
            ]
