"""What changed between two copies for one reader, line by line. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Mark(StrEnum):
    SAME = "same"
    ADDED = "added"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True)
class Line:
    mark: Mark
    text: str


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[Line, ...]:
    """Return every line of both, marked.

    >>> [f"{line.mark}: {line.text}" for line in changes(["a", "b"], ["a", "c"])]
    ['same: a', 'taken out: b', 'added: c']
    """
    found: list[Line] = []
    matched = SequenceMatcher(a=list(before), b=list(after), autojunk=False)
    for kind, start, end, first, last in matched.get_opcodes():
        if kind == "equal":
            found += [Line(Mark.SAME, text) for text in after[first:last]]
            continue
        found += [Line(Mark.TAKEN_OUT, text) for text in before[start:end]]
        found += [Line(Mark.ADDED, text) for text in after[first:last]]
    return tuple(found)
