"""Who may be the child asked for: why each is offered, in words, and never a percentage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.likeness import Run
from holdfast.practice.children.rules.matching import Level, Likeness


@dataclass(frozen=True)
class Found:
    heading: str
    url: str
    caption: str
    likely: bool
    typed: Sequence[Run]
    held: Sequence[Run]
    why: str
    against: str
    not_known: str


def found_of(matches: Sequence[tuple[Child, Likeness]], *, on: date) -> list[Found]:
    return [_found(child, like, on) for child, like in matches]


def _found(child: Child, like: Likeness, on: date) -> Found:
    shown = child.merged_into or child
    born = f"born {day_words(child.born_on)}" if child.born_on else ""
    joined = f"joined to {shown.record.reference}" if child.merged_into else ""
    worker = child.worker.title if child.worker else "nobody allocated"
    parts = (child.record.reference, born, child.school, worker, joined)
    return Found(
        heading=f"{child.known_as}, {child.age_words(on=on)}",
        url=reverse("children:record", args=[shown.record.reference]),
        caption=" · ".join(part for part in parts if part),
        likely=like.level is Level.LIKELY,
        typed=like.typed,
        held=like.held,
        why=sentence(like.reasons),
        against=sentence(like.against),
        not_known=", ".join(like.not_known),
    )


def sentence(reasons: Sequence[str]) -> str:
    """Reasons as one sentence without its stop.

    >>> sentence(["same day of birth", "surname one letter out"])
    'Same day of birth, surname one letter out'
    """
    said = ", ".join(reasons)
    return said[:1].upper() + said[1:]


def result_words(found: Sequence[Found]) -> str:
    """What a search came to, said before the list."""
    likely = sum(one.likely for one in found)
    if not found:
        return "No child here is like that. Look at the spelling once more, or open a record."
    more = f", {likely} likely" if likely else ", none likely"
    return f"{plural(len(found), 'child is', 'children are')} like that{more}."
