"""The figures as they are asked for: frozen cells, each with its release, row and column."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from holdfast.insight.benchmarking.releases import (
    Measure,
    Release,
    State,
    all_releases,
    measures,
)


@dataclass(frozen=True)
class Cell:
    """One published figure and where it stands. `value` is there only if `state` is number."""

    release: Release
    measure: Measure
    year: int
    place: str
    state: State
    value: Decimal | None
    text: str
    confidence: str
    file: str
    row: int
    column: str


class Store:
    """Read-only. Every method is one query over the whole set asked for."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        self._lock = threading.Lock()

    def cells(
        self,
        wanted: Iterable[str],
        *,
        years: Iterable[int] = (),
        places: Iterable[str] = (),
    ) -> list[Cell]:
        """Return the cells of some measures, oldest release first; no years means all of them."""
        rows = self._all(
            """
            SELECT release, measure, year, place, state, text, confidence, file, row_number,
                column_name
            FROM cell WHERE list_contains(string_split($measures, ' '), measure)
                AND ($years = ''
                    OR list_contains(string_split($years, ' '), CAST(year AS VARCHAR)))
                AND ($places = '' OR list_contains(string_split($places, ' '), place))
            ORDER BY measure, year, place
            """,
            {
                "measures": " ".join(wanted),
                "years": " ".join(str(year) for year in years),
                "places": " ".join(places),
            },
        )
        order = {identity: nth for nth, identity in enumerate(all_releases())}
        found = [_cell(row) for row in rows]
        return sorted(found, key=lambda c: order[c.release.id])

    def years(self) -> list[int]:
        """Return the years, named by the March they end in, that anything is held for."""
        return [
            int(str(year))
            for (year,) in self._all("SELECT DISTINCT year FROM cell ORDER BY year", {})
        ]

    def releases(self) -> list[Release]:
        held = {identity for (identity,) in self._all("SELECT DISTINCT release FROM cell", {})}
        return [release for identity, release in all_releases().items() if identity in held]

    def _all(self, statement: str, values: dict[str, str]) -> list[tuple[object, ...]]:
        with self._lock:
            found: list[tuple[object, ...]] = self._con.execute(statement, values).fetchall()
            return found


def _cell(row: tuple[object, ...]) -> Cell:
    release, measure, year, place, state, text, confidence, file, number, column = row
    published = all_releases()[str(release)]
    return Cell(
        release=published,
        measure=measures()[str(measure)],
        year=int(str(year)),
        place=str(place),
        state=State(str(state)),
        value=_number(str(text)) if state == State.NUMBER else None,
        text=str(text),
        confidence=published.confidence.get(str(confidence), str(confidence)),
        file=str(file),
        row=int(str(number)),
        column=str(column),
    )


def _number(text: str) -> Decimal:
    """Return the value with just the places it was published with."""
    return Decimal(text.replace(",", ""))
