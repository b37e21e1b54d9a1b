"""What was done in the year, and what shows that it changed anything."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.briefs import family
from holdfast.board.annual_report.forms import (
    ActivityForm,
    ImpactForm,
    PlanLinesForm,
    WithdrawForm,
)
from holdfast.board.annual_report.models import Activity
from holdfast.board.annual_report.pages import ActivitiesPage, offered_lines
from holdfast.board.annual_report.views.showing import change, says_why, shown
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render

BACK = ("annual_report:activities", "What was done")


@require_safe
@door(Can.SEE, kind=KIND)
@says_why
def activities(request: HttpRequest, visit: Visit) -> HttpResponse:
    edition = shown(visit)
    report = library.report_of(edition, on=visit.today)
    brief = report.brief(family.FORM)
    page = ActivitiesPage.of(
        edition,
        list(Activity.objects.of(edition)),
        family=family.reading(brief) if brief else None,
        may_work=gate.may(visit.post, Can.WORK, visit.record),
    )
    return render(request, "annual_report/activities.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def tell(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = ActivityForm(typed(request))
    form.fields.pop("seen")
    verb = partial(transitions.note_activity, shown(visit))
    return change(request, visit, form, verb, title="Say what was done", submit="Save", back=BACK)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def from_plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Tell what was done on lines of the year's plan: chosen, not typed again."""
    edition = shown(visit)
    offered = offered_lines(edition, on=visit.today)
    about = (
        "Each line is told in the plan's words with its latest evidence, and can be written "
        "otherwise afterwards."
        if offered
        else "No line of this year's plan has anything to tell that is not told here already."
    )
    return change(
        request,
        visit,
        PlanLinesForm(typed(request), offered=offered),
        partial(transitions.tell_from_plan, edition),
        title="Tell it from the work plan",
        submit="Tell these",
        about=about,
        back=BACK,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def rewrite(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    activity = _activity(visit, pk)
    initial = {
        "theme": activity.theme,
        "what": activity.what,
        "plain": activity.plain,
        "source": activity.source,
        "happened": activity.happened_as_typed,
        "seen": activity.version,
    }
    form = ActivityForm(typed(request), initial=initial)
    verb = partial(transitions.change_activity, activity)
    return change(request, visit, form, verb, title="Write it otherwise", submit="Save", back=BACK)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def impact(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    activity = _activity(visit, pk)
    return change(
        request,
        visit,
        ImpactForm(typed(request)),
        partial(transitions.show_impact, activity),
        title="Show what changed",
        submit="Save the evidence",
        about=activity.what,
        back=BACK,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def withdraw(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    activity = _activity(visit, pk)
    return change(
        request,
        visit,
        WithdrawForm(typed(request), initial={"seen": activity.version}),
        partial(transitions.withdraw_activity, activity),
        title="Take it out of the draft",
        submit="Take it out",
        about=activity.what,
        back=BACK,
    )


def _activity(visit: Visit, pk: int) -> Activity:
    """A paragraph is reached only through the record let in."""
    found = Activity.objects.select_related("edition__record").filter(withdrawn_on=None)
    return get_object_or_404(found, pk=pk, edition__record=visit.record)
