"""HTTP in, one call, HTTP out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.workplan import documents, transitions
from holdfast.board.workplan.access import KIND
from holdfast.board.workplan.extracts import ReportRow, report_rows
from holdfast.board.workplan.forms import lines as forms
from holdfast.board.workplan.models import Line, Plan
from holdfast.board.workplan.pages import Asked, LinePage, PlanPage, PlansPage
from holdfast.board.workplan.pages.sections import beside
from holdfast.board.workplan.views.finding import the_plan
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached, csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

STEM = "work-plan"


@require_safe
@room_door(KIND)
def plans(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Plan.objects.visible_to(visit.post).select_related("record").latest_first()
    return render(request, "workplan/plans.html", {"page": PlansPage.of(found)})


@require_safe
@door(Can.SEE, kind=KIND)
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    lines = list(Line.objects.filter(plan__record=visit.record).for_page())
    asked = Asked(
        show=request.GET.get("show", "all"),
        owner=request.GET.get("owner", ""),
        priority=request.GET.get("priority", ""),
        since=request.GET.get("since", ""),
    )
    found = the_plan(visit)
    page = PlanPage.of(found, lines, asked=asked, on=visit.today)
    links = beside(found, may_work=gate.may(visit.post, Can.WORK, visit.record))
    return render(request, "workplan/plan.html", {"page": page, "beside": links})


@require_safe
@door(Can.SEE, kind=KIND)
def line(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    page = LinePage.of(
        _line(visit, number),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        on=visit.today,
    )
    return render(request, "workplan/line.html", {"page": page})


@dataclass(frozen=True)
class Change:
    """A form about a line, and the verb that takes what was typed."""

    title: str
    form: type[forms.LineForm]
    verb: Callable[..., object]
    submit: str = "Save"


CHANGES = {
    "progress": Change("Note progress", forms.ProgressForm, transitions.note_progress),
    "owner": Change("Name one owner", forms.OwnerForm, transitions.name_owner),
    "date": Change("Ask for a date", forms.NewDateForm, transitions.ask_new_date, "Ask"),
    "done": Change(
        "Say that it is done", forms.DoneForm, transitions.claim_done, "Say that it is done"
    ),
    "evidence": Change("Record evidence", forms.EvidenceForm, transitions.give_evidence),
    "review": Change("Set the next review", forms.ReviewForm, transitions.set_review),
    "retest": Change("Test again", forms.RetestForm, transitions.retest),
    "open-part": Change(
        "Confirm what is left open", forms.OpenPartForm, transitions.confirm_open_part, "Confirm"
    ),
    "reopen": Change("Open it again", forms.ReopenForm, transitions.reopen, "Open it again"),
}
ANSWER = Change("Answer the new date", forms.AnswerForm, transitions.answer_new_date, "Answer")


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def change(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    return _change(request, visit, number, CHANGES[form])


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.DECIDE, kind=KIND)
def answer(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    return _change(request, visit, number, ANSWER)


@require_safe
@door(Can.SEE, kind=KIND)
def download(request: HttpRequest, visit: Visit, form: str) -> HttpResponseBase:
    """Every line as a file. The manifest is committed before the first byte is made."""
    found = the_plan(visit)
    rows = report_rows(found, on=visit.today)
    visit.exported(
        {
            "what": "work plan",
            "form": form,
            "reference": visit.record.reference,
            "as_at": visit.today.isoformat(),
            "lines": [row.number for row in rows],
        }
    )
    return FILES[form](found, rows, visit)


def _csv(found: Plan, rows: tuple[ReportRow, ...], visit: Visit) -> HttpResponseBase:
    return csv_response(STEM, documents.HEADER, [documents.cells(row) for row in rows])


def _excel(found: Plan, rows: tuple[ReportRow, ...], visit: Visit) -> HttpResponseBase:
    content = documents.workbook(
        rows, title=found.title, body=visit.partnership.name, made_at=visit.now
    )
    return _attached(content, "xlsx", "spreadsheetml.sheet")


def _word(found: Plan, rows: tuple[ReportRow, ...], visit: Visit) -> HttpResponseBase:
    content = documents.document(
        rows,
        title=found.title,
        source=found.source,
        body=visit.partnership.name,
        made_at=visit.now,
    )
    return _attached(content, "docx", "wordprocessingml.document")


FILES: dict[str, Callable[[Plan, tuple[ReportRow, ...], Visit], HttpResponseBase]] = {
    "csv": _csv,
    "xlsx": _excel,
    "docx": _word,
}


def _attached(content: bytes, ending: str, kind: str) -> HttpResponse:
    known = f"application/vnd.openxmlformats-officedocument.{kind}"
    return attached(content, f"{STEM}.{ending}", known)


def _change(request: HttpRequest, visit: Visit, number: int, asked: Change) -> HttpResponse:
    found = _line(visit, number)
    here = reverse("workplan:line", args=[visit.record.reference, number])
    form = asked.form(request.POST if request.method == "POST" else None, line=found)
    if form.is_valid():
        try:
            typed: dict[str, Any] = form.cleaned_data
            asked.verb(found, by=visit.post, on=visit.today, **typed)
            return redirect(here)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {
        "form": form,
        "title": asked.title,
        "submit": asked.submit,
        "caption": f"Line {found.number}. {found.title}",
        "what": found.action.what,
        "back": Link(f"Line {found.number}", here),
        "leave": Link("Go back without saving", here),
        "asked": _waiting(found),
    }
    return render(request, "workplan/change.html", context)


def _waiting(found: Line) -> str:
    """Say which new date waits for an answer, where one does."""
    asked = [c for c in found.action.date_changes.all() if c.answer == c.Answer.ASKED]
    return f"Asked for: {asked[0]}. {asked[0].reason}" if asked else ""


def _line(visit: Visit, number: int) -> Line:
    """A line is reached only through the record let in."""
    lines = Line.objects.for_page().select_related("plan__record", "theme")
    return get_object_or_404(lines, plan__record=visit.record, number=number)
