"""What each indicator means: reviewed data, one file for each theme, read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from holdfast.insight.benchmarking.compare import Polarity
from holdfast.insight.benchmarking.releases import Unit

DATA = Path(__file__).parent / "data" / "catalogue"


@dataclass(frozen=True)
class Break:
    """From this year on the series is not quite what it was before."""

    year: int
    what: str


@dataclass(frozen=True)
class Item:
    """One line of a breakdown."""

    key: str
    name: str
    numerator: str


@dataclass(frozen=True)
class Indicator:
    """One definition. `confidence`: V formula reproduced on published figures, R read, D local.

    `value`, `over` and `under` name measures: what is published, and what it is made of (several
    in `over` are added). An indicator without any of them is not from published figures.
    """

    id: str
    name: str
    theme: str
    definition: str
    numerator: str
    denominator: str
    unit: Unit
    places: int
    polarity: Polarity
    basis: str
    source: str
    confidence: str
    version: str
    reading: str = ""
    aliases: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    value: str = ""
    over: tuple[str, ...] = ()
    under: str = ""
    breakdown: tuple[Item, ...] = ()

    @property
    def published(self) -> bool:
        return bool(self.value or self.under)

    def item(self, key: str) -> Item | None:
        """Return a line of the breakdown; none for an empty key."""
        return next((item for item in self.breakdown if item.key == key), None)

    def measures(self) -> tuple[str, ...]:
        """Return every measure it is made of."""
        named = (self.value, *self.over, self.under, *[i.numerator for i in self.breakdown])
        return tuple(name for name in named if name)

    def break_between(self, before: int, now: int) -> str:
        """Say what changed in the series after one year and by another, or nothing."""
        return "; ".join(b.what for b in self.breaks if before < b.year <= now)


class UnknownIndicator(Exception):
    """The sentence says which indicators there are."""


@cache
def indicators() -> dict[str, Indicator]:
    """Return every indicator by its id, in the order of the child's journey."""
    found: dict[str, Indicator] = {}
    for path in sorted(DATA.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in raw["indicators"]:
            one = _indicator(raw["theme"], entry)
            found[one.id] = one
    return found


def indicator(identity: str) -> Indicator:
    """Return one indicator by its id or a name it had before (NI 64)."""
    known = indicators()
    for one in known.values():
        if identity == one.id or identity in one.aliases:
            return one
    raise UnknownIndicator(
        f"There is no indicator called “{identity}”. Choose one of: {', '.join(known)}."
    )


def _indicator(theme: str, raw: dict[str, Any]) -> Indicator:
    formula = raw.get("formula", {})
    over = formula.get("numerator", ())
    return Indicator(
        id=raw["id"],
        name=raw["name"],
        theme=theme,
        definition=raw["definition"],
        numerator=raw["numerator"],
        denominator=raw.get("denominator", ""),
        unit=Unit(raw["unit"]),
        places=raw.get("places", 0),
        polarity=Polarity(raw["polarity"]),
        basis=raw["basis"],
        source=raw["source"],
        confidence=raw["confidence"],
        version=raw.get("version", "1"),
        reading=raw.get("reading", ""),
        aliases=tuple(raw.get("aliases", ())),
        breaks=tuple(Break(**one) for one in raw.get("breaks", ())),
        value=formula.get("value", ""),
        over=(over,) if isinstance(over, str) else tuple(over),
        under=formula.get("denominator", ""),
        breakdown=tuple(Item(**one) for one in raw.get("breakdown", ())),
    )
