"""Find a person, and write while they talk: what is found, what may be said, what will be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from holdfast.kernel.clock import freezing
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Status, nothing, running, soon
from holdfast.practice.allegations.models import Allegation, DutyTurn
from holdfast.practice.allegations.pages import standing, words
from holdfast.practice.allegations.rules import explain, law, letters, likeness
from holdfast.practice.children.rules.likeness import Run

DUTY_STARTS = "17:00"


@dataclass(frozen=True)
class Found:
    """One person offered, with why, and what the room knows that matters tonight."""

    pk: int
    field: str
    heading: str
    url: str
    caption: str
    likely: bool
    typed: Sequence[Run]
    held: Sequence[Run]
    said: str
    why: str
    not_known: str
    outcome: str
    owed: Sequence[tuple[Status, str]]


@dataclass(frozen=True)
class CallPage:
    """The whole page. `letter` is there once the right half holds enough to write it."""

    now: datetime
    began: str
    searched: bool
    result: str
    found: Sequence[Found]
    refer_by: date | None
    discuss_by: date | None
    duty: str
    letter: letters.Letter | None
    withheld: str
    leak: str
    duty_starts: str = DUTY_STARTS
    clocks_mark: Status = running("Clocks start at once")
    suggested: Status = soon("Suggested next, not done for you")
    duty_mark: Status = running(f"Duty cover sees it at {DUTY_STARTS}")
    board_mark: Status = nothing("What the board sees")


def held_by(found: Sequence[Allegation]) -> list[likeness.Held]:
    """The adults of some records as the matching takes them."""
    return [
        likeness.Held(
            key=str(one.pk),
            names=(one.adult.name, *one.adult.other_names),
            works=tuple(job.work for job in one.adult.jobs.all()),
            born_on=one.adult.born_on,
        )
        for one in found
    ]


def offered(asked: likeness.Asked, room: Sequence[Allegation], *, on: date) -> list[Found]:
    by_key = {str(one.pk): one for one in room}
    likely = explain.offered(asked, held_by(room))
    return [_found(one, by_key[one.key], on=on) for one in likely]


def _found(likeness_: likeness.Likeness, one: Allegation, *, on: date) -> Found:
    reference = one.record.reference
    return Found(
        pk=one.pk,
        field=f"same-{one.record_id}",
        heading=words.title_of(one),
        url=reverse("allegations:record", args=[reference]),
        caption=f"{reference} · {one.employer} · opened {day_words(one.record.opened_on)}",
        likely=likeness_.level is likeness.Level.LIKELY,
        typed=likeness_.typed,
        held=likeness_.held,
        said=explain.in_words(likeness_),
        why=" · ".join(likeness_.reasons),
        not_known="; ".join(likeness_.not_known),
        outcome=_outcome(one),
        owed=_owed(one, on=on),
    )


def _outcome(one: Allegation) -> str:
    outcome = words.outcome_words(one)
    if not outcome or one.concluded_on is None:
        return "No outcome yet."
    meaning = law.MEANING[law.Outcome(outcome.split(", ", maxsplit=1)[0])]
    return f"{outcome}, {day_words(one.concluded_on)}. {meaning}"


def _owed(one: Allegation, *, on: date) -> list[tuple[Status, str]]:
    return [(words.action_status(a, on=on), a.what) for a in standing.open_actions(one)]


def result_words(found: Sequence[Found]) -> str:
    """How many were offered, and that nowhere else was searched."""
    likely = sum(one.likely for one in found)
    said = (
        f"{likely or 'None'} likely, {len(found) - likely or 'none'} possible."
        if found
        else "Nobody like this."
    )
    return (
        f"{said} Only this room was searched. "
        "The search and what it returned are in the access log."
    )


def due_by(rule_id: str, *, on: date, at: datetime | None, area: str) -> date | None:
    """The day a clock would be due if it started now. Used before it starts."""
    rule, _ = freezing.rule_for(rule_id, on, area)
    return freezing.due_under(rule, on=on, at=at).on


def duty_words(turn: DutyTurn | None) -> str:
    if turn is None:
        return "the children’s duty team"
    phone = f" on {turn.phone}" if turn.phone else ""
    return f"the duty officer, {turn.post.title.lower()}{phone}"
