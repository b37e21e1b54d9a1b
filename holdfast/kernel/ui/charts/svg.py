"""Writing SVG safely: everything is escaped, and nothing is styled inline."""

from collections.abc import Iterable
from math import ceil, floor, log10

from markupsafe import Markup

FONT_SIZE = 15
LINE_HEIGHT = 18
SMALLEST = 1e-9
INK, SOFT, RULE = "#0b0c0c", "#484949", "#d9d9d9"
STRONG, PLAIN = "#1a4f8b", "#858b90"

Value = int | float | str


def coordinate(value: float) -> str:
    """A length with one decimal place at most."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def tag(name: str, *inside: Markup | str, **attributes: Value) -> Markup:
    """One element. Attributes in Python's spelling: `stroke_width=2`, `class_="x"`."""
    if "style" in attributes:
        raise ValueError("The content security policy forbids style attributes.")
    written = Markup("").join(
        Markup(' {}="{}"').format(
            key.rstrip("_").replace("_", "-"),
            coordinate(value) if isinstance(value, float) else value,
        )
        for key, value in attributes.items()
    )
    body = Markup("").join(inside)
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, body)


def text(words: str, x: float, y: float, *, bold: bool = False, **attributes: Value) -> Markup:
    """A line of text; bold words are part of the grammar (what the finding names)."""
    weight: dict[str, Value] = {"font_weight": 700} if bold else {}
    size: dict[str, Value] = {"font_size": FONT_SIZE} | attributes
    return tag("text", words, x=float(x), y=float(y), **size, **weight)


def picture(finding: str, width: float, height: float, parts: Iterable[Markup]) -> Markup:
    """The whole drawing, with what it shows as its name."""
    return tag(
        "svg",
        *parts,
        viewBox=f"0 0 {coordinate(width)} {coordinate(height)}",
        width=float(width),
        height=float(height),
        role="img",
        aria_label=finding,
    )


def wrapped(words: str, most: int) -> list[str]:
    """Words broken into lines of at most `most` letters where the words allow it."""
    lines = [""]
    for word in words.split() or [""]:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= most or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def text_width(words: str) -> float:
    """About how wide a line is at our size: generous, because nothing measures it here."""
    return len(words) * FONT_SIZE * 0.53


def scaled(value: float, largest: float, room: float) -> float:
    """The length that stands for a value when `largest` fills the room. Zero-based, never less."""
    return 0.0 if largest <= 0 else max(0.0, min(value / largest, 1.0)) * room


def ticks(largest: float, wanted: int = 5) -> list[float]:
    """Round steps from zero to the first at or above the largest value."""
    if largest <= SMALLEST:
        return [0.0, 1.0]
    rough = largest / wanted
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * 0.999999)
    count = ceil(largest / step - 1e-6)
    return [at * step for at in range(count + 1)]
