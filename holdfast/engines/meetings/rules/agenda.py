"""The order of an agenda: minutes first, what always stands, what was asked for, what waited."""

from dataclasses import dataclass

MINUTES = "minutes"
FIRST, STANDING, ONCE, DEFERRED, LAST = range(5)
ANY_OTHER_BUSINESS = "any_other_business"


@dataclass(frozen=True)
class Candidate:
    """Something that wants a place. `order` is its place among its own sort."""

    pk: int
    key: str
    standing: bool
    deferred: bool
    order: int


def place(one: Candidate) -> tuple[int, int, int]:
    """Return where a candidate stands. Sorting by it gives the same order for any input order."""
    if one.key == MINUTES:
        rank = FIRST
    elif one.key == ANY_OTHER_BUSINESS:
        rank = LAST
    elif one.deferred:
        rank = DEFERRED
    else:
        rank = STANDING if one.standing else ONCE
    return rank, one.order, one.pk
