"""What an assessment can come to, for each child on its own, and what the census calls it.

The words are the partnership's (L); reasons for closure RC8 and RC9 are the census's (V).
"""

from collections.abc import Mapping
from enum import StrEnum

from holdfast.practice.assessments.rules.editions import Kind


class Outcome(StrEnum):
    NO_ACTION = "no_further_action"
    EARLY_HELP = "early_help"
    CORE = "core_assessment"
    IN_NEED = "child_in_need_plan"
    STRATEGY = "strategy_discussion"
    LOOKED_AFTER = "looked_after_or_court"
    OTHER_AREA = "another_area"
    PRIVATE_FOSTERING = "private_fostering"


WORDS: Mapping[Outcome, str] = {
    Outcome.NO_ACTION: "Close: no further action by children’s services",
    Outcome.EARLY_HELP: "Close: early help takes over",
    Outcome.CORE: "Go on to a core assessment",
    Outcome.IN_NEED: "Child in need plan",
    Outcome.STRATEGY: "Strategy discussion",
    Outcome.LOOKED_AFTER: "Looked after, or legal advice",
    Outcome.OTHER_AREA: "Another area takes over",
    Outcome.PRIVATE_FOSTERING: "Watch over a private fostering arrangement",
}

CLOSES: Mapping[Outcome, str] = {
    Outcome.NO_ACTION: "RC8",
    Outcome.EARLY_HELP: "RC9",
    Outcome.OTHER_AREA: "RC5",
}
"""Outcomes that end the census's episode of need, with its reason for closure."""

NEXT: Mapping[Outcome, str] = {
    Outcome.EARLY_HELP: "Hand over to early help with the family’s agreement",
    Outcome.CORE: "Begin the core assessment",
    Outcome.IN_NEED: "Write the child in need plan with the family",
    Outcome.STRATEGY: "Call the strategy discussion today",
    Outcome.LOOKED_AFTER: "Take legal advice",
    Outcome.OTHER_AREA: "Send it to the other area and keep proof of its answer",
    Outcome.PRIVATE_FOSTERING: "Open or go on with the private fostering record",
}
"""The step that is suggested next. Nothing happens by itself."""


def offered(kind: Kind) -> tuple[Outcome, ...]:
    """Return the outcomes a kind can have: only an initial assessment leads to a core one.

    >>> Outcome.CORE in offered(Kind.SINGLE)
    False
    """
    return tuple(one for one in Outcome if one is not Outcome.CORE or kind is Kind.INITIAL)


def factor_doubt(outcome: Outcome, codes: frozenset[str]) -> str:
    """Return what does not fit between factors and outcome, in words; nothing when all is well.

    An episode of one assessment that found no factor should close as RC8 or RC9 (census rule, V).

    >>> factor_doubt(Outcome.IN_NEED, frozenset({"none"}))[:30]
    'No factor was found, and the o'
    """
    if codes == {"none"} and CLOSES.get(outcome) not in {"RC8", "RC9"}:
        return (
            "No factor was found, and the outcome is not to close. The census will ask why: "
            "look at the factors again."
        )
    return ""
