"""A set of bodies as its file says it, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.partnership.rules import regime
from holdfast.board.partnership.rules.composition import Finding, Sitting, findings
from holdfast.board.partnership.rules.words import BodyKind, Capacity


@dataclass(frozen=True)
class PlannedSeat:
    """`agency` is what the file calls it; `sector` what it is, for one that is not there yet."""

    title: str
    agency: str
    sector: str
    capacity: Capacity
    partner: bool

    @property
    def sitting(self) -> Sitting:
        return Sitting(self.title, self.capacity, self.sector, self.partner)


@dataclass(frozen=True)
class BodyTold:
    """What a body is. `reports_to` and `follows` are codes, or empty."""

    code: str
    name: str
    kind: BodyKind
    purpose: str
    reports_to: str
    follows: str
    starts_on: date | None
    ends_on: date | None
    meets_a_year: int | None
    joint_with: str


@dataclass(frozen=True)
class PlannedBody(BodyTold):
    duties: tuple[str, ...]
    seats: tuple[PlannedSeat, ...]

    def findings(self, *, on: date) -> tuple[Finding, ...]:
        """Return what the file's own seats leave open. A body without seats is not judged."""
        if not self.seats:
            return ()
        return findings(
            kind=self.kind,
            regime=regime.on(on),
            seats=[seat.sitting for seat in self.seats],
            ends_on=self.ends_on,
            meets_a_year=self.meets_a_year,
        )


@dataclass(frozen=True)
class PlannedEnd:
    code: str
    on: date
    why: str


@dataclass(frozen=True)
class PlannedLink:
    name: str
    what: str
    represented_by: str


@dataclass(frozen=True)
class PlannedSet:
    title: str
    starts_on: date
    source: str
    carries_on: tuple[str, ...]
    bodies: tuple[PlannedBody, ...]
    ends: tuple[PlannedEnd, ...]
    links: tuple[PlannedLink, ...]

    def in_order(self) -> Sequence[PlannedBody]:
        """Return the bodies so that each stands after the one it reports to."""
        codes = {body.code for body in self.bodies}
        placed: dict[str, PlannedBody] = {}
        waiting = list(self.bodies)
        while waiting:
            ready = [b for b in waiting if b.reports_to not in codes or b.reports_to in placed]
            placed |= {body.code: body for body in ready}
            waiting = [body for body in waiting if body.code not in placed]
        return list(placed.values())
