"""Children like the one told of, each with what agrees, what does not, and what is not known."""

from collections.abc import Sequence
from datetime import date

from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.matching import Level, Likeness

LEVELS = {Level.LIKELY: "Likely", Level.POSSIBLE: "Possible"}


def offered(found: Sequence[tuple[Child, Likeness]], *, on: date) -> list[tuple[Child, str]]:
    """Return each child with the words of its choice. No number is shown: a person decides."""
    return [(child, _words(child, likeness, on=on)) for child, likeness in found]


def _words(child: Child, likeness: Likeness, *, on: date) -> str:
    who = f"{child.known_as}, {child.age_words(on=on)}, {child.record.reference}"
    agrees = "; ".join(likeness.reasons)
    against = f" Against it: {'; '.join(likeness.against)}." if likeness.against else ""
    unknown = f" Not known: {'; '.join(likeness.not_known)}." if likeness.not_known else ""
    return f"{who}. {LEVELS[likeness.level]}: {agrees}.{against}{unknown}"
