"""A chart is a drawing, a finding in words, and a table; none of them goes anywhere alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

WHY_MARKS = {
    "suppressed": "c",
    "not returned": "x",
    "not applicable": "..",
    "not known": "–",
    "nothing to report": "n",
    "refused": "r",
}
"""What stands at the foot of a gap. Any other reason is marked as not known."""


class CannotDraw(ValueError):
    """Says why a chart would mislead."""


@dataclass(frozen=True)
class Chart:
    """`rows` are words for the table; `csv_rows` the bare values, with the reason of a gap."""

    svg: Markup
    title: str
    finding: str
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    csv_rows: Sequence[Sequence[Any]]
    key: str = ""
    note: str = ""


def require_not_negative(value: float | None, label: str) -> None:
    """Lengths stand for values, so a value below zero has none."""
    if value is not None and value < 0:
        raise CannotDraw(f"{label} is below zero ({value}); this chart starts at zero.")


def why_mark(why: str) -> str:
    """The letter that marks a missing value, as in the official releases."""
    return WHY_MARKS.get(why, WHY_MARKS["not known"])
