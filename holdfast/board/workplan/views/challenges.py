"""The challenge log over HTTP."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.workplan import transitions
from holdfast.board.workplan.access import CHALLENGE, board_of, keeps
from holdfast.board.workplan.extracts.watched import published_figures
from holdfast.board.workplan.forms import challenges as forms
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.pages.challenge import ChallengePage, ChallengesPage, ComeBackPage
from holdfast.board.workplan.rules.challenge_offers import FORMS, Reader, may_use
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Change:
    """A form about a challenge, and the verb that takes what was typed."""

    form: type[forms.ChallengeForm]
    verb: Callable[..., object]
    submit: str = "Save"


CHANGES = {
    "answer": Change(forms.AnswerForm, transitions.answer_challenge, "Send the reply"),
    "accept": Change(forms.AcceptForm, transitions.accept_reply, "It answers the question"),
    "put-again": Change(forms.PutAgainForm, transitions.put_again, "Put it again"),
    "note": Change(forms.NoteForm, transitions.note_on_thread),
    "promise": Change(forms.PromiseForm, transitions.promise_action),
    "difference": Change(forms.DifferenceForm, transitions.record_difference),
    "close": Change(forms.CloseForm, transitions.close_challenge, "Close it"),
    "reopen": Change(forms.ReopenForm, transitions.reopen_challenge, "Put it back"),
    "finding": Change(forms.FindingForm, transitions.join_finding),
    "reading": Change(forms.ReadingForm, transitions.record_reading),
}


@require_safe
@room_door(CHALLENGE)
def challenges(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = list(Challenge.objects.visible_to(visit.post).for_page())
    may_put = gate.may_open(visit.post, CHALLENGE)
    page = ChallengesPage.of(found, request.GET, may_put=may_put, on=visit.today)
    return render(request, "workplan/challenges.html", {"page": page})


@require_safe
@room_door(CHALLENGE)
def come_back(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = list(Challenge.objects.visible_to(visit.post).for_page())
    page = ComeBackPage.of(found, may_work=keeps(visit.post), on=visit.today)
    return render(request, "workplan/come_back.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(CHALLENGE, Can.OPEN)
def put(request: HttpRequest, visit: Visit) -> HttpResponse:
    here = visit.partnership
    form = forms.PutForm(
        typed(request),
        area=here.area,
        figures=published_figures(place=here.area.code, on=visit.today),
    )
    if form.is_valid():
        try:
            made = _put(form, visit)
            return redirect("workplan:challenge", reference=made.record.reference)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    back = Link("Challenges", reverse("workplan:challenges"))
    context = {"form": form, "title": "Put a challenge", "submit": "Put it", "back": back}
    return render(request, "workplan/change.html", context | {"leave": back, "caption": ""})


def _put(form: forms.PutForm, visit: Visit) -> Challenge:
    said = form.cleaned_data
    worse = said["worse"]
    return transitions.put_challenge(
        title=said["title"],
        question=said["question"],
        to=form.who(),
        area=visit.partnership.area,
        owner=board_of(visit.post),
        by=visit.post,
        on=visit.today,
        reply_by=said["reply_by"],
        about=form.about(),
        group=said["group"],
        watch=transitions.Watch(Direction(worse), said["watch_words"]) if worse else None,
    )


@require_safe
@door(Can.SEE, kind=CHALLENGE)
def challenge(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _challenge(visit)
    page = ChallengePage.of(found, reader=_reader(found, visit), on=visit.today)
    return render(request, "workplan/challenge.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.SEE, kind=CHALLENGE)
def change(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    """Change a challenge, where whoever asks may use this form at all; the verb asks again."""
    found = _challenge(visit)
    if not may_use(form, _reader(found, visit)):
        raise gate.Refused(f"This post may not use the form “{FORMS[form]}” here.")
    asked = CHANGES[form]
    here = reverse("workplan:challenge", args=[visit.record.reference])
    sent = asked.form(typed(request), request.FILES or None, challenge=found)
    if sent.is_valid():
        try:
            asked.verb(found, by=visit.post, on=visit.today, **sent.told())
            return redirect(here)
        except NotAllowed as reason:
            sent.add_error(None, str(reason))
    context = {
        "form": sent,
        "title": FORMS[form],
        "submit": asked.submit,
        "caption": f"{visit.record.reference}. {found.title}",
        "what": found.question,
        "back": Link(found.title, here),
        "leave": Link("Go back without saving", here),
    }
    return render(request, "workplan/change.html", context)


def _challenge(visit: Visit) -> Challenge:
    return get_object_or_404(Challenge.objects.for_page(), record=visit.record)


def _reader(found: Challenge, visit: Visit) -> Reader:
    return Reader(
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        was_asked=visit.post.pk == found.put_to_id,
        asked=visit.post.pk == found.put_by_id,
    )
