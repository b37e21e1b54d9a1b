"""What early help tells: the whole story to who leads it, its plan to the team around it."""

from collections.abc import Iterator

from django.urls import reverse

from holdfast.kernel.ui.parts import Link
from holdfast.practice.children.models import Child
from holdfast.practice.early_help.access import PLAN, STORY
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.rules import words
from holdfast.practice.journey.pages.told import (
    Clocked,
    Happened,
    Planned,
    Reader,
    Said,
    Told,
    Weighed,
    written,
)


def told(child: Child, reader: Reader) -> Told:
    mine = EarlyHelp.objects.about(child.record)
    whole = mine.visible_to(reader.post, section=STORY)
    stories = set(whole.values_list("pk", flat=True))
    found = list((whole | mine.visible_to(reader.post, section=PLAN)).for_page())
    return Told(
        happened=[h for one in found for h in _happened(one, whole=one.pk in stories)],
        said=[Said(m.on, m.children, "The team around the family", _url(one))
              for one in found for m in one.meetings.all() if m.held and m.children],
        worries=[Weighed(one.offered_on, one.worry, "Early help", _url(one)) for one in found],
        good=[Weighed(m.on, m.better, "The team around the family", _url(one))
              for one in found for m in one.meetings.all() if m.held and m.better],
        clocks=[Clocked(clock, Link(one.record.reference, _url(one)))
                for one in found for clock in one.record.deadlines.all()],
        promises=[a for one in found for a in one.record.actions.all() if not one.ended_on],
        planned=[Planned(m.on, "Team around the family", m.chair.title, _url(one))
                 for one in found for m in one.meetings.all() if not m.held],
    )  # fmt: skip


def _url(one: EarlyHelp) -> str:
    return reverse("early_help:family", args=[one.record.reference])


def _happened(one: EarlyHelp, *, whole: bool) -> Iterator[Happened]:
    url, steps = _url(one), one.record.steps.all()
    offered = written(steps, "offer")
    yield Happened(
        one.offered_on, "Early help", one.worry if whole else "", one.agency.name, offered, url,
        milestone=True,
    )  # fmt: skip
    for meeting in one.meetings.all():
        if meeting.held:
            yield Happened(
                meeting.on, "Team around the family", meeting.decided, meeting.chair.title, None,
                url,
            )  # fmt: skip
    if one.ended_on:
        why = words.END_WORDS[words.EndReason(one.end_reason)]
        ended = written(steps, "end")
        yield Happened(one.ended_on, "Early help ended", why, "", ended, url, milestone=True)
