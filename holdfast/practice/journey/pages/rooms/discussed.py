"""What strategy discussions tell: the hub the whole, whoever was there the meeting."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from holdfast.kernel.ui.parts import Link
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries import rules
from holdfast.practice.enquiries.access import MEETING
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.journey.pages.told import Clocked, Happened, Reader, Told


def told(child: Child, reader: Reader) -> Told:
    mine = StrategyDiscussion.objects.visible_to(reader.post, section=MEETING).about(child)
    found = list(mine.for_page())
    return Told(
        happened=[h for one in found for h in _happened(one)],
        clocks=[Clocked(clock, Link(one.record.reference, _url(one)))
                for one in found for clock in one.record.deadlines.all()],
        promises=[promise for one in found for promise in one.record.actions.all()],
    )  # fmt: skip


def _url(one: StrategyDiscussion) -> str:
    return reverse("enquiries:discussion", args=[one.record.reference])


def _happened(one: StrategyDiscussion) -> Iterator[Happened]:
    called_on, url = timezone.localtime(one.called_at).date(), _url(one)
    if one.held_at is None:
        yield Happened(called_on, "Strategy discussion called", "", one.called_by.title,
                       one.called_at, url, milestone=True)  # fmt: skip
        return
    decided = rules.DECISION_WORDS[rules.Decision(one.decision)]
    held_on = timezone.localtime(one.held_at).date()
    yield Happened(held_on, "Strategy discussion", decided, one.chair.title, one.held_at, url,
                   milestone=True)  # fmt: skip
    if one.begun_on:
        yield Happened(one.begun_on, "Enquiry begun", "The child was seen for it.", "", None, url)
