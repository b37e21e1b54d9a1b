"""What a professional referrer reads: decision, reason, next step, how to disagree. Pure.

Only the referrer's own words and the decision stand in it: nothing that an agency said, who
answered or refused, nor a fact marked for the hub alone. The words are local (L).
"""

from holdfast.engines.copies.rules.paper import Letter, Section, Words
from holdfast.practice.front_door.rules.law import TOLD_WORDS, Decision


def decision_letter(
    *,
    about: str,
    told_on: str,
    to: str,
    decision: Decision,
    reason: str,
    next_step: str,
    disagree_by: str,
) -> Letter:
    """Return the letter for a professional who referred."""
    parts = [
        ("What we decided", TOLD_WORDS[decision]),
        ("Why", reason.strip() or "Ask us: we can tell you more by telephone."),
        ("What happens next", next_step.strip() or "Nothing more from us for now."),
        ("If you disagree", f"Press “I disagree”, or ring the hub’s manager, by {disagree_by}."),
    ]
    return Letter(
        title=f"Your referral about {about}, {told_on}"[:200],
        to=to,
        sections=(
            Section("Thank you", (Words("You were right to tell us."),)),
            *(Section(head, (Words(words),)) for head, words in parts),
        ),
        foot="For its reader alone. What agencies said is not in it.",
    )
