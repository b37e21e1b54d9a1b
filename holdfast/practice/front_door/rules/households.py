"""Is this the same household? An address written two ways, a surname that sounds the same. Pure.

Local (L): a match is offered with its reasons and a person decides. Never a score.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.practice.children.rules.likeness import fold, sounds_of, words_of

SHORT = {
    "road": "rd", "street": "st", "saint": "st", "avenue": "ave", "av": "ave", "close": "cl",
    "court": "ct", "drive": "dr", "lane": "ln", "gardens": "gdns", "garden": "gdns",
    "square": "sq", "terrace": "ter", "place": "pl", "house": "hse", "buildings": "bldgs",
    "building": "bldgs", "crescent": "cres", "grove": "gr", "mansions": "mans",
}  # fmt: skip
LEFT_OUT = frozenset({"flat", "apartment", "apt", "no", "number", "the", "london", "unit"})


POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")


def home_key(address: str) -> str:
    """Return an address in one spelling: numbers and street, without what people add.

    >>> home_key("Flat 3, 12 Saint Giles Road, London SE5 0XX"), home_key("3/12 St. Giles Rd")
    ('3 12 st giles rd', '3 12 st giles rd')
    """
    plain = POSTCODE.sub(" ", fold(address)).replace("’", "").replace("'", "")
    words = [SHORT.get(word, word) for word in re.findall(r"\d+[a-z]?|[a-z]+", plain)]
    return " ".join(word for word in words if word not in LEFT_OUT)[:120]


@dataclass(frozen=True)
class Told:
    """What one report says of its household."""

    home: str
    postcode: str
    surnames: tuple[str, ...]
    births: frozenset[date]


def plain_surname(name: str) -> str:
    """Return a surname without the O’ and Mc that people leave out.

    >>> plain_surname("O'Reilly"), plain_surname("McKay"), plain_surname("Rielly")
    ('reilly', 'kay', 'rielly')
    """
    bare = re.sub(r"[^a-z]", "", fold(name))
    apart = re.match(r"^o['’ ]", fold(name).strip())
    if apart:
        return bare[1:]
    return re.sub(r"^(mc|mac)(?=[a-z]{3})", "", bare)


def same_sound(one: str, other: str) -> bool:
    """Say whether two surnames sound the same, with or without O’ and Mc."""
    a, b = plain_surname(one), plain_surname(other)
    return bool(a and b) and (a == b or bool(set(sounds_of(a)) & set(sounds_of(b))))


def reasons(new: Told, earlier: Told) -> tuple[str, ...]:
    """Return why two reports are likely of one household, in words, or nothing.

    Two things must agree: an address or a day of birth, and a second one beside it.
    """
    found: list[str] = []
    if new.births & earlier.births:
        found.append("same day of birth")
    same_code = bool(new.postcode) and new.postcode == earlier.postcode
    if new.home and new.home == earlier.home:
        found.append("same address")
    elif same_code:
        found.append("same postcode")
    pairs = [(a, b) for a in new.surnames for b in earlier.surnames]
    if any(fold(a) == fold(b) for a, b in pairs):
        found.append("same surname")
    elif any(same_sound(a, b) for a, b in pairs):
        found.append("surname sounds the same")
    anchored = {"same day of birth", "same address"} & set(found)
    return tuple(found) if anchored and len(found) > 1 else ()


def sounds(surnames: Iterable[str]) -> Sequence[str]:
    """Return the keys under which a household is looked for by its surnames."""
    found = {s for name in surnames for word in words_of(name) for s in sounds_of(word)}
    found |= {s for name in surnames for s in sounds_of(plain_surname(name))}
    return sorted(found)
