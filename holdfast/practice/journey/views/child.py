"""The child's page, the family's timeline, and the whole record to take away."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.render import render
from holdfast.practice.children.access import KIND, SHARED, STORY
from holdfast.practice.children.models import Child
from holdfast.practice.journey.documents import parcelled
from holdfast.practice.journey.pages.child import child_page
from holdfast.practice.journey.pages.timeline import address_of, family_of, timeline_of
from holdfast.practice.journey.pages.told import Reader
from holdfast.practice.journey.pages.whole import lists_of


def _child(visit: Visit) -> Child:
    return Child.objects.for_page().get(record=visit.record)


@require_safe
@door(Can.SEE, kind=KIND, section=SHARED)
def child(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = child_page(_child(visit), visit=visit)
    context = {"page": page, "reference": visit.record.reference}
    return render(request, "journey/child.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def timeline(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A brother or sister whose story is closed to the reader leaves no trace here."""
    one, reader = _child(visit), Reader(visit.post, visit.today)
    family = family_of(one, reader)
    context = {
        "table": timeline_of(family, reader, request.GET),
        "names": ", ".join(each.known_as for each in family),
        "back": address_of(one),
    }
    return render(request, "journey/timeline.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def whole(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The record as this reader may see it. What leaves is in the log before the first byte."""
    one = _child(visit)
    made = parcelled(
        lists_of(one, visit=visit),
        title="A child’s record",
        to=f"{visit.post.title}, {visit.post.agency.name}",
        foot="Made for its reader alone. What is closed to the reader is not in it.",
        on=visit.today,
    )
    visit.exported(made.manifest)
    return attached(made.content, "childs-record.zip", "application/zip")
