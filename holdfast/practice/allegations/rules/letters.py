"""What a named reader is sent, and the check that no other record's words are in it. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

SHORTEST_WORD = 3
REFERENCE = re.compile(r"\b[A-Z]{2}-\d{4}-\d{4}\b")
COMMON = frozenset(
    """a an and at baby boy boys bus care centre centres child children church club coach coaches
    college company council daughter dr early escort for girl girls group health home homes house
    in limited ltd miss mr mrs ms nursery of old on person primary project pupil school schools
    secondary service services son student the to transport trust year years
    young""".split()  # noqa: SIM905
)
PHRASES = (
    "earlier allegation",
    "earlier concern",
    "previous allegation",
    "previous concern",
    "known to us",
    "unsubstantiated",
)
"""Ways of telling a reader that there was something before."""


@dataclass(frozen=True)
class Secret:
    """One record that must leave no trace in a letter: its reference, names and phrases."""

    reference: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """A letter as its reader will see it."""

    to: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


def in_full(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def advice_letter(
    *, to: str, rang_at: datetime, about: str, advice: str, refer_by: date, duty: str, safe: bool
) -> Letter:
    """The advice of a call in writing. It holds what the caller knows, and nothing more."""
    opening = (
        f"You rang at {rang_at:%H:%M} on {in_full(rang_at.date())} about {about}. "
        "This is my advice, as I gave it to you."
    )
    child = "" if safe else "If a child is in danger now, ring 999 before you do anything else."
    closing = (
        f"Please send the referral form by the end of {in_full(refer_by)}. "
        f"If anything changes before then, ring {duty}."
    )
    decides = (
        "What happens to the person's work is your decision as the employer. Do not ask the "
        "person or the child about it before we have spoken."
    )
    said = tuple(line.strip() for line in advice.splitlines() if line.strip())
    lines = (opening, child, *said, decides, closing)
    return Letter(to, tuple(line for line in lines if line))


def telling_words(names: Iterable[str]) -> frozenset[str]:
    """The words of names that would give somebody away: no common words, no initials."""
    found = (w for name in names for w in re.findall(r"[^\W\d_]+", name.casefold()))
    return frozenset(w for w in found if len(w) >= SHORTEST_WORD and w not in COMMON)


def leaks(
    text: str, *, own: str, secrets: Iterable[Secret], own_names: Iterable[str] = ()
) -> tuple[str, ...]:
    """Every word of another record that stands in the text, for the author's eyes only.

    `own` is this record's reference, which may stand there; any other reference may not. A word
    of `own_names` (as this caller spelt them) is the caller's own, even if another record has it.
    """
    held = list(secrets)
    words = set(re.findall(r"[^\W\d_]+", text.casefold())) - telling_words(own_names)
    found = {r for r in REFERENCE.findall(text) if r != own}
    found |= {w for secret in held for w in telling_words(secret.names) if w in words}
    low = " ".join(text.casefold().split())
    found |= {phrase for phrase in PHRASES if held and phrase in low}
    return tuple(sorted(found))


def leak_sentence(found: tuple[str, ...]) -> str:
    """What to tell an author whose letter gives another record away."""
    shown = ", ".join(f"“{word}”" for word in found)
    return (
        f"This letter was not sent: {shown} belongs to another record or tells of one. "
        "Take it out of the letter, or decide to disclose it and say why."
    )
