"""Pages of inspections, their findings and the actions that answer them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.scrutiny import forms, transitions
from holdfast.board.scrutiny.access import INSPECTION
from holdfast.board.scrutiny.models import Finding, FindingAction, Inspection
from holdfast.board.scrutiny.pages import FindingPage, InspectionPage
from holdfast.board.scrutiny.rules.papers import shipped_inspections
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@door(Can.SEE, kind=INSPECTION)
def inspection(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = InspectionPage.of(_inspection(visit), on=visit.today)
    return render(request, "scrutiny/inspection.html", {"page": page})


@FORM
@page_door(Role.BOARD_MANAGER)
def register(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Register one of the inspections that ship, if it was published by today."""
    here = set(Inspection.objects.values_list("code", flat=True))
    shipped = shipped_inspections()
    offered = [
        one
        for one in shipped.values()
        if one.code not in here and (one.published or one.held).first <= visit.today
    ]

    def act(given: dict[str, Any]) -> str:
        made = transitions.register_inspection(
            shipped[given["code"]],
            area=visit.partnership.area,
            owner=visit.post.agency,
            by=visit.post,
            on=visit.today,
        )
        return reverse("scrutiny:inspection", args=[made.record.reference])

    note = "" if offered else "Every inspection published by today is registered already."
    asking = Asking("Register an inspection", "Scrutiny", _home(), "Register", note=note)
    return ask(request, forms.RegisterForm(typed(request), offered=offered), asking, act)


@require_safe
@door(Can.SEE, kind=INSPECTION)
def finding(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    whole = _inspection(visit)
    found = _finding(visit, number)
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    page = FindingPage.of(whole, found, may_work=may_work, on=visit.today)
    return render(request, "scrutiny/finding.html", {"page": page})


@FORM
@door(Can.WORK, kind=INSPECTION)
def claim(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    found = _finding(visit, number)

    def act(given: dict[str, Any]) -> None:
        transitions.evidence_claim(found, by=visit.post, on=visit.today, **given)

    asking = _asking(visit, found, "Show it for a year", text=found.text)
    return ask(request, forms.ClaimForm(typed(request)), asking, act)


@FORM
@door(Can.WORK, kind=INSPECTION)
def agree(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    found = _finding(visit, number)

    def act(given: dict[str, Any]) -> None:
        transitions.agree_action(
            found,
            what=given["what"],
            owner=tracker.Who(given["owner"]),
            reviewer=tracker.Who(visit.post),
            due_on=given["due_on"],
            by=visit.post,
            on=visit.today,
        )

    asking = _asking(visit, found, "Agree an action", text=found.text)
    return ask(request, forms.ActionForm(typed(request), area=visit.partnership.area), asking, act)


@FORM
@door(Can.WORK, kind=INSPECTION)
def done(request: HttpRequest, visit: Visit, number: int, pk: int) -> HttpResponse:
    link = _action(visit, number, pk)

    def act(given: dict[str, Any]) -> None:
        transitions.say_done(link, by=visit.post, on=visit.today, **given)

    asking = _asking(visit, link.finding, "Say that it is done", text=link.action.what)
    return ask(request, forms.SeenForm(typed(request), seen=link.action.version), asking, act)


@FORM
@door(Can.WORK, kind=INSPECTION)
def shown(request: HttpRequest, visit: Visit, number: int, pk: int) -> HttpResponse:
    link = _action(visit, number, pk)

    def act(given: dict[str, Any]) -> None:
        transitions.show_done(link, by=visit.post, on=visit.today, **given)

    asking = _asking(visit, link.finding, "Show that it is done", text=link.action.what)
    return ask(request, forms.ShowDoneForm(typed(request), seen=link.action.version), asking, act)


@FORM
@door(Can.WORK, kind=INSPECTION)
def retest_day(request: HttpRequest, visit: Visit, number: int, pk: int) -> HttpResponse:
    link = _action(visit, number, pk)

    def act(given: dict[str, Any]) -> None:
        transitions.set_retest(link, by=visit.post, on=visit.today, **given)

    asking = _asking(visit, link.finding, "Set a day for a re-test", text=link.action.what)
    form = forms.RetestDayForm(typed(request), seen=link.action.version)
    return ask(request, form, asking, act)


@FORM
@door(Can.WORK, kind=INSPECTION)
def thread(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Let the finding join the thread of a challenge, which is back on the agenda by it."""
    found = _finding(visit, number)

    def act(given: dict[str, Any]) -> None:
        transitions.join_thread(found, by=visit.post, on=visit.today, **given)

    note = "A challenge that was closed comes back on the agenda."
    asking = _asking(visit, found, "Join a challenge", text=found.text, note=note)
    return ask(request, forms.ThreadForm(typed(request), post=visit.post), asking, act)


@FORM
@door(Can.WORK, kind=INSPECTION)
def retest(request: HttpRequest, visit: Visit, number: int, pk: int) -> HttpResponse:
    link = _action(visit, number, pk)

    def act(given: dict[str, Any]) -> None:
        transitions.retest(link, by=visit.post, on=visit.today, **given)

    note = "Whoever owns an improvement does not re-test it."
    asking = _asking(visit, link.finding, "Test again", text=link.action.what, note=note)
    return ask(request, forms.RetestForm(typed(request), seen=link.action.version), asking, act)


def _home() -> Link:
    return Link("Scrutiny", reverse("scrutiny:home"))


def _asking(visit: Visit, found: Finding, title: str, *, text: str = "", note: str = "") -> Asking:
    url = reverse("scrutiny:finding", args=[visit.record.reference, found.number])
    back = Link(f"Finding {found.number}", url)
    return Asking(title, f"Finding {found.number}: {found.topic}", back, text=text, note=note)


def _inspection(visit: Visit) -> Inspection:
    return get_object_or_404(Inspection.objects.for_page(), record=visit.record)


def _finding(visit: Visit, number: int) -> Finding:
    """A finding is reached only through the record let in."""
    found = Finding.objects.select_related("inspection__record").prefetch_related(
        "evidence__by__agency", "threads__challenge__record"
    )
    return get_object_or_404(found, inspection__record=visit.record, number=number)


def _action(visit: Visit, number: int, pk: int) -> FindingAction:
    links = FindingAction.objects.select_related("action__record", "finding__inspection")
    return get_object_or_404(
        links, action=pk, finding__number=number, finding__inspection__record=visit.record
    )
