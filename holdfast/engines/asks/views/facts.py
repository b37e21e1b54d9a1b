"""One fact of a check: read in the hub, asked for, released, kept. And the agencies' desks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.engines.asks.access import CHECK, HUB
from holdfast.engines.asks.forms import checks as forms
from holdfast.engines.asks.models import Desk, Finding, ReleaseAsk
from holdfast.engines.asks.pages.checks import DeskLine
from holdfast.engines.asks.rules.checks import Release
from holdfast.engines.asks.transitions import hub
from holdfast.engines.asks.views.checks import asking, found_by, side
from holdfast.kernel.access.asking import ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render


@require_safe
@door(Can.SEE, kind=CHECK)
def fact(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Show one fact that stays in the hub. The door has written this opening down."""
    side(visit)
    finding = _finding(visit, number)
    return render(request, "asks/fact.html", {"finding": finding, "check": finding.asked})


@dataclass(frozen=True)
class Act:
    title: str
    form: type[Form]
    verb: Callable[..., object]
    submit: str
    owner: bool = True
    says: str = ""


def _ask(finding: Finding, *, to: str, **told: Any) -> None:
    hub.ask_release(finding, to=Release(to), **told)


def _mark(finding: Finding, *, release: str, **told: Any) -> None:
    hub.mark_fact(finding, release=Release(release), **told)


def _escalate(finding: Finding, **told: Any) -> None:
    waiting = finding.release_asks.filter(answer=ReleaseAsk.Answer.WAITING).first()
    if waiting is None or not hub.escalate_release(waiting, **told):
        raise NotAllowed("Nothing is waited for, or their named manager was told already.")


ACTS = {
    "release": Act("Release a fact", Form, hub.release, "Release it",
                   says="It may then go to the agencies that work with the child."),
    "decline": Act("Say why a fact stays in the hub", forms.ReasonForm, hub.decline_release,
                   "Keep it in the hub"),
    "mark": Act("Let a fact go less far", forms.NarrowForm, _mark, "Mark it",
                says="What has gone out already has gone out."),
    "ask": Act("Ask its owner to release a fact", forms.AskReleaseForm, _ask, "Ask them",
               owner=False, says="Nothing goes until its owner says so."),
    "escalate": Act("Tell their named manager", Form, _escalate, "Tell them", owner=False,
                    says="They hear that the hub waits, and nothing of the fact."),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=CHECK)
def act(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    asked = ACTS[form]
    if side(visit) is not asked.owner:
        raise Refused("This page is for the other side of a check.")
    finding = _finding(visit, number)
    title = f"{asked.title}: fact {finding.number}"
    return ask(
        request,
        asked.form(typed(request)),
        asking(visit, title=title, submit=asked.submit, says=asked.says),
        lambda told: asked.verb(finding, by=visit.post, on=visit.today, **told),
    )


def _finding(visit: Visit, number: int) -> Finding:
    found = Finding.objects.select_related("source", "asked__record", "asked__asked__agency",
                                           "asked__about", "asked__manager__agency")  # fmt: skip
    return get_object_or_404(found, asked=found_by(visit), number=number)


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(*sorted(HUB))
def desks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show who answers the hub for each agency, and name a desk."""
    area = visit.partnership.area
    form = forms.DeskForm(request.POST if request.method == "POST" else None, area=area)
    if form.is_valid():
        try:
            hub.name_desk(**form.cleaned_data, by=visit.post, on=visit.today)
            return redirect("asks:desks")
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    lines = DeskLine.all(Desk.objects.now_in(area))
    return render(request, "asks/desks.html", {"form": form, "lines": lines})


@require_POST
@page_door(*sorted(HUB))
def desk_end(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    desk = get_object_or_404(Desk.objects.now_in(visit.partnership.area), pk=number)
    hub.end_desk(desk, by=visit.post, on=visit.today)
    return redirect("asks:desks")
