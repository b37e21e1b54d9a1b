"""HTTP in, one call, HTTP out."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.documents import library, shelf
from holdfast.board.annual_report.documents.codec import to_json
from holdfast.board.annual_report.documents.outline import outline_of
from holdfast.board.annual_report.forms import BeginForm, SettleForm
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.pages import (
    ChapterPage,
    EditionPage,
    EditionsPage,
    SettlePage,
)
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, not_found, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render

View = Callable[..., HttpResponseBase]


def _says_why(view: View) -> View:
    """A report that cannot be shown says why, instead of a page that broke."""

    @wraps(view)
    def shown(request: HttpRequest, visit: Visit, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, visit, **kwargs)
        except library.CannotShow as why:
            context = {"why": str(why)}
            return render(request, "annual_report/cannot.html", context, status=503)

    return shown


@require_safe
@room_door(KIND)
def editions(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _editions(request, visit, BeginForm())


@require_POST
@room_door(KIND, Can.OPEN)
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = BeginForm(request.POST)
    if form.is_valid():
        try:
            made = transitions.draft(
                year=form.cleaned_data["year"],
                area=visit.partnership.area,
                owner=visit.post.agency,
                by=visit.post,
                on=visit.today,
            )
            return redirect("annual_report:edition", made.record.reference)
        except NotAllowed as why_not:
            form.add_error("year", str(why_not))
    return _editions(request, visit, form)


def _editions(request: HttpRequest, visit: Visit, form: BeginForm) -> HttpResponse:
    seen = gate.allowed(Record.objects.filter(kind=KIND), to=visit.post)
    found = Edition.objects.of(seen).for_page().newest_first()
    page = EditionsPage.of(found, may_begin=gate.may_open(visit.post, KIND))
    return render(request, "annual_report/editions.html", {"page": page, "form": form})


@require_safe
@door(Can.SEE, kind=KIND)
@_says_why
def edition(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _edition(request, visit)


def _edition(request: HttpRequest, visit: Visit, *, why_not: str = "") -> HttpResponse:
    shown = _shown(visit)
    report = library.report_of(shown, on=visit.today)
    page = EditionPage.of(shown, report, post=visit.post, why_not=why_not)
    return render(request, "annual_report/edition.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
@_says_why
def chapter(request: HttpRequest, visit: Visit, chapter: str) -> HttpResponse:
    shown = _shown(visit)
    report = library.report_of(shown, on=visit.today)
    page = ChapterPage.of(shown, report, chapter, post=visit.post)
    if page is None:
        return not_found(request)
    return render(request, "annual_report/chapter.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
@_says_why
def settle(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    shown = _shown(visit)
    doubt = outline_of(shown.year).doubt(key)
    if doubt is None:
        return not_found(request)
    form = SettleForm(request.POST or None, initial={"words": doubt.proposed.capitalize()})
    if request.method == "POST" and form.is_valid():
        try:
            transitions.settle(
                shown,
                disagreement=doubt.key,
                holder=doubt.holder,
                words=form.cleaned_data["words"],
                reason=form.cleaned_data["reason"],
                by=visit.post,
                on=visit.today,
            )
            return redirect("annual_report:edition", shown.record.reference)
        except NotAllowed as why_not:
            form.add_error(None, str(why_not))
    page = SettlePage.of(shown, library.report_of(shown, on=visit.today), key)
    return render(request, "annual_report/settle.html", {"page": page, "form": form})


@require_POST
@door(Can.WORK, kind=KIND)
@_says_why
def freeze(request: HttpRequest, visit: Visit) -> HttpResponse:
    shown = _shown(visit)
    content = to_json(library.live(shown.year, on=visit.today))
    try:
        transitions.freeze(shown, content=content, by=visit.post, on=visit.today)
    except NotAllowed as why_not:
        return _edition(request, visit, why_not=str(why_not))
    return redirect("annual_report:edition", shown.record.reference)


@require_POST
@door(Can.DECIDE, kind=KIND)
@_says_why
def approve(request: HttpRequest, visit: Visit) -> HttpResponse:
    shown = _shown(visit)
    report = library.report_of(shown, on=visit.today)
    unsettled = [each.number for each in report.disagreements() if each.settled is None]
    try:
        transitions.approve(shown, unsettled=unsettled, by=visit.post, on=visit.today)
    except NotAllowed as why_not:
        return _edition(request, visit, why_not=str(why_not))
    return redirect("annual_report:edition", shown.record.reference)


@require_safe
@door(Can.SEE, kind=KIND)
@_says_why
def download(request: HttpRequest, visit: Visit, kind: str) -> HttpResponseBase:
    """One file of the edition. Its manifest is in the access log before its first byte is sent."""
    if kind not in shelf.FORMATS:
        return not_found(request)
    chosen = shelf.FORMATS[kind]
    shown = _shown(visit)
    report = library.report_of(shown, on=visit.today)
    made = chosen.make(report, visit.today)
    visit.exported(shelf.manifest(report, kind))
    response = HttpResponse(made, content_type=chosen.content_type)
    name = f"{shelf.stem(shown.year)}.{chosen.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _shown(visit: Visit) -> Edition:
    return Edition.objects.for_page().get(record=visit.record)
