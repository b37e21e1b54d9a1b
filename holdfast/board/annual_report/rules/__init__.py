"""
The life of an edition, and the arithmetic that a printed report rests on. Pure.

Every rule here is the partnership's own (status L): guidance asks for an annual report, not for
an order of drafting it. That the report must be honest about its figures is ours too.
"""

from collections.abc import Collection
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from holdfast.kernel.records.moves import Move, StateTable

DRAFT: Final = "draft"
FROZEN: Final = "frozen"
APPROVED: Final = "approved"

TABLE: Final = StateTable(
    start=DRAFT,
    moves={
        "settle": Move(frozenset({DRAFT, FROZEN}), "", "Local (L): a named post, with a reason"),
        "freeze": Move(frozenset({DRAFT}), FROZEN, "Local (L): a later revision is a new line"),
        "approve": Move(frozenset({FROZEN}), APPROVED, "Local (L): approver is not the author"),
    },
)

CHAIN_OF_MOVES: Final = ("settle", "freeze", "approve")


def percent_of(part: Decimal, whole: Decimal) -> Decimal | None:
    """
    A share in per cent, unrounded; nothing of nothing has no share.

    >>> percent_of(Decimal(218), Decimal(551)).quantize(Decimal("0.1"))
    Decimal('39.6')
    """
    return None if whole == 0 else part * 100 / whole


def change_on(before: Decimal, now: Decimal) -> Decimal | None:
    """
    A change in per cent on the year before, unrounded; from nothing there is none.

    >>> change_on(Decimal(3329), Decimal(3010)).quantize(Decimal("0.01"))
    Decimal('-9.58')
    """
    return None if before == 0 else (now - before) * 100 / before


def whole(value: Decimal) -> Decimal:
    """
    Rounded to a whole number, half away from nought, as the printed report rounds.

    >>> whole(Decimal("-5.54")), whole(Decimal("-9.58"))
    (Decimal('-6'), Decimal('-10'))
    """
    return value.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def years_older(as_at: date, *, year_ends_on: date) -> int:
    """
    Whole years between a figure's date and the end of the year that the report is about.

    >>> years_older(date(2012, 3, 31), year_ends_on=date(2013, 3, 31))
    1
    """
    gap = year_ends_on.year - as_at.year
    early = (year_ends_on.month, year_ends_on.day) < (as_at.month, as_at.day)
    return max(0, gap - early)


def ends_on(year: str) -> date:
    """
    The last day of a report's year, written as 2012-13.

    >>> ends_on("2012-13")
    datetime.date(2013, 3, 31)
    """
    return date(int(year[:4]) + 1, 3, 31)


def name_of(number: int, *, state: str) -> str:
    """
    What an edition is called in a state.

    >>> name_of(1, state=FROZEN)
    'Edition 1 (frozen, not yet approved)'
    """
    if state == DRAFT:
        return f"Draft {number}"
    return f"Edition {number}{' (frozen, not yet approved)' if state == FROZEN else ''}"


def why_not_approve(*, author: int, approver: int, unsettled: Collection[int]) -> str:
    """Why this post cannot approve this edition, as a sentence, or nothing."""
    if author == approver:
        return (
            "The post that drafted an edition cannot approve it. "
            "Ask another post that may approve, such as the independent chair."
        )
    if unsettled:
        which = " and ".join(str(number) for number in sorted(unsettled))
        noun = "Disagreement" if len(unsettled) == 1 else "Disagreements"
        verb = "is" if len(unsettled) == 1 else "are"
        return f"{noun} {which} {verb} not settled. Ask the holder to settle them first."
    return ""
