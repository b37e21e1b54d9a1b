"""One journey line: what was, today, and what is to come, each with its date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.journey.pages.told import Happened

PAST, TO_COME = 6, 3


@dataclass(frozen=True)
class Stop:
    """One mark on the line. `shape` is past, now or next: filled round, square, hollow."""

    when: str
    what: str
    text: str
    shape: str
    url: str = ""


def line_of(
    happened: Sequence[Happened], to_come: Sequence[tuple[date, str]], *, on: date
) -> list[Stop]:
    """Return the first step, the latest ones, today, and what is due next."""
    marks = [one for one in happened if one.milestone and one.on <= on]
    shown = marks if len(marks) <= PAST else [marks[0], *marks[1 - PAST :]]
    past = [Stop(day_words(one.on), one.what, _short(one.text), "past", one.url) for one in shown]
    owed = sum(day <= on for day, _ in to_come)
    today = Stop(f"Today, {day_words(on)}", "Now", f"{owed} to do" if owed else "", "now")
    later = [(day, what) for day, what in to_come if day > on][:TO_COME]
    return [*past, today, *(Stop(day_words(day), what, "", "next") for day, what in later)]


def _short(text: str, most: int = 60) -> str:
    first = text.split(". ", maxsplit=1)[0]
    return first if len(first) <= most else f"{first[:most].rsplit(' ', 1)[0]} …"
