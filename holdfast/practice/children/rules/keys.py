"""The keys under which a child can be found: by sound, by birth, by place, by number. Pure.

A search reads only the rows that share a key with what was typed, so its cost grows with how
common a key is and not with how many children there are.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from holdfast.practice.children.rules.likeness import fold, sounds_of, words_of


class Key(StrEnum):
    """What a key is made of. `WEIGHT` says how much sharing it tells."""

    NUMBER = "n"
    BIRTH = "b"
    BOTH_NAMES = "f"
    SURNAME_YEAR = "y"
    FORENAME_YEAR = "g"
    PLACE_FORENAME = "p"
    SURNAME = "s"
    LETTERS = "l"


WEIGHT = {
    Key.NUMBER: 100,
    Key.BIRTH: 8,
    Key.BOTH_NAMES: 8,
    Key.SURNAME_YEAR: 4,
    Key.FORENAME_YEAR: 3,
    Key.PLACE_FORENAME: 6,
    Key.SURNAME: 1,
    Key.LETTERS: 1,
}
ALONE = frozenset({Key.SURNAME, Key.LETTERS})
"""Keys that many share: they are read only when nothing else was typed."""


def normal_postcode(typed: str) -> str:
    """Return a postcode without spaces, in capitals.

    >>> normal_postcode(" se5 0xx ")
    'SE50XX'
    """
    return re.sub(r"[^A-Z0-9]", "", typed.upper())


def swapped(born_on: date) -> date | None:
    """Return the date with its day and month the other way round, where there is one."""
    if born_on.day > 12 or born_on.day == born_on.month:
        return None
    return date(born_on.year, born_on.day, born_on.month)


def keys_of(
    *,
    names: Iterable[tuple[str, str]],
    born_on: date | None = None,
    postcodes: Iterable[str] = (),
    numbers: Iterable[str] = (),
) -> frozenset[str]:
    """Return every key of one child, or of what was typed of one. Names are forename, surname."""
    found = {f"{Key.NUMBER}:{number}" for number in numbers}
    for forename, surname in names:
        found.update(_of_a_name(forename, surname, born_on))
        first = next(iter(words_of(forename)), "")
        found.update(
            f"{Key.PLACE_FORENAME}:{normal_postcode(place)}{fold(first)[:1]}"
            for place in postcodes
            if normal_postcode(place)
        )
    if born_on is not None:
        found.add(f"{Key.BIRTH}:{born_on:%Y%m%d}")
        other = swapped(born_on)
        if other is not None:
            found.add(f"{Key.BIRTH}:{other:%Y%m%d}")
    return frozenset(key[:40] for key in found)


def _of_a_name(forename: str, surname: str, born_on: date | None) -> Iterator[str]:
    first = next(iter(words_of(forename)), "")
    for last in words_of(surname):
        yield f"{Key.LETTERS}:{fold(last)[:4]}"
        for sound in sounds_of(last):
            yield f"{Key.SURNAME}:{sound}"
            if born_on is not None:
                yield f"{Key.SURNAME_YEAR}:{sound}{born_on.year}"
            for given in sounds_of(first):
                yield f"{Key.BOTH_NAMES}:{'.'.join(sorted((sound, given)))}"
    if first and born_on is not None:
        for given in sounds_of(first):
            yield f"{Key.FORENAME_YEAR}:{given}{born_on:%Y%m}"
