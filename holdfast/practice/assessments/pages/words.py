"""The room's words: titles, steps of the story, how a child was seen."""

from collections.abc import Iterable
from datetime import date

from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Entry, Status, gap_words, met, nothing, soon
from holdfast.practice.assessments.models import Assessment, AssessmentChild, Sighting
from holdfast.practice.assessments.rules import editions, voices
from holdfast.practice.assessments.rules.editions import Kind

HEADS = {
    "answer_fact": "Known fact.",
    "authorise": "Authorised.",
    "convert": "Converted.",
    "explain_lateness": "Why it is late.",
    "find_factors": "Factors.",
    "hand_over": "Handed over.",
    "keep_copy": "Copy made.",
    "note": "Entry.",
    "propose_outcome": "Outcome.",
    "review": "Manager’s look.",
    "send_back": "Sent back.",
    "start": "Begun.",
    "stop": "Stopped.",
    "submit": "To the manager.",
    "visit": "Visit.",
    "voice": "The child’s words.",
    "write_side": "Written.",
}
"""What a step is called in the story."""


def names_of(rows: Iterable[AssessmentChild]) -> str:
    """
    The children in one line: Leah Sorrell and Archie Sorrell.
    """
    names = [row.known_as for row in rows]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def title_of(assessment: Assessment) -> str:
    kind = editions.WORDS[Kind(assessment.kind)]
    return f"{kind} of {names_of(assessment.children.all())}"


def entry_of(step: Step) -> Entry:
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=HEADS.get(step.move, f"{step.move.replace('_', ' ').capitalize()}."),
        text=step.note,
        by=step.by.title,
        gap=gap_words(step.on, step.written_at),
    )


def seen_status(row: AssessmentChild, *, on: date) -> Status:
    """When the child was seen last, alone or not, as a shape and words."""
    seen = [s for s in row.sightings.all() if s.seen != voices.Seen.NOT_SEEN]
    if not seen:
        return nothing("Not seen yet")
    alone = [s for s in seen if s.seen == voices.Seen.ALONE]
    if alone:
        return met(f"Seen alone {day_words(alone[-1].on)}")
    return soon(f"Seen {day_words(seen[-1].on)}, not alone")


def sighting_words(sighting: Sighting) -> str:
    said = voices.SEEN_WORDS[voices.Seen(sighting.seen)]
    why = f" {sighting.why}" if sighting.why else ""
    return f"{said}, {sighting.place}, by {sighting.who}.{why}"
