"""A network: one person in the middle of those around, a generation to a row, each on a line.

The lines run from the person at the middle, so that none between two others is ever implied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from holdfast.kernel.ui.charts import svg

WIDE, HIGH, APART, BETWEEN, CHANNEL = 152, 56, 14, 40, 28
IN_A_ROW = 4
MOST_LETTERS = 19


@dataclass(frozen=True)
class Someone:
    """A person of the network. `row` 0 stands above the one in the middle's parents, 2 beside."""

    name: str
    what: str
    row: int = 1
    past: bool = False
    marked: bool = False


@dataclass(frozen=True)
class _Box:
    who: Someone
    x: float
    y: float
    focus: bool = False

    @property
    def middle(self) -> float:
        return self.x + WIDE / 2


def network(finding: str, focus: Someone, others: Sequence[Someone]) -> Markup:
    """Return the drawing. `finding` is what it says in one sentence, for who cannot see it.

    Dashed is past; a double edge is somebody marked. The same must stand beside it in words.
    """
    above = [
        chunk for row in (0, 1) for chunk in _chunks([one for one in others if one.row == row])
    ]
    beside = _chunks([one for one in others if one.row > 1])
    width = _widest([*above, *beside])
    centre = width / 2
    boxes = [
        box for number, chunk in enumerate(above) for box in _spread(chunk, centre, _y(number))
    ]
    level = _y(len(above))
    middle = _Box(focus, centre - WIDE / 2, level, focus=True)
    below = [
        box
        for number, chunk in enumerate(beside, len(above) + 1)
        for box in _spread(chunk, centre, _y(number))
    ]
    lines = [*_lines(boxes, middle, down=False), *_lines(below, middle, down=True)]
    drawn = [part for box in (*boxes, middle, *below) for part in _box(box)]
    height = _y(len(above) + len(beside)) + HIGH + 2
    return svg.picture(finding, width, height, [*lines, *drawn])


def _chunks(people: Sequence[Someone]) -> list[Sequence[Someone]]:
    return [people[at : at + IN_A_ROW] for at in range(0, len(people), IN_A_ROW)]


def _y(number: int) -> float:
    return 2 + number * (HIGH + BETWEEN)


def _widest(rows: Sequence[Sequence[Someone]]) -> float:
    most = max((len(row) for row in rows), default=1)
    sides = max(-(-most // 2), 1)
    return 2 * sides * (WIDE + APART) + CHANNEL


def _spread(row: Sequence[Someone], centre: float, y: float) -> Iterator[_Box]:
    """Place a row on both sides of the channel down the middle."""
    left = -(-len(row) // 2)
    for number, who in enumerate(row):
        if number < left:
            x = centre - CHANNEL / 2 - (left - number) * (WIDE + APART) + APART
        else:
            x = centre + CHANNEL / 2 + (number - left) * (WIDE + APART)
        yield _Box(who, x, y)


def _lines(boxes: Sequence[_Box], middle: _Box, *, down: bool) -> Iterator[Markup]:
    """Join each box to the channel, and the channel to the person in the middle."""
    for box in boxes:
        bus = box.y - BETWEEN / 2 if down else box.y + HIGH + BETWEEN / 2
        edge = box.y if down else box.y + HIGH
        end = middle.y + HIGH if down else middle.y
        path = f"M{box.middle:.0f} {edge:.0f}V{bus:.0f}H{middle.middle:.0f}V{end:.0f}"
        dashed: dict[str, svg.Value] = {"stroke_dasharray": "5 4"} if box.who.past else {}
        yield svg.tag("path", d=path, fill="none", stroke=svg.INK, stroke_width=1.2, **dashed)


def _box(box: _Box) -> Iterator[Markup]:
    dashed: dict[str, svg.Value] = {"stroke_dasharray": "5 4"} if box.who.past else {}
    fill = svg.STRONG if box.focus else "#fff"
    yield _rectangle(box, 0, fill=fill, **dashed)
    if box.who.marked:
        yield _rectangle(box, 3, fill="none")
    ink = {"fill": "#fff", "class_": "hf-on-dark"} if box.focus else {}
    for words, bold, y in ((box.who.name, True, 24), (box.who.what, False, 43)):
        size = svg.FONT_SIZE if bold else svg.FONT_SIZE - 2
        yield svg.text(
            _short(words), box.middle, box.y + y, bold=bold,
            text_anchor="middle", font_size=size, **ink,
        )  # fmt: skip


def _rectangle(box: _Box, inset: float, **more: svg.Value) -> Markup:
    return svg.tag(
        "rect", x=box.x + inset, y=box.y + inset, width=float(WIDE - 2 * inset),
        height=float(HIGH - 2 * inset), stroke=svg.INK, stroke_width=1.2, **more,
    )  # fmt: skip


def _short(words: str) -> str:
    """What fits a box; the whole stands in the words beside the drawing."""
    return words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1].rstrip()}…"
