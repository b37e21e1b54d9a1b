"""The report's calendar. Each milestone lives in the one tracker."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.forms import AnswerForm, DoneForm, NewDateForm
from holdfast.board.annual_report.models import Milestone
from holdfast.board.annual_report.pages import CalendarPage
from holdfast.board.annual_report.views.showing import change, shown
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render

BACK = ("annual_report:calendar", "Calendar")
EDITABLE = ["GET", "HEAD", "POST"]


@require_safe
@door(Can.SEE, kind=KIND)
def calendar(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _calendar(request, visit)


def _calendar(request: HttpRequest, visit: Visit, *, why_not: str = "") -> HttpResponse:
    edition = shown(visit)
    page = CalendarPage.of(
        edition,
        list(edition.milestones.for_page()),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        on=visit.today,
    )
    context = {"page": page, "why_not": why_not}
    return render(request, "annual_report/calendar.html", context)


@require_POST
@door(Can.WORK, kind=KIND)
def set_out(request: HttpRequest, visit: Visit) -> HttpResponse:
    try:
        transitions.set_out(shown(visit), by=visit.post, on=visit.today)
    except NotAllowed as why_not:
        return _calendar(request, visit, why_not=str(why_not))
    return redirect(BACK[0], visit.record.reference)


@require_http_methods(EDITABLE)
@door(Can.WORK, kind=KIND)
def done(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    milestone = _milestone(visit, key)
    initial = {"dated_on": visit.today, "seen": milestone.action.version}
    return change(
        request,
        visit,
        DoneForm(typed(request), initial=initial),
        partial(transitions.say_done, milestone),
        title="Say that it is done",
        submit="Save",
        about=milestone.action.what,
        back=BACK,
    )


@require_http_methods(EDITABLE)
@door(Can.WORK, kind=KIND)
def new_date(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    milestone = _milestone(visit, key)
    return change(
        request,
        visit,
        NewDateForm(typed(request)),
        partial(transitions.ask_new_date, milestone),
        title="Ask for a revised date",
        submit="Ask",
        about=milestone.action.what,
        back=BACK,
    )


@require_http_methods(EDITABLE)
@door(Can.DECIDE, kind=KIND)
def answer(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    milestone = _milestone(visit, key)
    return change(
        request,
        visit,
        AnswerForm(typed(request)),
        partial(transitions.answer_new_date, milestone),
        title="Answer the revised date",
        submit="Answer",
        about=milestone.action.what,
        back=BACK,
    )


def _milestone(visit: Visit, key: str) -> Milestone:
    """A milestone is reached only through the record let in."""
    found = Milestone.objects.select_related("action__record")
    return get_object_or_404(found, edition__record=visit.record, key=key)
