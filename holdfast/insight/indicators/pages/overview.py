"""The list of indicators for one year: value, change, place in London, release."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.insight.benchmarking.places import Place
from holdfast.insight.indicators.catalogue import Indicator, indicators
from holdfast.insight.indicators.pages import words
from holdfast.insight.indicators.published import Published
from holdfast.insight.indicators.values import Compared
from holdfast.kernel.ui.parts import Filter, Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

SPEC = TableSpec(
    caption="Figures of the year, in the order of a child's journey",
    columns=(
        Column("name", "Indicator", header=True),
        Column("value", "Figure", numeric=True),
        Column("before", "Year before", numeric=True),
        Column("change", "Change", numeric=True),
        Column("rank", "Among London's boroughs"),
        Column("nation", "England", numeric=True),
        Column("release", "As at, release"),
    ),
    nothing="No figure is held for this year.",
)


@dataclass(frozen=True)
class OverviewPage:
    heading: str
    place: str
    years: Filter
    later: str
    table: Table
    allegations: Link

    @classmethod
    def of(cls, held: Published, place: Place, year: int, *, today: date) -> "OverviewPage":
        rows, found = [], []
        for one in indicators().values():
            if one.breakdown and held.breakdown(one.id, place.code, year):
                rows.append(_breakdown(one, year))
            elif held.restated(one.id, place.code, year):
                compared = held.compared(one.id, place.code, year)
                found.append(compared.figure)
                rows.append(_row(compared))
        late = {words.later(figure.release, today): None for figure in found}
        return cls(
            heading="Figures",
            place=place.name,
            years=words.years(year, held.years),
            later=" ".join(text for text in late if text),
            table=plain_table(SPEC, rows),
            allegations=Link(
                "Allegations against people who work with children",
                reverse("indicators:allegations"),
            ),
        )


def _row(compared: Compared) -> Row:
    figure, before = compared.figure, compared.before
    note = " (not like with like)" if compared.caution else ""
    return Row(
        {
            "name": Cell(
                figure.name, words.address(figure), note=", ".join(figure.indicator.aliases)
            ),
            "value": Cell(figure.shown, note=figure.made_of, strong=True)
            if figure.value is not None
            else Cell(status=words.state(figure)),
            "before": before.shown if before else "not held",
            "change": Cell(compared.change_shown or "none", note=note.strip()),
            "rank": compared.highest.words if compared.highest else "no rank",
            "nation": compared.nation.shown if compared.nation else "not published",
            "release": Cell(figure.period, note=figure.release.id),
        },
        group=figure.indicator.theme,
    )


def _breakdown(one: Indicator, year: int) -> Row:
    url = f"{reverse('indicators:figure', args=[one.id])}?year={year}"
    blank = dict.fromkeys(("value", "before", "change", "rank", "nation", "release"), "")
    return Row({**blank, "name": Cell(one.name, url), "value": "see its lines"}, group=one.theme)
