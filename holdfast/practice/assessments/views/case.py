"""One assessment: its page, its whole story, and what is written by its state."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render
from holdfast.practice.assessments import documents
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.access import KIND, STORY
from holdfast.practice.assessments.forms import dated, deciding
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.pages import standing, words
from holdfast.practice.assessments.pages.case import CasePage
from holdfast.practice.assessments.views.shared import Writing, asking, assessment_of, write

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def assessment(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Assessment.objects.for_page().get(record=visit.record)
    return render(
        request, "assessments/assessment.html", {"page": CasePage.of(found, visit=visit)}
    )


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def entries(request: HttpRequest, visit: Visit) -> HttpResponse:
    steps = visit.record.steps.select_related("by__agency")
    context = {
        "reference": visit.record.reference,
        "entries": [words.entry_of(step) for step in steps],
    }
    return render(request, "assessments/entries.html", context)


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def submit(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Assessment.objects.for_page().get(record=visit.record)
    absent = [one.words for one in standing.missing(found)]
    note = f"Not there yet: {'; '.join(absent)}. The manager sees this too." if absent else ""
    page = asking(found, "Hand it to the manager", submit="Hand it over", note=note)
    form = dated.SeenForm(typed(request), assessment=found, today=visit.today)
    return ask(request, form, page, lambda told: verbs.submit(found, by=visit.post, **told))


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def recall(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The author asks for it back before it is signed."""
    found = assessment_of(visit)
    form = deciding.WhyForm(typed(request), assessment=found, today=visit.today)
    page = asking(found, "Ask for it back", submit="Take it back")
    return ask(request, form, page, lambda told: verbs.send_back(found, by=visit.post, **told))


@require_http_methods(GET_AND_POST)
@door(Can.DECIDE, kind=KIND, section=STORY)
def sign(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Sign it, or send it back. Whoever wrote part of it is told that somebody else signs."""
    found = Assessment.objects.for_page().get(record=visit.record)
    late = standing.is_late(found, on=visit.today)
    absent = [one.words for one in standing.missing(found)]

    def make(data: object, files: object) -> deciding.SignForm:
        return deciding.SignForm(data, assessment=found, today=visit.today, late=late)

    def act(form: deciding.SignForm) -> None:
        told = form.cleaned_data
        common = {"why": told["why"], "by": visit.post, "on": told["on"], "seen": told["seen"]}
        if told["decision"] == "send_back":
            verbs.send_back(found, **common)
        else:
            reason = told.get("reason", "")
            verbs.authorise(found, code=form.late_code, reason=reason, **common)

    note = f"Not there: {'; '.join(absent)}." if absent else ""
    text = "It is past its limit. Guidance asks for the reason." if late else ""
    page = asking(found, "Sign it or send it back", submit="Decide", note=note, text=text)
    more = {"reading": CasePage.of(found, visit=visit), "paper": documents.whole(found)}
    return write(
        request,
        visit,
        found,
        Writing(
            "sign",
            make,
            page,
            act,
            more=more,
            template="assessments/sign.html",
        ),
    )


@require_http_methods(GET_AND_POST)
@door(Can.DECIDE, kind=KIND, section=STORY)
def review(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)
    form = deciding.ReviewForm(typed(request), assessment=found, today=visit.today)
    page = asking(found, "Look at it together")
    return ask(request, form, page, lambda told: verbs.review(found, by=visit.post, **told))


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def late(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)
    form = deciding.LateForm(typed(request), assessment=found, today=visit.today)
    page = asking(found, "Why a clock is late")
    return ask(
        request, form, page, lambda told: verbs.explain_lateness(found, by=visit.post, **told)
    )


@require_http_methods(GET_AND_POST)
@door(Can.DECIDE, kind=KIND, section=STORY)
def convert(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)
    form = deciding.WhyForm(typed(request), assessment=found, today=visit.today)
    note = (
        "Forty-five working days will count from the original referral, so that they may be "
        "spent already. The earlier clock stays on the record."
    )
    page = asking(found, "Make it a single assessment", submit="Convert it", note=note)

    def act(told: dict[str, Any]) -> None:
        verbs.convert(found, reason=told["why"], by=visit.post, on=told["on"], seen=told["seen"])

    return ask(request, form, page, act)


@require_http_methods(GET_AND_POST)
@door(Can.DECIDE, kind=KIND, section=STORY)
def stop(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)
    form = deciding.WhyForm(typed(request), assessment=found, today=visit.today)
    page = asking(found, "Stop it before its end", submit="Stop it")
    return ask(request, form, page, lambda told: verbs.stop(found, by=visit.post, **told))


@require_http_methods(GET_AND_POST)
@door(Can.DECIDE, kind=KIND, section=STORY)
def hand_over(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)
    form = deciding.HandOverForm(typed(request), assessment=found, today=visit.today)
    page = asking(found, "Give it to another worker", submit="Hand it over")
    return ask(request, form, page, lambda told: verbs.hand_over(found, by=visit.post, **told))


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def note(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)

    def make(data: object, files: object) -> deciding.NoteForm:
        return deciding.NoteForm(data, assessment=found, today=visit.today)

    page = asking(found, "Write an entry", submit="Write it down")
    return write(
        request,
        visit,
        found,
        Writing(
            "note",
            make,
            page,
            lambda form: verbs.note(found, by=visit.post, **form.cleaned_data),
        ),
    )
