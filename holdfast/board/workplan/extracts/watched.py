"""What a challenge's measure said, period by period: published figures, or our own readings."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.coming_back import Reading
from holdfast.insight.indicators.catalogue import indicators
from holdfast.insight.indicators.published import Published, open_published
from holdfast.insight.indicators.values import Figure


def held() -> Published:
    """Return the published figures that are held here. Read once for each set of files."""
    return open_published(Path(settings.VAR_DIR) / "figures")


def readings_of(challenge: Challenge) -> tuple[Reading, ...]:
    """Return what the watched measure said: what was written down here, else what is published."""
    own = tuple(one.told() for one in challenge.readings.all())
    if own or challenge.watch_words or not challenge.figure:
        return own
    return published_readings(
        challenge.figure, challenge.figure_item, place=challenge.record.area.code
    )


def published_readings(identity: str, item: str, *, place: str) -> tuple[Reading, ...]:
    """Return an indicator's published values for a place, each known when its release was out."""
    series = held().series(identity, place, item=item)
    return tuple(_reading(figure) for figure in series if figure.value is not None)


@dataclass(frozen=True)
class FigureTold:
    """A published figure as a question keeps it: its value in words, and the row it is from."""

    indicator: str
    item: str
    name: str
    year: int
    place: str
    words: str
    row: str

    @property
    def key(self) -> str:
        return f"{self.indicator}|{self.item}|{self.year}"

    @property
    def label(self) -> str:
        return f"{self.indicator} {self.name}: {self.words}"

    def frozen(self) -> dict[str, Any]:
        """Return it as a challenge keeps it."""
        return {
            "figure": self.indicator,
            "item": self.item,
            "year": self.year,
            "place": self.place,
            "words": self.words,
            "row": self.row,
        }


def published_figures(*, place: str, on: date) -> tuple[FigureTold, ...]:
    """Return every figure published of a place by a day: by indicator, the latest year first."""
    found = held()
    return tuple(
        told(figure)
        for one in indicators().values()
        if one.published
        for item in (tuple(line.key for line in one.breakdown) or ("",))
        for figure in reversed(found.series(one.id, place, item=item))
        if figure.value is not None and figure.release.published_by <= on
    )


def told(figure: Figure) -> FigureTold:
    made_of = f", {figure.made_of}" if figure.made_of else ""
    cell, release = figure.source, figure.release
    return FigureTold(
        indicator=figure.indicator.id,
        item=figure.item.key if figure.item else "",
        name=figure.name,
        year=figure.year,
        place=figure.place.code,
        words=f"{figure.shown}{made_of}, {figure.period}, {release.id}",
        row=f"{release.title}: {cell.file}, row {cell.row}, column {cell.column}; "
        f"{release.status.value}",
    )


def _reading(figure: Figure) -> Reading:
    return Reading(
        period=figure.period,
        ends_on=figure.as_at,
        known_on=figure.release.published_by,
        value=figure.value,
        words=f"{figure.shown}, {figure.made_of}" if figure.made_of else figure.shown,
        source=figure.release.title,
    )
