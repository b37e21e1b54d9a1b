"""Do the words of a copy say what was withheld from it. Pure; a local safeguard (L).

It finds runs of the withheld words, however they are spaced, cased or punctuated, and any number
or unusual long word that occurs in a withheld fact and in none that is given. It cannot find what
is said in other words: the author still reads the copy.
"""

import re
import unicodedata
from collections.abc import Iterable

RUN = 4
"""Words in a row that are no accident."""
WORD = re.compile(r"[^\W_]+")
LONG = 11
"""Letters: a rarer word of a fact that is held back tells too much."""
TELLING = re.compile(r"^(?=.*\d)[^\W_]{4,}$")
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")


def words_of(text: str) -> list[str]:
    """Return the words of a text, without accents, case or invisible letters.

    >>> words_of("Zoë’s  ca\\u200bfé, 12B")
    ['zoe', 's', 'cafe', '12b']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return WORD.findall("".join(kept))


def said(text: str, *, withheld: str, given: Iterable[str] = ()) -> str:
    """Return the words with which a text says a withheld fact, or nothing.

    >>> said("She said an adult who visits is known.", withheld="An adult, who visits, drinks.")
    'an adult who visits'
    """
    mine, theirs = words_of(text), words_of(withheld)
    open_ = words_of(" ".join(given))
    run = _run(mine, theirs, open_)
    if run:
        return run
    known = set(open_)
    telling = [w for w in theirs if w not in known and (len(w) >= LONG or TELLING.match(w))]
    found = next((word for word in telling if word in set(mine)), "")
    return found or _postcode(mine, theirs, open_)


def _postcode(mine: list[str], theirs: list[str], given: list[str]) -> str:
    held = {one.replace(" ", "") for one in POSTCODE.findall(" ".join(theirs))}
    known = "".join(given)
    text = "".join(mine)
    return next((one for one in sorted(held) if one in text and one not in known), "")


def _run(mine: list[str], theirs: list[str], given: list[str]) -> str:
    size = min(RUN, len(theirs))
    if not size:
        return ""
    held = {tuple(theirs[at : at + size]) for at in range(len(theirs) - size + 1)}
    held -= {tuple(given[at : at + size]) for at in range(len(given) - size + 1)}
    for at in range(len(mine) - size + 1):
        if tuple(mine[at : at + size]) in held:
            return " ".join(mine[at : at + size])
    return ""
