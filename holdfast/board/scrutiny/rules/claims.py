"""A finding is a claim that has to be shown again in each board year. Pure; local standard (L).

A board year runs from April to March, as the annual report's does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

APRIL = 4


@dataclass(frozen=True)
class ClaimYear:
    """One board year of a claim. `evidence` is how many dated pieces were given for it."""

    year: str
    evidence: int
    over: bool

    @property
    def words(self) -> str:
        if self.evidence:
            return "Evidenced"
        return "Not evidenced that year" if self.over else "Not evidenced this year"


def year_of(day: date) -> str:
    """
    Return the board year that a day lies in.

    >>> year_of(date(2013, 3, 31)), year_of(date(2013, 4, 1))
    ('2012-13', '2013-14')
    """
    first = day.year if day.month >= APRIL else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def years_between(first: date, last: date) -> tuple[str, ...]:
    """Return every board year from one day's to another's; none when the first is later."""
    start, end = int(year_of(first)[:4]), int(year_of(last)[:4])
    return tuple(year_of(date(year, APRIL, 1)) for year in range(start, end + 1))


def claim_years(
    published: date, evidence: Mapping[str, int], *, on: date
) -> tuple[ClaimYear, ...]:
    """Return each year since a finding was published, newest first, with what was shown in it."""
    now = year_of(on)
    found = [ClaimYear(y, evidence.get(y, 0), y != now) for y in years_between(published, on)]
    return tuple(reversed(found))


def not_evidenced(years: Sequence[ClaimYear]) -> tuple[str, ...]:
    """Return the years in which nobody showed anything."""
    return tuple(one.year for one in years if not one.evidence)
