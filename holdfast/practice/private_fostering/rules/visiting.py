"""When the next visit is due, and what makes a visit count.

Private Fostering Regulations 2005, regulation 8 (V): at least every six weeks in the first year,
at least every twelve weeks after it; the year begins on the day on which the authority became
aware (8(6)); the child is spoken to alone unless that is not appropriate (8(3)); and a written
report is made (8(5)). Which interval runs is bound on the day of the last visit (L, the safer
reading of a visit in the first year whose twelve weeks would end in the second).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

FIRST = ("PF.VISIT.PROPOSAL", "PF.VISIT.EXISTING")
FIRST_YEAR, LATER_YEARS, ON_REQUEST = "PF.VISIT.Y1", "PF.VISIT.Y2", "PF.VISIT.REQUEST"
REGULAR = (FIRST_YEAR, LATER_YEARS)
VISITS = (*FIRST, *REGULAR)
ASSESS, CONSENT, APPEAL, ENDED = "PF.ASSESS", "PF.DISQ", "PF.PROHIBIT.APPEAL", "PF.END"

MUST_SEE = (
    "the home", "the carer", "every member of the household", "the child, alone",
    "the parents, where that is possible",
)  # fmt: skip
"""What a first visit does: regulation 4(1) (V)."""


def second_year(aware_on: date) -> date:
    """Return the day on which the second year begins.

    >>> second_year(date(2012, 2, 29))
    datetime.date(2013, 3, 1)
    """
    try:
        return aware_on.replace(year=aware_on.year + 1)
    except ValueError:
        return date(aware_on.year + 1, 3, 1)


def next_rule(*, aware_on: date, last_visit_on: date) -> str:
    """Return which interval runs from a visit.

    >>> next_rule(aware_on=date(2012, 6, 1), last_visit_on=date(2013, 5, 31))
    'PF.VISIT.Y1'
    >>> next_rule(aware_on=date(2012, 6, 1), last_visit_on=date(2013, 6, 1))
    'PF.VISIT.Y2'
    """
    return FIRST_YEAR if last_visit_on < second_year(aware_on) else LATER_YEARS


@dataclass(frozen=True)
class Seen:
    """What was done on a visit, as plain values."""

    child_seen: bool
    alone: bool
    why_not_alone: str = ""
    report: str = ""
    words: str = ""


def what_is_missing(seen: Seen) -> tuple[str, ...]:
    """Return why a visit does not meet the law yet. Nothing is blocked: it says what is owed."""
    owed = []
    if not seen.child_seen:
        owed.append("the child was not seen")
    elif not seen.alone and not seen.why_not_alone.strip():
        owed.append("the child was not seen alone, and no reason is written")
    if not seen.report.strip():
        owed.append("no report is written")
    return tuple(owed)


def counts(seen: Seen) -> bool:
    return not what_is_missing(seen)


@dataclass(frozen=True)
class Interval:
    """One duty to visit: by when, when it was done, and under which rule."""

    rule: str
    due_on: date | None
    met_on: date | None
    stopped: bool = False

    def on_time(self, *, at: date) -> bool:
        """Say whether it was kept, or can still be."""
        if self.stopped or self.due_on is None:
            return True
        return (self.met_on or at) <= self.due_on


def was_due(interval: Interval, *, at: date) -> bool:
    """Say whether a visit can be judged by a day: its own day is over, or it was made."""
    if interval.stopped or interval.due_on is None:
        return False
    made = interval.met_on is not None and interval.met_on <= at
    return made or interval.due_on < at


REMINDS_BEFORE, REMINDS_AGAIN = 3, 7
"""Days before a visit is due, and between reminders once it is late (local, L)."""


def reminds(due_on: date | None, *, on: date) -> bool:
    """Say whether a reminder goes out: three days before, on the day, then every week.

    >>> [reminds(date(2013, 6, 10), on=date(2013, 6, day)) for day in (6, 7, 8, 10, 16, 17)]
    [False, True, False, True, False, True]
    """
    if due_on is None:
        return False
    late = (on - due_on).days
    return late == -REMINDS_BEFORE or (late >= 0 and late % REMINDS_AGAIN == 0)


def all_on_time(intervals: Sequence[Interval], *, at: date) -> bool:
    """Say whether every visit that was due by a day was made by its day."""
    return all(one.on_time(at=at) for one in intervals)


def days_late(interval: Interval, *, at: date) -> int:
    """Return by how many days a visit was or is late, 0 where it was not."""
    if interval.on_time(at=at) or interval.due_on is None:
        return 0
    return ((interval.met_on or at) - interval.due_on).days
