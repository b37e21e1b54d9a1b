"""How a criterion stands on a day, from its grade and its evidence. Pure; the rule is local (L).

Nobody types that a grade has fallen: evidence that expired turns it amber by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.engines.standards.rules.scales import Apart, Colour, Scale, colour


@dataclass(frozen=True)
class Shown:
    """A piece of evidence: the day it is from, and the day until which it counts."""

    what: str
    dated_on: date
    expires_on: date | None = None

    def counts(self, *, on: date) -> bool:
        return self.expires_on is None or self.expires_on >= on


@dataclass(frozen=True)
class Standing:
    """How a criterion is drawn, and why in words. `fell` marks a grade that its evidence lost."""

    colour: Colour | None
    why: str
    fell: bool = False


def standing(value: str, scale: Scale, evidence: Iterable[Shown], *, on: date) -> Standing:
    """Return how a criterion stands on a day."""
    if value == "" or value in set(Apart):
        return Standing(None, value or Apart.NOT_KNOWN.value)
    drawn, words, pieces = colour(value, scale), scale.words(value), list(evidence)
    gone = [one for one in pieces if not one.counts(on=on)]
    if drawn is Colour.GREEN and gone:
        oldest = min(gone, key=lambda one: one.expires_on or date.max)
        day = f"{oldest.expires_on:%-d %B %Y}"
        why = f"Graded {words}; its evidence “{oldest.what}” expired on {day}"
        return Standing(Colour.AMBER, why, fell=True)
    if drawn is Colour.GREEN and not pieces:
        return Standing(drawn, f"{_capital(words)}; no evidence is cited")
    return Standing(drawn, _capital(words))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def age_words(dated_on: date, *, on: date) -> str:
    """
    Return how old a piece of evidence is.

    >>> age_words(date(2012, 4, 28), on=date(2013, 6, 28)), age_words(date(2013, 6, 1),
    ...     on=date(2013, 6, 28))
    ('14 months old', 'less than a month old')
    """
    months = (on.year - dated_on.year) * 12 + on.month - dated_on.month - (on.day < dated_on.day)
    if months < 1:
        return "less than a month old"
    return "1 month old" if months == 1 else f"{months} months old"


def expiry_words(piece: Shown, *, on: date) -> str:
    """
    Return how long a piece still counts, in words.

    >>> expiry_words(Shown("Policy", date(2012, 1, 1), date(2013, 6, 1)), on=date(2013, 6, 28))
    'Expired 27 days ago'
    >>> expiry_words(Shown("Policy", date(2012, 1, 1)), on=date(2013, 6, 28))
    'No expiry was given'
    """
    if piece.expires_on is None:
        return "No expiry was given"
    days = (piece.expires_on - on).days
    if days == 0:
        return "Expires today"
    words = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"Counts for {words} more" if days > 0 else f"Expired {words} ago"
