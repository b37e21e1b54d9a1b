"""The risk register over HTTP."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.workplan import transitions
from holdfast.board.workplan.access import RISK, board_of
from holdfast.board.workplan.extracts.risks import rows_of_risks
from holdfast.board.workplan.forms import risks as forms
from holdfast.board.workplan.models import Control, Risk
from holdfast.board.workplan.pages.risk import HEADER, RiskPage, RisksPage, cells
from holdfast.board.workplan.rules.risk_offers import FORMS
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Change:
    form: type[forms.RiskForm]
    verb: Callable[..., object]
    submit: str = "Save"


CHANGES = {
    "score": Change(forms.ScoreForm, transitions.score_risk),
    "control": Change(forms.ControlForm, transitions.add_control),
    "assurance": Change(forms.AssuranceForm, transitions.note_assurance),
    "promise": Change(forms.PromiseForm, transitions.promise_on_risk),
    "reopen": Change(forms.ReopenForm, transitions.reopen_risk, "Open it again"),
}
CLOSE = Change(forms.CloseForm, transitions.close_risk, "Close it")


@require_safe
@room_door(RISK)
def risks(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = list(Risk.objects.visible_to(visit.post).for_page())
    page = RisksPage.of(
        found, request.GET, may_raise=gate.may_open(visit.post, RISK), on=visit.today
    )
    return render(request, "workplan/risks.html", {"page": page})


@require_safe
@room_door(RISK)
def risks_csv(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The register as a file. The manifest is committed before the first byte is made."""
    rows = rows_of_risks(Risk.objects.visible_to(visit.post).for_page(), on=visit.today)
    visit.exported(
        {
            "what": "risk register",
            "form": "csv",
            "as_at": visit.today.isoformat(),
            "records": [row.reference for row in rows],
        }
    )
    return csv_response("risk-register", HEADER, [cells(row) for row in rows])


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(RISK, Can.OPEN)
def raise_risk(request: HttpRequest, visit: Visit) -> HttpResponse:
    area = visit.partnership.area
    form = forms.RaiseForm(typed(request), area=area)
    if form.is_valid():
        try:
            made = _raise(form, visit)
            return redirect("workplan:risk", reference=made.record.reference)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    back = Link("Risks", reverse("workplan:risks"))
    context = {"form": form, "title": "Raise a risk", "submit": "Raise it", "back": back}
    return render(request, "workplan/change.html", context | {"leave": back})


def _raise(form: forms.RaiseForm, visit: Visit) -> Risk:
    said = form.cleaned_data
    likely, bad = said["target_likelihood"], said["target_impact"]
    told = transitions.RiskTold(
        title=said["title"],
        cause=said["cause"],
        event=said["event"],
        effect=said["effect"],
        group=said["group"],
        appetite=said["appetite"],
        target=(likely, bad) if likely and bad else None,
    )
    return transitions.raise_risk(
        told,
        area=visit.partnership.area,
        owner=board_of(visit.post),
        risk_owner=form.who(),
        lines=list(said["lines"]),
        by=visit.post,
        on=visit.today,
    )


@require_safe
@door(Can.SEE, kind=RISK)
def risk(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = RiskPage.of(
        _risk(visit),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        on=visit.today,
    )
    return render(request, "workplan/risk.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=RISK)
def change(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    return _change(request, visit, CHANGES[form], FORMS[form])


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.DECIDE, kind=RISK)
def close(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _change(request, visit, CLOSE, FORMS["close"])


def _change(request: HttpRequest, visit: Visit, asked: Change, title: str) -> HttpResponse:
    found = _risk(visit)
    here = reverse("workplan:risk", args=[visit.record.reference])
    form = asked.form(typed(request), request.FILES or None, risk=found)
    if form.is_valid():
        try:
            asked.verb(found, by=visit.post, on=visit.today, **form.told())
            return redirect(here)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {
        "form": form,
        "title": title,
        "submit": asked.submit,
        "caption": f"{visit.record.reference}. {found.title}",
        "what": found.event,
        "back": Link(found.title, here),
        "leave": Link("Go back without saving", here),
    }
    return render(request, "workplan/change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=RISK)
def end_control(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """A control is reached only through the risk that was let in, and ends once."""
    risk = _risk(visit)
    controls = Control.objects.filter(risk=risk, ends=None, ended_by=None)
    found = get_object_or_404(controls.select_related("risk__record"), pk=number)
    asking = Asking(
        "Say that a control no longer works",
        caption=f"{visit.record.reference}. {risk.title}",
        back=Link(risk.title, reverse("workplan:risk", args=[visit.record.reference])),
        text=found.what,
        note="It stays in the list, ended, with the reason.",
    )
    form = forms.EndControlForm(typed(request), risk=risk)
    return ask(
        request, form, asking,
        lambda said: transitions.end_control(found, **said, by=visit.post, on=visit.today),
    )  # fmt: skip


def _risk(visit: Visit) -> Risk:
    return get_object_or_404(Risk.objects.for_page(), record=visit.record)
