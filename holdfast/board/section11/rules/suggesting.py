"""What to ask on challenge day, and whom to pair: by rule from the widest gaps. Pure, local (L).

The questions are suggestions with their reason. Nobody has to ask them, and nothing is learnt
from anybody's answers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

MOST_QUESTIONS = 3
SURVEY_GAP = 20
"""Points of per cent by which staff must differ from the grade before it is asked about."""


class Why(IntEnum):
    """Reasons to ask, the weightiest first where gaps are as wide."""

    PROMISE = 0
    MODERATED_DOWN = 1
    STAFF_DIFFER = 2
    EXPIRED = 3
    NO_EVIDENCE = 4
    NOT_KNOWN = 5


TEMPLATES: Mapping[Why, str] = {
    Why.PROMISE: "You promised: {detail}. What has been done, and what shows it?",
    Why.MODERATED_DOWN: (
        "On {where} you graded yourselves {detail} above what the panel found. What does the "
        "panel not see?"
    ),
    Why.STAFF_DIFFER: (
        "On {where} your grade says it is in place, and {detail} of your staff who answered "
        "agree. How do you explain the difference?"
    ),
    Why.EXPIRED: "On {where} your evidence has expired ({detail}). What shows it today?",
    Why.NO_EVIDENCE: "On {where} you claim the best grade and cite nothing. What shows it?",
    Why.NOT_KNOWN: "On {where} your return gives no grade. What do you need to know, and by when?",
}


@dataclass(frozen=True)
class Gap:
    """A reason to ask about a standard. `width` is comparable within one reason only."""

    why: Why
    standard: int
    where: str
    width: int
    detail: str = ""

    @property
    def question(self) -> str:
        return TEMPLATES[self.why].format(where=self.where, detail=self.detail)


def suggested(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return the three gaps to ask about first: each about another standard, in a fixed order."""
    chosen: list[Gap] = []
    ordered = sorted(gaps, key=lambda g: (g.why, -g.width, g.standard, g.where, g.detail))
    for gap in ordered:
        if len(chosen) < MOST_QUESTIONS and gap.standard not in {one.standard for one in chosen}:
            chosen.append(gap)
    return tuple(chosen)


@dataclass(frozen=True)
class Pair:
    """An agency, the peer it may learn from, and the standards where the peer is ahead."""

    agency: str
    peer: str
    standards: tuple[int, ...]


def paired(strength: Mapping[str, Mapping[int, int]]) -> tuple[Pair, ...]:
    """
    Suggest a peer for each agency: the one ahead of it in most standards.

    `strength` says for each agency how it stands on each standard: 0 to 2, absent where not
    known. An agency that nobody is ahead of has no peer. Names break ties, so that the same
    grades give the same pairs.
    """
    found = []
    for agency in sorted(strength):
        ahead = {
            peer: _ahead(strength[peer], strength[agency]) for peer in strength if peer != agency
        }
        best = min(ahead, key=lambda peer: (-len(ahead[peer]), peer), default="")
        if best and ahead[best]:
            found.append(Pair(agency, best, ahead[best]))
    return tuple(found)


def _ahead(peer: Mapping[int, int], mine: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(sorted(n for n in mine if n in peer and peer[n] > mine[n]))


def mean_gap(gaps: Sequence[float | None]) -> str:
    """
    Return how far self grades lie above moderated ones, in words, over what both graded.

    >>> mean_gap([1, 0, None, 1]), mean_gap([None]), mean_gap([0, -1])
    ('+0.67 of 3 graded', 'not graded twice', '−0.50 of 2 graded')
    """
    known = [one for one in gaps if one is not None]
    if not known:
        return "not graded twice"
    mean = sum(known) / len(known)
    sign = "+" if mean > 0 else "\N{MINUS SIGN}" if mean < 0 else ""
    return f"{sign}{abs(mean):.2f} of {len(known)} graded"
