"""The room's lists: my work, the register, meetings, employers' actions, figures, the rota."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.door import Visit, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import wants_csv
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import KIND
from holdfast.practice.allegations.forms.incoming import DutyForm
from holdfast.practice.allegations.models import Allegation, DutyTurn, Meeting, Question, Transfer
from holdfast.practice.allegations.pages import lists
from holdfast.practice.allegations.pages.figures import figures_page
from holdfast.practice.allegations.views.asked import seal
from holdfast.practice.allegations.views.entries import tried


@require_safe
@room_door(KIND, Can.SEE)
def work(request: HttpRequest, visit: Visit) -> HttpResponse:
    seal(request)
    found = Allegation.objects.visible_to(visit.post).open().for_list()
    offers = Transfer.objects.filter(to=visit.post, accepted_on=None, withdrawn_on=None)
    page = lists.WorkPage.of(
        found,
        on=visit.today,
        duty=DutyTurn.objects.of_day(on=visit.today) if _ours(visit) else None,
        offers=offers.select_related("offered_by__agency"),
    )
    return render(
        request,
        "allegations/work.html",
        {
            "page": page,
            "ours": _ours(visit),
            "may_set": _ours(visit) and _keeps(visit),
            "questions": Question.objects.waiting().count() if _ours(visit) else 0,
        },
    )


def _ours(visit: Visit) -> bool:
    """A neighbour's LADO keeps no rota here and sees none."""
    return visit.post.agency.area_id == visit.partnership.area_id


def _keeps(visit: Visit) -> bool:
    """The rota is the LADO's to set; duty cover reads it."""
    return Role(visit.post.role) is Role.LADO


@require_safe
@room_door(KIND, Can.SEE)
def register(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    seal(request)
    everything = Allegation.objects.visible_to(visit.post)
    found = lists.narrowed(everything, request.GET, on=visit.today)
    if wants_csv(request.GET):
        ids = [str(pk) for pk in found.values_list("record_id", flat=True)]
        visit.exported({"what": "register", "records": ids, "columns": list(lists.CSV_HEAD)})
        return csv_response("register", header=lists.CSV_HEAD, rows=lists.csv_rows(found))
    page = lists.register_page(found, everything, request.GET)
    return render(request, "allegations/register.html", {"page": page})


@require_safe
@room_door(KIND, Can.SEE)
def meetings(request: HttpRequest, visit: Visit) -> HttpResponse:
    seal(request)
    mine = Allegation.objects.visible_to(visit.post)
    found = Meeting.objects.filter(allegation__in=mine).select_related(
        "allegation__record", "chair"
    )
    table = lists.meetings_table(found.prefetch_related("invitations"), request.GET)
    context = {"title": "Meetings", "table": table}
    return render(request, "allegations/list.html", context)


@require_safe
@room_door(KIND, Can.SEE)
def actions(request: HttpRequest, visit: Visit) -> HttpResponse:
    seal(request)
    records = Allegation.objects.visible_to(visit.post).values("record")
    found = Action.objects.filter(record__in=records).for_page()
    table = lists.actions_table(found, request.GET, on=visit.today)
    context = {"title": "Employers’ actions", "table": table}
    return render(request, "allegations/list.html", context)


@require_safe
@room_door(KIND, Can.SEE)
def figures(request: HttpRequest, visit: Visit) -> HttpResponse:
    seal(request)
    page = figures_page(list(Allegation.objects.visible_to(visit.post)))
    return render(request, "allegations/figures.html", {"page": page})


@require_http_methods(["GET", "POST"])
@room_door(KIND, Can.DECIDE)
def duty(request: HttpRequest, visit: Visit) -> HttpResponse:
    seal(request)
    if not _ours(visit):
        raise Http404
    held = DutyTurn.objects.by_day(on=visit.today)
    form = DutyForm(request.POST or None, today=visit.today, agency=visit.post.agency, held=held)
    if form.is_valid() and tried(
        form,
        lambda: verbs.set_duty_roster(
            form.turns, phone=form.cleaned_data["phone"], by=visit.post, on=visit.today
        ),
    ):
        return redirect("allegations:work")
    return render(request, "allegations/duty.html", {"form": form})


@require_http_methods(["POST"])
@room_door(KIND, Can.DECIDE)
def accept(request: HttpRequest, visit: Visit, *, offer: UUID) -> HttpResponse:
    """Take a case that another LADO offers. Offers to other posts are not found."""
    mine = Transfer.objects.filter(to=visit.post, pk=offer, accepted_on=None, withdrawn_on=None)
    found = mine.select_related("allegation__record__area", "offered_by").first()
    if found is None:
        raise Http404
    verbs.accept_transfer(found, by=visit.post, on=visit.today)
    reference = found.allegation.record.reference
    return redirect("allegations:record", reference=reference)
