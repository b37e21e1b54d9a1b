"""Quarters of a year that begins in April."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Quarter:
    """Quarter 1 to 4 of the year that begins in April of `year`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter that a day is in."""
        months = (day.year * 12 + day.month - 4) // 3
        return cls(months // 4, months % 4 + 1)

    @property
    def starts_on(self) -> date:
        month = 3 * self.number + 1
        return date(self.year + (month > 12), (month - 1) % 12 + 1, 1)

    @property
    def ends_on(self) -> date:
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    @property
    def words(self) -> str:
        """
        Return such as “Q1 2012/13”.

        >>> Quarter.of(date(2013, 3, 31)).words
        'Q4 2012/13'
        """
        return f"Q{self.number} {self.year_words}"

    @property
    def year_words(self) -> str:
        return f"{self.year}/{(self.year + 1) % 100:02}"


def four(year: int) -> tuple[Quarter, ...]:
    return tuple(Quarter(year, number) for number in range(1, 5))
