"""A figure is never bare: value, what it is made of, when, which release, which row, how sure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from holdfast.insight.benchmarking.compare import Change, Rank, rounded
from holdfast.insight.benchmarking.places import Place
from holdfast.insight.benchmarking.releases import Release, State, Unit
from holdfast.insight.benchmarking.store import Cell
from holdfast.insight.indicators.catalogue import Indicator, Item

PER = 10_000
"""Rates are per this many children aged 0 to 17, in the population the release itself used."""


@dataclass(frozen=True)
class Part:
    """The numerator or the denominator, with the cells it was read from."""

    words: str
    state: State
    value: Decimal | None
    cells: tuple[Cell, ...]

    @property
    def shown(self) -> str:
        return f"{self.value:,.0f}" if self.value is not None else self.state.value


@dataclass(frozen=True)
class Figure:
    """One indicator, for one place, in one year, from one release. `year` ends on 31 March.

    `value` is there only if `state` is number. `worked_out` says that it is our quotient of two
    published numbers and not itself published.
    """

    indicator: Indicator
    item: Item | None
    place: Place
    year: int
    state: State
    value: Decimal | None
    numerator: Part | None
    denominator: Part | None
    cells: tuple[Cell, ...]
    worked_out: bool

    @property
    def name(self) -> str:
        return self.item.name if self.item else self.indicator.name

    @property
    def release(self) -> Release:
        return self.cells[0].release

    @property
    def source(self) -> Cell:
        """Return the published cell the figure rests on first: file, row, column, text."""
        return self.cells[0]

    @property
    def as_at(self) -> date:
        return date(self.year, 3, 31)

    @property
    def period(self) -> str:
        """Return “31 March 2012” for a snapshot, “year to 31 March 2012” for a flow."""
        day = f"31 March {self.year}"
        return day if self.indicator.basis == "at" else f"year to {day}"

    @property
    def shown(self) -> str:
        """Return the value as it is printed, rounded here and nowhere else, or its state."""
        if self.value is None:
            return self.state.value
        number = f"{rounded(self.value, self.indicator.places):,}"
        return f"{number}%" if self.indicator.unit is Unit.PERCENT else number

    @property
    def made_of(self) -> str:
        """Return “48 of 293”, or nothing where there is no denominator. What is hidden is said."""
        part, whole = self.numerator, self.denominator
        if part is None or whole is None:
            return ""
        if part.value is None and whole.value is None:
            return f"count and total both {whole.shown}"
        if part.value is None:
            return f"count {part.shown}, of {whole.shown}"
        if whole.value is None:
            return f"{part.shown} of a total that is {whole.shown}"
        return f"{part.shown} of {whole.shown}"


@dataclass(frozen=True)
class Compared:
    """A figure beside the year before and beside the boroughs of the same release.

    `caution` says why the change is not quite like with like; empty if it is. `ranked` are the
    boroughs with a value; the others stand in `left_out` with their state.
    """

    figure: Figure
    before: Figure | None
    change: Change | None
    caution: str
    highest: Rank | None
    best: Rank | None
    boroughs: tuple[Figure, ...]
    region: Figure | None
    nation: Figure | None

    @property
    def ranked(self) -> tuple[Figure, ...]:
        return tuple(f for f in self.boroughs if f.state is State.NUMBER)

    def left_out(self, state: State) -> tuple[str, ...]:
        """Return the names of the boroughs in a state, such as those not returned."""
        return tuple(f.place.name for f in self.boroughs if f.state is state)

    @property
    def change_shown(self) -> str:
        """Return “−9.6%” for a count or a rate, “+9.0 points” for a share, or nothing."""
        if self.change is None:
            return ""
        if self.figure.indicator.unit is Unit.PERCENT:
            return f"{_signed(self.change.difference)} points"
        percent = self.change.percent
        return "" if percent is None else f"{_signed(percent)}%"


def _signed(value: Decimal) -> str:
    number = rounded(value, 1)
    return "0.0" if number == 0 else f"{number:+,}".replace("-", "\u2212")
