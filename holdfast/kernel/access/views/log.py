"""Who has looked: the guardian's log, and the log of one record for those who work there."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from holdfast.kernel.access import chain, reading
from holdfast.kernel.access.door import Visit, log_door, page_door
from holdfast.kernel.access.forms import FindingForm
from holdfast.kernel.access.models import Entry
from holdfast.kernel.access.pages import entries
from holdfast.kernel.access.pages.chain import ChainPanel, keep
from holdfast.kernel.access.pages.glass import ReviewPage
from holdfast.kernel.access.pages.log import Narrowing, log_page, record_table
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import wants_csv

CHECKED = "log_check"
AT_ONCE = 500


@require_safe
@page_door(Role.RECORDS_GUARDIAN)
def log(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Show every entry outside the sealed rooms, newest first, and whether the log is whole."""
    if wants_csv(request.GET):
        return _as_csv(request, visit)
    panel = ChainPanel.of(request.session.get(CHECKED, {}))
    page = log_page(request.GET, now=visit.now, chain=panel)
    first = reading.waiting().first()
    review = ReviewPage.of(first, by=visit.holding, now=visit.now) if first else None
    return render(
        request, "access/log.html", {"page": page, "review": review, "form": FindingForm()}
    )


def _as_csv(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    asked = Narrowing.of(request.GET)
    found = asked.of_these(reading.entries_for_guardian()).order_by("-pk")
    visit.exported({"list": "access log", "rows": found.count(), **asked.manifest()})
    return csv_response("access-log", entries.HEADER, _rows(found))


def _rows(found: QuerySet[Entry]) -> Iterator[Sequence[str | int]]:
    """Yield every line, fetching some hundreds at a time below the last one that was given."""
    below: int | None = None
    while batch := list((found.filter(pk__lt=below) if below else found)[:AT_ONCE]):
        yield from (line.values() for line in entries.lines(batch))
        below = batch[-1].pk


@require_POST
@page_door(Role.RECORDS_GUARDIAN)
def check(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Read the whole chain again, and show on the log's page what was found."""
    request.session[CHECKED] = keep(chain.verify(), now=visit.now)
    return redirect("access:log")


@require_safe
@log_door()
def record_log(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show who has looked at one record, to those who work there."""
    table = record_table(reading.entries_about(visit.record), request.GET)
    page = {"reference": visit.record.reference, "table": table}
    return render(request, "access/record_log.html", {"page": page})
