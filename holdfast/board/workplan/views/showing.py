"""What a line, a priority or a commitment stands on: evidence, what changed, kept papers."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.workplan import transitions
from holdfast.board.workplan.access import CHALLENGE, KIND, RISK
from holdfast.board.workplan.forms import beside as forms
from holdfast.board.workplan.models import Commitment, Line, Priority
from holdfast.board.workplan.pages.stands import StandsPage, home_of
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.models import File
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.render import render

Stands = Line | Priority | Commitment
FORM = require_http_methods(["GET", "HEAD", "POST"])
BOTH = ("evidencelinks", "impactstatements", "lines")


@require_safe
@door(Can.SEE, kind=KIND)
def priority(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """One priority: the lines that answer it, what it stands on, what changed."""
    return _page(request, visit, _priority(visit, code))


@require_safe
@door(Can.SEE, kind=KIND)
def commitment(request: HttpRequest, visit: Visit, strategy: str, code: str) -> HttpResponse:
    """One commitment of another partnership's plan, and what we do for it."""
    return _page(request, visit, _commitment(visit, strategy, code))


def _page(request: HttpRequest, visit: Visit, one: Priority | Commitment) -> HttpResponse:
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    page = StandsPage.of(one, visit.record, may_work=may_work, on=visit.today)
    return render(request, "workplan/stands.html", {"page": page})


@FORM
@door(Can.WORK, kind=KIND)
def link(request: HttpRequest, visit: Visit, /, **about: Any) -> HttpResponse:
    """Link evidence; a paper that is sent is kept with the plan's record."""
    one = _stands(visit, **about)
    form = forms.LinkForm(typed(request), request.FILES or None)
    asking = Asking("Link evidence", "", home_of(one, visit.record), text=str(one))
    return ask(
        request, form, asking,
        lambda _: transitions.link_evidence(one, **form.told(), by=visit.post, on=visit.today),
    )  # fmt: skip


@FORM
@door(Can.WORK, kind=KIND)
def impact(request: HttpRequest, visit: Visit, /, **about: Any) -> HttpResponse:
    one = _stands(visit, **about)
    asking = Asking("Say what changed", "", home_of(one, visit.record), text=str(one))
    return ask(
        request, forms.ImpactForm(typed(request)), asking,
        lambda said: transitions.state_impact(one, **said, by=visit.post, on=visit.today),
    )  # fmt: skip


@FORM
@door(Can.WORK, kind=KIND)
def link_line(request: HttpRequest, visit: Visit, strategy: str, code: str) -> HttpResponse:
    """Say that a line answers a commitment: our reading of both plans."""
    one = _commitment(visit, strategy, code)
    asking = Asking("Link a line of ours", "", home_of(one, visit.record), text=str(one))
    return ask(
        request, forms.LinkLineForm(typed(request), commitment=one), asking,
        lambda said: transitions.link_line(one, **said, by=visit.post, on=visit.today),
    )  # fmt: skip


def _paper(request: HttpRequest, visit: Visit, number: int) -> HttpResponseBase:
    """A paper is reached only through the record that it is kept with. Taking it is logged."""
    kept = get_object_or_404(File, record=visit.record, pk=number)
    visit.exported(
        {
            "what": "a paper that is kept",
            "reference": visit.record.reference,
            "file": kept.pk,
            "sha256": kept.sha256,
        }
    )
    return attached(bytes(kept.content), kept.filename, kept.content_type)


plan_paper = require_safe(door(Can.SEE, kind=KIND)(_paper))
challenge_paper = require_safe(door(Can.SEE, kind=CHALLENGE)(_paper))
risk_paper = require_safe(door(Can.SEE, kind=RISK)(_paper))


def _stands(visit: Visit, *, number: int = 0, strategy: str = "", code: str = "") -> Stands:
    if number:
        lines = Line.objects.select_related("plan__record")
        return get_object_or_404(lines, plan__record=visit.record, number=number)
    return _commitment(visit, strategy, code) if strategy else _priority(visit, code)


def _priority(visit: Visit, code: str) -> Priority:
    found = Priority.objects.select_related("plan__record__area").prefetch_related(*BOTH)
    return get_object_or_404(found, plan__record=visit.record, code=code)


def _commitment(visit: Visit, strategy: str, code: str) -> Commitment:
    found = Commitment.objects.select_related("strategy__plan__record__area")
    return get_object_or_404(
        found.prefetch_related(*BOTH), strategy__plan__record=visit.record,
        strategy__code=strategy, code=code,
    )  # fmt: skip
