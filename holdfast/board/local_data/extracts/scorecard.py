"""The scorecard of a year: published figures, only those that were out on the day it is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.conf import settings

from holdfast.board.local_data.data.scorecard import Listed, listed
from holdfast.board.local_data.rules import exceptions as rule
from holdfast.board.local_data.rules.exceptions import Change, Reason
from holdfast.board.local_data.rules.standing import Standing, middle, standing
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.places import Place, all_places, boroughs, region
from holdfast.insight.benchmarking.releases import Release, Unit
from holdfast.insight.indicators.published import Published, open_published
from holdfast.insight.indicators.values import Figure

YEARS_BACK = 6


class NoFigures(Exception):
    """The sentence says why there is no scorecard to show."""


@dataclass(frozen=True)
class Year:
    """One year of a panel: our figure, the middle three fifths of the boroughs, London.

    `apart`: on another definition or population base than the year shown.
    """

    year: int
    figure: Figure | None
    band: tuple[Decimal, Decimal] | None
    london: Figure | None
    apart: bool


@dataclass(frozen=True)
class Measure:
    """A measure of the scorecard in its year. `reasons` is empty unless it is an exception."""

    listed: Listed
    figure: Figure
    before: Figure | None
    change: Change
    place: Standing | None
    london: Figure | None
    years: tuple[Year, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Scorecard:
    """`exceptions` are among `measures`, the worst placed first; `years` may be asked for."""

    area: Place
    year: int
    on: date
    years: tuple[int, ...]
    measures: tuple[Measure, ...]
    exceptions: tuple[Measure, ...]
    releases: tuple[Release, ...]

    @property
    def panels(self) -> tuple[Measure, ...]:
        return tuple(one for one in self.measures if one.listed.drawn)


def scorecard(area: str, *, on: date, year: int | None = None) -> Scorecard:
    """
    Return the scorecard that a board could see on a day.

    `area` is a nine-character code. Without a year: the latest of which at least half of the
    panels were out. Raises NoFigures with a sentence.
    """
    seen = _Seen(_held(), _place(area), on)
    years = seen.years()
    if not years:
        raise NoFigures(f"No published figure of {seen.place.name} was out on this day.")
    chosen = year if year in years else years[-1]
    found = [seen.measure(one, chosen) for one in listed()]
    measures = tuple(one for one in found if one)
    by_key = {one.listed.id: one for one in measures if one.reasons}
    order = rule.in_order([(one.place, key) for key, one in by_key.items()])
    out = {figure.release.id: figure.release for one in measures for figure in _read(one)}
    return Scorecard(
        area=seen.place,
        year=chosen,
        on=on,
        years=years,
        measures=measures,
        exceptions=tuple(by_key[key] for key in order),
        releases=tuple(sorted(out.values(), key=_published)),
    )


class _Seen:
    """The figures of an area that were out on a day."""

    def __init__(self, held: Published, place: Place, on: date) -> None:
        self.held, self.place, self.on = held, place, on

    def years(self) -> tuple[int, ...]:
        """Return the years of which at least half of the panels were out, oldest first."""
        drawn = [one for one in listed() if one.drawn]
        return tuple(
            year
            for year in self.held.years
            if 2 * sum(1 for one in drawn if self.figure(one.id, self.place, year)) >= len(drawn)
        )

    def figure(self, identity: str, place: Place, year: int) -> Figure | None:
        """Return a figure from the first release that gave it, if it was out."""
        first = next(iter(self.held.restated(identity, place.code, year)), None)
        return first if first and first.release.published_by <= self.on else None

    def measure(self, one: Listed, year: int) -> Measure | None:
        figure = self.figure(one.id, self.place, year)
        if figure is None:
            return None
        before = self.figure(one.id, self.place, year - 1)
        place = self._standing(figure)
        change = _change(figure, before)
        return Measure(
            listed=one,
            figure=figure,
            before=before,
            change=change,
            place=place,
            london=self.figure(one.id, region(), year),
            years=tuple(
                self._year(figure, each)
                for each in self.held.years
                if year - YEARS_BACK <= each <= year
            ),
            reasons=rule.reasons(place, change, polarity=figure.indicator.polarity),
        )

    def _year(self, shown: Figure, year: int) -> Year:
        identity = shown.indicator.id
        figure = self.figure(identity, self.place, year)
        values = self._among(figure) if figure else ()
        return Year(
            year=year,
            figure=figure,
            band=middle(f.value for f in values if f.value is not None),
            london=self.figure(identity, region(), year),
            apart=bool(shown.indicator.break_between(year, shown.year)),
        )

    def _among(self, figure: Figure) -> tuple[Figure, ...]:
        """Return the boroughs' figures of the very same release."""
        return tuple(
            found
            for place in boroughs()
            for found in self.held.restated(figure.indicator.id, place.code, figure.year)
            if found.release.id == figure.release.id
        )

    def _standing(self, figure: Figure) -> Standing | None:
        among = self._among(figure)
        return standing(
            {f.place.code: f.value for f in among if f.value is not None},
            figure.place.code,
            polarity=figure.indicator.polarity,
            places=figure.indicator.places,
            without=[f.state.value for f in among if f.value is None],
        )


def _change(now: Figure, before: Figure | None) -> Change:
    """A rate's change is its count's: the population under it is estimated anew each year."""
    one = now.indicator
    share = one.unit is Unit.PERCENT
    counts = (_count(before), _count(now))
    values = (before.value if before else None, now.value) if share else counts
    cases = None if None in counts else (counts[1] or Decimal(0)) - (counts[0] or Decimal(0))
    caution = "" if one.unit is Unit.RATE else one.break_between(now.year - 1, now.year)
    return Change(*values, share=share, cases=cases, caution=caution if before else "")


def _count(figure: Figure | None) -> Decimal | None:
    """Return the number of children behind a figure: itself, or its numerator."""
    if figure is None:
        return None
    if figure.indicator.unit is Unit.COUNT:
        return figure.value
    return figure.numerator.value if figure.numerator else None


def _read(one: Measure) -> Sequence[Figure]:
    return [f for f in (one.figure, one.before, one.london) if f]


def _published(release: Release) -> tuple[date, str]:
    return release.published_by, release.id


def _held() -> Published:
    try:
        return open_published(Path(settings.VAR_DIR) / "figures")
    except BadFile as why:
        raise NoFigures(str(why)) from why


def _place(area: str) -> Place:
    place = all_places().get(area)
    if place is None:
        raise NoFigures("No published figures are held for this area.")
    return place
