"""A linked indicator as a page prints it: the published value, what it is made of, its release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.workplan.extracts.watched import published_readings
from holdfast.insight.indicators.catalogue import indicator


@dataclass(frozen=True)
class FigureWords:
    """`said` is the latest published value by a day, or words saying that none is held."""

    name: str
    said: str
    period: str
    source: str
    url: str


def figure_words(
    linked: Iterable[tuple[str, str]], *, place: str, on: date
) -> tuple[FigureWords, ...]:
    """Return the latest published value of each, as it was known on a day."""
    return tuple(_figure(identity, item, place=place, on=on) for identity, item in linked)


def _figure(identity: str, item: str, *, place: str, on: date) -> FigureWords:
    one = indicator(identity)
    line = one.item(item)
    name = f"{identity} {line.name if line else one.name}"
    held = [r for r in published_readings(identity, item, place=place) if r.known_on <= on]
    url = reverse("indicators:figure", args=[identity])
    if not held:
        return FigureWords(name, "no published value is held", "", "", url)
    last = max(held, key=lambda one: one.ends_on)
    return FigureWords(name, last.words, last.period, last.source, url)
