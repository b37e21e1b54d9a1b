"""Pairs of dots: the year before hollow, this year filled, joined by the way it went."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from holdfast.kernel.ui.charts.chart import Chart, require_not_negative
from holdfast.kernel.ui.charts.svg import (
    LINE_HEIGHT,
    RULE,
    STRONG,
    Value,
    picture,
    scaled,
    tag,
    text,
    text_width,
    ticks,
    wrapped,
)
from holdfast.kernel.ui.filters import number

WIDTH = 560
TOP, STEP, PAD, DOT = 28, 34, 10, 5.5
LABEL_LETTERS, END_ROOM = 26, 130
EDGE: dict[str, Value] = {"stroke": STRONG, "stroke_width": 2}


@dataclass(frozen=True)
class Change:
    """Two values of one thing. `why` says what is missing where one of them is None."""

    label: str
    before: float | None
    now: float | None
    why: str = ""

    def words(self, value: float | None, places: int | None, unit: str) -> str:
        if value is None:
            return self.why or "not known"
        return f"{number(value, places)}{unit}"


@dataclass(frozen=True)
class _Scale:
    left: float
    room: float
    top: float

    def x(self, value: float) -> float:
        return self.left + scaled(value, self.top, self.room)


def _grid(scale: _Scale, steps: Sequence[float], bottom: float, unit: str) -> list[Markup]:
    parts = []
    for step in steps:
        x, last = scale.x(step), step == steps[-1]
        label = f"{number(round(step, 6) if step % 1 else int(step))}{unit if last else ''}"
        parts.append(tag("line", x1=x, y1=TOP - 8, x2=x, y2=bottom, stroke=RULE))
        parts.append(text(label, x, TOP - 14, text_anchor="middle", font_size=14))
    return parts


def _pair(change: Change, y: float, scale: _Scale, places: int | None, unit: str) -> Markup:
    lines = wrapped(change.label, LABEL_LETTERS)
    start = y + 5 - (len(lines) - 1) * LINE_HEIGHT / 2
    parts = [
        text(line, scale.left - PAD, start + at * LINE_HEIGHT, text_anchor="end")
        for at, line in enumerate(lines)
    ]
    known = [scale.x(value) for value in (change.before, change.now) if value is not None]
    if len(known) == 2:
        parts.append(tag("line", x1=known[0], y1=y, x2=known[1], y2=y, **EDGE))
    if change.before is not None:
        parts.append(tag("circle", cx=scale.x(change.before), cy=y, r=DOT, fill="#fff", **EDGE))
    if change.now is not None:
        parts.append(tag("circle", cx=scale.x(change.now), cy=y, r=DOT, fill=STRONG, **EDGE))
    before = change.words(change.before, places, "" if change.now is not None else unit)
    now = tag("tspan", change.words(change.now, places, unit), font_weight=700)
    words = tag("tspan", f"{before} \N{RIGHTWARDS ARROW} ")
    end = max([*known, scale.left]) + PAD + 3
    return tag("g", *parts, tag("text", words, now, x=end, y=y + 5.0, font_size=15))


def changes(
    title: str,
    items: Sequence[Change],
    *,
    before_label: str,
    now_label: str,
    finding: str,
    caption: str,
    unit: str = "",
    places: int | None = None,
    head: str = "",
    note: str = "",
) -> Chart:
    """One pair of dots a row, on one zero-based scale."""
    for item in items:
        require_not_negative(item.before, item.label)
        require_not_negative(item.now, item.label)
    values = [v for item in items for v in (item.before, item.now) if v is not None]
    steps = ticks(max(values, default=0.0))
    labels = [line for item in items for line in wrapped(item.label, LABEL_LETTERS)]
    left = max([text_width(line) for line in labels], default=0.0) + 2 * PAD
    scale = _Scale(left, max(WIDTH - left - END_ROOM, 80.0), steps[-1])
    bottom = float(TOP + STEP * len(items))
    pairs = [
        _pair(item, TOP + STEP * (at + 0.5), scale, places, unit) for at, item in enumerate(items)
    ]
    return Chart(
        svg=picture(finding, WIDTH, bottom + 6, [*_grid(scale, steps, bottom, unit), *pairs]),
        title=title,
        finding=finding,
        caption=caption,
        head=(head, before_label, now_label),
        rows=[
            (i.label, i.words(i.before, places, unit), i.words(i.now, places, unit)) for i in items
        ],
        csv_rows=[
            (i.label, *(i.words(v, places, "") if v is None else v for v in (i.before, i.now)))
            for i in items
        ],
        key=f"○ {before_label} · ● {now_label}",
        note=note,
    )
