"""A small line among many: its own zero-based scale, a band behind it, a mark for every gap.

It carries no numbers of its own: the page prints the last value above it, and one table says all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from holdfast.kernel.ui.charts.chart import CannotDraw, require_not_negative, why_mark
from holdfast.kernel.ui.charts.svg import (
    INK,
    SOFT,
    STRONG,
    Value,
    coordinate,
    picture,
    scaled,
    tag,
    text,
)

WIDTH, HEIGHT = 260.0, 126.0
LEFT, RIGHT, TOP, BOTTOM = 14.0, 40.0, 12.0, 24.0
WASH = "#ececec"
ROOM = 1.12
"""The scale ends a little above the greatest value, so that no dot is cut."""


@dataclass(frozen=True)
class Spot:
    """A value at a named time. `apart`: on another basis, so never joined to its neighbours."""

    label: str
    value: float | None
    why: str = ""
    apart: bool = False
    provisional: bool = False


@dataclass(frozen=True)
class Span:
    """Between which values the middle of the others lies, at a named time."""

    label: str
    low: float
    high: float


@dataclass(frozen=True)
class _Place:
    labels: Sequence[str]
    top: float

    def x(self, label: str) -> float:
        if len(self.labels) == 1:
            return (LEFT + WIDTH - RIGHT) / 2
        room = WIDTH - LEFT - RIGHT
        return LEFT + room * self.labels.index(label) / (len(self.labels) - 1)

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - scaled(value, self.top, HEIGHT - TOP - BOTTOM)

    def at(self, label: str, value: float) -> str:
        return f"{coordinate(self.x(label))} {coordinate(self.y(value))}"


def small(
    spots: Sequence[Spot],
    *,
    finding: str,
    band: Sequence[Span] = (),
    beside: Sequence[Spot] = (),
    beside_name: str = "",
) -> Markup:
    """Draw one line with dots, the band and a dashed line beside it. `finding` is its name."""
    labels = [spot.label for spot in spots]
    for label in (*[one.label for one in band], *[one.label for one in beside]):
        if label not in labels:
            raise CannotDraw(f"{label} is not among the times of this line.")
    values = [s.value for s in (*spots, *beside) if s.value is not None]
    for value in values:
        require_not_negative(value, finding)
    place = _Place(labels, max([*values, *[one.high for one in band]], default=0.0) * ROOM)
    parts = [
        *_wash(band, place),
        *_frame(place),
        *_dashed(beside, beside_name, place),
        *_line(spots, place),
        *_dots(spots, place),
    ]
    return picture(finding, WIDTH, HEIGHT, parts)


def joined(spots: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    """Return the neighbours a line may join: both known and on one basis."""
    return [
        (one, other)
        for one, other in pairwise(spots)
        if one.value is not None and other.value is not None
        if not (one.apart or other.apart)
    ]


def _wash(band: Sequence[Span], place: _Place) -> Iterator[Markup]:
    for one in band:
        if len(band) == 1:
            x, y = place.x(one.label) - 12, place.y(one.high)
            tall = place.y(one.low) - y
            yield tag("rect", x=x, y=y, width=24.0, height=tall, fill=WASH, stroke="#9a9a9a")
    if len(band) > 1:
        up = [place.at(one.label, one.high) for one in band]
        down = [place.at(one.label, one.low) for one in reversed(band)]
        outline = "M" + " L".join([*up, *down]) + " Z"
        yield tag("path", d=outline, fill=WASH, stroke="#9a9a9a")


def _frame(place: _Place) -> Iterator[Markup]:
    foot = place.y(0)
    yield tag("line", x1=LEFT, y1=foot, x2=WIDTH - RIGHT, y2=foot, stroke=SOFT)
    if not place.labels:
        return
    last = place.labels[-1]
    x = place.x(last)
    yield tag("line", x1=x, y1=TOP - 6, x2=x, y2=foot, stroke=INK)
    for label in dict.fromkeys((place.labels[0], last)):
        yield text(
            label,
            place.x(label),
            HEIGHT - 6,
            bold=label == last,
            text_anchor="start" if label != last else "middle",
            font_size=14,
        )


def _dashed(beside: Sequence[Spot], name: str, place: _Place) -> Iterator[Markup]:
    look: dict[str, Value] = {"stroke": INK, "stroke_width": 1.5, "stroke_dasharray": "4 3"}
    for one, other in joined(beside):
        ends = f"M{place.at(one.label, one.value or 0)} L{place.at(other.label, other.value or 0)}"
        yield tag("path", d=ends, fill="none", **look)
    known = [one for one in beside if one.value is not None]
    for one in known:
        x, y = place.x(one.label), place.y(one.value or 0)
        yield tag("line", x1=x - 7, y1=y, x2=x + 7, y2=y, **look)
    if known:
        last = known[-1]
        yield text(
            name, place.x(last.label) + 10, place.y(last.value or 0) + 5, font_size=13, fill=INK
        )


def _line(spots: Sequence[Spot], place: _Place) -> Iterator[Markup]:
    for one, other in joined(spots):
        ends = f"M{place.at(one.label, one.value or 0)} L{place.at(other.label, other.value or 0)}"
        yield tag("path", d=ends, fill="none", stroke=STRONG, stroke_width=3)
    for one, other in pairwise(spots):
        if one.apart != other.apart:
            x = (place.x(one.label) + place.x(other.label)) / 2
            yield tag(
                "line",
                x1=x,
                y1=TOP,
                x2=x,
                y2=place.y(0),
                stroke=SOFT,
                stroke_dasharray="2 3",
            )


def _dots(spots: Sequence[Spot], place: _Place) -> Iterator[Markup]:
    for spot in spots:
        x = place.x(spot.label)
        if spot.value is None:
            yield text(why_mark(spot.why), x, place.y(0) - 5, bold=True, text_anchor="middle")
            continue
        hollow = spot.apart or spot.provisional
        yield tag(
            "circle",
            cx=x,
            cy=place.y(spot.value),
            r=5.0 if spot is spots[-1] else 4.0,
            fill="#fff" if hollow else STRONG,
            stroke=STRONG,
            stroke_width=2,
        )
