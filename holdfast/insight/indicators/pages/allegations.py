"""The board's page about allegations: counts of the year, small ones hidden."""

from dataclasses import dataclass
from datetime import date

from holdfast.insight.indicators import lado
from holdfast.insight.indicators.disclosure import Table as Counts
from holdfast.insight.indicators.pages import words
from holdfast.kernel.ui.parts import Filter, nothing
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

RULE = (
    "Counts from 1 to 5 are suppressed, and others where a suppressed one could be worked out. "
    "Where that is not enough, every count of the year is. This is the partnership's own standard."
)


@dataclass(frozen=True)
class AllegationsPage:
    heading: str
    period: str
    unfinished: str
    years: Filter
    total: str
    tables: tuple[Table, ...]
    within: Table
    aims: str
    rule: str

    @classmethod
    def of(
        cls, found: lado.AllegationFigures, year: int, held: tuple[int, ...]
    ) -> "AllegationsPage":
        whole = lado.year_of(year)[1]
        return cls(
            heading="Allegations against people who work with children",
            period=f"{_day(found.since)} to {_day(found.until)}",
            unfinished="" if found.until == whole else "The year is not over.",
            years=words.years(year, held),
            total=found.total,
            tables=(
                _table("By the sector that told us", "Sector", found.by_referrer),
                _table("By the employer's sector", "Sector", found.by_employer),
                _table("Allegation or advice", "Kind", found.by_kind),
                _table("Concluded, by outcome", "Outcome", found.by_outcome),
            ),
            within=_within(found),
            aims=lado.AIMS_SOURCE,
            rule=RULE,
        )


def _table(caption: str, head: str, counts: Counts) -> Table:
    spec = TableSpec(
        caption=caption,
        columns=(Column("name", head, header=True), Column("count", "Number", numeric=True)),
    )
    total = Row({"name": Cell("All", strong=True), "count": _count(counts.total)})
    rows = [Row({"name": name, "count": _count(n)}) for name, n in counts.counts.items()]
    return plain_table(spec, [*rows, total])


def _within(found: lado.AllegationFigures) -> Table:
    spec = TableSpec(
        caption="How long concluded allegations took",
        columns=(
            Column("name", "Concluded within", header=True),
            Column("count", "Number", numeric=True),
            Column("of", "Of", numeric=True),
            Column("share", "Share", numeric=True),
            Column("aim", "Aim for the year's cases together"),
        ),
    )
    rows = [
        Row(
            {
                "name": f"{one.months} month{'s' if one.months > 1 else ''}",
                "count": _count(one.count),
                "of": _count(one.of),
                "share": one.share,
                "aim": f"{one.aim}%" if one.aim else "all but the exceptional",
            }
        )
        for one in found.within
    ]
    return plain_table(spec, rows)


def _count(value: int | None) -> Cell:
    return Cell(f"{value:,}") if value is not None else Cell(status=nothing("Suppressed"))


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
