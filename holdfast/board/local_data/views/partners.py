"""The partners' own figures: a year, a quarter, what may be published, and the forms."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.local_data import extracts, forms, pages, transitions
from holdfast.board.local_data.access import KIND, READERS
from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.pages.published import HEAD, csv_rows
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.engines.asks.models import Request
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

METHODS = ["GET", "HEAD", "POST"]
LOCAL = "Partners' own figures"
Told = dict[str, Any]


@require_safe
@page_door(*READERS)
def local(request: HttpRequest, visit: Visit) -> HttpResponse:
    area = visit.partnership.area_id
    years = extracts.local_years(area, on=visit.today)
    year = _year(request, visit, years)
    mine = Collection.objects.visible_to(visit.post).filter(area=area, year=year)
    collections = list(mine.select_related("record"))
    rows = extracts.local_rows(area, year=year, on=visit.today) if collections else ()
    page = pages.LocalPage.of(
        year,
        years,
        collections,
        rows,
        extracts.asked_rows(collections, on=visit.today),
        may_open=gate.may_open(visit.post, KIND),
        demo=visit.partnership.demo,
        on=visit.today,
    )
    return render(request, "local_data/local.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def quarter(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = collection_of(visit)
    page = pages.QuarterPage.of(
        found,
        extracts.rows_over(found.area_id, [found.quarter], on=visit.today),
        extracts.asked_rows([found], on=visit.today),
        drafts=list(found.drafts.filter(by=visit.post).select_related("agency")),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        demo=visit.partnership.demo,
        on=visit.today,
    )
    return render(request, "local_data/quarter.html", {"page": page})


@require_safe
@page_door(*READERS)
def published(request: HttpRequest, visit: Visit) -> HttpResponse:
    year, rows = _published(request, visit)
    page = pages.PublishedPage.of(year, rows, demo=visit.partnership.demo)
    return render(request, "local_data/published.html", {"page": page})


@require_safe
@page_door(*READERS)
def published_csv(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The file holds what may be published and nothing else, whoever takes it."""
    year, rows = _published(request, visit)
    lines = list(csv_rows(rows, demo=visit.partnership.demo))
    visit.exported(
        {
            "what": "partners' figures, suppressed",
            "year": year,
            "rows": len(lines),
            "released": sum(len(row.released) for row in rows),
        }
    )
    return csv_response("partners-figures", HEAD, lines)


@require_http_methods(METHODS)
@room_door(KIND, Can.OPEN)
def open_quarter(request: HttpRequest, visit: Visit) -> HttpResponse:
    area = visit.partnership.area

    def act(told: Told) -> str:
        found = transitions.open_quarter(
            told["quarter"], area=area, owner=visit.post.agency, by=visit.post, on=visit.today
        )
        return reverse("local_data:quarter", args=[found.record.reference])

    form = forms.OpenForm(typed(request), area=area, today=visit.today)
    back = Link(LOCAL, reverse("local_data:local"))
    return ask(request, form, Asking("Open a quarter", "", back, "Open"), act)


@require_http_methods(METHODS)
@door(Can.WORK, kind=KIND)
def ask_partners(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = collection_of(visit)

    def act(told: Told) -> None:
        transitions.ask_partners(
            found,
            told["set_key"],
            to=[Recipient(post) for post in told["to"]],
            due_on=told["due_on"],
            by=visit.post,
            on=visit.today,
        )

    form = forms.AskForm(typed(request), area=found.area)
    return ask(request, form, Asking("Ask partners", LOCAL, to_quarter(found, visit), "Ask"), act)


@require_http_methods(METHODS)
@door(Can.WORK, kind=KIND)
def take_in(request: HttpRequest, visit: Visit, returned: str) -> HttpResponse:
    found = collection_of(visit)
    requests = Request.objects.filter(round__about=visit.record, record__reference=returned)
    asked = get_object_or_404(requests.select_related("record__owner", "round__question_set"))

    def act(told: Told) -> None:
        transitions.take_in_return(found, asked, by=visit.post, on=visit.today, seen=told["seen"])

    form = forms.TakeInForm(typed(request), version=visit.record.version)
    text = (
        f"Accept what {asked.record.owner.name} sent ({returned}) and keep its figures. An "
        "earlier version stays. If something is unclear, send the return back instead."
    )
    asking = Asking(
        "Take in a return",
        LOCAL,
        to_quarter(found, visit),
        "Accept and take in",
        text,
    )
    rows = pages.coming_table(extracts.coming(found, asked))
    return ask(request, form, asking, act, tables=[rows])


@require_http_methods(METHODS)
@door(Can.DECIDE, kind=KIND)
def release(request: HttpRequest, visit: Visit, figure: int) -> HttpResponse:
    found = collection_of(visit)
    figures = Figure.objects.for_page().current()
    chosen = get_object_or_404(figures, pk=figure, collection=found)

    def act(told: Told) -> None:
        transitions.release_small_number(chosen, by=visit.post, on=visit.today, **told)

    form = forms.ReleaseForm(typed(request), version=visit.record.version)
    text = (
        f"{chosen.asked.name}: {chosen.value.words}, {chosen.agency.name}, "
        f"{found.quarter.words}. Once it is released it cannot be taken back."
    )
    back = to_quarter(found, visit)
    asking = Asking("Release a small number", LOCAL, back, "Release", text)
    return ask(request, form, asking, act)


def collection_of(visit: Visit) -> Collection:
    rows = Collection.objects.select_related("record", "area")
    return get_object_or_404(rows, record=visit.record)


def to_quarter(found: Collection, visit: Visit) -> Link:
    here = reverse("local_data:quarter", args=[visit.record.reference])
    return Link(found.quarter.words, here)


def _year(request: HttpRequest, visit: Visit, years: tuple[int, ...]) -> int:
    """Return the year asked for if it has a quarter, else the last whose first quarter ended."""
    asked = request.GET.get("year", "")
    if asked in {str(year) for year in years}:
        return int(asked)
    ended = [year for year in years if Quarter(year, 1).ends_on < visit.today]
    return max(ended or years, default=Quarter.of(visit.today).before.year)


def _published(
    request: HttpRequest, visit: Visit
) -> tuple[int, tuple[extracts.PublishedRow, ...]]:
    area = visit.partnership.area_id
    year = _year(request, visit, extracts.local_years(area, on=visit.today))
    return year, extracts.published_rows(area, year=year, on=visit.today)
