"""The scorecard and its file."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.local_data import extracts, forms, pages, transitions
from holdfast.board.local_data.access import READERS
from holdfast.board.local_data.extracts import NoFigures, Scorecard
from holdfast.board.local_data.pages.table import HEAD, csv_rows
from holdfast.board.workplan.access import CHALLENGE
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, typed
from holdfast.kernel.access.asking import ask as asking_page
from holdfast.kernel.access.door import Visit, not_found, page_door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@require_safe
@page_door(*READERS)
def scorecard(request: HttpRequest, visit: Visit) -> HttpResponse:
    try:
        card = _card(request, visit)
    except NoFigures as why:
        return _unavailable(request, why)
    threads = extracts.questions(
        card.area.code,
        [one.listed.id for one in card.exceptions],
        year=card.year,
        on=visit.today,
        to=visit.post,
    )
    page = pages.ScorecardPage.of(card, threads, may_ask=gate.may_open(visit.post, CHALLENGE))
    return render(request, "local_data/scorecard.html", {"page": page})


@require_safe
@page_door(*READERS)
def scorecard_csv(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    try:
        card = _card(request, visit)
    except NoFigures as why:
        return _unavailable(request, why)
    rows = list(csv_rows(card))
    visit.exported({"what": "scorecard", "year": card.year, "rows": len(rows)})
    return csv_response("scorecard", HEAD, rows)


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(CHALLENGE, Can.OPEN)
def ask(request: HttpRequest, visit: Visit, identity: str) -> HttpResponse:
    """Put a question about one figure of the latest scorecard. The figure is kept as it stands."""
    try:
        card = extracts.scorecard(visit.partnership.area.code, on=visit.today)
    except NoFigures as why:
        return _unavailable(request, why)
    one = next((one for one in card.measures if one.listed.id == identity), None)
    if one is None:
        return not_found(request)
    area = visit.partnership.area

    def act(told: dict[str, Any]) -> str:
        put = transitions.ask_about_figure(
            one,
            question=told["question"],
            to=Who(told["post"], told["role"].strip()),
            reply_by=told["reply_by"],
            area=area,
            by=visit.post,
            on=visit.today,
        )
        return reverse("workplan:challenge", args=[put.record.reference])

    form = forms.QuestionForm(typed(request), area=area, offered=one.listed.question)
    asking = Asking(
        f"Ask about: {one.listed.name}",
        "Scorecard",
        Link("Scorecard", reverse("local_data:scorecard")),
        "Put the question",
        f"{one.figure.shown}, {one.figure.period}. {pages.about(one)}",
        leave="Go back without asking",
    )
    return asking_page(request, form, asking, act)


def _card(request: HttpRequest, visit: Visit) -> Scorecard:
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None
    return extracts.scorecard(visit.partnership.area.code, on=visit.today, year=year)


def _unavailable(request: HttpRequest, why: Exception) -> HttpResponse:
    return render(request, "local_data/unavailable.html", {"why": str(why)}, status=503)
