"""Forms half written, and questions from outside: how long, and what they may hold. Pure."""

from datetime import timedelta
from enum import StrEnum

from holdfast.practice.allegations.rules import letters

KEPT_FOR = timedelta(days=7)
"""How long a draft is kept (local): over a weekend and a working week, and no longer."""


class Form(StrEnum):
    """Forms that can be kept half written."""

    CALL = "call"
    REFERRAL = "referral"


LEAVES_OUT = ("find", "send", "same-")
"""What a draft leaves out besides: buttons, and answers about people found by a search."""


def names_a_record(text: str) -> bool:
    """Say whether a text holds what looks like a reference, whether there is such a record or not.

    >>> names_a_record("About AL-2012-0001, please"), names_a_record("May he drive on Monday?")
    (True, False)
    """
    return bool(letters.REFERENCE.search(text.upper()))


def answer_sentence(found: tuple[str, ...]) -> str:
    """What to tell the author of an answer that would say whether there is a record."""
    shown = ", ".join(f"“{word}”" for word in found)
    return (
        f"This answer was not sent: {shown} would tell the asker whether something is held here. "
        "Say what to do, not what is held."
    )
