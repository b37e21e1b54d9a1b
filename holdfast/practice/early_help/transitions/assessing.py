"""Writing the assessment with the family: section by section, several hands, nothing lost."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import STORY
from holdfast.practice.early_help.models import Assessment, EarlyHelp, SectionText
from holdfast.practice.early_help.rules import assessing, law, states
from holdfast.practice.early_help.transitions import moves, opening

CLASH = (
    "Somebody else has just written in this section. Nothing of theirs was overwritten, and what "
    "you wrote is still in the form. Both stand below: put them together, then save again."
)


class Clash(NotAllowed):
    """Two wrote at once. The page shows both versions."""


@transaction.atomic
def write_section(
    assessment: Assessment,
    *,
    section: assessing.Section,
    written: assessing.Written,
    by: Post,
    on: date,
    seen: int = 0,
) -> SectionText:
    """Keep a section as it is now. `seen` is the version that its editor read, 0 for none yet."""
    _writable(assessment, by=by)
    texts = {
        "strengths": written.strengths,
        "needs": written.needs,
        "words": written.words,
        "carried": False,
        "by": by,
        "on": on,
    }
    mine = SectionText.objects.filter(assessment=assessment, section=section)
    if seen:
        if not mine.filter(version=seen).update(version=F("version") + 1, **texts):
            raise Clash(CLASH)
        return mine.get()
    if mine.exists():
        raise Clash(CLASH)
    family = assessment.early_help
    return SectionText.objects.create(
        assessment=assessment,
        section=section,
        source=by.agency,
        subjects=[child.key for child in family.children.all()],
        **texts,
    )


@transaction.atomic
def write_conclusion(
    assessment: Assessment,
    *,
    present: Sequence[str],
    conclusion: str,
    tier: str,
    tier_why: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Keep who took part, what it comes to, and the level of need: a judgement with its reason."""
    _writable(assessment, by=by)
    if tier and not tier_why.strip():
        raise NotAllowed("Say why you judge the need to be at this level.")
    version = assessment.version if seen is None else seen
    mine = Assessment.objects.filter(pk=assessment.pk, version=version)
    if not mine.update(
        version=F("version") + 1,
        present=[one.strip() for one in present if one.strip()],
        conclusion=conclusion,
        tier=tier,
        tier_why=tier_why if tier else "",
    ):
        raise Clash(CLASH)
    assessment.refresh_from_db(fields=["version", "present", "conclusion", "tier", "tier_why"])


@transaction.atomic
def complete_assessment(
    assessment: Assessment, *, by: Post, on: date, seen: int | None = None
) -> None:
    """Complete the assessment. The team around the family begins its work; the clock is met."""
    _writable(assessment, by=by)
    found = assessing.missing(assessment.whole())
    if found:
        raise NotAllowed(assessing.missing_words(found))
    if on < assessment.started_on:
        raise NotAllowed("An assessment is not complete before it begins. Give a later day.")
    family = assessment.early_help
    mine = Assessment.objects.filter(pk=assessment.pk, completed_on__isnull=True)
    if not mine.update(completed_on=on, completed_by=by):
        raise NotAllowed("This assessment has been completed already.")
    took_part = ", ".join(assessment.present)
    note = f"{assessment.name}, with {took_part}. {assessment.conclusion}"
    moves.move_to(
        family,
        "complete_assessment",
        by=by,
        on=on,
        note=note,
        seen=seen,
        assessed_on=family.assessed_on or on,
    )
    assessment.refresh_from_db(fields=["completed_on", "completed_by"])
    moves.meet_clock(family, law.ASSESS, by=by, on=on)


@transaction.atomic
def assess_again(
    family: EarlyHelp, *, why: str, by: Post, on: date, seen: int | None = None
) -> Assessment:
    """Begin another assessment from the last: its texts are taken over, marked "still true?"."""
    if not why.strip():
        raise NotAllowed("Say why the family is assessed again.")
    last = family.assessments.prefetch_related("sections").last()
    moves.move_to(family, "assess_again", by=by, on=on, note=why, seen=seen)
    begun = opening.begin_assessment(family, by=by, on=on)
    moves.start_clock(family, law.ASSESS, by=by, on=on)
    if last is not None:
        SectionText.objects.bulk_create(
            SectionText(
                assessment=begun,
                section=text.section,
                strengths=text.strengths,
                needs=text.needs,
                words=text.words,
                carried=True,
                by=text.by,
                on=text.on,
                source=text.source,
                subjects=text.subjects,
            )
            for text in last.sections.all()
        )
    return begun


def _writable(assessment: Assessment, *, by: Post) -> None:
    family = assessment.early_help
    gate.require(by, Can.WORK, family.record, section=STORY)
    states.require_agreement(family.state)
    if assessment.completed_on is not None:
        raise NotAllowed(
            "This assessment is complete and stays as it is. Assess again where things changed."
        )
