"""What was carried forward from last time: carried, then confirmed grade by grade."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.engines.standards import forms, transitions
from holdfast.engines.standards.models import Assessment
from holdfast.engines.standards.pages import StillTruePage
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@page_door(Role.BOARD_MANAGER)
def still_true(request: HttpRequest, visit: Visit, assessment: int) -> HttpResponse:
    """Every grade carried forward, each with a box: still true."""
    found = _assessment(visit, assessment)
    form = forms.ConfirmForm(typed(request), assessment=found)
    if form.is_valid():
        grades = [one.pk for one in form.cleaned_data["grades"]]
        try:
            transitions.confirm_all(found, grades=grades, by=visit.post, on=visit.today)
            return redirect(_here(found))
        except NotAllowed as why:
            form.add_error(None, str(why))
    context = {
        "form": form,
        "page": StillTruePage.of(found, found.grades.for_page(), on=visit.today),
        "carry": reverse("standards:carry", args=[found.pk]) if _earlier(visit, found) else "",
    }
    return render(request, "standards/still_true.html", context)


@require_http_methods(METHODS)
@page_door(Role.BOARD_MANAGER)
def carry(request: HttpRequest, visit: Visit, assessment: int) -> HttpResponse:
    """Carry the grades of an earlier assessment of the same body, each to be confirmed."""
    found = _assessment(visit, assessment)

    def act(told: dict[str, Any]) -> None:
        transitions.carry_forward(found, source=told["source"], by=visit.post, on=visit.today)

    form = forms.CarryForm(typed(request), earlier=_earlier(visit, found))
    asking = Asking(
        "Carry last time's grades forward",
        str(found),
        Link("Still true?", _here(found)),
        "Carry them",
        "Only criteria without a grade take one over. None counts until somebody says that it is "
        "still true.",
    )
    return ask(request, form, asking, act)


def _earlier(visit: Visit, found: Assessment) -> Any:
    seen = gate.allowed(Record.objects.all(), to=visit.post, can=Can.SEE)
    mine = Assessment.objects.filter(
        body=found.body_id, service=found.service, pk__lt=found.pk, record__in=seen
    )
    return mine.select_related("body", "edition").order_by("-pk")


def _assessment(visit: Visit, number: int) -> Assessment:
    """An assessment stands under a record where the post works. Which one is written down."""
    found = get_object_or_404(Assessment.objects.worked_by(visit.post), pk=number)
    visit.returned([found.record.pk], looked_for="grades carried forward")
    return found


def _here(found: Assessment) -> str:
    return reverse("standards:still_true", args=[found.pk])
