"""What may be shown of an anonymous staff survey. Pure.

Fewer than six answers are not shown, and neither is what would give them away: the rule of the
Department for Education for counts from 1 to 5 (V), applied here as a local standard (L).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"
    DO_NOT_KNOW = "do not know"


LEAST = 6
Counts = Mapping[Answer, int]


@dataclass(frozen=True)
class Cell:
    """One agency's staff on one standard. `answered` is None where it is not shown."""

    answered: int | None
    agree: int | None

    @property
    def words(self) -> str:
        if self.answered is None:
            return "fewer than 6, or hidden with one that is"
        if self.answered == 0:
            return "nobody answered"
        return f"{self.agree}% agree of {self.answered}"


def cells(counts: Mapping[str, Counts], hidden: Iterable[str]) -> dict[str, Cell]:
    """Return what is shown of each agency on one standard. `hidden` names what may not be."""
    kept_back = set(hidden)
    return {agency: _cell(found, hide=agency in kept_back) for agency, found in counts.items()}


def _cell(counts: Counts, *, hide: bool) -> Cell:
    answered = sum(counts.values())
    if hide or 0 < answered < LEAST:
        return Cell(None, None)
    return Cell(answered, counts.get(Answer.AGREE, 0) * 100 // answered if answered else None)
