"""The room's lists, through the gate: my assessments, and what waits for one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, page_door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.render import render
from holdfast.practice.assessments.access import KIND, ROOM, STORY
from holdfast.practice.assessments.models import Assessment, waiting_at
from holdfast.practice.assessments.pages import lists


@require_safe
@page_door(*sorted(ROOM))
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What this post may see: its own for a worker, the team's for its manager."""
    everything = Assessment.objects.visible_to(visit.post, section=STORY)
    caption = day_words(visit.today)
    page = lists.mine(
        everything,
        request.GET,
        on=visit.today,
        caption=caption,
        may_begin=gate.may_open(visit.post, KIND),
    )
    return render(request, "assessments/list.html", {"page": page})


@require_safe
@room_door(KIND, Can.OPEN)
def waiting(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the front door decided for an assessment: reference, names and the next step."""
    found = waiting_at(visit.post.agency).select_related("record", "decided_by")
    caption = day_words(visit.today)
    page = lists.waiting(found, request.GET, on=visit.today, caption=caption)
    return render(request, "assessments/list.html", {"page": page})
