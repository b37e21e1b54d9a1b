"""The board year: calendar, forward plan, attendance, and a post's calendar address."""

from contextlib import suppress
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.desk import transitions as desk
from holdfast.board.desk.access import PART, READERS, YEAR
from holdfast.board.desk.forms import meeting as forms
from holdfast.board.desk.pages import opening
from holdfast.board.desk.pages import year as pages
from holdfast.board.desk.pages.calendar import YearPage
from holdfast.board.desk.views.base import Change, answered, cycle_of, year_door, year_work
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import (
    AgendaItem,
    Cycle,
    Feed,
    ForwardItem,
    Meeting,
    Place,
    RestrictedPart,
)
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, page_door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@require_safe
@room_door(YEAR)
def meetings(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The year asked for, or the one that is running."""
    cycles = list(Cycle.objects.visible_to(visit.post).select_related("record").latest_first())
    if not cycles:
        may_open = gate.may_open(visit.post, YEAR)
        return render(request, "desk/no_year.html", {"may_open": may_open})
    asked = [one for one in cycles if one.record.reference == request.GET.get("year")]
    now = [one for one in cycles if one.starts_on <= visit.today <= one.ends_on]
    cycle = (asked or now or cycles)[0]
    found = list(Meeting.objects.filter(cycle=cycle).visible_to(visit.post).for_list())
    page = YearPage.of(
        cycle,
        found,
        themes=_themes(cycle),
        others=cycles,
        feed=Feed.objects.filter(post=visit.post, revoked_on=None).first(),
        may_work=gate.may(visit.post, Can.WORK, cycle.record),
        may_open=gate.may_open(visit.post, YEAR),
    )
    return render(request, "desk/meetings.html", {"page": page})


def _themes(cycle: Cycle) -> dict[int, str]:
    """Return what each meeting is about: its theme, drawn or still on the forward plan."""
    planned = {
        (entry.body, entry.wanted_from): entry.title
        for entry in cycle.forward.filter(key="theme", restricted=False, withdrawn="")
    }
    return {
        one.pk: planned[one.body, one.planned_from.replace(day=1)]
        for one in cycle.meetings.all()
        if (one.body, one.planned_from.replace(day=1)) in planned
    }


def _extra(cycle: Cycle, **told: Any) -> None:
    desk.plan_extra(cycle, **told)


EXTRA = Change("Plan another meeting", forms.ExtraForm, _extra, "Plan it")


@require_http_methods(["GET", "HEAD", "POST"])
@year_work
def extra(request: HttpRequest, visit: Visit) -> HttpResponse:
    cycle = cycle_of(visit)
    home = reverse("desk:meetings")
    return answered(request, visit, EXTRA, cycle, caption=cycle.title, home=home)


OFFERED = (
    "What is offered is the shipped outline for the year after the last one. Change what is not "
    "yours; the year decides its own themes."
)


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(YEAR, Can.OPEN)
def open_year(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Open a board year from an outline that is typed: its meetings by month, its forward plan."""
    last = Cycle.objects.visible_to(visit.post).latest_first().first()
    form = forms.YearForm(typed(request), initial=opening.next_year(last, on=visit.today))

    def act(said: dict[str, Any]) -> str:
        made = desk.plan_year(
            **said, area=visit.partnership.area, owner=visit.post.agency, by=visit.post,
            on=visit.today,
        )  # fmt: skip
        return f"{reverse('desk:meetings')}?year={made.record.reference}"

    back = Link("Meetings", reverse("desk:meetings"))
    return ask(request, form, Asking("Open a board year", "", back, "Open it", note=OFFERED), act)


@require_safe
@page_door(*sorted(READERS))
def granted(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The restricted parts that this post was let into. Without one the page says so, to all."""
    grants = Grant.objects.live(at=visit.now).filter(post=visit.post, record__kind=PART)
    parts = RestrictedPart.objects.filter(
        record__in=gate.allowed(Record.objects.filter(kind=PART), to=visit.post)
    ).select_related("record", "meeting")
    by_record = {part.record_id: part for part in parts.filter(record__in=grants.values("record"))}
    shown = grants.select_related("given_by").order_by("expires_at", "pk")
    table = opening.granted_table([one for one in shown if one.record_id in by_record], by_record)
    return render(request, "desk/granted.html", {"table": table})


@require_safe
@year_door
def forward(request: HttpRequest, visit: Visit) -> HttpResponse:
    cycle = cycle_of(visit)
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    drawn = AgendaItem.objects.select_related("meeting")
    items = cycle.forward.select_related("asked_by").prefetch_related(
        Prefetch("items", queryset=drawn)
    )
    shown = items if may_work else items.filter(restricted=False)
    page = pages.ForwardPage.of(cycle, list(shown), may_work=may_work)
    return render(request, "desk/forward.html", {"page": page})


PUT = Change("Put an item forward", forms.ForwardForm, verbs.put_forward, "Put it forward")
FORWARD_CHANGES = {
    "schedule": Change("Schedule the item", forms.ScheduleForm, verbs.schedule),
    "withdraw": Change("Take the item off the plan", forms.WithdrawForm, verbs.withdraw),
}


@require_http_methods(["GET", "HEAD", "POST"])
@year_work
def put_forward(request: HttpRequest, visit: Visit) -> HttpResponse:
    cycle = cycle_of(visit)
    home = reverse("desk:forward", args=[visit.record.reference])
    return answered(request, visit, PUT, cycle, caption=cycle.title, home=home)


@require_http_methods(["GET", "HEAD", "POST"])
@year_work
def change_forward(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    items = ForwardItem.objects.filter(cycle__record=visit.record).select_related("cycle__record")
    found = get_object_or_404(items, pk=number)
    home = reverse("desk:forward", args=[visit.record.reference])
    return answered(request, visit, FORWARD_CHANGES[form], found, caption=found.title, home=home)


def _with_places(cycle: Cycle, visit: Visit) -> list[Meeting]:
    places = Place.objects.select_related("post__agency")
    found = Meeting.objects.filter(cycle=cycle).visible_to(visit.post).for_list()
    return list(found.prefetch_related(Prefetch("places", queryset=places)))


@require_safe
@year_door
def attendance(request: HttpRequest, visit: Visit) -> HttpResponse:
    cycle = cycle_of(visit)
    page = pages.AttendancePage.of(cycle, _with_places(cycle, visit))
    return render(request, "desk/attendance.html", {"page": page})


@require_safe
@year_door
def attendance_csv(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    cycle = cycle_of(visit)
    rows = pages.csv_rows(_with_places(cycle, visit))
    visit.exported({"what": "attendance", "reference": visit.record.reference, "rows": len(rows)})
    return csv_response("attendance", pages.HEADER, rows)


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(*sorted(READERS))
def address(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Make, or take away, the secret address at which a calendar reads this post's meetings."""
    made = ""
    if request.method == "POST" and "revoke" in request.POST:
        with suppress(NotAllowed):
            verbs.revoke_feed(visit.post, by=visit.post, on=visit.today)
        return redirect("desk:address")
    if request.method == "POST":
        secret = verbs.make_feed(visit.post, by=visit.post, on=visit.today)
        made = request.build_absolute_uri(reverse("desk:feed", args=[secret]))
    held = Feed.objects.filter(post=visit.post, revoked_on=None).first()
    return render(request, "desk/address.html", {"made": made, "held": held})
