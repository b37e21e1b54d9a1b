"""The bank holidays and calendars of the reviewed data file. Pure: no Django, no today()."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from holdfast.kernel.clock.law import BadData, Status
from holdfast.kernel.clock.reading import DATA, Fields, mapping, read_file


@dataclass(frozen=True)
class Proclaimed:
    """A bank holiday that was added or moved, with the day it was announced where known."""

    day: date
    name: str
    announced_on: date | None
    status: Status


@dataclass(frozen=True)
class Region:
    """The bank holidays of one part of the United Kingdom."""

    id: str
    name: str
    provenance: str
    status: Status
    days: frozenset[date]
    proclaimed: tuple[Proclaimed, ...]
    first_year: int
    last_year: int


@dataclass(frozen=True)
class CalendarSpec:
    """What a calendar leaves out, as the data file says it."""

    id: str
    name: str
    words: str
    used_for: str
    source: str
    status: Status
    regions: tuple[str, ...] = ()
    always: tuple[tuple[int, int], ...] = ()
    every_day: bool = False
    rolls_on: bool = False
    needs_terms: bool = False
    notes: str = ""


@dataclass(frozen=True)
class Almanac:
    """The calendars and bank holidays of the data file."""

    specs: dict[str, CalendarSpec]
    regions: dict[str, Region]

    @property
    def first(self) -> date:
        return date(max(region.first_year for region in self.regions.values()), 1, 1)

    @property
    def last(self) -> date:
        return date(min(region.last_year for region in self.regions.values()), 12, 31)

    def closed(self, spec: CalendarSpec, extra: Iterable[tuple[str, date]]) -> set[date]:
        known = [self.regions[name] for name in spec.regions]
        days = {day for region in known for day in region.days}
        days |= {day for region, day in extra if region in spec.regions}
        years = range(self.first.year, self.last.year + 1)
        return days | {date(year, month, day) for year in years for month, day in spec.always}


@lru_cache(maxsize=1)
def almanac() -> Almanac:
    """The shipped almanac, read once."""
    return read_almanac(read_file(DATA / "calendars.yaml"), where="calendars.yaml")


def read_almanac(raw: dict[str, Any], *, where: str) -> Almanac:
    """Build the almanac from the data file's content, or raise BadData saying what is wrong."""
    top = Fields(raw, where=where)
    regions = {
        name: _region(
            name, Fields(mapping(row, where=f"{where}, {name}"), where=f"{where}, {name}")
        )
        for name, row in top.inner("holidays").raw.items()
    }
    specs = {
        name: _spec(
            name, Fields(mapping(row, where=f"{where}, {name}"), where=f"{where}, {name}"), regions
        )
        for name, row in top.inner("calendars").raw.items()
    }
    top.finish()
    if not regions or not specs:
        raise BadData(f"{where} should name at least one calendar and one region.")
    return Almanac(specs=specs, regions=regions)


def _spec(id: str, row: Fields, regions: Collection[str]) -> CalendarSpec:
    spec = CalendarSpec(
        id=id,
        name=row.text("name"),
        words=row.text("words", default=""),
        used_for=row.text("used_for"),
        source=row.text("source"),
        status=row.choice("status", Status),
        regions=tuple(row.names("regions", known=regions)),
        always=tuple(_month_day(row, "always", item) for item in row.take("always") or []),
        every_day=row.flag("every_day"),
        rolls_on=row.flag("rolls_on"),
        needs_terms=row.flag("needs_terms"),
        notes=row.text("notes", default=""),
    )
    row.finish()
    return spec


def _region(id: str, row: Fields) -> Region:
    days: set[date] = set()
    years = row.take("days")
    if not isinstance(years, dict) or not all(isinstance(year, int) for year in years):
        raise row.wrong("days", "a list of days for each year")
    ordered = sorted(years)
    if not ordered or ordered != list(range(ordered[0], ordered[-1] + 1)):
        raise row.wrong("days", "years without a gap")
    for year in ordered:
        if not isinstance(years[year], list):
            raise BadData(f"{row.where}, {year} should be a list of days.")
        for item in years[year]:
            month, day = _month_day(row, str(year), item)
            days.add(_real_date(row, year, month, day))
    region = Region(
        id=id,
        name=row.text("name"),
        provenance=row.text("provenance"),
        status=row.choice("status", Status),
        days=frozenset(days),
        proclaimed=tuple(_proclaimed(item) for item in row.each("proclaimed")),
        first_year=ordered[0],
        last_year=ordered[-1],
    )
    row.finish()
    unlisted = [made.day for made in region.proclaimed if made.day not in days]
    if unlisted:
        raise BadData(f"{row.where}, proclaimed: {unlisted[0]} is missing from the days.")
    return region


def _proclaimed(row: Fields) -> Proclaimed:
    made = Proclaimed(
        day=row.must_day("day"),
        name=row.text("name"),
        announced_on=row.day("announced_on"),
        status=row.choice("status", Status),
    )
    row.finish()
    return made


def _month_day(row: Fields, name: str, item: object) -> tuple[int, int]:
    try:
        month, day = str(item).split("-")
        return int(month), int(day)
    except ValueError:
        raise BadData(f"{row.where}, {name}: {item!r} should be a day such as 12-25.") from None


def _real_date(row: Fields, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadData(f"{row.where}, {year}: there is no day {month}-{day}.") from None
