"""What several views fetch: the allegation let in, and the room as this post may see it."""

from dataclasses import replace

from django.http import HttpRequest

from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.render import frame_of
from holdfast.practice.allegations.models import Allegation


def allegation_of(visit: Visit) -> Allegation:
    """The allegation of the record that the door let in; nothing else is reachable from here."""
    return Allegation.objects.select_related(
        "record__area", "record__owner", "adult", "lead__agency", "employer_post__agency"
    ).get(record=visit.record)


def room_of(visit: Visit) -> list[Allegation]:
    """Every allegation this post may see, through the gate: what a search looks in."""
    return list(Allegation.objects.visible_to(visit.post).for_list())


SEALED = (
    "Sealed room: allegations. What is listed or found here is in this room only. "
    "Nothing here is found by a search, count or list anywhere else."
)


def seal(request: HttpRequest) -> None:
    """Let a page of the room that is about no one record say that it is sealed."""
    framed = replace(frame_of(request), sealed=SEALED)
    request.frame = framed  # type: ignore[attr-defined]
