"""Discussions: the list, one, its call, and the forms that move it on."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.children.access import KIND as CHILD
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries import forms, transitions
from holdfast.practice.enquiries.access import INVITED, KIND, MEETING, ROOM, STORY
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.enquiries.pages import DiscussionPage, Line
from holdfast.practice.enquiries.rules import State

PER_PAGE = 25


@require_safe
@page_door(*sorted(ROOM | INVITED))
def discussions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the discussions that this post holds or is invited to: those not held yet first."""
    mine = StrategyDiscussion.objects.visible_to(visit.post, section=MEETING).for_list()
    called = mine.filter(state=State.CALLED).order_by("called_at", "pk")
    page = Paginator(mine.exclude(state=State.CALLED), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "called": [Line.of(one, visit=visit) for one in called[:PER_PAGE]],
        "done": [Line.of(one, visit=visit) for one in page],
        "older": page.next_page_number() if page.has_next() else 0,
        "newer": page.previous_page_number() if page.has_previous() else 0,
    }
    return render(request, "enquiries/discussions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.SEE, kind=CHILD, section="story")
def call(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Call a discussion about a child and, where wished, the children of the same household."""
    if not gate.may_open(visit.post, KIND):
        raise gate.Refused("This post calls no strategy discussion.")
    child = get_object_or_404(Child.objects.select_related("record__area"), record=visit.record)
    seen = Child.objects.visible_to(visit.post, section="story").select_related("record")
    others = list(seen.filter(household=child.household_id).exclude(pk=child.pk)[:20]
                  if child.household_id else ())  # fmt: skip
    posted = request.POST if request.method == "POST" else None
    form = forms.CallForm(posted, child=child, others=others, area=visit.record.area)
    if form.is_valid():
        typed = form.cleaned_data
        chosen = [one for one in (child, *others) if str(one.pk) in typed["children"]]
        try:
            made = transitions.call_strategy_discussion(
                chosen, why=typed["why"], invited=list(typed["invited"]), by=visit.post,
                on=visit.today,
            )  # fmt: skip
            return redirect(reverse("enquiries:discussion", args=[made.record.reference]))
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    back = Link("Discussions", reverse("enquiries:discussions"))
    return _form(request, form, title="Call a strategy discussion", caption=child.known_as,
                 submit="Call it", back=back)  # fmt: skip


@require_safe
@door(Can.SEE, kind=KIND, section=MEETING)
def discussion(request: HttpRequest, visit: Visit) -> HttpResponse:
    decides = gate.may(visit.post, Can.DECIDE, visit.record, section=STORY)
    page = DiscussionPage.of(_found(visit), visit=visit, decides=decides)
    return render(request, "enquiries/discussion.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def hold(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write the discussion down in the room, while it is held or just after."""
    one = _found(visit)
    posted = request.POST if request.method == "POST" else None
    form = forms.HoldForm(posted, discussion=one, area=visit.record.area)
    return _typed(request, visit, form, lambda: transitions.hold(
        one, by=visit.post, on=visit.today, **form.told()),
        title="Write it down in the room", submit="Decide and keep")  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def invite(request: HttpRequest, visit: Visit) -> HttpResponse:
    one = _found(visit)
    posted = request.POST if request.method == "POST" else None
    form = forms.InviteForm(posted, area=visit.record.area)
    return _typed(request, visit, form, lambda: transitions.invite(
        one, by=visit.post, on=visit.today, posts=list(form.cleaned_data["posts"])),
        title="Invite partners", submit="Invite them")  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def send_round(request: HttpRequest, visit: Visit) -> HttpResponse:
    one = _found(visit)
    form = forms.SeenForm(request.POST if request.method == "POST" else None, discussion=one)
    return _typed(request, visit, form, lambda: transitions.send_round(
        one, by=visit.post, on=visit.today, **form.cleaned_data),
        title="Send the record round", submit="Say that it went round")  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def begun(request: HttpRequest, visit: Visit) -> HttpResponse:
    one = _found(visit)
    form = forms.BegunForm(request.POST if request.method == "POST" else None)
    return _typed(request, visit, form, lambda: transitions.say_begun(
        one, by=visit.post, on=visit.today, seen_at=form.moment()),
        title="When was the child seen?", submit="Keep")  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def cancel(request: HttpRequest, visit: Visit) -> HttpResponse:
    one = _found(visit)
    form = forms.CancelForm(request.POST if request.method == "POST" else None, discussion=one)
    return _typed(request, visit, form, lambda: transitions.cancel(
        one, by=visit.post, on=visit.today, **form.cleaned_data),
        title="Say why none is held", submit="Keep")  # fmt: skip


def _found(visit: Visit) -> StrategyDiscussion:
    found = StrategyDiscussion.objects.for_page().select_related("about_record", "decided_by",
        "record__owner", "record__area", "called_by__agency", "chair__agency")  # fmt: skip
    return get_object_or_404(found, record=visit.record)


def _typed(
    request: HttpRequest,
    visit: Visit,
    form: django_forms.Form,
    verb: Callable[[], object],
    *,
    title: str,
    submit: str,
) -> HttpResponse:
    """Run a verb on what was typed, or show the form with what is wrong: nothing typed is lost."""
    home = reverse("enquiries:discussion", args=[visit.record.reference])
    if form.is_valid():
        try:
            verb()
            return redirect(home)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    caption = f"Strategy discussion {visit.record.reference}"
    return _form(request, form, title=title, submit=submit, caption=caption,
                 back=Link("The discussion", home))  # fmt: skip


def _form(request: HttpRequest, form: django_forms.Form, **words: Any) -> HttpResponse:
    return render(request, "enquiries/write.html", {"form": form, **words})
