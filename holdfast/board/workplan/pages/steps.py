"""The direction sketch of a measure: which way it went, not how far, where no count is held."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.board.workplan.rules.coming_back import Direction, Reading, direction

STEP, HEIGHT, LEFT, MIDDLE = 90, 40, 60, 60
CLIMB = {Direction.UP: -HEIGHT, Direction.DOWN: HEIGHT, Direction.LEVEL: 0, None: 0}


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    words: str
    period: str


@dataclass(frozen=True)
class Drawing:
    """A sketch with no axis. `finding` is what it says, for those who do not see it."""

    points: tuple[Point, ...]
    width: int
    height: int
    base: int
    finding: str

    @property
    def path(self) -> str:
        return " ".join(f"{one.x},{one.y}" for one in self.points)


def drawn(readings: Sequence[Reading]) -> Drawing | None:
    """Return the sketch of some readings, or nothing where there is nothing to see."""
    if len(readings) < 2:
        return None
    heights = [0]
    for before, now in zip(readings, readings[1:], strict=False):
        heights.append(heights[-1] + CLIMB[direction(before, now)])
    lift = MIDDLE - min(heights)
    points = tuple(
        Point(LEFT + n * STEP, height + lift, one.words or str(one.value), one.period)
        for n, (one, height) in enumerate(zip(readings, heights, strict=True))
    )
    base = max(point.y for point in points) + HEIGHT
    said = "; ".join(f"{one.period}: {one.words or one.value}" for one in readings)
    return Drawing(
        points=points,
        width=LEFT * 2 + STEP * (len(points) - 1),
        height=base + 30,
        base=base,
        finding=f"Direction only, not to scale. {said}.",
    )
