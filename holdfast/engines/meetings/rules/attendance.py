"""Who came, in counts: cancelled meetings and those to come are left out. Pure.

A share is told with its numerator and denominator. A deputy counts as the seat having been there,
and is said apart, so that a seat that always sends somebody else is seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.engines.meetings.rules.states import WAS_HELD, Came


@dataclass(frozen=True)
class Expected:
    """One seat at one meeting. `state` is the meeting's."""

    seat: str
    agency: str
    state: str
    came: str


@dataclass(frozen=True)
class Tally:
    """What one seat or one agency did over some meetings.

    `counted` are the places of meetings that were held and whose attendance was written down.
    """

    name: str
    present: int = 0
    deputy: int = 0
    apologies: int = 0
    absent: int = 0
    not_recorded: int = 0

    @property
    def counted(self) -> int:
        return self.present + self.deputy + self.apologies + self.absent

    @property
    def attended(self) -> int:
        return self.present + self.deputy

    @property
    def share(self) -> float | None:
        """The share of counted places that were filled, from 0 to 1; None where none counted."""
        return self.attended / self.counted if self.counted else None

    @property
    def deputy_share(self) -> float | None:
        """The share of filled places that a deputy filled."""
        return self.deputy / self.attended if self.attended else None


def by_seat(rows: Iterable[Expected]) -> tuple[Tally, ...]:
    return _tallies((row.seat, row) for row in rows)


def by_agency(rows: Iterable[Expected]) -> tuple[Tally, ...]:
    return _tallies((row.agency, row) for row in rows)


def _tallies(rows: Iterable[tuple[str, Expected]]) -> tuple[Tally, ...]:
    counts: dict[str, dict[str, int]] = {}
    for name, row in rows:
        mine = counts.setdefault(name, dict.fromkeys((one.value for one in Came), 0))
        if row.state in WAS_HELD:
            mine[row.came] += 1
    return tuple(Tally(name, **counted) for name, counted in sorted(counts.items()))
