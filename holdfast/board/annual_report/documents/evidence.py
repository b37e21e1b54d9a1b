"""What a report is written from: each figure with its neighbours in time and in London."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from holdfast.board.annual_report.documents.model import Figure, Ref
from holdfast.kernel.ui.filters import number, percent, signed_percent


@dataclass(frozen=True)
class Measure:
    """
    One figure as numbers. `share` and `change` are in per cent and unrounded. `before` and
    `later` are the same measure a year before and a year later, where a release has them.
    """

    figure: Figure
    value: Decimal | None
    share: Decimal | None = None
    change: Decimal | None = None
    before: "Measure | None" = None
    later: "Measure | None" = None

    @property
    def known(self) -> bool:
        return self.value is not None


@dataclass(frozen=True)
class Evidence:
    """The measures a report may cite, by the names its outline gives them."""

    place: str
    measures: Mapping[str, Measure]

    def __getitem__(self, name: str) -> Measure:
        return self.measures[name]

    def ref(self, name: str, *, strong: bool = False) -> Ref:
        figure = self.measures[name].figure
        return Ref(figure.id, figure.shown, strong)

    def share(self, name: str, places: int = 1, *, strong: bool = False) -> Ref:
        measure = self.measures[name]
        return Ref(measure.figure.id, percent(measure.share, places), strong)

    def change(self, name: str, places: int = 1, *, strong: bool = False) -> Ref:
        measure = self.measures[name]
        return Ref(measure.figure.id, signed_percent(measure.change, places), strong)

    def beside(self, name: str, *, later: bool = False) -> Ref | None:
        """The same measure a year before, or a year later; nothing where no release has it."""
        measure = self.measures[name]
        other = measure.later if later else measure.before
        return Ref(other.figure.id, other.figure.shown) if other else None

    def cited(self, name: str, *, strong: bool = False) -> Ref:
        """What `[[name]]` means in an outline; after a dot: share, share0, change0, before …"""
        base, _, what = name.partition(".")
        places = 0 if what.endswith("0") else 1
        kind = what.rstrip("0")
        if base in self.measures and kind == "":
            return self.ref(base, strong=strong)
        if base in self.measures and kind == "share":
            return self.share(base, places, strong=strong)
        if base in self.measures and kind == "change":
            return self.change(base, places, strong=strong)
        found = self.beside(base) if base in self.measures and kind == "before" else None
        if found is None:
            raise KeyError(f"The outline cites {name!r}, which is not among its figures.")
        return found


def changed(measure: Measure) -> str:
    """
    The change on the year before in words: `9.6% fewer than a year before`.

    Where it is not known, the words say so.
    """
    if measure.change is None:
        return "with no figure for the year before"
    if measure.change == 0:
        return "as many as a year before"
    more = "more" if measure.change > 0 else "fewer"
    return f"{number(abs(measure.change), 1)}% {more} than a year before"
