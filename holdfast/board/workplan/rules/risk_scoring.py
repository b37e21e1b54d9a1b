"""A risk's score, its level and which way it moved. Pure; the scale is local (status L).

Likelihood and impact are each 1 to 5 and are multiplied: 15 and more is high, 8 to 14 medium.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.kernel.records.moves import Move, StateTable

LEAST, MOST = 1, 5
HIGH, MEDIUM = 15, 8
LIKELIHOOD = {1: "rare", 2: "unlikely", 3: "possible", 4: "likely", 5: "almost certain"}
IMPACT = {1: "slight", 2: "minor", 3: "moderate", 4: "major", 5: "severe"}


class RiskState(StrEnum):
    RAISED = "raised"
    SCORED = "scored"
    CONTROLLED = "controlled"
    CLOSED = "closed"


_S = RiskState
TABLE = StateTable(
    start=_S.RAISED.value,
    moves={
        "score": Move(frozenset({_S.RAISED}), _S.SCORED, "How likely, how bad (L)"),
        "rescore": Move(frozenset({_S.SCORED}), _S.SCORED, "The score changes, with a reason (L)"),
        "rescore_controlled": Move(frozenset({_S.CONTROLLED}), _S.CONTROLLED, "The same (L)"),
        "control": Move(
            frozenset({_S.SCORED, _S.CONTROLLED}), _S.CONTROLLED, "What keeps it down (L)"
        ),
        "close": Move(
            frozenset({_S.SCORED, _S.CONTROLLED}), _S.CLOSED, "Closed on assurance, in words (L)"
        ),
        "reopen": Move(frozenset({_S.CLOSED}), _S.SCORED, "It is back, for a reason (L)"),
    },
)


class Level(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class Scored:
    """A score on a day, and the reason for it."""

    likelihood: int
    impact: int
    on: date
    reason: str = ""

    @property
    def score(self) -> int:
        return self.likelihood * self.impact

    @property
    def level(self) -> Level:
        return level(self.score)

    @property
    def words(self) -> str:
        return f"{LIKELIHOOD[self.likelihood]} × {IMPACT[self.impact]}"


def level(score: int) -> Level:
    """
    Return the level of a score from 1 to 25.

    >>> [level(n).value for n in (7, 8, 14, 15)]
    ['low', 'medium', 'medium', 'high']
    """
    if score >= HIGH:
        return Level.HIGH
    return Level.MEDIUM if score >= MEDIUM else Level.LOW


@dataclass(frozen=True)
class Movement:
    """An arrow says direction alone; the words say what happened."""

    arrow: str
    words: str


def movement(scores: Sequence[Scored]) -> Movement:
    """
    Say which way a risk moved between its last two scores.

    >>> movement([Scored(4, 5, date(2012, 1, 9)), Scored(2, 5, date(2012, 4, 9))])
    Movement(arrow='↓', words='down from 20 to 10')
    """
    held = sorted(scores, key=lambda one: one.on)
    if not held:
        return Movement("", "not scored yet")
    if len(held) == 1:
        return Movement("→", "scored once")
    before, now = held[-2].score, held[-1].score
    if now == before:
        return Movement("→", f"unchanged at {now}")
    return (
        Movement("↑", f"up from {before} to {now}")
        if now > before
        else Movement("↓", f"down from {before} to {now}")
    )


def on_day(scores: Sequence[Scored], *, on: date) -> tuple[Scored, ...]:
    """Return the scores given by a day, oldest first."""
    return tuple(sorted((one for one in scores if one.on <= on), key=lambda one: one.on))
