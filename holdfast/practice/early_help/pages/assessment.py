"""The assessment as the family can read it, and what is still missing from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Fact, Link
from holdfast.practice.early_help.models import Assessment, SectionText
from holdfast.practice.early_help.rules import assessing, law


@dataclass(frozen=True)
class SectionShown:
    """One section: what goes well stands before what is hard."""

    title: str
    about: str
    facts: Sequence[Fact]
    written: str
    still_true: bool
    write: Link | None


@dataclass(frozen=True)
class AssessmentPage:
    reference: str
    heading: str
    caption: str
    present: str
    conclusion: str
    level: str
    missing: Sequence[str]
    sections: Sequence[SectionShown]
    open: bool
    conclude_url: str
    complete_url: str

    @classmethod
    def of(cls, assessment: Assessment, *, visit: Visit, may_write: bool) -> "AssessmentPage":
        reference = visit.record.reference
        writing = may_write and assessment.completed_on is None
        held = {text.section: text for text in assessment.sections.all()}
        whole = assessment.whole()
        tier = law.TIER_WORDS[law.Tier(assessment.tier)] if assessment.tier else ""
        return cls(
            reference=reference,
            heading=assessment.name,
            caption=_caption(assessment, reference),
            present=", ".join(assessment.present),
            conclusion=assessment.conclusion,
            level=f"{tier}. {assessment.tier_why}" if tier else "",
            missing=[f"{one.what}: {one.why}" for one in assessing.missing(whole)]
            if writing
            else [],
            sections=[
                _section(name, asks, held.get(name.value), reference if writing else "")
                for name, asks in assessing.SECTIONS.items()
            ],
            open=writing,
            conclude_url=reverse("early_help:conclude", args=[reference]),
            complete_url=reverse("early_help:write", args=[reference, "complete"]),
        )


def _caption(assessment: Assessment, reference: str) -> str:
    by = f"{assessment.author.title}, {assessment.agency.name}"
    done = assessment.completed_on
    state = f"complete {day_words(done)}" if done else "not complete"
    return f"{reference} · begun {day_words(assessment.started_on)} by {by} · {state}"


def _section(
    name: assessing.Section, asks: assessing.Asks, text: SectionText | None, reference: str
) -> SectionShown:
    found = text.written if text else assessing.Written()
    facts = [
        Fact(label, said)
        for label, said in (
            ("Goes well", found.strengths),
            ("Is hard, or missing", found.needs),
            ("In their own words", found.words),
        )
        if said
    ]
    url = reverse("early_help:section", args=[reference, name.value]) if reference else ""
    verb = "Write" if found.is_empty else "Write on"
    return SectionShown(
        title=asks.title,
        about=asks.about,
        facts=facts,
        written=f"{text.by.title}, {day_words(text.on)}" if text else "",
        still_true=bool(text and text.carried),
        write=Link(f"{verb}: {asks.title}", url) if url else None,
    )
