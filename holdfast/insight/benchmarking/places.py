"""The places whose figures are kept: England, London and its 33 boroughs."""

from dataclasses import dataclass
from functools import cache

import yaml

from holdfast.insight.benchmarking.releases import DATA


@dataclass(frozen=True)
class Place:
    """`kind` is nation, region or borough; `part` is Inner or Outer for a borough."""

    code: str
    name: str
    kind: str
    dfe: str = ""
    part: str = ""


@cache
def all_places() -> dict[str, Place]:
    """Return every place by its nine-character code: England, London, then the boroughs."""
    raw = yaml.safe_load((DATA / "places.yaml").read_text(encoding="utf-8"))
    found = [
        Place(**raw["nation"], kind="nation"),
        Place(**raw["region"], kind="region"),
        *[Place(**borough, kind="borough") for borough in raw["boroughs"]],
    ]
    return {place.code: place for place in found}


@cache
def boroughs() -> tuple[Place, ...]:
    """Return London's 33 boroughs in the order of their codes."""
    return tuple(p for p in all_places().values() if p.kind == "borough")


def nation() -> Place:
    return next(p for p in all_places().values() if p.kind == "nation")


def region() -> Place:
    return next(p for p in all_places().values() if p.kind == "region")
