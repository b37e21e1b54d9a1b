"""The family’s own survey: what they said, the paper to give, and entering what comes back."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import KIND, PROGRAMME
from holdfast.practice.early_help.forms.groups import SurveyForm
from holdfast.practice.early_help.models import SurveyAnswer
from holdfast.practice.early_help.pages.survey import SurveyPage, financial_year
from holdfast.practice.early_help.rules import surveying

YEARS = 4
"""How many years back the page shows."""


@require_safe
@room_door(PROGRAMME, Can.SEE)
def survey(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The team reads what all families said together; nobody reads it worker by worker."""
    latest = financial_year(visit.today)
    typed_year = str(request.GET.get("year", ""))
    offered = [str(latest - back) for back in range(YEARS)]
    year = int(typed_year) if typed_year in offered else latest
    found = SurveyAnswer.objects.given(
        since=date(year, 4, 1), until=date(year + 1, 4, 1), area=visit.partnership.area
    )
    shares = surveying.shares(found.as_answers())
    page = SurveyPage.of(list(found), shares, year=year, offered=offered)
    return render(request, "early_help/survey.html", {"page": page})


@require_safe
@room_door(KIND, Can.OPEN)
def paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The form on paper, for a family to fill in by itself."""
    questions = [
        (asked.words, [said for _, said in asked.answers])
        for asked in surveying.QUESTIONS.values()
    ]
    context = {"questions": questions, "board": visit.partnership.name}
    return render(request, "early_help/paper.html", context)


@require_http_methods(["GET", "POST"])
@room_door(KIND, Can.OPEN)
def enter(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = SurveyForm(typed(request), today=visit.today)

    def act(given: dict[str, Any]) -> None:
        verbs.enter_surveys(
            [form.told()], area=visit.partnership.area, by=visit.post, on=visit.today
        )

    asking = Asking(
        title="Enter a family’s survey",
        caption="Early help",
        back=Link("Families", reverse("early_help:families")),
        submit="Enter it",
        text="No name is asked for and none is kept: only the month, and what they answered.",
    )
    return ask(request, form, asking, act)
