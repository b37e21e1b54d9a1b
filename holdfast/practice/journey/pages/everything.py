"""Every room that tells of a child, asked once each: a fixed number of queries for any child."""

from collections.abc import Iterator

from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.practice.children.access import SECTIONS
from holdfast.practice.children.models import Child
from holdfast.practice.children.pages.record import HEADS
from holdfast.practice.journey.pages.rooms import assessed, contacts, discussed, fostered, helped
from holdfast.practice.journey.pages.told import Happened, Reader, Room, Told, together

ROOMS: tuple[Room, ...] = (
    contacts.told,
    discussed.told,
    helped.told,
    assessed.told,
    fostered.told,
)


def everything(child: Child, reader: Reader) -> Told:
    """Return what all rooms tell this reader of one child."""
    return together([_of_the_record(child, reader), *(room(child, reader) for room in ROOMS)])


OWN = ("allocate", "merge", "mark", "end_marker", "restrict")
"""The steps of the child's own record that a reader of the whole story needs."""


def _of_the_record(child: Child, reader: Reader) -> Told:
    sections = [name for name in sorted(SECTIONS) if gate.may(
        reader.post, gate.Can.SEE, child.record, section=name)]  # fmt: skip
    return Told(happened=list(_steps(child, sections)))


def _steps(child: Child, sections: list[str]) -> Iterator[Happened]:
    url = reverse("children:record", args=[child.record.reference])
    steps = child.record.steps.filter(move__in=OWN, section__in=sections).select_related("by")
    for step in steps:
        head = HEADS[step.move].removesuffix(".")
        yield Happened(step.on, head, step.note, step.by.title, step.written_at, url)
