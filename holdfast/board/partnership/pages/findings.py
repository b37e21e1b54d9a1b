"""What is to be put right in a body, as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.board.partnership.extracts import BodyRow, SeatRow
from holdfast.board.partnership.rules.composition import Finding, Sitting, findings
from holdfast.board.partnership.rules.regime import Regime
from holdfast.kernel.ui.parts import Badge


@dataclass(frozen=True)
class Said:
    words: str
    rule: str
    badge: Badge


def found_in(body: BodyRow, seats: Sequence[SeatRow], *, regime: Regime) -> tuple[Finding, ...]:
    sittings = [
        Sitting(row.title, row.capacity, row.sector, row.partner, row.vacant) for row in seats
    ]
    return findings(
        kind=body.kind,
        regime=regime,
        seats=sittings,
        ends_on=body.ends_on,
        meets_a_year=body.meets_a_year,
    )


def said(found: Sequence[Finding]) -> tuple[Said, ...]:
    return tuple(Said(one.words, one.rule, Badge(one.status)) for one in found)
