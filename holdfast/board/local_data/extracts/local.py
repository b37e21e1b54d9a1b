"""The partners' own figures, quarter by quarter, as they stood on a day: the true numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.board.local_data.data.measures import LocalMeasure, local_measures, measure_sets
from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.rules.figures import NONE_RETURNED, Value, moved
from holdfast.board.local_data.rules.publishing import is_small
from holdfast.board.local_data.rules.quarters import Quarter, four

_Key = tuple[str, str, Quarter]


@dataclass(frozen=True)
class LocalCell:
    """One partner's figure of one quarter. `figure` is its number, or none where none came.

    `talked` says why the board talks about it; `released` is the reason of a small number let out.
    """

    quarter: Quarter
    value: Value
    before: Value
    figure: int | None
    reference: str
    commentary: str
    source: str
    version: int
    small: bool
    released: str
    released_by: str
    released_on: date | None
    talked: str


@dataclass(frozen=True)
class LocalRow:
    """One measure of one partner over some quarters, in their order. Always unvalidated."""

    agency: str
    measure: LocalMeasure
    set_title: str
    cells: tuple[LocalCell, ...]

    @property
    def last(self) -> LocalCell:
        return self.cells[-1]


def local_years(area: int, *, on: date) -> tuple[int, ...]:
    """Return the years, by the April they begin in, that have a quarter begun by a day."""
    found = Collection.objects.filter(area=area).values_list("year", "number")
    begun = {year for year, number in found if Quarter(year, number).starts_on <= on}
    return tuple(sorted(begun))


def local_rows(area: int, *, year: int, on: date) -> tuple[LocalRow, ...]:
    """Return every measure that a partner returned, over the year's quarters ended by a day."""
    quarters = [one for one in four(year) if one.ends_on < on]
    if not quarters:
        return ()
    return rows_over(area, quarters, on=on)


def local_series(area: int, measure: str, *, on: date) -> tuple[LocalRow, ...]:
    """Return one measure over all quarters from the first return to a day, for each partner."""
    years = local_years(area, on=on)
    quarters = [one for year in years for one in four(year) if one.ends_on < on]
    rows = rows_over(area, quarters, on=on, measures=[measure]) if quarters else ()
    return tuple(_from_first(row) for row in rows)


def rows_over(
    area: int, quarters: list[Quarter], *, on: date, measures: Iterable[str] = ()
) -> tuple[LocalRow, ...]:
    """Return the rows over some quarters in a row, with two queries."""
    found = _found(area, [quarters[0].before, *quarters], on=on, measures=list(measures))
    names = {(agency, measure) for agency, measure, _ in found}
    rows = []
    for key, one in local_measures().items():
        for agency in sorted(agency for agency, measure in names if measure == key):
            cells = tuple(_cell(found, one, agency, quarter) for quarter in quarters)
            title = measure_sets()[one.set_key].title
            rows.append(LocalRow(agency=agency, measure=one, set_title=title, cells=cells))
    return tuple(rows)


def talked_about(rows: Iterable[LocalRow]) -> tuple[LocalRow, ...]:
    """Return the rows whose last quarter changed by more than the board's band."""
    return tuple(row for row in rows if row.last.talked)


def _found(
    area: int, quarters: list[Quarter], *, on: date, measures: list[str]
) -> dict[_Key, Figure]:
    """Return the last version that was there on a day, by agency, measure and quarter."""
    rows = Figure.objects.filter(collection__area=area, taken_on__lte=on).for_page()
    if measures:
        rows = rows.filter(measure__in=measures)
    years = {quarter.year for quarter in quarters}
    ordered = rows.filter(collection__year__in=years).order_by("version")
    return {(f.agency.name, f.measure, f.collection.quarter): f for f in ordered}


def _cell(
    found: dict[_Key, Figure], one: LocalMeasure, agency: str, quarter: Quarter
) -> LocalCell:
    figure = found.get((agency, one.key, quarter))
    before = found.get((agency, one.key, quarter.before))
    value = figure.value if figure else NONE_RETURNED
    last = before.value if before else NONE_RETURNED
    released = getattr(figure, "released", None) if figure else None
    return LocalCell(
        quarter=quarter,
        value=value,
        before=last,
        figure=figure.pk if figure else None,
        reference=figure.collection.record.reference if figure else "",
        commentary=figure.commentary if figure else "",
        source=figure.source if figure else "",
        version=figure.version if figure else 0,
        small=one.of_children and is_small(value),
        released=released.reason if released else "",
        released_by=released.by.title if released else "",
        released_on=released.on if released else None,
        talked=moved(last, value, one.polarity),
    )


def _from_first(row: LocalRow) -> LocalRow:
    known = [nth for nth, cell in enumerate(row.cells) if cell.figure is not None]
    first = known[0] if known else 0
    return LocalRow(row.agency, row.measure, row.set_title, row.cells[first:])
