"""
What this room tells the rooms above: frozen rows by post and agency, no names of people.

    bodies_on(area, on)      the bodies that there are on a day, the board first
    body(code, on)           one of them, in this partnership's own area, or None
    seats_of(body, on)       its seats on a day, with deputies, and whether each is vacant
    seats_held_by(post, on)  the seats of a post
    agencies_due(on)         the agencies that owe returns, with the posts they answer by
    terms_to_review(area, on)  bodies whose latest terms of reference are past their review
    money(year)              a year's contributions and spending in pence, None for not known
    regime_on(date)          the legal form in force, from the rules
    shipped_set(name)        a set of bodies that the product ships, checked

All cost a fixed number of queries.
"""

from holdfast.board.partnership.extracts.bodies import (
    ORDER,
    AgencyRow,
    BodyRow,
    DeputyRow,
    SeatRow,
    TermsRow,
    agencies_due,
    bodies_on,
    body,
    body_row,
    regime_on,
    seat_rows,
    seats_held_by,
    seats_of,
    shipped_set,
    terms_to_review,
)
from holdfast.board.partnership.extracts.money import Money, MoneyRow, money, money_in

__all__ = [
    "ORDER",
    "AgencyRow",
    "BodyRow",
    "DeputyRow",
    "Money",
    "MoneyRow",
    "SeatRow",
    "TermsRow",
    "agencies_due",
    "bodies_on",
    "body",
    "body_row",
    "money",
    "money_in",
    "regime_on",
    "seat_rows",
    "seats_held_by",
    "seats_of",
    "shipped_set",
    "terms_to_review",
]
