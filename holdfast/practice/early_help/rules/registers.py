"""Groups and their registers: who came how often, and what completing means. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

ENOUGH = 70
"""Per cent of the sessions held that make a programme completed. Local (L)."""


class Mark(StrEnum):
    CAME = "came"
    SENT_WORD = "sent_word"
    DID_NOT_COME = "did_not_come"


MARK_WORDS = {
    Mark.CAME: "Came",
    Mark.SENT_WORD: "Sent word that they could not",
    Mark.DID_NOT_COME: "Did not come",
}


@dataclass(frozen=True)
class Attended:
    """How often somebody came, of the sessions held while they had a place."""

    came: int
    sent_word: int
    held: int

    @property
    def per_cent(self) -> int | None:
        """None before the first session: that is not the same as nought."""
        return round(100 * self.came / self.held) if self.held else None

    @property
    def enough(self) -> bool:
        return self.per_cent is not None and self.per_cent >= ENOUGH

    @property
    def words(self) -> str:
        if not self.held:
            return "No session yet"
        sent = f", sent word {self.sent_word}" if self.sent_word else ""
        return f"{self.came} of {self.held}{sent}"


def attended(marks: Iterable[Mark]) -> Attended:
    """Add up one person's marks: one for each session held while they had a place."""
    held = list(marks)
    return Attended(held.count(Mark.CAME), held.count(Mark.SENT_WORD), len(held))


def runs_without(topics: Sequence[str], wanted: str) -> bool:
    """Say whether no session of a programme is about a topic, such as the gangs worker's."""
    return not any(wanted in topic.casefold() for topic in topics)


GANGS = "gang"
GANGS_WHY = (
    "Every parenting group has one session by the gangs worker: the signs, and what to do. "
    "None is planned here yet."
)
"""Local offer of the family focus team (L): scrutiny report of 9 July 2013, item 9."""


FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})


def first_name(name: str) -> str:
    """Return how a register names somebody: a first name, or "Ms H" where only that is known.

    >>> first_name("Dinah Pruett"), first_name("Ms Harcastle"), first_name("Bea")
    ('Dinah', 'Ms H', 'Bea')
    """
    first, _, rest = name.strip().partition(" ")
    if first.casefold().rstrip(".") in FORMS_OF_ADDRESS and rest.strip():
        return f"{first} {rest.strip()[0]}"
    return first
