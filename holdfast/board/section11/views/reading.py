"""The pages that only read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.board.section11 import extracts, pages
from holdfast.board.section11.access import KIND
from holdfast.board.section11.models import AgencyReturn, Cycle, Survey
from holdfast.engines.standards.models import Grade
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render


def cycle_of(visit: Visit) -> Cycle:
    """A cycle is reached only through the record let in."""
    found = Cycle.objects.select_related("record__area", "edition__framework__record")
    return get_object_or_404(found, record=visit.record)


def return_of(visit: Visit, number: int) -> AgencyReturn:
    """A return is reached only through its cycle's record, which was let in."""
    mine = AgencyReturn.objects.filter(cycle__record=visit.record).whole()
    return get_object_or_404(mine, pk=number)


def grades_of(found: AgencyReturn) -> list[Grade]:
    if found.assessment_id is None:
        return []
    return list(Grade.objects.for_page().filter(assessment=found.assessment_id))


@require_safe
@room_door(KIND)
def cycles(request: HttpRequest, visit: Visit) -> HttpResponse:
    mine = Cycle.objects.visible_to(visit.post).select_related("record").latest_first()
    rows = {row.cycle: row for row in extracts.tracked(mine, on=visit.today)}
    context = {
        "table": pages.cycles_table(mine, rows, on=visit.today),
        "may_frame": gate.may_open(visit.post, KIND),
    }
    return render(request, "section11/cycles.html", context)


@require_safe
@door(Can.SEE, kind=KIND)
def cycle(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = cycle_of(visit)
    [row] = extracts.tracked(Cycle.objects.filter(pk=found.pk), on=visit.today)
    page = pages.CyclePage.of(
        found,
        row,
        extracts.heat(found, on=visit.today),
        live=extracts.live_rows([found.pk], on=visit.today),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        on=visit.today,
    )
    return render(request, "section11/cycle.html", {"page": page, "ref": visit.record.reference})


@require_safe
@door(Can.SEE, kind=KIND)
def heat(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = cycle_of(visit)
    mine = Cycle.objects.visible_to(visit.post).filter(opens_on__lt=found.opens_on)
    before = [
        (one.year, extracts.heat(one, on=visit.today))
        for one in mine.select_related("edition").latest_first()[:3]
    ]
    page = pages.HeatPage.of(
        found, extracts.heat(found, on=visit.today), before=before, on=visit.today
    )
    return render(request, "section11/heat.html", {"page": page, "ref": visit.record.reference})


@require_safe
@door(Can.SEE, kind=KIND)
def returned(request: HttpRequest, visit: Visit, found: int) -> HttpResponse:
    one = return_of(visit, found)
    live = extracts.live_rows([one.cycle_id], on=visit.today).get(one.request_id or 0)
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    sits = one.cycle.panel.filter(post=visit.post).exists()
    page = pages.ReturnPage.of(
        one,
        grades_of(one),
        extracts.promises(one.agency, on=visit.today),
        live=live,
        may_work=may_work,
        may_moderate=(may_work or sits) and visit.post.agency_id != one.agency_id,
        on=visit.today,
    )
    return render(request, "section11/return.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def pack(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = cycle_of(visit)
    page = pages.PackPage.of(found, extracts.briefs(found, on=visit.today))
    return render(request, "section11/pack.html", {"page": page, "ref": visit.record.reference})


@require_safe
@door(Can.SEE, kind=KIND)
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = cycle_of(visit)
    context = {
        "year": found.year,
        "rows": extracts.promises(cycle=found, on=visit.today),
        "ref": visit.record.reference,
    }
    return render(request, "section11/plan.html", context)


@require_safe
@door(Can.SEE, kind=KIND)
def reviews(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Each agency's answer to each action point of a case review; no answer is said."""
    found = cycle_of(visit)
    points = list(found.review_points.all())
    returns = found.returns.select_related("agency").prefetch_related("review_answers")
    rows = []
    for one in returns:
        said = {answer.point_id: answer.assurance for answer in one.review_answers.all()}
        rows.append((one.name, [said.get(point.pk, "no answer") for point in points]))
    context = {
        "year": found.year,
        "points": [(str(point), point.text) for point in points],
        "rows": rows,
        "ref": visit.record.reference,
    }
    return render(request, "section11/reviews.html", context)


@require_safe
@door(Can.SEE, kind=KIND)
def survey_results(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = cycle_of(visit)
    held = Survey.objects.filter(cycle=found).first()
    link = ""
    if held:
        link = request.build_absolute_uri(reverse("section11:survey", args=[held.token]))
    page = pages.SurveyPage.of(
        found,
        held,
        extracts.survey(found),
        extracts.heat(found, on=visit.today),
        link=link,
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        on=visit.today,
    )
    context = {"page": page, "ref": visit.record.reference}
    return render(request, "section11/survey_results.html", context)
