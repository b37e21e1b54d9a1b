"""The pages with a form, each leading to one verb."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.board.section11 import forms, transitions
from holdfast.board.section11.access import KIND
from holdfast.board.section11.models import AgencyReturn, Cluster, Cycle
from holdfast.board.section11.pages import PanelPage
from holdfast.board.section11.rules.states import ChallengeKind, Reply
from holdfast.board.section11.transitions import Received
from holdfast.board.section11.views.reading import cycle_of, grades_of, return_of
from holdfast.engines.standards.transitions import Finding
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

FORMS = ["GET", "HEAD", "POST"]
Typed = dict[str, Any]


@require_http_methods(FORMS)
@page_door(Role.BOARD_MANAGER)
def frame(request: HttpRequest, visit: Visit) -> HttpResponse:
    area = visit.partnership.area

    def act(told: Typed) -> str:
        made = transitions.frame_cycle(
            **told, area=area, owner=visit.post.agency, by=visit.post, on=visit.today
        )
        return reverse("section11:cycle", args=[made.record.reference])

    form = forms.FrameForm(typed(request), area=area.pk, on=visit.today)
    back = Link("Section 11", reverse("section11:cycles"))
    return ask(request, form, Asking("Frame a cycle", "Section 11", back), act)


@dataclass(frozen=True)
class OfCycle:
    """A form about a cycle, and the verb that takes what was typed."""

    title: str
    form: type[forms.CycleForm]
    verb: Callable[[Cycle, Typed, Post, date], object]


def _close(cycle: Cycle, typed: Typed, by: Post, on: date) -> object:
    return transitions.close_cycle(cycle, by=by, on=on)


CYCLE_FORMS = {
    "cluster": OfCycle(
        "Add a cluster",
        forms.ClusterForm,
        lambda c, typed, by, on: transitions.add_cluster(c, **typed, by=by, on=on),
    ),
    "expect": OfCycle(
        "Expect a return",
        forms.ExpectForm,
        lambda c, typed, by, on: transitions.expect(typed.pop("cluster"), **typed, by=by, on=on),
    ),
    "panel_seat": OfCycle(
        "Seat somebody on the panel",
        forms.PanelSeatForm,
        lambda c, typed, by, on: transitions.seat_on_panel(c, posts=[typed["post"]], by=by, on=on),
    ),
    "claim": OfCycle(
        "Keep what was claimed",
        forms.ClaimForm,
        lambda c, typed, by, on: transitions.note_claim(c, **typed, by=by, on=on),
    ),
    "carry_in": OfCycle(
        "Take in a return from another board",
        forms.CarryInForm,
        lambda c, typed, by, on: transitions.carry_in(
            typed["cluster"], package=typed["file"], annex=typed["annex"], by=by, on=on
        ),
    ),
    "close": OfCycle("Close the cycle", forms.CloseForm, _close),
    "survey_open": OfCycle(
        "Open a staff survey",
        forms.SurveyForm,
        lambda c, typed, by, on: transitions.open_survey(c, **typed, by=by, on=on),
    ),
}


@require_http_methods(FORMS)
@door(Can.WORK, kind=KIND)
def change_cycle(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    asked, cycle = CYCLE_FORMS[form], cycle_of(visit)
    sent = request.method == "POST"
    filled = asked.form(
        request.POST if sent else None, request.FILES if sent else None, cycle=cycle
    )

    def act(told: Typed) -> None:
        asked.verb(cycle, dict(told), visit.post, visit.today)

    return ask(request, filled, Asking(asked.title, str(cycle), _to(cycle)), act)


def _to(cycle: Cycle) -> Link:
    return Link(str(cycle), reverse("section11:cycle", args=[cycle.record.reference]))


@require_POST
@door(Can.WORK, kind=KIND)
def issue(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask a cluster's agencies. Which cluster is in the form."""
    cycle, wanted = cycle_of(visit), request.POST.get("cluster", "")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 10):
        raise Http404
    cluster = get_object_or_404(Cluster.objects.filter(cycle=cycle), pk=int(wanted))
    cluster.cycle = cycle

    def act(told: Typed) -> None:
        transitions.issue_cluster(cluster, by=visit.post, on=visit.today)

    form = forms.CloseForm(request.POST, cycle=cycle)
    return ask(request, form, Asking("Ask a cluster", cluster.name, _to(cycle), "Ask"), act)


@dataclass(frozen=True)
class OfReturn:
    """A form about a return, and the verb that takes what was typed."""

    title: str
    form: type[forms.ReturnForm]
    verb: Callable[[AgencyReturn, Typed, Post, date], object]


def _take_in(found: AgencyReturn, typed: Typed, by: Post, on: date) -> object:
    if found.request_id:
        return transitions.take_return(found, by=by, on=on)
    received = Received(Reply(typed["reply"]), typed["sent_on"], reason=typed["reason"])
    return transitions.take_in(found, received=received, by=by, on=on)


def _challenge(found: AgencyReturn, typed: Typed, by: Post, on: date) -> object:
    return transitions.challenge(
        found,
        kind=ChallengeKind(typed["kind"]),
        held_on=typed["held_on"],
        questions=[typed[name] for name in ("first", "second", "third")],
        asked=typed["asked"],
        by=by,
        on=on,
    )


def _agree(found: AgencyReturn, typed: Typed, by: Post, on: date) -> object:
    standard = typed.pop("standard")
    number = standard.number if standard else None
    return transitions.agree_action(found, **typed, standard=number, by=by, on=on)


def _with(verb: Callable[..., object]) -> Callable[[AgencyReturn, Typed, Post, date], object]:
    return lambda found, typed, by, on: verb(found, **typed, by=by, on=on)


RETURN_FORMS = {
    "take-in": OfReturn("Take it in", forms.TakeInForm, _take_in),
    "send-back": OfReturn(
        "Send it back for clarification", forms.SendBackForm, _with(transitions.send_back)
    ),
    "moderated": OfReturn(
        "Conclude the panel", forms.PlainForm, _with(transitions.conclude_moderation)
    ),
    "challenge": OfReturn("Put a challenge", forms.ChallengeForm, _challenge),
    "final": OfReturn("Make it final", forms.PlainForm, _with(transitions.conclude)),
    "action": OfReturn("Agree an action", forms.ActionForm, _agree),
    "evidenced": OfReturn(
        "Find every action evidenced", forms.PlainForm, _with(transitions.find_evidenced)
    ),
    "reopen": OfReturn("Open it again", forms.ReasonForm, _with(transitions.reopen)),
    "withdraw": OfReturn(
        "Expect no return any more", forms.ReasonForm, _with(transitions.withdraw)
    ),
    "consent": OfReturn(
        "Keep consent to a copy", forms.ConsentForm, _with(transitions.consent_to_copy)
    ),
    "addendum": OfReturn(
        "Add a dated addendum", forms.AddendumForm, _with(transitions.add_addendum)
    ),
}


@require_http_methods(FORMS)
@door(Can.WORK, kind=KIND)
def change_return(request: HttpRequest, visit: Visit, found: int, form: str) -> HttpResponse:
    asked = RETURN_FORMS.get(form)
    if asked is None:
        raise Http404
    one = return_of(visit, found)
    return _return_form(request, visit, one, asked)


@require_http_methods(FORMS)
@door(Can.WORK, kind=KIND)
def answer(request: HttpRequest, visit: Visit, found: int, challenge: int) -> HttpResponse:
    one = return_of(visit, found)
    put = get_object_or_404(
        one.challenges.select_related("found__cycle__record", "logged"), pk=challenge
    )
    asked = OfReturn(
        "Answer the challenge",
        forms.AnswerForm,
        lambda _, typed, by, on: transitions.answer_challenge(put, **typed, by=by, on=on),
    )
    return _return_form(request, visit, one, asked)


def _return_form(
    request: HttpRequest, visit: Visit, one: AgencyReturn, asked: OfReturn
) -> HttpResponse:
    def act(told: Typed) -> None:
        one.version = told.pop("seen")
        asked.verb(one, told, visit.post, visit.today)

    here = reverse("section11:return", args=[visit.record.reference, one.pk])
    asking = Asking(asked.title, str(one), Link(one.name, here))
    return ask(request, asked.form(typed(request), found=one), asking, act)


@require_http_methods(FORMS)
@door(Can.SEE, kind=KIND)
def panel(request: HttpRequest, visit: Visit, found: int, standard: int) -> HttpResponse:
    """One standard before the panel. The verb refuses whoever does not sit on it."""
    one = return_of(visit, found)
    grades = [g for g in grades_of(one) if g.criterion.standard.number == standard]
    if not grades:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    filled = [forms.FindingForm(sent, grade=grade) for grade in grades]
    page = PanelPage.of(one, grades, on=visit.today)
    if sent is not None and all([form.is_valid() for form in filled]):
        findings = [
            Finding(f.grade.criterion.code, f.cleaned_data["value"], f.cleaned_data["reason"],
                    f.cleaned_data["seen"])
            for f in filled if f.changed
        ]  # fmt: skip
        try:
            if findings:
                transitions.moderate(one, findings=findings, by=visit.post, on=visit.today)
            return redirect(page.back.url)
        except NotAllowed as why:
            filled[0].add_error(None, str(why))
    context = {"page": page, "pairs": list(zip(page.lines, filled, strict=True))}
    return render(request, "section11/panel.html", context)
