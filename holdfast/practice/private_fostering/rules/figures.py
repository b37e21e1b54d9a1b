"""The figures PF01 to PF05, worked out from plain rows. Definitions as in the data model.

PF01 notifications received in a period. PF02 arrangements at its end. PF03 first visit within
seven working days of the notification, of notifications. PF04 arrangements with every visit on
time, of arrangements in the period. PF05 notifications by who told. No base, no share.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

SMALL = range(1, 6)
"""Counts that do not leave the room (L, as the Department for Education does it)."""


@dataclass(frozen=True)
class Row:
    """One arrangement, without a name or a reference. `key` is another one in every release."""

    area: str
    key: str
    told_on: date
    kind: str
    told_by: str
    circumstance: str
    disabled: bool | None
    starts_on: date | None
    first_due_on: date | None
    first_visit_on: date | None
    visits_due: int
    visits_on_time: int
    seen_alone_last: bool | None
    decision: str
    decided_on: date | None
    disqualified: bool
    not_fostering: bool
    ended_on: date | None


@dataclass(frozen=True)
class Share:
    """A part of a whole, with both numbers."""

    part: int
    of: int

    def words(self) -> str:
        """
        >>> Share(3, 4).words(), Share(0, 0).words()
        ('75% (3 of 4)', 'none to count')
        """
        return f"{100 * self.part / self.of:.0f}% ({self.part} of {self.of})" if self.of else NONE


NONE = "none to count"


@dataclass(frozen=True)
class Figures:
    """What a period's rows say."""

    notifications: int
    arrangements: int
    in_time: Share
    all_visits: Share
    by_source: dict[str, int]
    found_not: int


def figures(rows: Iterable[Row], *, since: date, until: date, at: date) -> Figures:
    """Work out a period's figures: `until` is the day after it, `at` the day it is looked at."""
    everything = list(rows)
    told = [row for row in everything if since <= row.told_on < until]
    last = min(at, _day_before(until))
    inside = [row for row in everything if _known(row, since=since, until=until)]
    return Figures(
        notifications=len(told),
        arrangements=sum(_open_at(row, last) for row in everything),
        in_time=_in_time(told, at=at),
        all_visits=Share(sum(r.visits_on_time == r.visits_due for r in inside), len(inside)),
        by_source=dict(Counter(row.told_by for row in told)),
        found_not=sum(row.not_fostering for row in told),
    )


def _known(row: Row, *, since: date, until: date) -> bool:
    if row.not_fostering:
        return False
    return row.told_on < until and (row.ended_on is None or row.ended_on >= since)


def _open_at(row: Row, day: date) -> bool:
    over = row.ended_on is not None and row.ended_on <= day
    return row.told_on <= day and not over and not row.not_fostering


def _in_time(told: Sequence[Row], *, at: date) -> Share:
    """Only those whose seven working days are over, or who were visited, can be judged."""
    judged = [
        row for row in told
        if row.first_due_on and (row.first_visit_on or row.first_due_on < at)
    ]  # fmt: skip
    kept = [r for r in judged if r.first_visit_on and r.first_visit_on <= (r.first_due_on or at)]
    return Share(len(kept), len(judged))


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def outside(count: int) -> str:
    """Return a count as it may leave the room.

    >>> outside(0), outside(4), outside(6)
    ('0', '1 to 5, not shown', '6')
    """
    return "1 to 5, not shown" if count in SMALL else str(count)


def sources_outside(counts: dict[str, int]) -> dict[str, int] | None:
    """Return the counts by source as they may leave the room: all of them, or none.

    One hidden count could be worked out from the total, so one small count withholds the table.
    """
    return None if any(count in SMALL for count in counts.values()) else dict(counts)


def year_bounds(year: str) -> tuple[date, date]:
    """Return a financial year's first day, and the day after its last.

    >>> year_bounds("2012/13")
    (datetime.date(2012, 4, 1), datetime.date(2013, 4, 1))
    """
    start = int(year[:4])
    return date(start, 4, 1), date(start + 1, 4, 1)
