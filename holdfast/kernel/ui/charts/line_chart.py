"""Lines over years that break where a value is missing and never fall to zero instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from holdfast.kernel.ui.charts.chart import CannotDraw, Chart, require_not_negative, why_mark
from holdfast.kernel.ui.charts.svg import (
    INK,
    RULE,
    SOFT,
    STRONG,
    Value,
    coordinate,
    picture,
    scaled,
    tag,
    text,
    text_width,
    ticks,
)
from holdfast.kernel.ui.filters import number

WIDTH, HEIGHT = 620, 270
LEFT, TOP, BOTTOM, PAD, NEAREST = 46, 18, 30, 10, 17
DASHES = ("6 4", "2 3", "9 3 2 3")


@dataclass(frozen=True)
class Point:
    """A value at a named time. `why` names a gap: suppressed, not returned, not applicable."""

    label: str
    value: float | None
    why: str = ""
    provisional: bool = False


@dataclass(frozen=True)
class Series:
    label: str
    points: Sequence[Point]
    emphasis: bool = False


@dataclass(frozen=True)
class _Frame:
    labels: Sequence[str]
    top: float
    right: float
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    above: float = TOP
    below: float = BOTTOM

    def x(self, label: str) -> float:
        steps = max(len(self.labels) - 1, 1)
        room = self.width - self.left - self.right
        return self.left + room * self.labels.index(label) / steps

    def y(self, value: float) -> float:
        room = self.height - self.above - self.below
        return self.height - self.below - scaled(value, self.top, room)


def runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    """The stretches of known values between the gaps."""
    run: list[Point] = []
    for point in points:
        if point.value is None:
            if run:
                yield run
            run = []
        else:
            run.append(point)
    if run:
        yield run


def path(points: Sequence[Point], frame: _Frame) -> str:
    """One `M … L …` for each stretch: as many moves as stretches, so no gap is bridged."""
    pieces = []
    for run in runs(points):
        places = [
            f"{coordinate(frame.x(p.label))} {coordinate(frame.y(p.value or 0))}" for p in run
        ]
        pieces.append("M" + " L".join(places))
    return " ".join(pieces)


def _marks(series: Series, frame: _Frame, places: int | None) -> Iterator[Markup]:
    colour = STRONG if series.emphasis else SOFT
    for point in series.points:
        x = frame.x(point.label)
        if point.value is None:
            if series.emphasis:
                mark = why_mark(point.why)
                yield text(mark, x, frame.y(0) - 5, bold=True, text_anchor="middle", fill=INK)
            continue
        y = frame.y(point.value)
        fill = "#fff" if point.provisional else colour
        radius = 4.5 if series.emphasis else 2.5
        yield tag("circle", cx=x, cy=y, r=radius, fill=fill, stroke=colour, stroke_width=2)
        if series.emphasis and point is not series.points[-1]:
            anchor = "start" if point is series.points[0] else "middle"
            yield text(number(point.value, places), x, y - 10, text_anchor=anchor)


def _axes(frame: _Frame, steps: Sequence[float], unit: str) -> Iterator[Markup]:
    right = frame.width - frame.right
    for step in steps:
        y, last = frame.y(step), step == steps[-1]
        label = f"{number(round(step, 6) if step % 1 else int(step))}{unit if last else ''}"
        colour = SOFT if step == 0 else RULE
        yield tag("line", x1=frame.left, y1=y, x2=right, y2=y, stroke=colour)
        yield text(label, frame.left - 6, y + 5, text_anchor="end", font_size=14)
    every = max(1, -(-len(frame.labels) // 14))
    for label in frame.labels[::every]:
        place = frame.x(label)
        yield text(label, place, frame.height - 8, text_anchor="middle", font_size=14)


def spread(places: Sequence[float], nearest: float = NEAREST) -> list[float]:
    """The same heights in the same order, pushed apart so that labels do not overlap."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = list(places)
    for above, at in zip(order, order[1:], strict=False):
        moved[at] = max(moved[at], moved[above] + nearest)
    return moved


def _ends(all_series: Sequence[Series], frame: _Frame, places: int | None) -> Iterator[Markup]:
    known = [
        (series, [point for point in series.points if point.value is not None][-1])
        for series in all_series
        if any(point.value is not None for point in series.points)
    ]
    heights = spread([frame.y(point.value or 0) for _, point in known])
    for (series, point), y in zip(known, heights, strict=True):
        at_end = point is series.points[-1]
        label = f"{series.label} {number(point.value, places)}" if at_end else series.label
        yield text(label, frame.width - frame.right + PAD, y + 5, bold=series.emphasis)


def _drawn(all_series: Sequence[Series], frame: _Frame) -> Iterator[Markup]:
    plain = 0
    for series in sorted(all_series, key=lambda one: one.emphasis):
        look: dict[str, Value] = {"stroke": STRONG, "stroke_width": 3}
        if not series.emphasis:
            look = {"stroke": SOFT, "stroke_dasharray": DASHES[plain % len(DASHES)]}
            plain += 1
        yield tag("path", d=path(series.points, frame), fill="none", **look)


def _table(
    all_series: Sequence[Series], labels: Sequence[str], unit: str, places: int | None
) -> list[tuple[str, ...]]:
    rows = []
    for label in labels:
        shown = [label]
        for series in all_series:
            point = next((p for p in series.points if p.label == label), Point(label, None))
            words = point.why or "not known"
            if point.value is not None:
                tail = " provisional" if point.provisional else ""
                words = f"{number(point.value, places)}{unit}{tail}"
            shown.append(words)
        rows.append(tuple(shown))
    return rows


def lines(
    title: str,
    series: Sequence[Series],
    *,
    finding: str,
    caption: str,
    unit: str = "",
    places: int | None = None,
    head: str = "Year",
    note: str = "",
) -> Chart:
    """Several series over the same times. The times come from the longest series, in its order."""
    labels = [p.label for p in max((s.points for s in series), key=len, default=())]
    for one in series:
        for point in one.points:
            require_not_negative(point.value, f"{one.label}, {point.label}")
            if point.label not in labels:
                raise CannotDraw(f"{one.label} has {point.label}, which the longest line has not.")
    values = [p.value for s in series for p in s.points if p.value is not None]
    steps = ticks(max(values, default=0.0))
    right = max([text_width(f"{one.label} 00.0") for one in series], default=0.0) + 2 * PAD
    frame = _Frame(labels, steps[-1], min(right, WIDTH / 3))
    parts = [*_axes(frame, steps, unit), *_drawn(series, frame)]
    parts += [mark for one in series for mark in _marks(one, frame, places)]
    return Chart(
        svg=picture(finding, WIDTH, HEIGHT, [*parts, *_ends(series, frame, places)]),
        title=title,
        finding=finding,
        caption=caption,
        head=(head, *(one.label for one in series)),
        rows=_table(series, labels, unit, places),
        csv_rows=_table(series, labels, "", None),
        note=note,
    )


def sparkline(points: Sequence[Point], *, finding: str) -> Markup:
    """A line of a word's height; its finding is its name."""
    known = [p.value for p in points if p.value is not None]
    frame = _Frame([p.label for p in points], max(known, default=0.0), 5, 120, 28, 5, 5, 5)
    drawn = tag("path", d=path(points, frame), fill="none", stroke=STRONG, stroke_width=2)
    dots = [
        tag(
            "circle", cx=frame.x(run[-1].label), cy=frame.y(run[-1].value or 0), r=2.5, fill=STRONG
        )
        for run in runs(points)
    ]
    return picture(finding, frame.width, frame.height, [drawn, *dots])
