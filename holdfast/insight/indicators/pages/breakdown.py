"""An indicator that has several lines, such as legal status: all of them beside each other."""

from dataclasses import dataclass

from holdfast.insight.benchmarking.compare import rounded
from holdfast.insight.benchmarking.places import Place
from holdfast.insight.indicators.catalogue import Indicator
from holdfast.insight.indicators.pages import words
from holdfast.insight.indicators.published import Published
from holdfast.insight.indicators.values import Figure
from holdfast.kernel.ui.charts import Bar, Chart, bars
from holdfast.kernel.ui.parts import Filter
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table


@dataclass(frozen=True)
class BreakdownPage:
    heading: str
    caption: str
    definition: str
    years: Filter
    source: str
    chart: Chart
    table: Table

    @classmethod
    def of(cls, held: Published, one: Indicator, place: Place, year: int) -> "BreakdownPage":
        lines = held.breakdown(one.id, place.code, year)
        before = {f.item.key: f for f in held.breakdown(one.id, place.code, year - 1) if f.item}
        ordered = sorted(lines, key=lambda f: -(f.value if f.value is not None else -1))
        first = ordered[0]
        return cls(
            heading=one.name,
            caption=f"{one.id} · {one.theme} · {place.name}, {first.period}",
            definition=one.definition,
            years=words.years(year, held.years),
            source=f"{first.release.id}, {first.release.title}, {first.release.status}",
            chart=_chart(one, ordered, place),
            table=_table(one, ordered, before),
        )


def _chart(one: Indicator, lines: list[Figure], place: Place) -> Chart:
    first = lines[0]
    drawn = [
        Bar(
            f.name,
            None if f.value is None else float(rounded(f.value, one.places)),
            emphasis=f is first,
            shown=f"{f.shown}, {f.made_of}" if f.value is not None else "",
            why=f.state.value,
        )
        for f in lines
    ]
    finding = f"{first.name} is the largest: {first.shown}, {first.made_of}."
    return bars(
        f"{one.name}, {place.name}, {first.period}",
        drawn,
        finding=finding,
        caption=f"{one.name}, {first.period}",
        head=("Line", "Share"),
    )


def _table(one: Indicator, lines: list[Figure], before: dict[str, Figure]) -> Table:
    spec = TableSpec(
        caption=f"{one.name}: counts, shares and the year before",
        columns=(
            Column("name", "Line", header=True),
            Column("count", "Children", numeric=True),
            Column("share", "Share", numeric=True),
            Column("before", "Year before", numeric=True),
        ),
    )
    rows = []
    for figure in lines:
        last = before.get(figure.item.key) if figure.item else None
        count = figure.numerator.shown if figure.numerator else "not held"
        rows.append(
            Row(
                {
                    "name": Cell(figure.name, words.address(figure)),
                    "count": count,
                    "share": Cell(
                        "" if figure.value is None else figure.shown, status=words.state(figure)
                    ),
                    "before": _before(last),
                }
            )
        )
    return plain_table(spec, rows)


def _before(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell("not held")
    drawn = words.state(figure)
    return Cell(status=drawn) if drawn else Cell(figure.shown, note=figure.made_of)
