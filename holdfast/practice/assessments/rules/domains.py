"""The three sides of the assessment triangle, what is asked on each, and the analysis.

Framework for the Assessment of Children in Need and their Families (2000), chapter 2: the twenty
dimensions (status M: known from memory, to be checked against the document). The analysis is the
partnership's own (L); its first three questions are those of Signs of Safety.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FRAMEWORK = "Framework for the Assessment of Children in Need and their Families 2000, chapter 2"


@dataclass(frozen=True)
class Side:
    """One side: its key, its title, and the dimensions with the words they are asked by."""

    key: str
    title: str
    dimensions: Mapping[str, str]
    source: str
    status: str


SIDES: Mapping[str, Side] = {
    side.key: side
    for side in (
        Side(
            "needs",
            "The child’s developmental needs",
            {
                "health": "Health",
                "education": "Education",
                "emotional": "Emotional and behavioural development",
                "identity": "Identity",
                "relationships": "Family and social relationships",
                "presentation": "Social presentation",
                "self_care": "Self-care skills",
            },
            FRAMEWORK,
            "M",
        ),
        Side(
            "parenting",
            "Parenting capacity",
            {
                "basic_care": "Basic care",
                "safety": "Ensuring safety",
                "warmth": "Emotional warmth",
                "stimulation": "Stimulation",
                "guidance": "Guidance and boundaries",
                "stability": "Stability",
            },
            FRAMEWORK,
            "M",
        ),
        Side(
            "surroundings",
            "Family and surroundings",
            {
                "history": "Family history and functioning",
                "wider_family": "Wider family",
                "housing": "Housing",
                "employment": "Employment",
                "income": "Income",
                "integration": "Family’s social integration",
                "community": "Community resources",
            },
            FRAMEWORK,
            "M",
        ),
        Side(
            "analysis",
            "Analysis",
            {
                "worries": "What are we worried about?",
                "good": "What is going well?",
                "unknown": "What do we not know?",
                "parents": "What do the parents say to this?",
                "meaning": "What does it mean for the child, and what has to change?",
            },
            "The partnership's own procedure",
            "L",
        ),
    )
}

DIMENSIONS = {key: words for side in SIDES.values() for key, words in side.dimensions.items()}
EVERYBODY = ""
"""The key under which a text is about every child of the group."""

MEANING = "meaning"
"""The one dimension without which a manager cannot decide."""


def child_key(number: int) -> str:
    """Return the key of one child within the assessment.

    >>> child_key(2)
    'child-2'
    """
    return f"child-{number}"
