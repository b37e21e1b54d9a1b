"""Days and lists in the words that councils' papers use. Pure."""

from collections.abc import Sequence
from datetime import date


def on_day(day: date) -> str:
    """
    Return a day as a council's paper writes it.

    >>> on_day(date(2013, 7, 9))
    '9 July 2013'
    """
    return f"{day.day} {day:%B %Y}"


def joined(words: Sequence[str]) -> str:
    """
    Return words as a list in a sentence.

    >>> joined(["one", "two", "three"])
    'one, two and three'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
