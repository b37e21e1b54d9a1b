"""The chair's overview: read by the board, written and signed by the chair, taken out."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.board.section11 import documents, extracts, forms, pages, transitions
from holdfast.board.section11.access import KIND
from holdfast.board.section11.documents import Lines
from holdfast.board.section11.models import Cycle, Overview
from holdfast.board.section11.views.files import KINDS, manifest
from holdfast.board.section11.views.reading import cycle_of
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@require_safe
@door(Can.SEE, kind=KIND)
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _shown(request, visit, cycle_of(visit))


@require_safe
@door(Can.SEE, kind=KIND)
def overview_file(request: HttpRequest, visit: Visit, form: str) -> HttpResponseBase:
    found = cycle_of(visit)
    last = _last(found)
    lines = _lines(visit, found, last)
    visit.exported(manifest(visit, "section 11 overview", form))
    day = last.signed_on if last and last.signed_on else visit.today
    if form == "pdf":
        content = documents.brief_pdf(lines, on=day)
    else:
        content = documents.brief_word(lines, made_at=visit.now)
    return attached(content, f"section-11-overview.{form}", KINDS[form])


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.DECIDE, kind=KIND)
def write_overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    _require_chair(visit)
    found = cycle_of(visit)
    last = _last(found)
    draft = last if last and last.signed_on is None else None

    def act(told: dict[str, Any]) -> None:
        transitions.write_overview(found, by=visit.post, on=visit.today, **told)

    back = Link("The overview", reverse("section11:overview", args=[visit.record.reference]))
    asking = Asking(
        "The chair's view",
        str(found),
        back,
        text="Each line becomes a paragraph. The figures are counted beside it and are not typed.",
    )
    return ask(request, forms.OverviewForm(typed(request), draft=draft), asking, act)


@require_POST
@door(Can.DECIDE, kind=KIND)
def sign_overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Sign what is shown. The figures are counted once more and frozen with the view."""
    _require_chair(visit)
    found = cycle_of(visit)
    last, form = _last(found), forms.SignForm(request.POST)
    if last is None or not form.is_valid():
        raise Http404
    try:
        printed = documents.frozen(_lines(visit, found, last))
        seen = form.cleaned_data["seen"]
        transitions.sign_overview(last, printed=printed, by=visit.post, on=visit.today, seen=seen)
    except NotAllowed as why:
        return _shown(request, visit, found, why=str(why))
    return redirect("section11:overview", visit.record.reference)


def _shown(request: HttpRequest, visit: Visit, found: Cycle, *, why: str = "") -> HttpResponse:
    last = _last(found)
    page = pages.OverviewPage.of(
        found, last, _lines(visit, found, last), may_sign=_is_chair(visit), on=visit.today
    )
    context = {"page": page, "ref": visit.record.reference, "why": why}
    return render(request, "section11/overview.html", context)


def _lines(visit: Visit, found: Cycle, last: Overview | None) -> Lines:
    if last and last.printed is not None:
        return documents.thawed(last.printed)
    return documents.overview_lines(
        found,
        extracts.overview(found, on=visit.today),
        view=last.view if last else "",
        asks=last.asks if last else "",
        board=visit.partnership.name,
        on=visit.today,
    )


def _last(found: Cycle) -> Overview | None:
    return Overview.objects.filter(cycle=found).select_related("by", "cycle__record").first()


def _is_chair(visit: Visit) -> bool:
    return visit.post.role == Role.BOARD_CHAIR


def _require_chair(visit: Visit) -> None:
    if not _is_chair(visit):
        raise Http404
