"""How long each class of record is kept, and on whose word. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Retention:
    code: str
    words: str
    source: str
    status: str
    """V read in the source, V2 restated by others, M from memory, L local."""


CLASSES = {
    kept.code: kept
    for kept in [
        Retention(
            "allegation",
            "Until the adult's normal pension age, or 10 years if that is longer",
            "Child protection procedures restating the employer's duty to keep a record",
            "V2",
        ),
        Retention(
            "allegation_advice",
            "10 years after the advice was given",
            "Set by the partnership",
            "L",
        ),
        Retention("board", "10 years after the year it belongs to", "Set by the partnership", "L"),
        Retention(
            "child_protection",
            "75 years from the child's birth",
            "Set by the partnership; to be confirmed with its information lead",
            "L",
        ),
        Retention(
            "early_help",
            "6 years after early help ended",
            "Set by the partnership; to be confirmed with its information lead",
            "L",
        ),
    ]
}
