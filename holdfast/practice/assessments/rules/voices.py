"""The child's own words and pictures, who has seen the child, and whose copy may say what. Pure.

Three Houses: worries, good things, dreams (Nicki Weld and Maggie Greening; used with Signs of
Safety, in Southwark from October 2012; L). Seen and seen alone: Working Together 2010 and 2013,
chapters 5 and 1 (V2).
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum


class House(StrEnum):
    WORRIES = "worries"
    GOOD = "good_things"
    DREAMS = "dreams"
    OTHER = "other"


WORDS: Mapping[House, str] = {
    House.WORRIES: "House of worries",
    House.GOOD: "House of good things",
    House.DREAMS: "House of dreams",
    House.OTHER: "Other words",
}

DRAWN = {"image/png": "PNG", "image/jpeg": "JPEG"}
"""Kinds of picture that are kept: they run nothing when they are shown."""


class Seen(StrEnum):
    ALONE = "alone"
    WITH_OTHERS = "with_others"
    NOT_SEEN = "not_seen"


SEEN_WORDS: Mapping[Seen, str] = {
    Seen.ALONE: "Seen alone",
    Seen.WITH_OTHERS: "Seen, with others there",
    Seen.NOT_SEEN: "Not seen",
}


def needs_reason(seen: Seen) -> bool:
    """Whoever did not see a child alone says why: it may be right, and it must be known."""
    return seen is not Seen.ALONE


def age_words(since: date, *, on: date) -> str:
    """Return how old a fact is, in the words of a conversation.

    >>> on = date(2013, 6, 28)
    >>> [age_words(since, on=on) for since in (date(2012, 6, 1), date(2013, 6, 20), on)]
    ['12 months old', '8 days old', 'of today']
    """
    days = (on - since).days
    if days <= 0:
        return "of today"
    if days < 14:
        return f"{days} day{'s' if days != 1 else ''} old"
    if days < 60:
        return f"{days // 7} weeks old"
    months = (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
    return f"{months} months old" if months < 24 else f"{months // 12} years old"


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """Return which of these forenames stand in a text, as whole words.

    >>> names_in("Archie's cot is in Leah’s room.", ["Archie", "Leah", "Ar"])
    ['Archie', 'Leah']
    """
    return [
        one for one in names if one and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text, re.I)
    ]


def without(text: str, names: Iterable[str]) -> tuple[str, list[str]]:
    """Return a text without the paragraphs that name somebody, and whom they name.

    >>> without("The flat is damp.\\nArchie’s cough is worse.", ["Archie"])
    ('The flat is damp.', ['Archie'])
    """
    kept, named = [], []
    wanted = list(names)
    for paragraph in text.split("\n"):
        found = names_in(paragraph, wanted)
        if found:
            named.append(" and ".join(found))
        else:
            kept.append(paragraph)
    return "\n".join(kept).strip(), named
