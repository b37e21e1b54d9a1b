"""Forms about one return: each is a title, a form, a verb, and the side that may."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.engines.asks import transitions
from holdfast.engines.asks.access import KIND
from holdfast.engines.asks.forms import returns as forms
from holdfast.engines.asks.models import Author, DueChange, Request
from holdfast.engines.asks.rules.sendable import Given, problems
from holdfast.engines.asks.rules.states import Reply, State
from holdfast.engines.asks.views.finding import Found
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Change:
    """A form about a return, and the verb that takes what was typed.

    `seen` says whether the verb takes the version that was read.
    """

    title: str
    form: type[forms.RequestForm]
    verb: Callable[..., object]
    submit: str = "Save"
    author: bool = False
    asker: bool = False
    team: bool = False
    seen: bool = True
    says: str = ""


def _answer_date(request: Request, *, approve: bool, **told: Any) -> None:
    waiting = request.due_changes.filter(answer=DueChange.Answer.ASKED).first()
    if waiting is None:
        raise NotAllowed("No revised date is waiting for an answer.")
    transitions.answer_more_time(waiting, approve=approve, **told)


def _remind(request: Request, **told: Any) -> None:
    if not transitions.remind(request, **told):
        raise NotAllowed("They were reminded today already.")


def _escalate(request: Request, **told: Any) -> None:
    if not transitions.escalate(request, **told):
        raise NotAllowed("Nobody else is known at this agency, or they were told already.")


CHANGES = {
    "more_time": Change(
        "Ask for a revised date", forms.MoreTimeForm, transitions.ask_more_time, "Ask",
        author=True, seen=False,
    ),
    "why_late": Change(
        "Say why it is late", forms.WhyLateForm, transitions.say_why_late, author=True, asker=True
    ),
    "take_back": Change(
        "Take it back from signing", forms.SayForm, transitions.take_back, "Take it back",
        author=True, says="It is open for writing again, and is signed later.",
    ),
    "addendum": Change(
        "Add a dated addendum", forms.AddendumForm, transitions.add_addendum, "Add it",
        author=True, seen=False, says="What was sent stays as it is.",
    ),
    "author": Change(
        "Name an author or substitute", forms.AuthorForm, transitions.name_author,
        team=True, says="They are let into this return and into nothing else.",
    ),
    "sign_off": Change(
        "Name who signs it off", forms.SignOffForm, transitions.name_sign_off,
        team=True, says="Whoever makes the return ready does not sign it.",
    ),
    "reassign": Change(
        "Give it to another lead author", forms.ReassignForm, transitions.reassign, "Give it",
        team=True, says="Everything that was written stays.",
    ),
    "accept": Change(
        "Accept the return", forms.SayForm, transitions.accept, "Accept it", asker=True,
        says="It stays readable and can be taken out for ever.",
    ),
    "send_back": Change(
        "Send it back with a question", forms.SendBackForm, transitions.send_back, "Send back",
        asker=True, says="What was sent stays as its own version.",
    ),
    "reopen": Change(
        "Open it again", forms.ReasonForm, transitions.reopen, "Open it again", asker=True,
        says="It keeps its own version of the questions, and its answers.",
    ),
    "withdraw": Change(
        "Stop asking", forms.ReasonForm, transitions.withdraw, "Stop asking", asker=True,
        says="For an agency that was closed or merged. It is then neither due nor missing.",
    ),
    "extend": Change(
        "Give a revised date", forms.MoreTimeForm, transitions.extend, "Give it", asker=True
    ),
    "answer_date": Change(
        "Answer the revised date", forms.AnswerDateForm, _answer_date, "Answer",
        asker=True, seen=False,
    ),
    "remind": Change(
        "Remind whoever has to move", forms.SayForm, _remind, "Remind them",
        asker=True, seen=False, says="An e-mail that says when it is due, and nothing else.",
    ),
    "escalate": Change(
        "Tell the seat’s lead", forms.EscalateForm, _escalate, "Tell them",
        asker=True, seen=False,
        says="The agency’s seat on the board and whoever signs hear that it is late.",
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def change(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    asked, found = CHANGES[form], Found.by(visit)
    if asked.team:
        found.require_naming()
    else:
        found.require(author=asked.author, asker=asked.asker)
    posted = request.POST if request.method == "POST" else None
    shown = asked.form(posted, request=found.request)
    if shown.is_valid():
        typed: dict[str, Any] = dict(shown.cleaned_data)
        if not asked.seen:
            typed.pop("seen")
        try:
            asked.verb(found.request, by=visit.post, on=visit.today, **typed)
            return redirect(_home(visit))
        except NotAllowed as reason:
            shown.add_error(None, str(reason))
    context = _context(
        found.request, visit, shown, title=asked.title, submit=asked.submit, says=asked.says
    )
    return render(request, "asks/change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def send(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Send the return, or make it ready for whoever signs it."""
    found = Found.by(visit)
    found.require(author=True)
    one = found.request
    signs = one.sign_off is None or one.state == State.READY
    form = forms.SendForm(request.POST if request.method == "POST" else None, request=one)
    if one.state == State.READY:
        form.fields["reply"].initial = one.offered
        form.fields["words"].initial = one.offered_words
    if form.is_valid():
        verb: Callable[..., object] = transitions.send if signs else transitions.make_ready
        try:
            verb(one, by=visit.post, on=visit.today, **form.cleaned_data)
            return redirect(_home(visit))
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    title = "Sign and send the return" if one.state == State.READY else "Send the return"
    submit = "Send it" if signs else "Make it ready to sign"
    says = "" if one.sign_off is None else f"{one.sign_off.title} signs this return off."
    context = _context(one, visit, form, title=title, submit=submit, says=says)
    given = {k: Given(a.value, carried=a.carried) for k, a in found.answers().items()}
    questions = one.round.question_set.questions
    context["missing"] = problems(questions, given, reply=Reply.FULL, words="")
    return render(request, "asks/send.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def leave(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Take an author off the team. The agency's seat or whoever asked may."""
    found = Found.by(visit)
    found.require_naming()
    author = get_object_or_404(Author, request=found.request, pk=number)
    posted = request.POST if request.method == "POST" else None
    form = forms.SayForm(posted, request=found.request)
    if form.is_valid():
        try:
            transitions.drop_author(author, by=visit.post, on=visit.today)
            return redirect(_home(visit))
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    says = f"{author.post.title} is let out of this return. What they wrote stays."
    title = "Take an author off the team"
    context = _context(
        found.request, visit, form, title=title, submit="Take off the team", says=says
    )
    return render(request, "asks/change.html", context)


def _home(visit: Visit) -> str:
    return reverse("asks:request", args=[visit.record.reference])


def _context(one: Request, visit: Visit, form: forms.RequestForm, **words: str) -> dict[str, Any]:
    return {
        "form": form,
        **words,
        "caption": f"{one.round.title} · {one.record.owner}",
        "back": Link("The return", _home(visit)),
        "leave": Link("Go back without saving", _home(visit)),
    }
