"""A figure year by year, drawn and as a table. Lines break where a value or a basis is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.insight.benchmarking.compare import rounded
from holdfast.insight.benchmarking.places import nation, region
from holdfast.insight.benchmarking.releases import Unit
from holdfast.insight.indicators.pages import words
from holdfast.insight.indicators.published import Published
from holdfast.insight.indicators.values import Figure
from holdfast.kernel.ui.charts import Chart, Point, Series, lines
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

HEAD = (
    "Year to 31 March",
    "Place",
    "State",
    "Value",
    "Numerator",
    "Denominator",
    "Status",
    "Release",
    "File",
    "Row",
    "Column",
    "As published",
)


@dataclass(frozen=True)
class Trend:
    chart: Chart
    table: Table

    @classmethod
    def of(cls, held: Published, figure: Figure) -> "Trend":
        mine = _series(held, figure, figure.place.code)
        around = {place.name: _series(held, figure, place.code) for place in (region(), nation())}
        return cls(chart=_chart(figure, mine, around), table=_table(figure, mine, around))


def csv_rows(held: Published, figure: Figure) -> Iterator[list[str]]:
    """Yield every year for the area, London and England, each with where it stands."""
    for code in (figure.place.code, region().code, nation().code):
        for f in _series(held, figure, code):
            cell = f.source
            yield [
                str(f.year),
                f.place.name,
                f.state.value,
                "" if f.value is None else f.shown.removesuffix("%").replace(",", ""),
                f.numerator.shown if f.numerator else "",
                f.denominator.shown if f.denominator else "",
                f.release.status.value,
                cell.release.id,
                cell.file,
                str(cell.row),
                cell.column,
                cell.text,
            ]


def _series(held: Published, figure: Figure, code: str) -> tuple[Figure, ...]:
    item = figure.item.key if figure.item else ""
    return held.series(figure.indicator.id, code, item=item)


def _chart(
    figure: Figure, mine: tuple[Figure, ...], around: dict[str, tuple[Figure, ...]]
) -> Chart:
    one = figure.indicator
    drawn = [*_split(figure, mine)]
    if one.unit is not Unit.COUNT:
        drawn += [Series(name, _points(series)) for name, series in around.items() if series]
    finding = ", ".join(f"{f.year}: {f.shown}" for f in mine)
    return lines(
        f"{figure.name}, year by year",
        drawn,
        unit="%" if one.unit is Unit.PERCENT else "",
        finding=f"{figure.place.name}, years to 31 March: {finding}.",
        caption=f"{figure.name}, years to 31 March",
    )


def _split(figure: Figure, mine: tuple[Figure, ...]) -> Iterator[Series]:
    """Yield the area's line, and apart from it the years before a break: they are not joined."""
    breaks = [b.year for b in figure.indicator.breaks]
    earlier = tuple(f for f in mine if breaks and f.year < max(breaks))
    if earlier:
        yield Series(f"{figure.place.name}, on the earlier basis", _points(earlier))
    yield Series(figure.place.name, _points(mine[len(earlier) :]), emphasis=True)


def _points(series: tuple[Figure, ...]) -> list[Point]:
    return [
        Point(
            str(f.year),
            None if f.value is None else float(rounded(f.value, f.indicator.places)),
            why="" if f.value is not None else f.state.value,
            provisional=f.release.status.value == "provisional",
        )
        for f in series
    ]


def _table(
    figure: Figure, mine: tuple[Figure, ...], around: dict[str, tuple[Figure, ...]]
) -> Table:
    spec = TableSpec(
        caption=f"{figure.name}, year by year",
        columns=(
            Column("year", "Year to 31 March", header=True),
            Column("value", figure.place.name, numeric=True),
            Column("made_of", "Made of", numeric=True),
            *[Column(name, name, numeric=True) for name in around],
            Column("release", "Release"),
        ),
    )
    by_year = {name: {f.year: f for f in series} for name, series in around.items()}
    rows = []
    for f in reversed(mine):
        others = {name: _shown(found.get(f.year), f) for name, found in by_year.items()}
        rows.append(
            Row(
                {
                    "year": Cell(str(f.year), words.address(f)),
                    "value": Cell(status=words.state(f)) if f.value is None else Cell(f.shown),
                    "made_of": f.made_of or "–",
                    "release": Cell(f.release.id, note=f.release.status.value),
                    **others,
                },
                marked=f.year == figure.year,
            )
        )
    return plain_table(spec, rows)


def _shown(other: Figure | None, beside: Figure) -> Cell:
    if other is None:
        return Cell("not published")
    elsewhere = other.release.id if other.release != beside.release else ""
    return Cell(other.shown, note=elsewhere)
