"""The report itself: HTTP in, one call, HTTP out."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.board.annual_report import rules, transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.documents import library, rebuilding, shelf, standing
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
from holdfast.board.annual_report.rules.required import guidance_for
from holdfast.board.annual_report.views.showing import says_why, shown
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, not_found, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.render import render


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
            made = transitions.begin(
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
@says_why
def edition(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _edition(request, visit)


def _edition(request: HttpRequest, visit: Visit, *, why_not: str = "") -> HttpResponse:
    found = shown(visit)
    report = library.report_of(found, on=visit.today)
    recipients = list(found.recipients.for_page())
    usual = guidance_for(rules.ends_on(found.year))
    page = EditionPage.of(
        found,
        report,
        held=standing.standing(report, found, recipients, guidance=usual),
        unsent=len(standing.unsent(found, recipients)),
        post=visit.post,
        on=visit.today,
        params=request.GET,
        why_not=why_not,
    )
    return render(request, "annual_report/edition.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
@says_why
def chapter(request: HttpRequest, visit: Visit, chapter: str) -> HttpResponse:
    found = shown(visit)
    report = library.report_of(found, on=visit.today)
    page = ChapterPage.of(found, report, chapter, post=visit.post)
    if page is None:
        return not_found(request)
    return render(request, "annual_report/chapter.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
@says_why
def settle(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    found = shown(visit)
    doubt = outline_of(found.year).doubt(key)
    if doubt is None:
        return not_found(request)
    form = SettleForm(request.POST or None, initial={"words": doubt.proposed.capitalize()})
    if request.method == "POST" and form.is_valid():
        try:
            transitions.settle(
                found,
                disagreement=doubt.key,
                holder=doubt.holder,
                words=form.cleaned_data["words"],
                reason=form.cleaned_data["reason"],
                by=visit.post,
                on=visit.today,
            )
            return redirect("annual_report:edition", found.record.reference)
        except NotAllowed as why_not:
            form.add_error(None, str(why_not))
    page = SettlePage.of(found, library.report_of(found, on=visit.today), key)
    return render(request, "annual_report/settle.html", {"page": page, "form": form})


@require_POST
@door(Can.WORK, kind=KIND)
@says_why
def freeze(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = shown(visit)
    content = to_json(library.live(found.year, on=visit.today, edition=found))
    try:
        transitions.freeze(found, content=content, by=visit.post, on=visit.today)
    except NotAllowed as why_not:
        return _edition(request, visit, why_not=str(why_not))
    return redirect("annual_report:edition", found.record.reference)


@require_POST
@door(Can.DECIDE, kind=KIND)
@says_why
def approve(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = shown(visit)
    report = library.report_of(found, on=visit.today)
    unsettled = [each.number for each in report.disagreements() if each.settled is None]
    printed = () if unsettled else rebuilding.printed(found, on=visit.today)
    try:
        transitions.approve(
            found, unsettled=unsettled, printed=printed, by=visit.post, on=visit.today
        )
    except NotAllowed as why_not:
        return _edition(request, visit, why_not=str(why_not))
    return redirect("annual_report:edition", found.record.reference)


@require_safe
@door(Can.SEE, kind=KIND)
@says_why
def download(request: HttpRequest, visit: Visit, kind: str) -> HttpResponseBase:
    """One file of the edition. Its manifest is in the access log before its first byte is sent."""
    if kind not in shelf.FORMATS:
        return not_found(request)
    chosen = shelf.FORMATS[kind]
    found = shown(visit)
    report = library.report_of(found, on=visit.today)
    if chosen not in shelf.formats_of(report):
        return not_found(request)
    made = chosen.make(report, found.approved_on or visit.today)
    visit.exported(shelf.manifest(report, kind))
    return attached(made, shelf.name_of(chosen, found.year), chosen.content_type)
