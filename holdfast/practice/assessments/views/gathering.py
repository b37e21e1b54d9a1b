"""What is gathered: sides, visits, the child's words and pictures, factors, facts, outcomes."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.access import KIND, STORY
from holdfast.practice.assessments.forms import deciding, gathering
from holdfast.practice.assessments.models import Assessment, AssessmentChild, Voice
from holdfast.practice.assessments.pages import gathered
from holdfast.practice.assessments.rules import domains, states
from holdfast.practice.assessments.views.shared import (
    Writing,
    asking,
    assessment_of,
    child_of,
    write,
)

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def side(request: HttpRequest, visit: Visit, *, side: str, who: str) -> HttpResponse:
    """One side of the triangle, for all the children or for one. Handed in, it is only read."""
    found = assessment_of(visit)
    known = domains.SIDES.get(side)
    child = _whom(found, who)
    if known is None:
        raise Http404
    latest = found.texts.latest_of(side, domains.child_key(child.number) if child else "")
    page = gathered.SidePage.of(found, known, child, latest)
    if found.state != states.State.WRITING:
        return render(request, "assessments/side.html", {"page": page})

    def make(data: Any, files: object) -> gathering.SideForm:
        begun = {**(latest.said if latest else {}), "seen": latest.version if latest else 0}
        return gathering.SideForm(data, side=known, initial=begun)

    def act(form: gathering.SideForm) -> None:
        verbs.write_side(
            found, side=side, child=child, said=form.said, seen=form.cleaned_data["seen"],
            by=visit.post, on=visit.today,
        )  # fmt: skip

    writing = Writing(
        f"{side}-{who}",
        make,
        asking(found, page.title),
        act,
        template="assessments/write_side.html",
        more={"side": page},
    )
    return write(request, visit, found, writing)


def _whom(assessment: Assessment, who: str) -> AssessmentChild | None:
    if who == gathered.EVERYBODY:
        return None
    for row in assessment.children.all():
        if domains.child_key(row.number) == who:
            return row
    raise Http404


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def visit(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = assessment_of(visit)
    rows = list(found.children.all())

    def make(data: Any, files: object) -> gathering.VisitForm:
        begun = {"who": visit.post.title}
        return gathering.VisitForm(
            data, assessment=found, today=visit.today, children=rows, initial=begun
        )

    def act(form: gathering.VisitForm) -> None:
        told = form.cleaned_data
        verbs.record_visit(
            found, who=told["who"], place=told["place"], told=form.told, by=visit.post,
            on=told["on"],
        )  # fmt: skip

    page = asking(found, "Who has seen the child", submit="Write it down")
    return write(request, visit, found, Writing("visit", make, page, act))


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def voices(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """The child's own words and pictures, and the form that takes more of them."""
    found = assessment_of(visit)
    row = child_of(found, number)

    def make(data: Any, files: Any) -> gathering.VoiceForm:
        return gathering.VoiceForm(
            data, files, assessment=found, today=visit.today,
            initial={"to_whom": visit.post.title},
        )  # fmt: skip

    def act(form: gathering.VoiceForm) -> str:
        told = form.cleaned_data
        picture = told["picture"]
        verbs.keep_voice(
            row, house=told["house"], words=told["words"], shows=told["shows"],
            to_whom=told["to_whom"], picture=picture.read() if picture else b"",
            content_type=picture.content_type if picture else "", by=visit.post, on=told["on"],
        )  # fmt: skip
        return request.path

    page = asking(found, f"{row.known_as}’s words and pictures", submit="Keep it")
    more = {"voices": gathered.VoicesPage.of(row)}
    return write(
        request,
        visit,
        found,
        Writing(
            f"voices-{number}",
            make,
            page,
            act,
            more=more,
            template="assessments/voices.html",
        ),
    )


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def drawing(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """A picture that is shown in its page. It is sent as the picture it was checked to be."""
    mine = Voice.objects.filter(assessment__record=visit.record, pk=number, file__isnull=False)
    voice = mine.select_related("file").first()
    if voice is None or voice.file is None:
        raise Http404
    answer = HttpResponse(bytes(voice.file.content), content_type=voice.file.content_type)
    answer["Content-Disposition"] = f'inline; filename="{voice.file.filename}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def factors(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = assessment_of(visit)
    row = child_of(found, number)
    held = set(row.factors.values_list("key", flat=True))

    def make(data: Any, files: object) -> gathering.FactorsForm:
        return gathering.FactorsForm(data, initial=gathering.chosen_of(held))

    page = asking(
        found, f"Factors found for {row.known_as}",
        text="What was found at the end, for this child. Choose all that apply.",
    )  # fmt: skip
    return write(
        request,
        visit,
        found,
        Writing(
            f"factors-{number}",
            make,
            page,
            lambda form: verbs.find_factors(row, keys=form.keys, by=visit.post, on=visit.today),
            template="assessments/factors.html",
            more={"codes": gathered.codes(visit.today)},
        ),
    )


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def facts(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """What earlier records say, with source and age: is it still true?"""
    found = assessment_of(visit)
    row = child_of(found, number)
    held = list(row.facts.select_related("child__assessment__record"))

    def make(data: Any, files: object) -> gathering.FactsForm:
        return gathering.FactsForm(data, facts=held)

    def act(form: gathering.FactsForm) -> None:
        for fact, answer, now in form.told:
            verbs.answer_fact(fact, answer=answer, now=now, by=visit.post, on=visit.today)

    page = asking(
        found, f"What is known of {row.known_as}",
        text="Nothing is asked twice. Say of each whether it is still true.",
    )  # fmt: skip
    more = {"facts": gathered.FactsPage.of(row, held, on=visit.today)}
    return write(
        request,
        visit,
        found,
        Writing(
            f"facts-{number}",
            make,
            page,
            act,
            more=more,
            template="assessments/facts.html",
        ),
    )


@require_http_methods(GET_AND_POST)
@door(Can.WORK, kind=KIND, section=STORY)
def outcome(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = assessment_of(visit)
    row = child_of(found, number)

    def make(data: Any, files: object) -> deciding.OutcomeForm:
        begun = {"outcome": row.outcome, "why": row.outcome_why}
        return deciding.OutcomeForm(data, assessment=found, today=visit.today, initial=begun)

    page = asking(found, f"What it comes to for {row.known_as}")
    return write(
        request,
        visit,
        found,
        Writing(
            f"outcome-{number}",
            make,
            page,
            lambda form: verbs.propose_outcome(row, by=visit.post, **form.cleaned_data),
        ),
    )
