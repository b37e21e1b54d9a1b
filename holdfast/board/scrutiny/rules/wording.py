"""Days and lists in the words that councils' papers use. Pure."""

from datetime import date


def on_day(day: date) -> str:
    """
    Return a day as a council's paper writes it.

    >>> on_day(date(2013, 7, 9))
    '9 July 2013'
    """
    return f"{day.day} {day:%B %Y}"
