"""Awareness work, figures and the year's statement: about no child."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.private_fostering import documents, extracts
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.access import AWARE, FIGURES
from holdfast.practice.private_fostering.forms.awareness import (
    ActivityForm,
    SilenceForm,
    StatementForm,
)
from holdfast.practice.private_fostering.models import Activity, SilenceAnswer, Statement
from holdfast.practice.private_fostering.models.arrangement import notices_between
from holdfast.practice.private_fostering.pages import figures as pages
from holdfast.practice.private_fostering.pages.awareness import Told, awareness_page
from holdfast.practice.private_fostering.rules import awareness as rules
from holdfast.practice.private_fostering.rules import figures as figure_rules

FORM = require_http_methods(["GET", "HEAD", "POST"])
MAKERS = FIGURES - {Role.ANALYST}


@require_safe
@page_door(*sorted(AWARE))
def awareness(request: HttpRequest, visit: Visit) -> HttpResponse:
    first, _ = figure_rules.year_bounds(pages.shown_years(visit.today)[0])
    told = notices_between(first, visit.today.replace(year=visit.today.year + 1))
    area = visit.partnership.area
    page = awareness_page(
        told=[Told(on, by) for on, by in told.values_list("told_on", "teller")],
        done=Activity.objects.between(first, date.max, area=area),
        answers=list(SilenceAnswer.objects.filter(area=area)),
        params=request.GET,
        on=visit.today,
    )
    return render(request, "private_fostering/awareness.html", {"page": page})


def _back() -> Link:
    return Link("Awareness work", reverse("private_fostering:awareness"))


@FORM
@page_door(*sorted(AWARE))
def activity(request: HttpRequest, visit: Visit) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        verbs.log_activity(area=visit.partnership.area, by=visit.post, **given)

    form = ActivityForm(typed(request), today=visit.today)
    asking = Asking("Write down awareness work", "Private fostering", _back(), "Write it down")
    return ask(request, form, asking, act)


@FORM
@page_door(*sorted(AWARE))
def silence(request: HttpRequest, visit: Visit, *, setting: str) -> HttpResponse:
    """Answer a question about a setting that told of nobody: do it, or say why not."""
    if setting not in {one.value for one in rules.TELLS_AS}:
        raise Http404
    asked = rules.Setting(setting)

    def act(given: dict[str, Any]) -> None:
        verbs.answer_silence(
            area=visit.partnership.area, setting=asked, by=visit.post, on=visit.today, **given
        )

    title = f"{rules.SETTING_WORDS[asked]} told of nobody"
    note = "There may be no such child there, or they may not know, or not say. Nothing is sent."
    asking = Asking(title, "Private fostering", _back(), "Answer", note=note)
    return ask(request, SilenceForm(typed(request)), asking, act)


@require_safe
@page_door(*sorted(FIGURES))
def figures(request: HttpRequest, visit: Visit) -> HttpResponse:
    at = visit.today
    years = pages.shown_years(at)
    page = pages.figures_page({year: extracts.of_year(year, at=at) for year in years}, at=at)
    return render(request, "private_fostering/figures.html", {"page": page})


@require_safe
@page_door(*sorted(FIGURES))
def statements(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Statement.objects.filter(area=visit.partnership.area).select_related("by")
    context = {
        "table": pages.statements_table(list(found)),
        "add": pages.add_link() if Role(visit.post.role) in MAKERS else None,
    }
    return render(request, "private_fostering/statements.html", context)


@FORM
@page_door(*sorted(MAKERS))
def make_statement(request: HttpRequest, visit: Visit) -> HttpResponse:
    def act(given: dict[str, Any]) -> str:
        made = verbs.make_statement(
            area=visit.partnership.area,
            figures=documents.frozen(given["year"], at=visit.today),
            by=visit.post,
            on=visit.today,
            **given,
        )
        return reverse("private_fostering:statement", args=[made.pk])

    back = Link("Annual statements", reverse("private_fostering:statements"))
    asking = Asking(
        "Make the year’s statement", "Private fostering", back, "Make it",
        note="Its figures are counted now and frozen. Numbers from 1 to 5 are not shown in it.",
    )  # fmt: skip
    form = StatementForm(typed(request), years=pages.finished_years(visit.today))
    return ask(request, form, asking, act)


def _statement(visit: Visit, number: int) -> Statement:
    mine = Statement.objects.filter(area=visit.partnership.area, pk=number)
    found = mine.select_related("by__agency").first()
    if found is None:
        raise Http404
    return found


@require_safe
@page_door(*sorted(FIGURES))
def statement(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    page = pages.statement_page(_statement(visit, number))
    return render(request, "private_fostering/statement.html", {"page": page})


@require_safe
@page_door(*sorted(FIGURES))
def statement_word(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = _statement(visit, number)
    visit.exported({"what": "private fostering statement", "year": found.year})
    name = f"private-fostering-{found.year.replace('/', '-')}.docx"
    return attached(documents.word(found), name, WORD)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
