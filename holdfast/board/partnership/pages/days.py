"""Which day a page is about, and how its dates and its law are said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.board.partnership.rules.regime import MASA, Regime
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Badge, Filter


def day_asked(text: str, *, today: date) -> date:
    """Return the day that an address asks for, or today where it asks for none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today


def span(first: date | None, last: date | None, *, unknown: str = "start not recorded") -> str:
    """
    Say from when until when.

    >>> span(None, date(2013, 3, 31))
    'start not recorded, until 31 Mar 2013'
    """
    since = f"since {day_words(first)}" if first else unknown
    if last is None:
        return since
    return f"{since.replace('since ', 'from ')}, until {day_words(last)}"


def sentence(words: str) -> str:
    """
    Begin with a capital and leave the rest alone.

    >>> sentence("since 3 Jan 2012")
    'Since 3 Jan 2012'
    """
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class RegimeSaid:
    """The law on the day that the page is about."""

    name: str
    code: str
    as_at: str
    basis: str
    what: str
    source: str
    badge: Badge


def regime_said(found: Regime, *, on: date) -> RegimeSaid:
    return RegimeSaid(
        name=found.name,
        code=found.code,
        as_at=day_words(on),
        basis=found.basis,
        what=found.what,
        source=found.source,
        badge=Badge(found.status),
    )


def day_filter(days: Iterable[date | None], *, on: date, today: date) -> Filter:
    """Offer today and the days on which something changed, the newest first."""
    turns = {day for day in days if day} | {today, on}
    if MASA.starts_on:
        turns.add(MASA.starts_on)
    options = [
        (day.isoformat(), f"{day_words(day)}{' (today)' if day == today else ''}")
        for day in sorted(turns, reverse=True)
    ]
    return Filter("on", "As at", options, on.isoformat())
