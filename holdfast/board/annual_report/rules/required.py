"""
What each edition of the guidance asks of a report, and how far one is filled. Pure.

Source: board-systems, section 14. Rules marked M are from memory: a report is never called
compliant on one of them, only "not checked".
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

import yaml

from holdfast.board.annual_report import data
from holdfast.kernel.clock.timescales import edition_in_force
from holdfast.kernel.directory.words import Role

RECKONED: Final = (9, 30)
"""An edition asks if it is in force six months after the report's year ends. Local (L)."""


class How(StrEnum):
    YES = "yes"
    PART = "part"
    LOCAL = "local"


HOW_WORDS: Final[Mapping[How, str]] = {
    How.YES: "asked",
    How.PART: "asked in part",
    How.LOCAL: "left to each area",
}


class Filled(StrEnum):
    """How far an item is filled: worked out from what the report holds, never typed."""

    FILLED = "filled"
    PARTLY = "partly filled"
    EMPTY = "empty"


@dataclass(frozen=True)
class Asked:
    """`status` is V, V2, M or L; `where` the document, empty where it was not read."""

    how: How
    status: str
    where: str = ""


@dataclass(frozen=True)
class Part:
    """One thing that fills an item: the token that the report holds, and its words."""

    token: str
    words: str


@dataclass(frozen=True)
class Item:
    key: str
    number: int
    words: str
    holder: Role
    asked: Mapping[str, Asked]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SentTo:
    slug: str
    who: str
    status: str


@dataclass(frozen=True)
class Guidance:
    """One edition of the guidance, as far as it speaks of the report."""

    key: str
    title: str
    editions: tuple[str, ...]
    publisher: str
    publisher_status: str
    deadline: str
    deadline_status: str
    sent_to: tuple[SentTo, ...]


@dataclass(frozen=True)
class Held:
    """How one item stands."""

    item: Item
    asked: Asked
    filled: Filled
    has: tuple[Part, ...]
    lacks: tuple[Part, ...]


@cache
def guidance() -> Mapping[str, Guidance]:
    """Every edition of the guidance, oldest first."""
    return {each["key"]: _guidance(each) for each in _read()["editions"]}


@cache
def items() -> tuple[Item, ...]:
    """Every item, numbered as in the table that it was taken from."""
    return tuple(_item(each, number) for number, each in enumerate(_read()["items"], start=1))


def item(key: str) -> Item | None:
    return next((each for each in items() if each.key == key), None)


def guidance_for(year_ends_on: date) -> Guidance:
    """
    The edition that asks for the report on a year.

    >>> guidance_for(date(2013, 3, 31)).key
    '2013'
    >>> guidance_for(date(2012, 3, 31)).key
    '2010'
    """
    in_force = edition_in_force(date(year_ends_on.year, *RECKONED)).id
    return next(each for each in guidance().values() if in_force in each.editions)


def standing(key: str, *, tokens: Collection[str]) -> tuple[Held, ...]:
    """Every item that an edition asks for, with how far the report's tokens fill it."""
    return tuple(_held(each, each.asked[key], tokens) for each in items() if key in each.asked)


def how_far(parts: Collection[Part], *, tokens: Collection[str]) -> Filled:
    """
    Filled when every part is held, empty when none is.

    >>> how_far([Part("a", "a"), Part("b", "b")], tokens={"a"}).value
    'partly filled'
    """
    held = [part for part in parts if part.token in tokens]
    if not held:
        return Filled.EMPTY
    return Filled.FILLED if len(held) == len(parts) else Filled.PARTLY


def verdict(held: Collection[Held]) -> str:
    """What may be said of a report: how much is held, and never that it is compliant from memory.

    >>> verdict([])
    'Nothing is asked of this report.'
    """
    if not held:
        return "Nothing is asked of this report."
    filled = sum(1 for each in held if each.filled is Filled.FILLED)
    memory = sum(1 for each in held if each.asked.status == "M")
    words = f"{filled} of {len(held)} items filled."
    if memory:
        return (
            f"{words} Not checked: {memory} of the {len(held)} rules are from memory, "
            "so nobody can say whether this report does all that it must."
        )
    if filled < len(held):
        return f"{words} The report does not hold all that it must."
    return f"{words} Every rule was read restated or at its source."


def _held(item: Item, asked: Asked, tokens: Collection[str]) -> Held:
    return Held(
        item=item,
        asked=asked,
        filled=how_far(item.parts, tokens=tokens),
        has=tuple(part for part in item.parts if part.token in tokens),
        lacks=tuple(part for part in item.parts if part.token not in tokens),
    )


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(data.text_of(data.REQUIRED))
    return read


def _guidance(each: Mapping[str, Any]) -> Guidance:
    return Guidance(
        key=each["key"],
        title=each["title"],
        editions=tuple(each["guidance"]),
        publisher=each["publisher"],
        publisher_status=each["publisher_status"],
        deadline=each["deadline"],
        deadline_status=each["deadline_status"],
        sent_to=tuple(SentTo(**one) for one in each["sent_to"]),
    )


def _item(each: Mapping[str, Any], number: int) -> Item:
    asked = {
        key: Asked(How(one["how"]), one["status"], one.get("where", ""))
        for key, one in each["asked"].items()
    }
    parts = tuple(Part(**one) for one in each["parts"])
    return Item(each["key"], number, each["words"], Role(each["holder"]), asked, parts)
