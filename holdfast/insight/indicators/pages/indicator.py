"""One figure, with everything it carries: parts, trend, boroughs, rows of the releases."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.insight.indicators.pages import boroughs, trend, words
from holdfast.insight.indicators.published import Published
from holdfast.insight.indicators.values import Compared, Figure
from holdfast.kernel.ui.charts import Chart
from holdfast.kernel.ui.parts import Fact, Filter
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

SOURCES = TableSpec(
    caption="Where it stands: every number this figure rests on",
    columns=(
        Column("what", "What", header=True),
        Column("text", "As published", numeric=True),
        Column("release", "Release"),
        Column("file", "File"),
        Column("row", "Row", numeric=True),
        Column("column", "Column"),
        Column("confidence", "DfE's confidence"),
    ),
)


@dataclass(frozen=True)
class IndicatorPage:
    heading: str
    caption: str
    place: str
    value: str
    made_of: str
    period: str
    rank: str
    change: str
    caution: str
    release: str
    confidence: str
    later: str
    reading: str
    years: Filter
    item: str
    trend: Chart
    trend_table: Table
    trend_csv: str
    london: Table
    london_csv: str
    sources: Table
    restated: tuple[str, ...]
    definition: tuple[Fact, ...]

    @classmethod
    def of(cls, held: Published, asked: Figure, *, today: date) -> "IndicatorPage":
        one, place, year = asked.indicator, asked.place, asked.year
        item = asked.item.key if asked.item else ""
        compared = held.compared(one.id, place.code, year, item=item)
        figure = compared.figure
        drawn = trend.Trend.of(held, figure)
        others = held.restated(one.id, place.code, year, item=item)[1:]
        return cls(
            heading=figure.name if not figure.item else f"{one.name}: {figure.item.name}",
            caption=_caption(figure),
            place=place.name,
            value=figure.shown,
            made_of=figure.made_of,
            period=figure.period,
            rank=words.ranks(compared),
            change=_change(compared),
            caution=compared.caution,
            release=_release(figure),
            confidence=_confidence(figure),
            later=words.later(figure.release, today),
            reading=one.reading,
            years=words.years(year, held.years),
            item=item,
            trend=drawn.chart,
            trend_table=drawn.table,
            trend_csv=_csv("trend", figure),
            london=boroughs.table(compared, place),
            london_csv=_csv("london", figure),
            sources=_sources(figure),
            restated=tuple(_again(other) for other in others),
            definition=_definition(figure),
        )


def _caption(figure: Figure) -> str:
    one = figure.indicator
    formerly = f", formerly {', '.join(one.aliases)}" if one.aliases else ""
    return f"{one.id}{formerly} · {one.theme} · {words.GOOD[one.polarity]}"


def _change(compared: Compared) -> str:
    before = compared.before
    if before is None:
        return "No figure is held for the year before."
    if not compared.change_shown:
        return f"The year before: {before.shown}. Without two values there is no change to show."
    return f"{compared.change_shown} on the year before ({before.shown}, {before.release.id})."


def _release(figure: Figure) -> str:
    release = figure.release
    memory = " (day from memory)" * (release.published_status == "M")
    day = f"{release.published}{memory}"
    out = f"{release.publisher}, {release.title} ({release.id}), published {day}"
    worked = ". The share is worked out here from two published numbers" * figure.worked_out
    return f"{release.status.value.capitalize()}. {out}{worked}."


def _confidence(figure: Figure) -> str:
    trust = figure.source.confidence
    return f"The Department's confidence in this borough's figure: {trust}." if trust else ""


def _sources(figure: Figure) -> Table:
    parts = [part for part in (figure.numerator, figure.denominator) if part]
    cells = dict.fromkeys([*figure.cells, *[cell for part in parts for cell in part.cells]])
    rows = [
        Row(
            {
                "what": cell.measure.words.capitalize(),
                "text": Cell(cell.text, strong=True),
                "release": cell.release.id,
                "file": cell.file,
                "row": str(cell.row),
                "column": cell.column,
                "confidence": cell.confidence or "not stated",
            }
        )
        for cell in cells
    ]
    return plain_table(SOURCES, rows)


def _again(figure: Figure) -> str:
    made = f" ({figure.made_of})" if figure.made_of else ""
    return (
        f"{figure.shown}{made} in {figure.release.id}, published {figure.release.published}: "
        f"{figure.source.file}, row {figure.source.row}, column {figure.source.column}."
    )


def _definition(figure: Figure) -> tuple[Fact, ...]:
    one = figure.indicator
    changed = "; ".join(f"{b.year}: {b.what}" for b in one.breaks)
    facts = [
        Fact("Means", one.definition),
        Fact("Counted", one.numerator),
        Fact("Out of", one.denominator),
        Fact("Rounded", _rounding(one.places)),
        Fact("Source", one.source),
        Fact("Breaks in the series", changed),
        Fact("Version of this definition", one.version),
    ]
    return tuple(fact for fact in facts if fact.value)


def _csv(which: str, figure: Figure) -> str:
    asked = {"year": str(figure.year)} | ({"item": figure.item.key} if figure.item else {})
    return f"{reverse(f'indicators:{which}', args=[figure.indicator.id])}?{urlencode(asked)}"


def _rounding(places: int) -> str:
    if not places:
        return ""
    return f"once, at display, half up, to {places} decimal place{'s' if places > 1 else ''}"
