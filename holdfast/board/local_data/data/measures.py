"""The partners' quarterly sets of measures, read once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from holdfast.board.local_data.data import text_of
from holdfast.insight.benchmarking.compare import Polarity

WORSE = {"high": Polarity.LOW, "low": Polarity.HIGH, "neither": Polarity.NONE}


@dataclass(frozen=True)
class LocalMeasure:
    """A measure that a partner counts itself. `of` is what it is out of, or empty for a count.

    `of_children`: what is counted are children or families, so that a small number is protected.
    """

    key: str
    name: str
    of: str
    basis: str
    polarity: Polarity
    set_key: str
    of_children: bool

    @property
    def adds_up(self) -> bool:
        """Say whether its quarters make a year's number: a count of what happened does."""
        return self.basis == "during" and not self.of


@dataclass(frozen=True)
class MeasureSet:
    """What one kind of partner is asked for."""

    key: str
    title: str
    version: str
    measures: tuple[LocalMeasure, ...]


@cache
def measure_sets() -> dict[str, MeasureSet]:
    """Return every set by its key, in the order of the file."""
    raw: dict[str, Any] = yaml.safe_load(text_of("measures.yaml"))
    return {
        one["key"]: MeasureSet(
            one["key"],
            one["title"],
            str(raw["version"]),
            tuple(_measure(one["key"], entry) for entry in one["measures"]),
        )
        for one in raw["sets"]
    }


@cache
def local_measures() -> dict[str, LocalMeasure]:
    return {one.key: one for each in measure_sets().values() for one in each.measures}


def _measure(set_key: str, raw: dict[str, str]) -> LocalMeasure:
    return LocalMeasure(
        key=raw["key"],
        name=raw["name"],
        of=raw.get("of", ""),
        basis=raw["basis"],
        polarity=WORSE[raw["worse"]],
        set_key=set_key,
        of_children="counts" not in raw,
    )
