"""How an assessment stands: its state, whose move it is, what is missing, what comes next."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link, NowCell
from holdfast.practice.assessments.models import Assessment, AssessmentChild, SidedText
from holdfast.practice.assessments.rules import domains, editions, outcomes, states, voices
from holdfast.practice.assessments.rules.states import State


@dataclass(frozen=True)
class Missing:
    """Something that is not there, and where it would be written. `needed` stops handing it in."""

    words: str
    url: str
    needed: bool = False


def latest_texts(assessment: Assessment) -> dict[tuple[str, str], SidedText]:
    """Every side as it stands now, by side and by whom it is about."""
    ordered = sorted(assessment.texts.all(), key=lambda text: text.version)
    return {(text.side, text.who): text for text in ordered}


def missing(assessment: Assessment) -> list[Missing]:
    """What a manager would ask for, in the order in which it is gathered."""
    reference = assessment.record.reference
    found = [one for row in assessment.children.all() for one in _of_child(row, reference)]
    texts = latest_texts(assessment)
    meaning = [
        text for (side, _), text in texts.items()
        if side == "analysis" and text.said.get(domains.MEANING)
    ]  # fmt: skip
    if not meaning:
        url = reverse("assessments:side", args=[reference, "analysis", "everybody"])
        found.append(Missing("What it means for the child is not written", url, needed=True))
    return found


def _of_child(row: AssessmentChild, reference: str) -> list[Missing]:
    name, here = row.known_as, [reference, row.number]
    found = []
    seen = {sighting.seen for sighting in row.sightings.all()}
    visit = reverse("assessments:visit", args=[reference])
    if voices.Seen.ALONE not in seen:
        how = "has not been seen alone" if voices.Seen.WITH_OTHERS in seen else "has not been seen"
        found.append(Missing(f"{name} {how}", visit))
    if not row.voices.all():
        found.append(Missing(f"{name}’s own words", reverse("assessments:voices", args=here)))
    still = [fact for fact in row.facts.all() if not fact.answer]
    if still:
        said = plural(len(still), "known fact", "known facts")
        url = reverse("assessments:facts", args=here)
        found.append(Missing(f"{said} about {name} to confirm", url))
    keys = frozenset(factor.key for factor in row.factors.all())
    factors_url = reverse("assessments:factors", args=here)
    if not keys:
        found.append(Missing(f"Factors found for {name}", factors_url))
    if not row.outcome:
        url = reverse("assessments:outcome", args=here)
        found.append(Missing(f"What it comes to for {name}", url, needed=True))
    elif doubt := outcomes.factor_doubt(outcomes.Outcome(row.outcome), keys):
        found.append(Missing(f"{name}: {doubt}", factors_url))
    return found


def limit_of(assessment: Assessment) -> Deadline | None:
    """The clock that law or guidance sets for it: the one that runs, or the last."""
    mine = [d for d in assessment.record.deadlines.all() if d.rule_id not in editions.CHECKPOINTS]
    running = [d for d in mine if d.is_open]
    met = [d for d in mine if d.met_on]
    return next(iter([*running, *met]), None)


def is_late(assessment: Assessment, *, on: date) -> bool:
    clock = limit_of(assessment)
    return bool(clock and clock.due_on and (clock.met_on or on) > clock.due_on)


def state_cell(assessment: Assessment) -> NowCell:
    state = State(assessment.state)
    day = {
        State.WITH_MANAGER: assessment.submitted_on,
        State.AUTHORISED: assessment.authorised_on,
    }.get(state)
    since = f"Since {day_words(day)}." if day else f"Begun {day_words(assessment.started_on)}."
    return NowCell("State", states.WORDS[state], since)


def move_cell(assessment: Assessment, *, on: date) -> NowCell:
    clock = limit_of(assessment)
    who = mover_of(assessment)
    if clock is None or clock.due_on is None or not clock.is_open:
        return NowCell("Whose move", who, "")
    word = "was due" if clock.due_on < on else "due"
    return NowCell("Whose move", who, f"{clock.duty}: {word} {day_words(clock.due_on)}.")


def mover_of(assessment: Assessment) -> str:
    return {
        State.WRITING: assessment.worker.title,
        State.WITH_MANAGER: assessment.manager.title,
    }.get(State(assessment.state), "Nobody")


def next_cell(assessment: Assessment, absent: list[Missing]) -> NowCell:
    reference = assessment.record.reference
    why_not = Link("Say why not", reverse("assessments:note", args=[reference]))
    state = State(assessment.state)
    if state is State.WITH_MANAGER:
        sign = Link("Do it", reverse("assessments:sign", args=[reference]))
        return NowCell("Next", "Read it, then sign it or send it back", "", links=[sign, why_not])
    if state is State.WRITING:
        needed = [one for one in absent if one.needed] or absent
        if needed:
            links = [Link("Do it", needed[0].url), why_not]
            return NowCell("Next", needed[0].words, "", links=links)
        submit = Link("Do it", reverse("assessments:submit", args=[reference]))
        return NowCell("Next", "Hand it to the manager", "", links=[submit, why_not])
    if state is State.AUTHORISED:
        said = sorted({_next(row) for row in assessment.children.all()} - {""})
        return NowCell("Next", "; ".join(said) or "Make each child’s copy", "")
    return NowCell("Next", "Nothing", "")


def _next(row: AssessmentChild) -> str:
    return outcomes.NEXT.get(outcomes.Outcome(row.outcome), "") if row.outcome else ""
