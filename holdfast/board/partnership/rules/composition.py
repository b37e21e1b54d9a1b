"""Whether a body is made up as its regime wants it. Each finding says its rule and what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.partnership.rules.regime import MASA, Regime
from holdfast.board.partnership.rules.words import BodyKind, Capacity
from holdfast.kernel.ui.lists import joined

PARTNERS = {
    "social_care": "the local authority",
    "health": "health",
    "police": "the police",
}
"""The safeguarding partners by the sector of their agency (Children Act 2004, s.16E; V2)."""


EXECUTIVE_MEETINGS = 12
"""How often in a year the partnership's executive meets."""


@dataclass(frozen=True)
class Sitting:
    """A seat as the rules see it. `sector` is that of the agency it represents."""

    title: str
    capacity: Capacity
    sector: str
    partner: bool = False
    vacant: bool = False


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be. `status`: V, V2, M or L."""

    words: str
    rule: str
    status: str


def findings(
    *,
    kind: BodyKind,
    regime: Regime,
    seats: Sequence[Sitting],
    ends_on: date | None,
    meets_a_year: int | None,
) -> tuple[Finding, ...]:
    """Return what to put right in one body, most serious first. Nothing found is no finding."""
    return (
        *_of_partners(kind, regime, seats),
        *_of_the_chair(kind, seats),
        *_of_the_end(kind, ends_on),
        *_of_the_rhythm(kind, meets_a_year),
        *_of_lay_members(kind, regime, seats),
    )


def _of_partners(kind: BodyKind, regime: Regime, seats: Sequence[Sitting]) -> Iterable[Finding]:
    if regime != MASA or kind is not BodyKind.PARTNERSHIP_EXECUTIVE:
        return
    law = "Children Act 2004, section 16E"
    sat = [seat.sector for seat in seats if seat.partner]
    missing = [words for sector, words in PARTNERS.items() if sector not in sat]
    if missing:
        yield Finding(f"No safeguarding partner sits for {joined(missing)}. Seat one.", law, "V2")
    if any(sector not in PARTNERS for sector in sat):
        yield Finding(
            "Somebody sits as a safeguarding partner for an agency that cannot be one. "
            "The partners are the local authority, health and the police. Seat them as a member.",
            law,
            "V2",
        )
    if len(sat) > len(set(sat)):
        yield Finding(
            "Two seats are marked as the safeguarding partner of one kind. Mark one of them.",
            law,
            "V2",
        )
    if not any(seat.partner and seat.capacity is Capacity.CHAIR for seat in seats):
        yield Finding(
            "The chair of the executive is none of the safeguarding partners. Give the chair to "
            "one of them, or write down why it is held otherwise.",
            "The partnership's own arrangements",
            "L",
        )


def _of_the_chair(kind: BodyKind, seats: Sequence[Sitting]) -> Iterable[Finding]:
    chairs = [seat for seat in seats if seat.capacity is Capacity.CHAIR]
    if not chairs:
        yield Finding("Nobody chairs it. Seat a chair.", "A local standard", "L")
    elif all(seat.vacant for seat in chairs):
        yield Finding("The chair is vacant. Appoint somebody.", "A local standard", "L")
    if len(chairs) > 2:
        yield Finding(
            f"{len(chairs)} seats chair it. One or two do: make the others members.",
            "A local standard",
            "L",
        )


def _of_the_end(kind: BodyKind, ends_on: date | None) -> Iterable[Finding]:
    if kind is BodyKind.TASK_AND_FINISH and ends_on is None:
        yield Finding("It has no end. Give it one.", "A local standard", "L")


def _of_the_rhythm(kind: BodyKind, meets_a_year: int | None) -> Iterable[Finding]:
    """The partnership's executive meets each month (its report of 2023; L)."""
    if kind is BodyKind.PARTNERSHIP_EXECUTIVE and meets_a_year != EXECUTIVE_MEETINGS:
        laid = f"{meets_a_year} are" if meets_a_year else "no number is"
        yield Finding(
            f"The executive is to meet each month, 12 times a year; {laid} laid down. Correct it.",
            "The partnership's own arrangements",
            "L",
        )


def _of_lay_members(kind: BodyKind, regime: Regime, seats: Sequence[Sitting]) -> Iterable[Finding]:
    if regime.code != "LSCB" or kind is not BodyKind.BOARD:
        return
    count = sum(1 for seat in seats if seat.capacity is Capacity.LAY_MEMBER)
    if count < 2:
        have = "no lay member sits" if not count else "one lay member sits"
        yield Finding(
            f"Two lay members are wanted on a board; {have}. Advertise.",
            "Apprenticeships, Skills, Children and Learning Act 2009, section 196",
            "M",
        )
