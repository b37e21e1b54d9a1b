"""Pages of figures. None is about a record or a child; each is behind a door."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.places import Place, all_places
from holdfast.insight.indicators import lado, pages
from holdfast.insight.indicators.access import READERS, require_at_home
from holdfast.insight.indicators.catalogue import UnknownIndicator, indicator
from holdfast.insight.indicators.pages import boroughs, trend, words
from holdfast.insight.indicators.published import NotHeld, Published, open_published
from holdfast.insight.indicators.values import Figure
from holdfast.kernel.access.door import Visit, not_found, page_door
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.render import render


class _Unavailable(Exception):
    """The sentence says why there are no figures to show."""


@require_safe
@page_door(*READERS)
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    try:
        held, place = _held(visit)
    except _Unavailable as why:
        return _unavailable(request, why)
    page = pages.OverviewPage.of(held, place, _year(request, visit, held), today=visit.today)
    return render(request, "indicators/overview.html", {"page": page})


@require_safe
@page_door(*READERS)
def allegations(request: HttpRequest, visit: Visit) -> HttpResponse:
    require_at_home(visit.post, visit.partnership)
    years = _allegation_years(visit)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in {str(y) for y in years} else years[-1]
    since, until = lado.year_of(year)
    found = lado.figures(visit.partnership.area.code, since=since, until=min(until, visit.today))
    page = pages.AllegationsPage.of(found, year, years)
    return render(request, "indicators/allegations.html", {"page": page})


@require_safe
@page_door(*READERS)
def figure(request: HttpRequest, visit: Visit, identity: str) -> HttpResponse:
    try:
        held, place = _held(visit)
        one = indicator(identity)
        if one.breakdown and "item" not in request.GET:
            year = _year(request, visit, held)
            if not held.breakdown(one.id, place.code, year):
                return not_found(request)
            breakdown = pages.BreakdownPage.of(held, one, place, year)
            return render(request, "indicators/breakdown.html", {"page": breakdown})
        asked = _asked(request, visit, held, place, identity)
    except _Unavailable as why:
        return _unavailable(request, why)
    except (UnknownIndicator, NotHeld):
        return not_found(request)
    page = pages.IndicatorPage.of(held, asked, today=visit.today)
    return render(request, "indicators/figure.html", {"page": page})


@require_safe
@page_door(*READERS)
def trend_csv(request: HttpRequest, visit: Visit, identity: str) -> HttpResponseBase:
    try:
        held, place = _held(visit)
        asked = _asked(request, visit, held, place, identity)
    except _Unavailable as why:
        return _unavailable(request, why)
    except (UnknownIndicator, NotHeld):
        return not_found(request)
    rows = list(trend.csv_rows(held, asked))
    visit.exported({"what": f"published figures, {asked.indicator.id}", "rows": len(rows)})
    return csv_response(f"figures-{asked.indicator.id.lower()}-by-year", trend.HEAD, rows)


@require_safe
@page_door(*READERS)
def london_csv(request: HttpRequest, visit: Visit, identity: str) -> HttpResponseBase:
    try:
        held, place = _held(visit)
        asked = _asked(request, visit, held, place, identity)
    except _Unavailable as why:
        return _unavailable(request, why)
    except (UnknownIndicator, NotHeld):
        return not_found(request)
    item = asked.item.key if asked.item else ""
    compared = held.compared(asked.indicator.id, place.code, asked.year, item=item)
    rows = list(boroughs.csv_rows(compared))
    visit.exported({"what": f"published figures, {asked.indicator.id}", "rows": len(rows)})
    return csv_response(f"figures-{asked.indicator.id.lower()}-london", boroughs.HEAD, rows)


def _held(visit: Visit) -> tuple[Published, Place]:
    """Return the figures and the home area, or say why there is nothing to show."""
    require_at_home(visit.post, visit.partnership)
    area = visit.partnership.area
    try:
        held = open_published(Path(settings.VAR_DIR) / "figures")
    except BadFile as why:
        raise _Unavailable(str(why)) from why
    place = all_places().get(area.code)
    if place is None:
        raise _Unavailable(f"No published figures are held for {area.name}.")
    return held, place


def _asked(
    request: HttpRequest, visit: Visit, held: Published, place: Place, identity: str
) -> Figure:
    year = _year(request, visit, held)
    one = indicator(identity)
    return held.figure(one.id, place.code, year, item=request.GET.get("item", ""))


def _year(request: HttpRequest, visit: Visit, held: Published) -> int:
    """Return the year asked for if it is held, else the latest that was out by today."""
    asked = request.GET.get("year", "")
    if asked in {str(year) for year in held.years}:
        return int(asked)
    return words.shown_at_first(held.releases, held.years, visit.today)


def _allegation_years(visit: Visit) -> tuple[int, ...]:
    """Return the last four years to March, the running one among them."""
    running = visit.today.year + (visit.today.month > 3)
    return tuple(range(running - 3, running + 1))


def _unavailable(request: HttpRequest, why: Exception) -> HttpResponse:
    return render(request, "indicators/unavailable.html", {"why": str(why)}, status=503)
