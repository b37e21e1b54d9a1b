"""How a referrer disagrees with a decision: reasons, stages, who speaks with whom. Pure.

London Child Protection Procedures, part B1 chapter 11 (V) for the first stage; the later stages
and their days are local (L). Where a child may be in danger it goes straight to the top.
"""

from enum import StrEnum

STAGES = ("ESC.0", "ESC.1", "ESC.2", "ESC.3", "ESC.4")
STAGE_WORDS = (
    "Worker to worker",
    "Between named managers",
    "Between senior managers",
    "Between executives",
    "Before the independent chair",
)
LAST = len(STAGES) - 1


class Reason(StrEnum):
    THRESHOLD = "threshold"
    FACTS = "facts_not_weighed"
    DELAY = "too_slow"
    NEXT_STEP = "next_step"
    NOT_HEARD = "not_heard"


REASON_WORDS = {
    Reason.THRESHOLD: "The child needs more than was decided",
    Reason.FACTS: "Something we know was not weighed",
    Reason.DELAY: "It is too slow",
    Reason.NEXT_STEP: "The next step will not help",
    Reason.NOT_HEARD: "We were not told enough to know",
}


class Outcome(StrEnum):
    CHANGED = "changed"
    STANDS = "stands"
    WITHDRAWN = "withdrawn"


OUTCOME_WORDS = {
    Outcome.CHANGED: "The decision is looked at again",
    Outcome.STANDS: "The decision stands; we understand it now",
    Outcome.WITHDRAWN: "Taken back",
}


def next_stage(stage: int, *, danger: bool) -> int:
    """Return the stage a disagreement goes to: the next, or the last where a child is in danger.

    >>> next_stage(0, danger=False), next_stage(0, danger=True), next_stage(4, danger=False)
    (1, 4, 4)
    """
    return LAST if danger else min(stage + 1, LAST)
