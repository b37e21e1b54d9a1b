"""The written notice of a decision to the carer: what, why, what is asked, and how to appeal.

Children Act 1989, section 69 and schedule 8: a prohibition, a requirement or a refused consent is
given in writing, with its reason and the right of appeal (V for section 69; schedule 8: M).
What was not checked yet, and what is known of anybody else, stays in the record.
"""

from holdfast.kernel.actions.dated import day_words
from holdfast.practice.private_fostering.models import Decision
from holdfast.practice.private_fostering.rules import deciding

WHAT = {
    deciding.Decision.SUITABLE: "We have decided that the arrangement suits {child}.",
    deciding.Decision.REQUIREMENTS: (
        "We have decided that {child} may go on living with you if you keep to what follows."
    ),
    deciding.Decision.PROHIBITED: (
        "We prohibit you from fostering {child} privately at this address."
    ),
}


def notice(decision: Decision) -> list[str]:
    """Return the notice, paragraph by paragraph. Its reader is the carer and nobody else."""
    arrangement = decision.arrangement
    what = deciding.Decision(decision.decision)
    found = [f"{day_words(decision.on)}. {WHAT[what].format(child=arrangement.forename)}"]
    found += [f"{deciding.GROUND_WORDS[deciding.Ground(one)]}." for one in decision.grounds]
    for number, asked in enumerate(decision.requirements.all(), 1):
        by = f" By {day_words(asked.keep_by)}." if asked.keep_by else ""
        found.append(f"{number}. {asked.text}{by}")
    if decision.appeal_until:
        found.append(deciding.Right(_sentence(decision.why), decision.appeal_until).words())
    else:
        found.append(f"Reason: {_sentence(decision.why)}")
    found.append("We go on visiting. You, the child or a parent can ask us for a visit.")
    return found


def _sentence(words: str) -> str:
    kept = words.strip()
    return kept if kept.endswith((".", "!", "?")) else f"{kept}."
