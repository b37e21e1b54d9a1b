"""Pages of escalations: raise one, move it, settle it; the board's counts."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.scrutiny import forms, transitions
from holdfast.board.scrutiny.access import ESCALATION, RAISERS, READERS
from holdfast.board.scrutiny.extracts import EscalationCounts, escalation_counts
from holdfast.board.scrutiny.models import Escalation
from holdfast.board.scrutiny.pages import CountsPage, EscalationPage, MinePage
from holdfast.board.scrutiny.pages.escalation import shown
from holdfast.board.scrutiny.rules.claims import year_of
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import wants_csv

FORM = require_http_methods(["GET", "HEAD", "POST"])
FIRST_YEAR = 2012
NO_CHILD = (
    "Write nothing about a child here: there is no place for it. You get a reference; keep it in "
    "your own agency's case file. The board sees counts."
)


@require_safe
@page_door(*RAISERS)
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Escalation.objects.visible_to(visit.post).for_page()
    page = MinePage.of(
        found, request.GET.dict(), on=visit.today, board=Role(visit.post.role) in READERS
    )
    return render(request, "scrutiny/mine.html", {"page": page, "note": NO_CHILD})


@FORM
@page_door(*RAISERS)
def raise_escalation(request: HttpRequest, visit: Visit) -> HttpResponse:
    def act(given: dict[str, Any]) -> str:
        made = transitions.raise_escalation(by=visit.post, on=visit.today, **given)
        return reverse("scrutiny:escalation", args=[made.record.reference])

    asking = Asking("Raise a disagreement", "Escalations", _back(), "Raise it", note=NO_CHILD)
    return ask(request, forms.RaiseForm(typed(request), post=visit.post), asking, act)


@require_safe
@door(Can.SEE, kind=ESCALATION)
def escalation(request: HttpRequest, visit: Visit) -> HttpResponse:
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    page = EscalationPage.of(
        _escalation(visit), post=visit.post, may_work=may_work, on=visit.today
    )
    return render(request, "scrutiny/escalation.html", {"page": page, "note": NO_CHILD})


@FORM
@door(Can.WORK, kind=ESCALATION)
def move_up(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _escalation(visit)
    form = forms.MoveUpForm(typed(request), escalation=found)
    return _change(
        request, visit, found, "Take it to the next stage", form=form, verb=transitions.move_up
    )


@FORM
@door(Can.WORK, kind=ESCALATION)
def to_board(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _escalation(visit)
    form = forms.SeenForm(typed(request), seen=found.stage)
    return _change(
        request, visit, found, "Bring it to the board", form=form, verb=transitions.send_to_board
    )


@FORM
@door(Can.WORK, kind=ESCALATION)
def end(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _escalation(visit)
    form = forms.EndForm(typed(request), escalation=found)
    return _change(
        request, visit, found, "Say how it was settled", form=form, verb=transitions.end_escalation
    )


@require_safe
@page_door(*READERS)
def counts(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Counts by reason and stage, small ones hidden, in a page or as CSV."""
    this = int(year_of(visit.today)[:4])
    years = range(FIRST_YEAR, this + 1)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in {str(one) for one in years} else this
    found = escalation_counts(since=date(year, 4, 1), until=date(year + 1, 3, 31))
    if wants_csv(request.GET):
        visit.exported({"what": "escalation counts", "form": "csv", "year": year})
        return csv_response("escalation-counts", ("What", "Name", "Value"), _lines(found))
    page = CountsPage.of(found, year=year, years=list(reversed(years)))
    return render(request, "scrutiny/counts.html", {"page": page})


def _lines(found: EscalationCounts) -> list[tuple[str, str, str]]:
    tables = {"Reason": found.reasons, "Stage": found.stages}
    lines = [
        (what, name, shown(count))
        for what, table in tables.items()
        for name, count in [*table.counts.items(), ("Total", table.total)]
    ]
    medians = [
        (
            "Median working days",
            one.name,
            "fewer than 6 ended" if one.median is None else f"{one.median:g}",
        )
        for one in found.days
    ]
    return [*lines, *medians]


def _change(
    request: HttpRequest,
    visit: Visit,
    found: Escalation,
    title: str,
    *,
    form: forms.SeenForm,
    verb: Callable[..., None],
) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        verb(found, by=visit.post, on=visit.today, **given)

    reference = visit.record.reference
    back = Link(reference, reverse("scrutiny:escalation", args=[reference]))
    return ask(request, form, Asking(title, f"Escalation {reference}", back), act)


def _back() -> Link:
    return Link("Escalations", reverse("scrutiny:mine"))


def _escalation(visit: Visit) -> Escalation:
    return get_object_or_404(Escalation.objects.for_page(), record=visit.record)
