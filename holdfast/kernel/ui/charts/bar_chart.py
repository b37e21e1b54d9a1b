"""Horizontal bars on one zero-based scale, each with its value printed beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from holdfast.kernel.ui.charts.chart import Chart, require_not_negative
from holdfast.kernel.ui.charts.svg import (
    FONT_SIZE,
    INK,
    LINE_HEIGHT,
    PLAIN,
    SOFT,
    STRONG,
    picture,
    scaled,
    tag,
    text,
    text_width,
    wrapped,
)
from holdfast.kernel.ui.filters import number

WIDTH = 560
BAR, GAP, PAD = 16, 9, 8
LABEL_LETTERS, VALUE_ROOM = 30, 90


@dataclass(frozen=True)
class Bar:
    """`shown` replaces the printed value; `why` says what is missing when `value` is None."""

    label: str
    value: float | None
    emphasis: bool = False
    shown: str = ""
    why: str = ""

    @property
    def words(self) -> str:
        if self.value is None:
            return self.why or "not known"
        return self.shown or number(self.value)


def _row(bar: Bar, top: float, left: float, room: float, largest: float) -> Markup:
    lines = wrapped(bar.label, LABEL_LETTERS)
    middle = top + BAR - 3
    label = [
        text(line, left - PAD, middle + at * LINE_HEIGHT, bold=bar.emphasis, text_anchor="end")
        for at, line in enumerate(lines)
    ]
    if bar.value is None:
        return tag(
            "g", *label, text(bar.words, left + PAD, middle, fill=SOFT, font_style="italic")
        )
    length = scaled(bar.value, largest, room)
    colour = STRONG if bar.emphasis else PLAIN
    drawn = tag("rect", x=left, y=top, width=length, height=BAR, fill=colour)
    return tag("g", *label, drawn, text(bar.words, left + length + PAD, middle, bold=bar.emphasis))


def bars(
    title: str,
    items: Sequence[Bar],
    *,
    finding: str,
    caption: str,
    head: Sequence[str] = ("", "Number"),
    note: str = "",
) -> Chart:
    """A bar for each item in the order given; a missing value is said, never drawn as nothing."""
    for item in items:
        require_not_negative(item.value, item.label)
    labels = [line for item in items for line in wrapped(item.label, LABEL_LETTERS)]
    left = max([text_width(line) for line in labels], default=0.0) + 2 * PAD
    room = WIDTH - left - max([VALUE_ROOM, *(text_width(i.words) + 2 * PAD for i in items)])
    largest = max([item.value or 0 for item in items], default=0)
    parts, top = [], 4.0
    for item in items:
        parts.append(_row(item, top, left, max(room, 60.0), largest))
        top += BAR + GAP + (len(wrapped(item.label, LABEL_LETTERS)) - 1) * LINE_HEIGHT
    axis = tag("line", x1=left, y1=0, x2=left, y2=top - 4, stroke=INK, stroke_width=1)
    return Chart(
        svg=picture(finding, WIDTH, top + FONT_SIZE / 3, [*parts, axis]),
        title=title,
        finding=finding,
        caption=caption,
        head=head,
        rows=[(item.label, item.words) for item in items],
        csv_rows=[(i.label, i.words if i.value is None else i.value) for i in items],
        note=note,
    )
