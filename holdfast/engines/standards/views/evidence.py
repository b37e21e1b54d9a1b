"""The evidence library: what is kept, how long it counts, who cites it; and the forms."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.standards import forms, pages, transitions
from holdfast.engines.standards.access import LIBRARY
from holdfast.engines.standards.models import Assessment, Evidence
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import wants_csv

METHODS = ["GET", "HEAD", "POST"]
Told = dict[str, Any]


@require_safe
@page_door(*LIBRARY)
def library(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Every piece that the post may see and nothing has taken the place of, or its file."""
    found = Evidence.objects.visible_to(visit.post).current().for_list()
    if wants_csv(request.GET):
        rows = pages.table_rows(found.order_by("expires_on", "pk"), on=visit.today)
        visit.exported({"what": "evidence library", "form": "csv", "rows": len(rows)})
        return csv_response("evidence-library", pages.HEAD, rows)
    context = {
        "table": pages.evidence_table(found, request.GET, on=visit.today),
        "may_keep": Assessment.objects.worked_by(visit.post).exists(),
        "expired": found.filter(expires_on__lt=visit.today).count(),
    }
    return render(request, "standards/library.html", context)


@require_safe
@page_door(*LIBRARY)
def piece(request: HttpRequest, visit: Visit, piece: int) -> HttpResponse:
    one = _piece(visit, piece)
    may_work = gate.may(visit.post, Can.WORK, one.record)
    mine = Assessment.objects.worked_by(visit.post).filter(body=one.agency_id)
    page = pages.EvidencePage.of(one, mine, may_work=may_work, on=visit.today)
    return render(request, "standards/evidence.html", {"page": page})


@require_http_methods(METHODS)
@page_door(Role.BOARD_MANAGER)
def keep(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep a piece for a body that is assessed. `?for=` names the one that is offered first."""

    def act(told: Told) -> str:
        found = told.pop("assessment")
        made = transitions.keep_evidence(
            found.record, agency=found.body, by=visit.post, on=visit.today, **told
        )
        return _at(made.pk)

    mine = Assessment.objects.worked_by(visit.post)
    form = forms.KeepForm(typed(request), mine=mine, chosen=request.GET.get("for", ""))
    asking = Asking("Keep a piece of evidence", "Evidence library", _library())
    return ask(request, form, asking, act)


@require_http_methods(METHODS)
@page_door(Role.BOARD_MANAGER)
def renew(request: HttpRequest, visit: Visit, piece: int) -> HttpResponse:
    older = _piece(visit, piece)

    def act(told: Told) -> str:
        newer = transitions.renew_evidence(older, by=visit.post, on=visit.today, **told)
        return _at(newer.pk)

    asking = Asking(
        "Renew this evidence",
        older.agency.name,
        Link(older.what, _at(older.pk)),
        text="The newer piece takes its place wherever it is cited in an open cycle. The older "
        "one is kept, and closed cycles still cite it.",
    )
    return ask(request, forms.RenewForm(typed(request), older=older), asking, act)


@require_http_methods(METHODS)
@page_door(Role.BOARD_MANAGER)
def cite(request: HttpRequest, visit: Visit, piece: int, assessment: int) -> HttpResponse:
    one, found = _piece(visit, piece), _assessment(visit, assessment)

    def act(told: Told) -> None:
        transitions.cite(one, grades=told["grades"], by=visit.post, on=visit.today)

    form = forms.CiteForm(typed(request), piece=one, assessment=found)
    asking = Asking("Cite this evidence", str(found), Link(one.what, _at(one.pk)), "Cite it")
    return ask(request, form, asking, act)


def _piece(visit: Visit, number: int) -> Evidence:
    """A piece stands under a record that the post may see. Which one is written into the log."""
    one = get_object_or_404(Evidence.objects.visible_to(visit.post).for_page(), pk=number)
    visit.returned([one.record.pk], looked_for="evidence")
    return one


def _assessment(visit: Visit, number: int) -> Assessment:
    return get_object_or_404(Assessment.objects.worked_by(visit.post), pk=number)


def _at(piece: int) -> str:
    return reverse("standards:piece", args=[piece])


def _library() -> Link:
    return Link("Evidence library", reverse("standards:library"))
