"""What one line typed in the room means: its first letter says what kind of minute it is. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    TEXT = "text"
    DECISION = "decision"
    ACTION = "action"
    CHALLENGE = "challenge"


LETTERS = {"d": NoteKind.DECISION, "a": NoteKind.ACTION, "c": NoteKind.CHALLENGE}
"""`d `, `a ` or `c ` before the words. An article is written with a capital: "A letter came"."""


@dataclass(frozen=True)
class Typed:
    kind: NoteKind
    text: str


def read_line(line: str, *, chosen: str = "") -> Typed:
    """
    Return what a line says. A kind that was chosen outright is believed before the letter.

    >>> read_line("d Adopt the neglect strategy")
    Typed(kind=<NoteKind.DECISION: 'decision'>, text='Adopt the neglect strategy')
    >>> read_line("A letter was read").kind
    <NoteKind.TEXT: 'text'>
    """
    text = line.strip()
    if chosen:
        return Typed(NoteKind(chosen), text)
    letter, space, rest = text.partition(" ")
    if space and letter in LETTERS and rest.strip():
        return Typed(LETTERS[letter], rest.strip())
    return Typed(NoteKind.TEXT, text)
