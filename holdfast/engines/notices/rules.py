"""When a notice that could not be sent is tried again, and when it is given up."""

from datetime import timedelta

TRIES = 6
FIRST_WAIT = timedelta(minutes=2)
STUCK_AFTER = timedelta(minutes=15)
"""A notice taken up and not finished for so long is tried again: its sender has died."""


def next_wait(tries: int) -> timedelta | None:
    """
    Return how long to wait after so many tries, or None when it is given up.

    >>> [str(next_wait(n)) for n in (1, 2, 3, 6)]
    ['0:02:00', '0:08:00', '0:32:00', 'None']
    """
    return FIRST_WAIT * 4 ** (tries - 1) if tries < TRIES else None
