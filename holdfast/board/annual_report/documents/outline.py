"""The outline of one year's report: which figures it cites and what its printed edition said."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from holdfast.kernel.directory.words import Role

DATA: Final = Path(__file__).resolve().parent.parent / "data"


class UnknownYear(Exception):
    """No outline for that year. The message says which years there are."""


@dataclass(frozen=True)
class Printed:
    """What the printed report said of one figure; empty where it printed nothing."""

    shown: str = ""
    change: str = ""
    share: str = ""


@dataclass(frozen=True)
class Doubt:
    """One disagreement between the printed report and a release, in the outline's words."""

    key: str
    beside: str
    title: str
    says: str
    proposed: str
    holder: Role


@dataclass(frozen=True)
class Cited:
    """
    One figure that the report cites: a measure of a place.

    `place` is here or a place's name. `part_of` names the whole it is a share of, `rank_by` the
    measure that ranks it when not its own, `best` which way is good where the rank says so.
    """

    name: str
    measure: str
    label: str
    place: str
    indicator: str
    item: str
    part_of: str
    rank_by: str
    best: str


@dataclass(frozen=True)
class Outline:
    """`five` are the figures of the one-page edition; `told` says some of them to families."""

    year: str
    title: str
    for_meeting: str
    figures_year: int
    older: str
    cited: tuple[Cited, ...]
    printed: Mapping[str, Printed]
    doubts: tuple[Doubt, ...]
    five: tuple[str, ...]
    told: Mapping[str, str]

    def doubts_beside(self, name: str) -> list[tuple[int, Doubt]]:
        """The disagreements that stand beside a figure, with their numbers."""
        numbered = enumerate(self.doubts, start=1)
        return [(number, doubt) for number, doubt in numbered if doubt.beside == name]

    def doubt(self, key: str) -> Doubt | None:
        return next((doubt for doubt in self.doubts if doubt.key == key), None)


@cache
def outlines() -> Mapping[str, Outline]:
    """Every year that has an outline, newest first."""
    read = [_outline(yaml.safe_load(path.read_text("utf-8"))) for path in DATA.glob("outline_*")]
    return {each.year: each for each in sorted(read, key=lambda each: each.year, reverse=True)}


def outline_of(year: str) -> Outline:
    """The outline of a year, or a sentence saying which years there are."""
    if year not in outlines():
        raise UnknownYear(
            f"There is no annual report for {year or 'that year'}. "
            f"The years there are: {', '.join(outlines())}. Write a year as 2012-13."
        )
    return outlines()[year]


def _outline(read: dict[str, Any]) -> Outline:
    doubts = [Doubt(**{**each, "holder": Role(each["holder"])}) for each in read["disagreements"]]
    return Outline(
        year=read["year"],
        title=read["title"],
        for_meeting=read["for_meeting"],
        figures_year=read["figures_year"],
        older=read["older"],
        cited=tuple(_cited(name, each) for name, each in read["figures"].items()),
        printed={name: Printed(**each) for name, each in read["printed"].items()},
        doubts=tuple(doubts),
        five=tuple(read["one_page"]),
        told=read["family"],
    )


def _cited(name: str, each: dict[str, Any]) -> Cited:
    return Cited(
        name=name,
        measure=each["measure"],
        label=each["label"],
        place=each.get("place", "here"),
        indicator=each.get("indicator", ""),
        item=each.get("item", ""),
        part_of=each.get("part_of", ""),
        rank_by=each.get("rank_by", ""),
        best=each.get("best", ""),
    )
