"""Asking the LADO's duty officer, where a sealed room has no break-glass; and answering."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import ASKERS, ROOM
from holdfast.practice.allegations.forms.questions import AnswerForm, AskForm
from holdfast.practice.allegations.models import DutyTurn, Question
from holdfast.practice.allegations.pages import questions as pages
from holdfast.practice.allegations.pages.call import duty_words
from holdfast.practice.allegations.views.asked import seal
from holdfast.practice.allegations.views.entries import tried


@require_http_methods(["GET", "POST"])
@page_door(*sorted(ASKERS))
def ask(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The form, and this holder's own questions with their answers. Nobody else's."""
    form = AskForm(request.POST or None, initial={"by_when": visit.today})
    if form.is_valid() and tried(
        form, lambda: verbs.ask(by=visit.post, on=visit.today, **form.cleaned_data)
    ):
        return redirect("allegations:ask")
    context = {
        "form": form,
        "mine": pages.mine(Question.objects.asked_by(visit.holding), on=visit.today),
        "duty": duty_words(DutyTurn.objects.of_day(on=visit.today)),
        "never_says": pages.NEVER_SAYS,
    }
    return render(request, "allegations/ask.html", context)


@require_safe
@page_door(*sorted(ROOM))
def questions(request: HttpRequest, visit: Visit) -> HttpResponse:
    seal(request)
    found = Question.objects.select_related("asker__post__agency")
    table = pages.questions_table(found, on=visit.today)
    context = {"title": "Questions to the duty officer", "table": table}
    return render(request, "allegations/list.html", context)


@require_http_methods(["GET", "POST"])
@page_door(*sorted(ROOM))
def answer(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    seal(request)
    found = Question.objects.select_related("asker__post__agency", "answered_by__agency")
    question = found.filter(pk=number).first()
    if question is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if form.is_valid() and tried(
        form,
        lambda: verbs.answer(
            question, text=form.cleaned_data["text"], by=visit.post, on=visit.today
        ),
    ):
        return redirect("allegations:questions")
    context = {"form": form, "question": question, "never_says": pages.NEVER_SAYS}
    return render(request, "allegations/answer.html", context)
