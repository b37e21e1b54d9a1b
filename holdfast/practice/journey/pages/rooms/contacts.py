"""What the front door tells: reports about the child, and what was decided."""

from collections.abc import Iterator

from django.urls import reverse

from holdfast.kernel.ui.parts import Link
from holdfast.practice.children.models import Child
from holdfast.practice.front_door.access import REPORT, STORY
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import law
from holdfast.practice.journey.pages.told import Clocked, Happened, Reader, Told, Weighed


def told(child: Child, reader: Reader) -> Told:
    """The hub's own contacts for the hub, and for a worker the reports that were passed on."""
    mine = Contact.objects.about(child)
    shown = mine.visible_to(reader.post, section=STORY) | mine.visible_to(
        reader.post, section=REPORT
    )
    whole = set(mine.visible_to(reader.post, section=STORY).values_list("pk", flat=True))
    found = list(shown.for_list().select_related("agency"))
    return Told(
        happened=[h for one in found for h in _happened(one, whole=one.pk in whole)],
        worries=[_worry(one, whole=one.pk in whole) for one in found],
        clocks=[
            Clocked(clock, Link(one.record.reference, _url(one, whole=True)))
            for one in found
            if one.pk in whole
            for clock in one.record.deadlines.all()
        ],
    )


def _url(one: Contact, *, whole: bool) -> str:
    name = "front_door:contact" if whole else "front_door:report"
    return reverse(name, args=[one.record.reference])


def _happened(one: Contact, *, whole: bool) -> Iterator[Happened]:
    url = _url(one, whole=whole)
    yield Happened(
        one.received_on, "Contact", one.worry, _who(one), one.received_at, url, milestone=True
    )
    if one.decided_on and one.decision:
        words = law.DECISION_WORDS[law.Decision(one.decision)]
        text = one.why if whole else ""
        yield Happened(one.decided_on, words, text, "The hub", one.decided_at, url)


def _worry(one: Contact, *, whole: bool) -> Weighed:
    return Weighed(one.received_on, one.worry, _who(one), _url(one, whole=whole))


def _who(one: Contact) -> str:
    return one.agency.name if one.agency else one.referrer
