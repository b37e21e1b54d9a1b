"""A board's money in whole pence. What is not known is not nought, and no sum hides it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 100_000_000_00
"""The largest sum that one line may hold, in pence: a hundred million pounds."""

TYPED = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?", re.ASCII)
YEAR = re.compile(r"(\d{4})/(\d{2})", re.ASCII)


@dataclass(frozen=True)
class Sum:
    """What the known lines add up to, in pence, and of how many lines the amount is not known."""

    pence: int
    unknown: int

    @property
    def whole(self) -> bool:
        return self.unknown == 0


def total(amounts: Iterable[int | None]) -> Sum:
    """Add up what is known, and count what is not.

    >>> total([5000000, None])
    Sum(pence=5000000, unknown=1)
    """
    lines = list(amounts)
    return Sum(sum(one for one in lines if one is not None), lines.count(None))


def pounds(pence: int | None) -> str:
    """
    Return an amount as a board prints it; pence are shown only where there are some.

    >>> pounds(5000000), pounds(1250), pounds(None), pounds(-1250)
    ('£50,000', '£12.50', 'not known', '−£12.50')
    """
    if pence is None:
        return "not known"
    sign = "\N{MINUS SIGN}" if pence < 0 else ""
    whole, rest = divmod(abs(pence), 100)
    return f"{sign}£{whole:,}.{rest:02d}" if rest else f"{sign}£{whole:,}"


def read_pounds(text: str) -> int | None:
    """Return typed pounds as pence; nothing typed is not known. Raises ValueError with a sentence.

    >>> read_pounds("£50,000"), read_pounds("12.50"), read_pounds("")
    (5000000, 1250, None)
    """
    said = text.strip()
    if not said:
        return None
    found = TYPED.fullmatch(said)
    if found is None:
        raise ValueError("Write pounds, such as 50,000 or 12.50. Leave it empty if not known.")
    pence = int(found[1].replace(",", "")) * 100 + int(found[2] or 0)
    if pence > MOST:
        raise ValueError("This is more than a hundred million pounds. Correct it.")
    return pence


def change(before: int | None, now: int | None, *, counted_before: bool) -> str:
    """Say in words how an amount changed from one year to the next.

    >>> change(5000000, 5000000, counted_before=True)
    'unchanged'
    >>> change(5000000, None, counted_before=True)
    'cannot be compared: not known'
    """
    if not counted_before:
        return "not listed the year before"
    if before is None or now is None:
        return "cannot be compared: not known"
    if before == now:
        return "unchanged"
    return f"{'up' if now > before else 'down'} {pounds(abs(now - before))}"


def read_year(text: str) -> int:
    """
    Return the calendar year in which a financial year begins. Raises ValueError with a sentence.

    >>> read_year("2012/13")
    2012
    """
    found = YEAR.fullmatch(text.strip())
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        raise ValueError("Write a financial year as 2012/13: from April to March.")
    return int(found[1])


def year_before(text: str) -> str:
    """
    Return the financial year before.

    >>> year_before("2000/01")
    '1999/00'
    """
    began = read_year(text) - 1
    return f"{began}/{(began + 1) % 100:02d}"
