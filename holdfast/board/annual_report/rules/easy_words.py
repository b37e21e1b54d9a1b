"""
How easily a text reads: mean words in a sentence, and the share of long words. Pure.

The limits are the board's own (status L). They follow the common advice on plain English, a
sentence of 15 to 20 words; they measure no reading age and say nothing of whether it is true.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST_WORDS: Final = 14
"""A family edition's sentences have at most this many words on average. Local (L)."""
LONGEST_SENTENCE: Final = 22
"""No sentence of a family edition has more words than this. Local (L)."""
LONG_WORD: Final = 9
"""A word of this many letters or more is long. Local (L)."""
MOST_LONG: Final = 12
"""At most this share of the words is long, in per cent. Local (L)."""

WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ENDS: Final = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][”’)])\s+")


@dataclass(frozen=True)
class Reading:
    """How one text reads. Shares are in per cent, rounded to whole numbers."""

    words: int
    sentences: int
    mean: float
    long_share: int
    too_long: tuple[str, ...]

    @property
    def easy(self) -> bool:
        return (
            self.words > 0
            and self.mean <= MOST_WORDS
            and self.long_share <= MOST_LONG
            and not self.too_long
        )

    @property
    def why(self) -> str:
        """Why it is or is not easy, for the author."""
        if not self.words:
            return "There is nothing to read."
        return (
            f"{_several(self.words, 'word')} in {_several(self.sentences, 'sentence')}: "
            f"{self.mean:.1f} words in a sentence (at most {MOST_WORDS}), {self.long_share}% long "
            f"words (at most {MOST_LONG}%), {_several(len(self.too_long), 'sentence')} over "
            f"{LONGEST_SENTENCE} words."
        )


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def sentences_of(text: str) -> list[str]:
    """
    The sentences of a text, as a full stop, question or exclamation mark ends them.

    >>> sentences_of("We asked. You said no!")
    ['We asked.', 'You said no!']
    >>> sentences_of("They said: “Listen.” We did.")
    ['They said: “Listen.”', 'We did.']
    """
    return [each.strip() for each in ENDS.split(text) if WORD.search(each)]


def reading(texts: Iterable[str]) -> Reading:
    """
    How several texts read together; each begins a sentence of its own.

    >>> reading(["We met. You spoke."]).mean
    2.0
    """
    sentences = [each for text in texts for each in sentences_of(text)]
    counted = [WORD.findall(each) for each in sentences]
    words = [word for found in counted for word in found]
    if not words:
        return Reading(0, 0, 0.0, 0, ())
    long = sum(1 for word in words if len(word) >= LONG_WORD)
    over = tuple(
        sentence
        for sentence, found in zip(sentences, counted, strict=True)
        if len(found) > LONGEST_SENTENCE
    )
    return Reading(
        words=len(words),
        sentences=len(sentences),
        mean=len(words) / len(sentences),
        long_share=round(100 * long / len(words)),
        too_long=over,
    )
