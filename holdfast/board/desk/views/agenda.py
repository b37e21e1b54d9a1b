"""One button in the seat's briefing, and its undo: a challenge comes back to the agenda."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.board.desk import transitions
from holdfast.board.workplan.access import CHALLENGE
from holdfast.board.workplan.models import Challenge
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@require_POST
@door(Can.WORK, kind=CHALLENGE)
def put(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _pressed(request, visit, transitions.put_on_agenda)


@require_POST
@door(Can.WORK, kind=CHALLENGE)
def take_off(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _pressed(request, visit, transitions.take_off_agenda)


def _pressed(request: HttpRequest, visit: Visit, verb: Callable[..., object]) -> HttpResponse:
    found = get_object_or_404(Challenge.objects.for_page(), record=visit.record)
    try:
        verb(found, by=visit.post, on=visit.today)
    except NotAllowed as reason:
        context = {"title": "Nothing was changed", "reason": str(reason),
                   "back": Link("My seat", reverse("desk:my_seat"))}  # fmt: skip
        return render(request, "desk/cannot.html", context)
    return redirect("desk:my_seat")
