"""What is written while it is assessed: sides, sightings, the child's words, factors, outcomes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Audience
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments.models import (
    Assessment,
    AssessmentChild,
    CarriedFact,
    FactorFound,
    SidedText,
    Sighting,
    Voice,
)
from holdfast.practice.assessments.rules import carried, domains, factors, outcomes, voices
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.transitions import moves


class WrittenMeanwhile(NotAllowed):
    """Somebody else saved this side since it was read. `latest` is what they wrote."""

    def __init__(self, latest: SidedText) -> None:
        self.latest = latest
        super().__init__(
            f"{latest.by.title} saved this side while you were writing. Nothing of theirs was "
            "overwritten, and yours is still in the form. Both are shown: take what you need of "
            "theirs into yours, then save."
        )


@dataclass(frozen=True)
class SeenTold:
    """How one child was seen on a visit, and why not alone where that is so."""

    seen: voices.Seen
    why: str = ""
    note: str = ""


@transaction.atomic
def write_side(
    assessment: Assessment,
    *,
    side: str,
    said: Mapping[str, str],
    seen: int,
    by: Post,
    on: date,
    child: AssessmentChild | None = None,
) -> SidedText:
    """Save one side, for all or for one child. `seen` is the version that the editor had read."""
    moves.require_writing(assessment, by=by, on=on)
    known = domains.SIDES.get(side)
    if known is None or set(said) - set(known.dimensions):
        raise NotAllowed("This assessment has no such side. Open it again from its page.")
    _of(assessment, child)
    who = domains.child_key(child.number) if child else domains.EVERYBODY
    latest = assessment.texts.latest_of(side, who)
    if latest is not None and latest.version != seen:
        raise WrittenMeanwhile(latest)
    kept = {key: words.strip() for key, words in said.items() if words.strip()}
    try:
        with transaction.atomic():
            made = SidedText.objects.create(
                assessment=assessment,
                child=child,
                who=who,
                side=side,
                version=seen + 1,
                said=kept,
                on=on,
                by=by,
                source=by.agency,
                subjects=[who] if who else _everybody(assessment),
                audience=Audience.FAMILY,
                **moment.written(),
            )
    except IntegrityError:
        theirs = assessment.texts.latest_of(side, who)
        raise (WrittenMeanwhile(theirs) if theirs else NotAllowed(moves.FINISHED)) from None
    note = f"{known.title}: {', '.join(known.dimensions[key] for key in kept) or 'emptied'}."
    moves.write_in(assessment, "write_side", by=by, on=on, note=note, subjects=made.subjects)
    return made


@transaction.atomic
def record_visit(
    assessment: Assessment,
    *,
    who: str,
    place: str,
    told: Mapping[AssessmentChild, SeenTold],
    by: Post,
    on: date,
) -> list[Sighting]:
    """Write down who saw which child, where, and whether alone. Not alone has its reason."""
    moves.require_writing(assessment, by=by, on=on)
    if not told:
        raise NotAllowed("Say of at least one child whether the child was seen.")
    made = []
    for child, one in told.items():
        _of(assessment, child)
        if voices.needs_reason(one.seen) and not one.why.strip():
            raise NotAllowed(f"Say why {child.known_as} was not seen alone.")
        key = domains.child_key(child.number)
        made.append(
            Sighting.objects.create(
                assessment=assessment,
                child=child,
                on=on,
                seen=one.seen,
                who=who,
                place=place,
                why=one.why,
                note=one.note,
                by=by,
                source=by.agency,
                subjects=[key],
                audience=Audience.FAMILY,
                **moment.written(),
            )
        )
        said = voices.SEEN_WORDS[one.seen].lower()
        note = f"{child.known_as}: {said}, {place}, by {who}. {one.why}".strip()
        moves.write_in(assessment, "visit", by=by, on=on, note=note, subjects=[key])
    return made


@transaction.atomic
def keep_voice(
    child: AssessmentChild,
    *,
    house: voices.House,
    to_whom: str,
    by: Post,
    on: date,
    words: str = "",
    picture: bytes = b"",
    content_type: str = "",
    shows: str = "",
) -> Voice:
    """Keep the child's own words, or a drawing with what the child says it shows."""
    assessment = child.assessment
    moves.require_writing(assessment, by=by, on=on)
    key = domains.child_key(child.number)
    if not words.strip() and not picture:
        raise NotAllowed("Write the child's words, or choose a picture of what the child drew.")
    file = None
    if picture:
        _require_drawing(content_type, shows)
        file = story.keep_file(
            record=assessment.record, title="A child’s drawing", content=picture,
            content_type=content_type, by=by, on=on, subjects=[key], audience=Audience.FAMILY,
        )  # fmt: skip
    moves.write_in(
        assessment, "voice", by=by, on=on, note=f"{voices.WORDS[house]}, told to {to_whom}.",
        subjects=[key],
    )  # fmt: skip
    return Voice.objects.create(
        assessment=assessment,
        child=child,
        house=house,
        words=words.strip(),
        file=file,
        shows=shows,
        to_whom=to_whom,
        on=on,
        by=by,
        source=by.agency,
        subjects=[key],
        audience=Audience.FAMILY,
        **moment.written(),
    )


def _require_drawing(content_type: str, shows: str) -> None:
    if content_type not in voices.DRAWN:
        raise NotAllowed("Keep the drawing as a PNG or JPEG picture. This file is neither.")
    if not shows.strip():
        raise NotAllowed("Say what the drawing shows, in the child's words if you can.")


@transaction.atomic
def find_factors(child: AssessmentChild, *, keys: Collection[str], by: Post, on: date) -> None:
    """Say which factors were found for a child. What the census would refuse is refused here."""
    moves.require_writing(child.assessment, by=by, on=on)
    wrong = factors.wrong_with(keys)
    if wrong:
        raise NotAllowed(wrong)
    chosen = set(keys)
    held = set(child.factors.values_list("key", flat=True))
    child.factors.exclude(key__in=chosen).delete()
    FactorFound.objects.bulk_create(
        FactorFound(child=child, key=key, found_on=on, by=by)
        for key in factors.catalogue().factors
        if key in chosen - held
    )
    said = "; ".join(factors.in_words(key) for key in factors.catalogue().factors if key in chosen)
    note = f"{child.known_as}: {said or 'no factor chosen yet'}."
    subject = domains.child_key(child.number)
    moves.write_in(child.assessment, "find_factors", by=by, on=on, note=note, subjects=[subject])


@transaction.atomic
def answer_fact(
    fact: CarriedFact, *, answer: carried.Answer, by: Post, on: date, now: str = ""
) -> None:
    """Say whether a carried fact is still true, and what is true now where it is not."""
    assessment = fact.child.assessment
    moves.require_writing(assessment, by=by, on=on)
    if answer is carried.Answer.CORRECTED and not now.strip():
        raise NotAllowed(f"{fact.label}: say what is true now.")
    CarriedFact.objects.filter(pk=fact.pk).update(
        answer=answer,
        now=now.strip() if answer is carried.Answer.CORRECTED else "",
        answered_on=on,
        answered_by=by,
    )
    fact.refresh_from_db()
    note = f"{fact.label}: {carried.WORDS[answer].lower()}."
    moves.write_in(
        assessment, "answer_fact", by=by, on=on, note=note,
        subjects=[domains.child_key(fact.child.number)],
    )  # fmt: skip


@transaction.atomic
def propose_outcome(
    child: AssessmentChild, *, outcome: outcomes.Outcome, why: str, by: Post, on: date
) -> None:
    """Say what the assessment comes to for one child, and why. The manager decides."""
    assessment = child.assessment
    moves.require_writing(assessment, by=by, on=on)
    if outcome not in outcomes.offered(Kind(assessment.kind)):
        raise NotAllowed("This kind of assessment has no such outcome. Choose from its list.")
    if not why.strip():
        raise NotAllowed("Say why, for this child.")
    AssessmentChild.objects.filter(pk=child.pk).update(
        outcome=outcome, outcome_why=why, outcome_on=on
    )
    child.refresh_from_db(fields=["outcome", "outcome_why", "outcome_on"])
    note = f"{child.known_as}: {outcomes.WORDS[outcome]}. {why}"
    moves.write_in(
        assessment, "propose_outcome", by=by, on=on, note=note,
        subjects=[domains.child_key(child.number)],
    )  # fmt: skip


@transaction.atomic
def note(assessment: Assessment, *, text: str, by: Post, on: date) -> None:
    """Write down something that has no verb of its own, or why a suggested step is not taken."""
    if not text.strip():
        raise NotAllowed("Write the entry before you keep it.")
    moves.write_in(assessment, "note", by=by, on=on, note=text)


def _everybody(assessment: Assessment) -> list[str]:
    numbers = assessment.children.values_list("number", flat=True)
    return [domains.child_key(number) for number in numbers]


def _of(assessment: Assessment, child: AssessmentChild | None) -> None:
    if child is not None and child.assessment_id != assessment.pk:
        raise NotAllowed("This child is not in this assessment.")
