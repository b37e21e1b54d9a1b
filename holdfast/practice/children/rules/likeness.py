"""How alike two names and two dates of birth are, by letters and by sound. Pure.

Never a percentage, and nothing is linked by itself: a person decides.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache
from itertools import permutations

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein, Indel, JaroWinkler

TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "mx", "rev", "prof"})
MOST_WORDS = 4


class Grade(IntEnum):
    """How close two words are. Lower is closer."""

    SAME = 0
    SOUNDS = 1
    NEAR = 2
    FAR = 3


@dataclass(frozen=True)
class Run:
    """A stretch of letters, and whether it differs from the other spelling."""

    text: str
    differs: bool


def _fold(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter).casefold()
    return plain[0] if plain and plain[0].isalnum() else letter.casefold()[:1] or letter


def fold(word: str) -> str:
    """Lower case without accents, letter for letter, so that positions stay the same."""
    return word.lower() if word.isascii() else "".join(_fold(letter) for letter in word)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without titles and marks, at most four (first ones and the last)."""
    found = [w for w in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", name) if fold(w) not in TITLES]
    return tuple(found if len(found) <= MOST_WORDS else [*found[: MOST_WORDS - 1], found[-1]])


def letters_out(one: str, other: str) -> int:
    return DamerauLevenshtein.distance(fold(one), fold(other))


@lru_cache(maxsize=4096)
def _sound(word: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", fold(word)).encode("ascii", "ignore").decode()
    return (jellyfish.metaphone(plain), jellyfish.soundex(plain)) if plain else ("", "")


def sounds_of(word: str) -> tuple[str, ...]:
    """The keys under which a word is found by sound, by two ways of hearing it."""
    return tuple(dict.fromkeys(sound for sound in _sound(word) if sound))


def grade(one: str, other: str) -> Grade:
    """How close two words are, by letters and by sound; the same either way round."""
    a, b = fold(one), fold(other)
    if a == b:
        return Grade.SAME
    out = letters_out(one, other)
    like = min(JaroWinkler.similarity(a, b), JaroWinkler.similarity(b, a))
    sound_a, sound_b = _sound(one), _sound(other)
    if sound_a[0] and sound_a[0] == sound_b[0] and out <= 3 and like >= 0.75:
        return Grade.SOUNDS
    longest = max(len(a), len(b))
    typo = out == 1 and longest >= 4 and sound_a[1] == sound_b[1] and sound_a[1] != ""
    if typo:
        return Grade.SOUNDS
    short = min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))
    near = (out <= 1 and longest >= 4) or (out <= min(3, longest // 2) and like >= 0.8)
    if short or near:
        return Grade.NEAR
    return Grade.FAR


def _pairings(a: tuple[str, ...], b: tuple[str, ...]) -> list[list[tuple[int, int]]]:
    if len(a) > len(b):
        return [[(j, i) for i, j in pairs] for pairs in _pairings(b, a)]
    return [list(enumerate(chosen)) for chosen in permutations(range(len(b)), len(a))]


@dataclass(frozen=True)
class Aligned:
    """The best pairing of two names' words."""

    pairs: tuple[tuple[int, int], ...]
    grades: tuple[Grade, ...]
    out: tuple[int, ...]

    @property
    def rank(self) -> tuple[tuple[int, ...], int]:
        return tuple(sorted(self.grades, reverse=True)), sum(self.out)


def align(typed: tuple[str, ...], held: tuple[str, ...]) -> Aligned:
    """Pair the words of two names so that the worst pair is as good as can be."""
    best: Aligned | None = None
    for pairs in _pairings(typed, held):
        ordered = tuple(sorted(pairs))
        found = Aligned(
            ordered,
            tuple(grade(typed[i], held[j]) for i, j in ordered),
            tuple(letters_out(typed[i], held[j]) for i, j in ordered),
        )
        if best is None or found.rank < best.rank:
            best = found
    return best or Aligned((), (), ())


class Birth(StrEnum):
    UNKNOWN = "unknown"
    SAME = "same"
    SLIP = "slip"
    DIFFERENT = "different"


def births(one: date | None, other: date | None) -> Birth:
    """Compare two dates of birth; a slip is day and month swapped, or one figure out."""
    if one is None or other is None:
        return Birth.UNKNOWN
    if one == other:
        return Birth.SAME
    a, b = f"{one:%Y%m%d}", f"{other:%Y%m%d}"
    swapped = one.year == other.year and (one.day, one.month) == (other.month, other.day)
    return (
        Birth.SLIP
        if swapped or sum(x != y for x, y in zip(a, b, strict=True)) == 1
        else (Birth.DIFFERENT)
    )


def runs(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both spellings cut into stretches that agree and stretches that differ."""
    mine: list[Run] = []
    theirs: list[Run] = []
    for op in Indel.opcodes(fold(one), fold(other)):
        differs = op.tag != "equal"
        if op.src_start < op.src_end:
            mine.append(Run(one[op.src_start : op.src_end], differs))
        if op.dest_start < op.dest_end:
            theirs.append(Run(other[op.dest_start : op.dest_end], differs))
    return tuple(mine), tuple(theirs)
