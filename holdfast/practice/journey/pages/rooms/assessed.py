"""What assessments tell: begun and agreed, who saw the child, its words, worry and good things."""

from collections.abc import Iterator

from django.urls import reverse

from holdfast.kernel.ui.parts import Link
from holdfast.practice.assessments.access import STORY
from holdfast.practice.assessments.models import (
    Assessment,
    AssessmentChild,
    SidedText,
    Sighting,
    Voice,
)
from holdfast.practice.assessments.rules import editions, outcomes, voices
from holdfast.practice.children.models import Child
from holdfast.practice.journey.pages.told import (
    Clocked,
    Happened,
    Reader,
    Said,
    Seen,
    Told,
    Weighed,
    written,
)


def told(child: Child, reader: Reader) -> Told:
    mine = Assessment.objects.visible_to(reader.post, section=STORY).about(child.record)
    found = list(mine.for_page())
    rows = [(one, _row(one, child)) for one in found]
    return Told(
        happened=[h for one, row in rows for h in _happened(one, row)],
        seen=[_seen(s) for one, row in rows for s in one.sightings.all()
              if s.child_id == row.pk and s.seen != voices.Seen.NOT_SEEN.value],
        said=[_said(v, one) for one, row in rows for v in row.voices.all()],
        worries=[w for one, row in rows for w in _weighed(one, row, "worries")],
        good=[w for one, row in rows for w in _weighed(one, row, "good")],
        clocks=[
            Clocked(clock, Link(one.record.reference, _url(one)))
            for one in found
            for clock in one.record.deadlines.all()
        ],
    )  # fmt: skip


def _url(one: Assessment) -> str:
    return reverse("assessments:assessment", args=[one.record.reference])


def _row(one: Assessment, child: Child) -> AssessmentChild:
    return next(row for row in one.children.all() if row.child_record_id == child.record_id)


def _happened(one: Assessment, row: AssessmentChild) -> Iterator[Happened]:
    kind, steps = editions.WORDS[editions.Kind(one.kind)], one.record.steps.all()
    begun = written(steps, "start")
    yield Happened(one.started_on, kind, one.asked, one.worker.title, begun, _url(one), True)
    for seen in one.sightings.all():
        if seen.child_id == row.pk:
            how = voices.SEEN_WORDS[voices.Seen(seen.seen)]
            yield Happened(seen.on, "Visit", f"{how}, {seen.place}. {seen.why}".strip(),
                           seen.who, seen.written_at, _url(one))  # fmt: skip
    if one.authorised_on:
        came = outcomes.WORDS[outcomes.Outcome(row.outcome)] if row.outcome else one.decision_why
        by = one.authorised_by.title if one.authorised_by else ""
        agreed = written(steps, "authorise")
        yield Happened(one.authorised_on, f"{kind} agreed", came, by, agreed, _url(one), True)


def _seen(one: Sighting) -> Seen:
    alone = {voices.Seen.ALONE: "Yes"}.get(voices.Seen(one.seen), f"No: {one.why}")
    return Seen(one.on, one.who, one.place, alone)


def _said(one: Voice, assessment: Assessment) -> Said:
    words = one.words or f"A drawing: {one.shows}"
    return Said(one.on, words, one.to_whom, _url(assessment))


def _weighed(one: Assessment, row: AssessmentChild, what: str) -> Iterator[Weighed]:
    """What the analysis says as it was saved last, for this child or for everybody."""
    latest: dict[str, SidedText] = {}
    for text in sorted(one.texts.all(), key=lambda text: text.version):
        if text.side == "analysis" and text.child_id in {None, row.pk}:
            latest[text.who] = text
    for text in latest.values():
        if text.said.get(what):
            source = editions.WORDS[editions.Kind(one.kind)]
            yield Weighed(text.on, text.said[what], source, _url(one))
