"""Figures from the published releases: the catalogue's formulas over the store's cells.

A figure is taken whole from one release, the first that published it; a later restatement is
another figure (`restated`) and never replaces it. Boroughs are compared inside that release.
"""

from collections import defaultdict
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from holdfast.insight.benchmarking import compare, figures
from holdfast.insight.benchmarking.places import Place, all_places, boroughs, nation, region
from holdfast.insight.benchmarking.releases import State, Unit
from holdfast.insight.benchmarking.store import Cell, Store
from holdfast.insight.indicators.catalogue import Indicator, Item, indicator, indicators
from holdfast.insight.indicators.values import PER, Compared, Figure, Part

_Found = dict[str, Cell]
"""The cells of one release, for one place and year, by measure."""


class NotHeld(Exception):
    """The sentence says which figure is asked for and which years are held."""


class Published:
    """Every published figure that is held. Read once from the store; safe to share."""

    def __init__(self, store: Store) -> None:
        self._held: dict[tuple[str, int], dict[str, _Found]] = defaultdict(
            lambda: defaultdict(dict)
        )
        wanted = {m for one in indicators().values() for m in one.measures()}
        for cell in store.cells(sorted(wanted)):
            self._held[cell.place, cell.year][cell.release.id][cell.measure.slug] = cell
        self.years = tuple(sorted({year for _, year in self._held}))
        self.releases = tuple(store.releases())

    def figure(self, identity: str, area: str, year: int, *, item: str = "") -> Figure:
        """Return one figure from the first release that has it. Raises `NotHeld`."""
        found = self.restated(identity, area, year, item=item)
        if not found:
            named = all_places()[area].name if area in all_places() else area
            raise NotHeld(
                f"No figure of {identity} is held for {named} in the year to March {year}. "
                f"Figures are held for {', '.join(str(y) for y in self.years)}."
            )
        return found[0]

    def restated(
        self, identity: str, area: str, year: int, *, item: str = ""
    ) -> tuple[Figure, ...]:
        """Return the figure as each release gave it, the first to publish it first."""
        one = indicator(identity)
        line = one.item(item)
        place = all_places().get(area)
        by_release = self._held.get((area, year), {})
        unknown = line is None and bool(one.breakdown or item)
        if place is None or not one.published or unknown:
            return ()
        made = [_make(one, line, place, year, cells) for cells in by_release.values()]
        return tuple(figure for figure in made if figure)

    def series(self, identity: str, area: str, *, item: str = "") -> tuple[Figure, ...]:
        """Return the figure for every year held, oldest first."""
        each = (self.restated(identity, area, year, item=item) for year in self.years)
        return tuple(found[0] for found in each if found)

    def compared(self, identity: str, area: str, year: int, *, item: str = "") -> Compared:
        """Return a figure with its change, its rank and the boroughs it is ranked among."""
        figure = self.figure(identity, area, year, item=item)
        one = figure.indicator
        before = next(iter(self.restated(identity, area, year - 1, item=item)), None)
        change = _change(figure, before)
        same = tuple(
            found
            for place in boroughs()
            for found in self.restated(identity, place.code, year, item=item)
            if found.release.id == figure.release.id
        )
        values = {f.place.code: f.value for f in same if f.value is not None}
        return Compared(
            figure=figure,
            before=before,
            change=change,
            caution=one.break_between(year - 1, year) if change else "",
            highest=compare.from_highest(values, area),
            best=compare.from_best(values, area, one.polarity),
            boroughs=same,
            region=next(iter(self.restated(identity, region().code, year, item=item)), None),
            nation=next(iter(self.restated(identity, nation().code, year, item=item)), None),
        )

    def breakdown(self, identity: str, area: str, year: int) -> tuple[Figure, ...]:
        """Return every line of a breakdown, in the catalogue's order."""
        lines = (item.key for item in indicator(identity).breakdown)
        each = (self.restated(identity, area, year, item=key) for key in lines)
        return tuple(found[0] for found in each if found)


def open_published(imported: Path) -> Published:
    """Return the figures of the shipped releases and of those imported into a folder."""
    return _published(figures.open_store(imported))


@lru_cache(maxsize=2)
def _published(store: Store) -> Published:
    return Published(store)


def _make(
    one: Indicator, item: Item | None, place: Place, year: int, cells: _Found
) -> Figure | None:
    over = (item.numerator,) if item else one.over
    named = (one.value,) if one.value else (*over, one.under)
    if not all(measure in cells for measure in named):
        return None
    numerator = _part(item.name if item else one.numerator, over, cells)
    denominator = _part(one.denominator, (one.under,), cells) if one.under else None
    if one.value:
        state, value = cells[one.value].state, cells[one.value].value
    else:
        state, value = _quotient(one, numerator, denominator)
    return Figure(
        indicator=one,
        item=item,
        place=place,
        year=year,
        state=state,
        value=value,
        numerator=numerator,
        denominator=denominator,
        cells=tuple(cells[measure] for measure in named),
        worked_out=not one.value,
    )


def _part(words: str, measures: tuple[str, ...], cells: _Found) -> Part | None:
    """Add up the cells; one that is no number lends the sum its state."""
    found = tuple(cells[measure] for measure in measures if measure in cells)
    if not found or len(found) < len(measures):
        return None
    state = next((c.state for c in found if c.state is not State.NUMBER), State.NUMBER)
    values = [c.value for c in found if c.value is not None]
    return Part(words, state, sum(values, Decimal(0)) if state is State.NUMBER else None, found)


def _quotient(
    one: Indicator, numerator: Part | None, denominator: Part | None
) -> tuple[State, Decimal | None]:
    """Divide without rounding. Over nought there is no share, and that is not nought."""
    parts = [part for part in (numerator, denominator) if part]
    state = next((p.state for p in parts if p.state is not State.NUMBER), State.NUMBER)
    over = numerator.value if numerator else None
    under = denominator.value if denominator else None
    if state is not State.NUMBER or over is None or under is None:
        return state, None
    if under == 0:
        return State.NOT_APPLICABLE, None
    return State.NUMBER, over / under * (100 if one.unit is Unit.PERCENT else PER)


def _change(now: Figure, before: Figure | None) -> compare.Change | None:
    if before is None or before.value is None or now.value is None:
        return None
    return compare.Change(before.value, now.value)
