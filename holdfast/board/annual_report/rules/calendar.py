"""
The report's own year: its milestones and whom it goes to. Pure.

Every date is the board's own (status L) but where the guidance names one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml

from holdfast.board.annual_report import data
from holdfast.kernel.directory.words import Role


@dataclass(frozen=True)
class Planned:
    """A milestone of one year's report, with its day and the role that holds it."""

    key: str
    what: str
    due_on: date
    holder: Role


@dataclass(frozen=True)
class Deadline:
    """The day a report is due, by whose rule, and how sure we are of it."""

    due_on: date
    words: str
    status: str


@dataclass(frozen=True)
class Own:
    """Whom the board sends copies to by its own choice."""

    who: str
    copies: int


def milestones(year_ends_on: date) -> tuple[Planned, ...]:
    """The milestones of a report's year, in the order of their days."""
    found = [_planned(each, year_ends_on) for each in _read()["milestones"]]
    return tuple(sorted(found, key=lambda each: each.due_on))


def deadline(year_ends_on: date, *, guidance: str) -> Deadline:
    """
    The day that a report is due.

    >>> deadline(date(2013, 3, 31), guidance="2013").due_on
    datetime.date(2013, 11, 30)
    """
    fixed: Mapping[str, Any] = _read()["statutory"]
    if guidance in fixed:
        rule = fixed[guidance]
        due = date(year_ends_on.year, rule["month"], rule["day"])
        return Deadline(due, rule["words"], rule["status"])
    key = _read()["first_draft"]
    first = next(each for each in milestones(year_ends_on) if each.key == key)
    return Deadline(first.due_on, "first draft to the Executive", "L")


@cache
def own_list() -> tuple[Own, ...]:
    return tuple(Own(**each) for each in _read()["own_list"])


def days_words(due_on: date, *, on: date) -> str:
    """
    The days left until a day, in words.

    >>> days_words(date(2013, 7, 1), on=date(2013, 6, 28))
    '3 days left'
    """
    left = (due_on - on).days
    if left == 0:
        return "due today"
    noun = "day" if abs(left) == 1 else "days"
    return f"{left} {noun} left" if left > 0 else f"{-left} {noun} late"


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(data.text_of(data.CALENDAR))
    return read


def _planned(each: Mapping[str, Any], year_ends_on: date) -> Planned:
    due = date(year_ends_on.year, each["month"], each["day"])
    return Planned(each["key"], each["what"], due, Role(each["holder"]))
