"""A date as exact as what was written down: a day, a month or a year. Pure.

Board papers say "September 2012". Holdfast neither invents the day nor throws the month away.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def day_words(day: date) -> str:
    """
    Return a day as the board's papers write it.

    >>> day_words(date(2013, 7, 9))
    '9 Jul 2013'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Dated:
    """A stretch of time from `first` to `last`, both days included, named by its precision."""

    first: date
    precision: Precision = Precision.DAY

    @classmethod
    def read(cls, text: str) -> "Dated":
        """
        Read 2013-03-15, 2013-03 or 2013. Raises ValueError with a sentence.

        >>> Dated.read("2013-03").last
        datetime.date(2013, 3, 31)
        """
        found = WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError("Write a date as 2013-03-15, as 2013-03 or as 2013.")
        year, month, day = found.groups()
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        try:
            return cls(date(int(year), int(month or 1), int(day or 1)), precision)
        except ValueError:
            raise ValueError("There is no such day in the calendar. Correct the date.") from None

    @property
    def last(self) -> date:
        if self.precision is Precision.DAY:
            return self.first
        month = 12 if self.precision is Precision.YEAR else self.first.month
        year = self.first.year
        return date(year, month, calendar.monthrange(year, month)[1])

    @property
    def words(self) -> str:
        """
        Return the date in words, no more exact than it is.

        >>> Dated.read("2012-09").words
        'Sep 2012'
        """
        return {
            Precision.DAY: day_words(self.first),
            Precision.MONTH: f"{MONTHS[self.first.month - 1]} {self.first.year}",
            Precision.YEAR: str(self.first.year),
        }[self.precision]

    def over_by(self, day: date) -> bool:
        """Say whether all of it lies on or before a day, so that it has certainly happened."""
        return self.last <= day

    def may_follow(self, other: "Dated") -> bool:
        """Say whether it may lie after another date, or on the same day or month."""
        return self.last >= other.first


def months_later(day: date, months: int) -> date:
    """
    Return the same day some months later, or the last day of a shorter month.

    The last day of a month leads to the last day of a month, so that terms and quarters that end
    with the month go on ending with it.

    >>> months_later(date(2012, 12, 31), 4)
    datetime.date(2013, 4, 30)
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    ends = calendar.monthrange(year, month)[1]
    at_the_end = (day + timedelta(days=1)).day == 1
    return date(year, month, ends if at_the_end else min(day.day, ends))
