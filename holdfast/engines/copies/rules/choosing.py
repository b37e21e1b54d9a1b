"""May this reader have this fact, and if not, why not. Pure.

UK GDPR article 5(1)(c), (f): no more than the reader needs, to nobody else (V2). How far a fact
may go is its owner's word: MASH information stays in the hub without the owner's leave (S 004, L).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """What kind of reader. Agencies work with the child; the public hears no facts."""

    AGENCY = "agency"
    FAMILY = "family"
    PUBLIC = "public"


class Why(StrEnum):
    """Why a fact is withheld. The first that holds is given."""

    KEPT_FROM = "kept from this reader"
    HUB_ONLY = "seen in the hub, not passed on by its owner"
    NOT_SO_FAR = "for the agencies that work with the child only"
    THIRD_PARTY = "about somebody else"
    OTHER_CHILD = "about another child than this copy is"


ROOM, AGENCIES, FAMILY, ANYONE = "room", "agencies", "family", "anyone"
"""A fact's audience, as `records.models.Audience` has it."""
REACH = {
    Who.AGENCY: frozenset({AGENCIES, FAMILY, ANYONE}),
    Who.FAMILY: frozenset({FAMILY, ANYONE}),
    Who.PUBLIC: frozenset({ANYONE}),
}
THIRD_PARTY = "third_party"


@dataclass(frozen=True)
class Reader:
    """Whom a copy is made for. `key` is the same from copy to copy, such as `post:7` or `mother`.

    `about` are the people whom this copy is about; nothing means everybody on the record.
    `may_have_third_party` is for an agency that must know of other people, because.
    """

    key: str
    words: str
    who: Who
    about: frozenset[str] = frozenset()
    may_have_third_party: bool = False


@dataclass(frozen=True)
class Held:
    """A fact as a room holds it. `number` is how its author recognises it; `heading` its section.

    `kept_from` are keys of readers who must never have it, such as an address kept from a person.
    """

    number: str
    text: str
    source: str
    audience: str
    heading: str = "What agencies said"
    sensitivity: str = "personal"
    subjects: frozenset[str] = frozenset()
    kept_from: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Withheld:
    """What is not in a copy: named to its author alone, by number and owner, without its words."""

    number: str
    source: str
    why: Why


@dataclass(frozen=True)
class Chosen:
    given: tuple[Held, ...]
    withheld: tuple[tuple[Held, Why], ...]

    @property
    def named(self) -> tuple[Withheld, ...]:
        return tuple(Withheld(fact.number, fact.source, why) for fact, why in self.withheld)


def why_not(fact: Held, reader: Reader) -> Why | None:
    """Return why this reader may not have this fact, or nothing.

    >>> mother = Reader("mother", "Nia’s mother", Who.FAMILY)
    >>> why_not(Held("1", "Late twice", "School", AGENCIES), mother)
    <Why.NOT_SO_FAR: 'for the agencies that work with the child only'>
    """
    if reader.key in fact.kept_from:
        return Why.KEPT_FROM
    if fact.audience not in REACH[Who.AGENCY]:
        return Why.HUB_ONLY
    if fact.audience not in REACH[reader.who]:
        return Why.NOT_SO_FAR
    allowed = reader.who is Who.AGENCY and reader.may_have_third_party
    if fact.sensitivity == THIRD_PARTY and not allowed:
        return Why.THIRD_PARTY
    if fact.subjects and reader.about and not fact.subjects & reader.about:
        return Why.OTHER_CHILD
    return None


def choose(facts: Iterable[Held], *, reader: Reader) -> Chosen:
    """Part what this reader may have from what is withheld, in the order given."""
    given, withheld = [], []
    for fact in facts:
        why = why_not(fact, reader)
        if why is None:
            given.append(fact)
        else:
            withheld.append((fact, why))
    return Chosen(tuple(given), tuple(withheld))
