"""An address for every kind of door, in front of the product's own access pages."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import include, path

from holdfast.kernel.access.door import Visit, door, page_door, room_door
from holdfast.kernel.access.gate import Can, Refused, allowed
from holdfast.kernel.access.models import Entry
from holdfast.kernel.access.tests.kinds import OPEN, SEALED
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record, Step


@door(Can.SEE, kind=OPEN)
def note(request: HttpRequest, visit: Visit) -> HttpResponse:
    return HttpResponse(f"note {visit.opens('story')} {visit.opens('meeting')}")


@door(Can.SEE, kind=OPEN, section="meeting")
def meeting(request: HttpRequest, visit: Visit) -> HttpResponse:
    return HttpResponse("meeting")


@door(Can.SEE, kind=SEALED)
def plate(request: HttpRequest, visit: Visit) -> HttpResponse:
    return HttpResponse("plate")


@door(Can.WORK, kind=OPEN)
def work(request: HttpRequest, visit: Visit) -> HttpResponse:
    story.write_step(record=visit.record, move="note", by=visit.post, on=visit.today)
    return HttpResponse("worked")


@door(Can.WORK, kind=OPEN)
def fails(request: HttpRequest, visit: Visit) -> HttpResponse:
    raise ValueError("the verb fell over")


@door(Can.SEE, kind=OPEN)
def second_thoughts(request: HttpRequest, visit: Visit) -> HttpResponse:
    raise Refused("the verb says no")


@door(Can.SEE, kind=OPEN)
def step(request: HttpRequest, visit: Visit, step: int) -> HttpResponse:
    found = Step.objects.filter(record=visit.record, pk=step).first()
    if found is None:
        raise Refused("this step belongs to another record")
    return HttpResponse("step")


@room_door(OPEN)
def look_for(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = allowed(Record.objects.filter(kind=OPEN), to=visit.post)
    visit.returned(found.values_list("pk", flat=True), looked_for="name")
    return HttpResponse("found")


@room_door(SEALED)
def look_in_the_sealed_room(request: HttpRequest, visit: Visit) -> HttpResponse:
    visit.returned([], looked_for="name")
    return HttpResponse("looked")


@page_door(Role.ANALYST)
def take_out(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    visit.exported({"list": "figures", "rows": 3})
    kept = Entry.objects.filter(what="export").count()
    return StreamingHttpResponse(iter([f"{kept} export written before this byte"]))


urlpatterns = [
    path("", include("holdfast.kernel.access.urls")),
    path("account/", include("holdfast.config.signin.urls")),
    path("demo/", include("holdfast.demo.urls")),
    path("notes/find/", look_for, name="find"),
    path("notes/<slug:reference>/", note, name="note"),
    path("notes/<slug:reference>/meeting/", meeting, name="meeting"),
    path("notes/<slug:reference>/work/", work, name="work"),
    path("notes/<slug:reference>/fails/", fails, name="fails"),
    path("notes/<slug:reference>/second-thoughts/", second_thoughts, name="second_thoughts"),
    path("notes/<slug:reference>/steps/<int:step>/", step, name="step"),
    path("plates/find/", look_in_the_sealed_room, name="find_plate"),
    path("plates/<slug:reference>/", plate, name="plate"),
    path("figures/", take_out, name="take_out"),
]
