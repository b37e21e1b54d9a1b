"""What private fostering tells: the arrangement, its visits, and what the child said there."""

from collections.abc import Iterator

from django.urls import reverse

from holdfast.kernel.ui.parts import Link
from holdfast.practice.children.models import Child
from holdfast.practice.journey.pages.told import (
    Clocked,
    Happened,
    Reader,
    Said,
    Seen,
    Told,
    written,
)
from holdfast.practice.private_fostering.access import STORY
from holdfast.practice.private_fostering.models import Arrangement, Visit


def told(child: Child, reader: Reader) -> Told:
    mine = Arrangement.objects.about(child).visible_to(reader.post, section=STORY)
    found = list(mine.for_page())
    visits = [(one, visit) for one in found for visit in one.visits.all()]
    return Told(
        happened=[h for one in found for h in _happened(one)],
        seen=[_seen(one, visit) for one, visit in visits if visit.child_seen],
        said=[Said(v.on, v.words, v.by.title, _url(one)) for one, v in visits if v.words],
        clocks=[Clocked(clock, Link(one.record.reference, _url(one)))
                for one in found for clock in one.record.deadlines.all()],
    )  # fmt: skip


def _url(one: Arrangement) -> str:
    return reverse("private_fostering:record", args=[one.record.reference])


def _seen(one: Arrangement, visit: Visit) -> Seen:
    alone = "Yes" if visit.alone else f"No: {visit.why_not_alone}"
    return Seen(visit.on, visit.by.title, f"At {one.carer}’s", alone)


def _happened(one: Arrangement) -> Iterator[Happened]:
    url, steps = _url(one), one.record.steps.all()
    yield Happened(
        one.aware_on, "Private fostering", f"With {one.carer}.", "", written(steps, "notify"), url,
        milestone=True,
    )  # fmt: skip
    for visit in one.visits.all():
        text = visit.report if visit.made else f"Not made: {visit.missed_words}"
        yield Happened(visit.on, "Visit", text, visit.by.title, visit.written_at, url)
    if one.ended_on:
        yield Happened(
            one.ended_on, "Private fostering ended", one.end_why, "", None, url, milestone=True
        )
