"""What posts outside the room do here: refer in, read their reply, add updates, move actions."""

from collections.abc import Callable
from functools import partial

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import drafted, take_up, typed
from holdfast.kernel.access.door import Visit, door, page_door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import (
    ACKNOWLEDGEMENT,
    ACTIONS,
    KIND,
    MEETING,
    REFERRERS,
    UPDATES,
    keeps_of,
)
from holdfast.practice.allegations.forms.incoming import (
    NewDateForm,
    ReferForm,
    UpdateForm,
    WrittenForm,
)
from holdfast.practice.allegations.models import Allegation, Meeting
from holdfast.practice.allegations.pages import outside as pages
from holdfast.practice.allegations.rules import asking
from holdfast.practice.allegations.views.asked import allegation_of
from holdfast.practice.allegations.views.entries import tried


@require_http_methods(["GET", "POST"])
@room_door(KIND, Can.OPEN)
def refer(request: HttpRequest, visit: Visit) -> HttpResponse:
    keeps = keeps_of(visit.holding, asking.Form.REFERRAL)
    done = drafted(request, keeps)
    if done is not None:
        return done
    form = ReferForm(typed(request), today=visit.today)
    draft = take_up(request, form, keeps)
    made: list[Allegation] = []

    def send() -> None:
        made.append(
            verbs.refer(
                area=visit.partnership.area,
                adult=form.adult,
                concerns=[form.concern],
                children=[form.child],
                known_on=form.cleaned_data["known_on"],
                by=visit.post,
                on=visit.today,
            )
        )

    if request.method == "POST" and form.is_valid() and tried(form, send):
        return redirect(_after(made[0], visit), reference=made[0].record.reference)
    context = {"form": form, "draft": draft}
    return render(request, "allegations/refer.html", context)


def _after(allegation: Allegation, visit: Visit) -> str:
    in_room = gate.may(visit.post, Can.SEE, allegation.record, section="story")
    return "allegations:record" if in_room else "allegations:acknowledgement"


@require_safe
@page_door(*sorted(REFERRERS))
def outside(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything the room has opened to this post, each list through the gate."""
    told = _opened(visit, ACKNOWLEDGEMENT).select_related("record")
    invited = Meeting.objects.filter(
        allegation__in=_opened(visit, MEETING), invitations__post=visit.post
    ).select_related("allegation__record")
    owed = Action.objects.filter(
        record__in=_opened(visit, ACTIONS).values("record"), owner=visit.post
    ).select_related("record")
    page = pages.outside_page(told, invited, owed)
    return render(request, "allegations/outside.html", {"page": page})


def _opened(visit: Visit, section: str) -> "QuerySet[Allegation]":
    records = gate.allowed(
        Record.objects.filter(kind=KIND), to=visit.post, can=Can.SEE, section=section
    )
    return Allegation.objects.filter(record__in=records)


@require_safe
@door(Can.SEE, kind=KIND, section=ACKNOWLEDGEMENT)
def acknowledgement(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _acknowledged(request, visit, WrittenForm())


@require_http_methods(["POST"])
@door(Can.WORK, kind=KIND, section=ACKNOWLEDGEMENT)
def written(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The referral in writing, after a call."""
    form = WrittenForm(request.POST)
    allegation = allegation_of(visit)
    if form.is_valid() and tried(
        form,
        lambda: verbs.send_referral(
            allegation, text=form.cleaned_data["text"], by=visit.post, on=visit.today
        ),
    ):
        return redirect("allegations:acknowledgement", reference=visit.record.reference)
    return _acknowledged(request, visit, form)


def _acknowledged(request: HttpRequest, visit: Visit, form: WrittenForm) -> HttpResponse:
    found = Allegation.objects.select_related("record", "lead__agency").prefetch_related(
        "record__deadlines__whose_post__agency", "record__deadlines__changes", "concerns", "copies"
    )
    page = pages.AcknowledgementPage.of(found.get(record=visit.record), visit=visit)
    return render(request, "allegations/acknowledgement.html", {"page": page, "form": form})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=UPDATES)
def update(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = UpdateForm(request.POST or None, initial={"on": visit.today})
    allegation = allegation_of(visit)
    if form.is_valid() and tried(
        form, lambda: verbs.update_by_agency(allegation, by=visit.post, **form.cleaned_data)
    ):
        number = allegation.meetings.order_by("number").values_list("number", flat=True).last()
        if number is None:
            return redirect("allegations:outside")
        return redirect("allegations:meeting", reference=visit.record.reference, number=number)
    context = {"form": form, "reference": visit.record.reference}
    return render(request, "allegations/update.html", context)


MOST_SENT = 300


@require_safe
@door(Can.SEE, kind=KIND, section=ACTIONS)
def owed(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _owed(request, visit, None)


@require_http_methods(["POST"])
@door(Can.WORK, kind=KIND, section=ACTIONS)
def carry(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """The owner says that an action is done, or asks for a later date."""
    action = _mine(visit).filter(pk=number).first()
    if action is None:
        raise Http404
    form = NewDateForm(request.POST, prefix=f"action-{number}")
    sent = request.POST.get("sent", "").strip()[:MOST_SENT]
    told: Callable[..., object] | None = None
    if "done" in request.POST:
        told = partial(verbs.say_learning_done, action)
    elif sent:
        told = partial(verbs.say_what_was_sent, action, text=sent)
    elif form.is_valid():
        told = partial(verbs.ask_for_new_date, action, **form.cleaned_data)
    if told is not None and tried(form, partial(told, by=visit.post, on=visit.today)):
        return redirect("allegations:owed", reference=visit.record.reference)
    return _owed(request, visit, form)


def _mine(visit: Visit) -> "QuerySet[Action]":
    return Action.objects.filter(record=visit.record, owner=visit.post).for_page()


def _owed(request: HttpRequest, visit: Visit, sent: NewDateForm | None) -> HttpResponse:
    """The employer's page. A form that was sent and is not right stands where it was typed."""
    actions = pages.owed(_mine(visit), on=visit.today)
    forms = {one.pk: NewDateForm(prefix=one.prefix) for one in actions}
    if sent is not None:
        forms |= {one.pk: sent for one in actions if one.prefix == sent.prefix}
    context = {
        "reference": visit.record.reference,
        "actions": [(one, forms[one.pk]) for one in actions],
        "form": sent or NewDateForm(),
    }
    return render(request, "allegations/owed.html", context)
