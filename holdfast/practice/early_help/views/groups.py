"""Programmes: the list, one programme, its sessions, places and registers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import PROGRAMME
from holdfast.practice.early_help.forms import groups as forms
from holdfast.practice.early_help.models import EarlyHelp, Place, Programme
from holdfast.practice.early_help.pages import lists
from holdfast.practice.early_help.pages.groups import ProgrammePage
from holdfast.practice.early_help.rules.law import Basis
from holdfast.practice.early_help.rules.states import WITH_THE_FAMILY
from holdfast.practice.early_help.views.asked import programme_of


@require_safe
@room_door(PROGRAMME, Can.SEE)
def programmes(request: HttpRequest, visit: Visit) -> HttpResponse:
    mine = Programme.objects.visible_to(visit.post).for_list()
    table = lists.programmes_table(mine, request.GET, on=visit.today)
    return render(request, "early_help/programmes.html", {"table": table})


@require_http_methods(["GET", "POST"])
@room_door(PROGRAMME, Can.OPEN)
def start(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = forms.ProgrammeForm(typed(request))

    def act(given: dict[str, Any]) -> str:
        made = verbs.start_programme(
            form.told(), area=visit.partnership.area, by=visit.post, on=visit.today
        )
        return reverse("early_help:programme", args=[made.record.reference])

    back = Link("Programmes", reverse("early_help:programmes"))
    return ask(request, form, Asking("Start a programme", "Early help", back, "Start it"), act)


@require_safe
@door(Can.SEE, kind=PROGRAMME)
def programme(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = ProgrammePage.of(programme_of(visit), on=visit.today)
    return render(request, "early_help/programme.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=PROGRAMME)
def plan_sessions(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = programme_of(visit)
    form = forms.SessionsForm(typed(request))

    def act(given: dict[str, Any]) -> None:
        verbs.plan_sessions(found, form.told(), by=visit.post, on=visit.today)

    return ask(request, form, _asking(found, "Plan sessions", "Plan them"), act)


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=PROGRAMME)
def give_place(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A place for somebody of a family that this post may write about."""
    found = programme_of(visit)
    mine = EarlyHelp.objects.visible_to(visit.post).filter(state__in=WITH_THE_FAMILY)
    families = list(mine.select_related("record").prefetch_related("children", "relatives"))
    form = forms.PlaceForm(typed(request), families=families, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        family, subject, _ = form.people[given["person"]]
        verbs.give_place(
            found, family, subject=subject, basis=Basis(given["basis"]),
            basis_words=given["basis_words"], by=visit.post, on=given["on"],
        )  # fmt: skip

    return ask(request, form, _asking(found, "Give a place", "Give it"), act)


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=PROGRAMME)
def register(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """One session's register: tick all who came, and save once."""
    found = programme_of(visit)
    session = found.sessions.filter(number=number).prefetch_related("marks").first()
    if session is None:
        raise Http404
    session.programme = found
    form = forms.RegisterForm(typed(request), session=session, places=session.due())

    def act(given: dict[str, Any]) -> None:
        verbs.take_register(session, form.marks(), by=visit.post, on=visit.today)

    title = f"Register: session {session.number}, {day_words(session.on)}"
    asking = _asking(found, title, "Save the register", text=f"{session.topic}.")
    return ask(request, form, asking, act)


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=PROGRAMME)
def end_place(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    mine = Place.objects.filter(programme__record=visit.record, pk=number, left_on=None)
    place = mine.select_related("programme__record", "early_help__record").first()
    if place is None:
        raise Http404
    form = forms.EndPlaceForm(typed(request))

    def act(given: dict[str, Any]) -> None:
        done = given["completed"] == "yes"
        verbs.end_place(place, completed=done, why=given["why"], by=visit.post, on=visit.today)

    text = f"{place.who} came to {place.attended().words}."
    return ask(request, form, _asking(place.programme, "End a place", "End it", text=text), act)


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=PROGRAMME)
def end_programme(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = programme_of(visit)
    form = forms.EndForm(typed(request), initial={"on": visit.today})

    def act(given: dict[str, Any]) -> None:
        verbs.end_programme(found, by=visit.post, on=given["on"])

    return ask(request, form, _asking(found, "End the programme", "End it"), act)


def _asking(found: Programme, title: str, submit: str, *, text: str = "") -> Asking:
    reference = found.record.reference
    back = Link(found.name, reverse("early_help:programme", args=[reference]))
    return Asking(title, f"{found.name} · {reference}", back, submit, text)
