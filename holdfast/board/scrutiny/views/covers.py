"""Pages of cover reports: write, finish, approve, take out."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.board.scrutiny import documents, forms, transitions
from holdfast.board.scrutiny.access import COMMITTEE, COVER
from holdfast.board.scrutiny.models import Committee, CoverReport, CoverVersion
from holdfast.board.scrutiny.pages import CoverPage
from holdfast.board.scrutiny.rules import covering
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, not_found
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

FORM = require_http_methods(["GET", "HEAD", "POST"])
STEM = "cover-report"


@require_safe
@door(Can.SEE, kind=COVER)
def report(request: HttpRequest, visit: Visit) -> HttpResponse:
    asked = request.GET.get("version", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else None
    return _report(request, visit, number=number)


@FORM
@door(Can.WORK, kind=COMMITTEE)
def draft(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = get_object_or_404(
        Committee.objects.select_related("record__area"), record=visit.record
    )

    def act(given: dict[str, Any]) -> str:
        version = transitions.draft_report(
            given["sitting"],
            layout=given["layout"],
            title=given["title"],
            area=found.record.area,
            owner=visit.record.owner,
            by=visit.post,
            on=visit.today,
        )
        return reverse("scrutiny:report", args=[version.report.record.reference])

    back = Link(found.name, reverse("scrutiny:committee", args=[found.record.reference]))
    asking = Asking("Draft a report", found.name, back, "Begin")
    return ask(request, forms.DraftForm(typed(request), committee=found), asking, act)


@FORM
@door(Can.WORK, kind=COVER)
def write(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    found = _cover(visit)
    version = _version(found, None)
    slot = covering.layouts()[found.layout].slot(key)
    if slot is None or version is None or version.state != covering.DRAFT:
        return not_found(request)
    said = covering.written(version.words, key)

    def act(given: dict[str, Any]) -> None:
        transitions.write_field(version, key=key, by=visit.post, on=visit.today, **given)

    back = Link(found.title, reverse("scrutiny:report", args=[visit.record.reference]))
    asking = Asking(slot.label, found.title, back)
    form = forms.WriteForm(typed(request), slot=slot, said=said, seen=version.seen)
    return ask(request, form, asking, act)


@require_POST
@door(Can.WORK, kind=COVER)
def finish(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Compose the paper as it stands and freeze it, unless a field is missing."""
    version = _version(_cover(visit), None)
    if version is None:
        return not_found(request)
    seen = request.POST.get("seen", "")
    paper = documents.composed(version, on=visit.today, final=True)
    try:
        transitions.finish(
            version,
            content=documents.to_json(paper),
            by=visit.post,
            on=visit.today,
            seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else None,
        )
    except NotAllowed as why:
        return _report(request, visit, why_not=str(why))
    return redirect("scrutiny:report", visit.record.reference)


@require_POST
@door(Can.DECIDE, kind=COVER)
def approve(request: HttpRequest, visit: Visit) -> HttpResponse:
    version = _version(_cover(visit), None)
    if version is None:
        return not_found(request)
    try:
        transitions.approve(version, by=visit.post, on=visit.today)
    except NotAllowed as why:
        return _report(request, visit, why_not=str(why))
    return redirect("scrutiny:report", visit.record.reference)


@require_POST
@door(Can.WORK, kind=COVER)
def revise(request: HttpRequest, visit: Visit) -> HttpResponse:
    try:
        transitions.revise(_cover(visit), by=visit.post, on=visit.today)
    except NotAllowed as why:
        return _report(request, visit, why_not=str(why))
    return redirect("scrutiny:report", visit.record.reference)


@require_safe
@door(Can.SEE, kind=COVER)
def download(request: HttpRequest, visit: Visit, number: int, kind: str) -> HttpResponseBase:
    """One file of one version. Its manifest is in the access log before its first byte."""
    found = _cover(visit)
    version = _version(found, number)
    if kind not in documents.FORMATS or version is None:
        return not_found(request)
    paper = documents.paper_of(version, on=visit.today)
    made = documents.FORMATS[kind].make(paper, version.finished_on or visit.today)
    reference = visit.record.reference
    visit.exported(documents.manifest(paper, kind, reference=reference, number=number))
    chosen = documents.FORMATS[kind]
    return attached(made, f"{STEM}.{chosen.ending}", chosen.content_type)


def _report(
    request: HttpRequest, visit: Visit, *, number: int | None = None, why_not: str = ""
) -> HttpResponse:
    found = _cover(visit)
    version = _version(found, number)
    if version is None:
        return not_found(request)
    page = CoverPage.of(
        found,
        version,
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        on=visit.today,
        why_not=why_not,
    )
    return render(request, "scrutiny/report.html", {"page": page})


def _cover(visit: Visit) -> CoverReport:
    return get_object_or_404(CoverReport.objects.for_page(), record=visit.record)


def _version(found: CoverReport, number: int | None) -> CoverVersion | None:
    """Return a version by its number, or the latest. It is read through the record let in."""
    versions = list(found.versions.all())
    for one in versions:
        one.report = found
    mine = [one for one in versions if number is None or one.number == number]
    return mine[-1] if mine else None
