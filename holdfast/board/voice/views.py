"""HTTP in, one call, HTTP out."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.voice import forms, transitions
from holdfast.board.voice.access import KIND
from holdfast.board.voice.models import Group, Said
from holdfast.board.voice.pages import FORMS, GroupPage, GroupsPage
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

CHANGES: dict[str, tuple[type[forms.SaidForm], Callable[..., object]]] = {
    "take-up": (forms.TakeUpForm, transitions.take_up),
    "decide": (forms.DecideForm, transitions.decide),
    "decline": (forms.DeclineForm, transitions.decline),
    "tell": (forms.TellForm, transitions.tell_back),
}


@require_safe
@room_door(KIND)
def groups(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = list(Group.objects.visible_to(visit.post).for_page())
    context = {
        "page": GroupsPage.of(found, on=visit.today),
        "may_open": gate.may_open(visit.post, KIND),
    }
    return render(request, "voice/groups.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(KIND, Can.OPEN)
def open_group(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = forms.OpenForm(request.POST or None)
    back = Link("Voice", reverse("voice:groups"))

    def write() -> str:
        made = transitions.open_group(
            **form.cleaned_data,
            area=visit.partnership.area,
            owner=visit.post.agency,
            by=visit.post,
            on=visit.today,
        )
        return reverse("voice:group", args=[made.record.reference])

    return _form(request, form, back, write, title="Add a group")


@require_safe
@door(Can.SEE, kind=KIND)
def group(request: HttpRequest, visit: Visit) -> HttpResponse:
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    page = GroupPage.of(_group(visit), may_work=may_work, on=visit.today)
    return render(request, "voice/group.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def session(request: HttpRequest, visit: Visit) -> HttpResponse:
    found, form = _group(visit), forms.SessionForm(request.POST or None)
    here = _here(visit, found)

    def write() -> str:
        transitions.hold_session(found, **form.cleaned_data, by=visit.post, on=visit.today)
        return here.url

    return _form(request, form, here, write, title="Write down a session", caption=found.name)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def hear(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was said belongs to the group's last session."""
    found, form = _group(visit), forms.HearForm(request.POST or None)
    here = _here(visit, found)

    def write() -> str:
        last = found.sessions.last()
        if last is None:
            raise NotAllowed("Write down the session first: when the group was met, and by whom.")
        transitions.hear(last, **form.cleaned_data, by=visit.post, on=visit.today)
        return here.url

    return _form(request, form, here, write, title="Write down what was said", caption=found.name)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def change(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    """One thing said is reached only through the record let in."""
    said = get_object_or_404(
        Said.objects.select_related("group__record"), group__record=visit.record, pk=number
    )
    made, verb = CHANGES[form]
    typed = made(request.POST if request.method == "POST" else None, said=said)
    here = _here(visit, said.group)

    def write() -> str:
        verb(said, **typed.cleaned_data, by=visit.post, on=visit.today)
        return here.url

    caption = f"{said.group.name}: {said.theme}"
    return _form(request, typed, here, write, title=FORMS[form][0], caption=caption)


def _form(
    request: HttpRequest,
    form: Form,
    back: Link,
    write: Callable[[], str],
    *,
    title: str,
    caption: str = "",
) -> HttpResponse:
    if form.is_valid():
        try:
            return redirect(write())
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {"form": form, "title": title, "caption": caption, "back": back}
    return render(request, "voice/write.html", context)


def _group(visit: Visit) -> Group:
    return get_object_or_404(Group.objects.for_page(), record=visit.record)


def _here(visit: Visit, found: Group) -> Link:
    return Link(found.name, reverse("voice:group", args=[visit.record.reference]))
