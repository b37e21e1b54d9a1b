"""The releases we can read: reviewed data that says which column counts what, and what each
symbol means. Columns are found by name, never by their place in the file.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


class State(StrEnum):
    """What stands in a cell. Only `NUMBER` carries a value; no other becomes null or nought."""

    NUMBER = "number"
    SUPPRESSED = "suppressed"
    NOT_RETURNED = "not returned"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"
    NEGLIGIBLE = "negligible"
    UNRELIABLE = "unreliable"


class Unit(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"


class Status(StrEnum):
    """How settled a whole release is."""

    PROVISIONAL = "provisional"
    FINAL = "final"
    REVISED = "revised"


@dataclass(frozen=True)
class Measure:
    """What a column counts. `basis`: at (31 March), during (the year), population (mid-year)."""

    slug: str
    words: str
    unit: Unit
    basis: str
    capped: bool


@dataclass(frozen=True)
class Column:
    measure: Measure
    name: str
    confidence: str | None = None


@dataclass(frozen=True)
class PlaceColumns:
    """Which columns say where (and when) a row belongs."""

    level: str
    period: str | None
    nation: str
    region: str | None
    region_name: str | None
    authority: str
    dfe: str
    ons: str | None
    name: str

    def needed(self) -> tuple[str, ...]:
        named = (self.period, self.level, self.region_name, self.dfe, self.ons, self.name)
        return tuple(dict.fromkeys(column for column in named if column))


@dataclass(frozen=True, eq=False)
class Release:
    """One file of one publication, itself and no other: `all_releases` makes each once.

    `published_by` is the last day on which it can have come out.
    """

    id: str
    title: str
    publisher: str
    published: str
    published_by: date
    published_status: str
    status: Status
    file: str
    encoding: str
    rows: int
    years: tuple[int, ...]
    place: PlaceColumns
    symbols: dict[str, State]
    confidence: dict[str, str]
    columns: tuple[Column, ...]

    def needed(self) -> tuple[str, ...]:
        """Return every column that must be in the file, in the order of our list."""
        found = [c for column in self.columns for c in (column.name, column.confidence) if c]
        return tuple(dict.fromkeys([*self.place.needed(), *found]))


class UnknownRelease(Exception):
    """The sentence says which releases there are."""


@cache
def measures() -> dict[str, Measure]:
    """Return every measure by its slug."""
    raw: dict[str, dict[str, str]] = _read(DATA / "measures.yaml")
    return {
        slug: Measure(slug, m["words"], Unit(m["unit"]), m["basis"], m.get("most") != "none")
        for slug, m in raw.items()
    }


@cache
def all_releases() -> dict[str, Release]:
    """Return every release we hold a description of, oldest first."""
    found = [_release(_read(path)) for path in sorted((DATA / "releases").glob("*.yaml"))]
    return {r.id: r for r in sorted(found, key=lambda r: (r.published_by, r.id))}


def release(identity: str) -> Release:
    """Return one release, or refuse with the list of those there are."""
    known = all_releases()
    if identity not in known:
        raise UnknownRelease(
            f"There is no release called “{identity}”. Choose one of: {', '.join(known)}."
        )
    return known[identity]


def _release(raw: dict[str, Any]) -> Release:
    return Release(
        id=raw["id"],
        title=raw["title"],
        publisher=raw["publisher"],
        published=raw["published"],
        published_by=raw["published_by"],
        published_status=raw["published_status"],
        status=Status(raw["status"]),
        file=raw["file"],
        encoding=raw["encoding"],
        rows=raw["rows"],
        years=tuple(raw["years"]),
        place=_place(raw["place"]),
        symbols={text: State(state) for text, state in raw["symbols"].items()},
        confidence=dict(raw["confidence"]),
        columns=tuple(_column(slug, named) for slug, named in raw["columns"].items()),
    )


def _place(raw: dict[str, Any]) -> PlaceColumns:
    authority, region = raw["authority"], raw.get("region", {})
    return PlaceColumns(
        level=raw["level"],
        period=raw.get("period"),
        nation=raw["nation"]["is"],
        region=region.get("is"),
        region_name=region.get("name"),
        authority=authority["is"],
        dfe=authority["dfe"],
        ons=authority.get("ons"),
        name=authority["name"],
    )


def _column(slug: str, named: str | list[str]) -> Column:
    name, confidence = (named, None) if isinstance(named, str) else named
    return Column(measures()[slug], name, confidence)


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
