"""Facts that an earlier record holds, and whether they are still true. Pure.

Nothing is asked twice: what is known comes with its source and its age, and whoever assesses says
whether it still holds (a finding of practitioners about their systems, board-systems CASE-4; L).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONG_AGO = 365
"""Days after which a fact is marked as old (local)."""


class Answer(StrEnum):
    TRUE = "still_true"
    CORRECTED = "corrected"
    NOT_KNOWN = "not_known"


WORDS: Mapping[Answer, str] = {
    Answer.TRUE: "Still true",
    Answer.CORRECTED: "No longer: corrected",
    Answer.NOT_KNOWN: "Not known now",
}


@dataclass(frozen=True)
class Known:
    """One thing an earlier record says of a child, whose word it is and since when.

    What is not `for_family` (an address that is kept from somebody) stands in no copy.
    """

    key: str
    label: str
    value: str
    source: str
    since: date
    for_family: bool = True


def is_old(since: date, *, on: date) -> bool:
    return (on - since).days > LONG_AGO
