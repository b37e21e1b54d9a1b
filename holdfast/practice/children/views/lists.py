"""Agencies' lists, matched under an agreement: agreed, taken, decided, taken away as CSV."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import wants_csv
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.access import LIST
from holdfast.practice.children.forms.lists import AgreementForm, ListForm, RowForm
from holdfast.practice.children.models import SharedList
from holdfast.practice.children.pages import lists as pages
from holdfast.practice.children.pages.find import sentence
from holdfast.practice.children.rules.told import ChildTold

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@room_door(LIST)
def agreements(request: HttpRequest, visit: Visit) -> HttpResponse:
    mine = SharedList.objects.visible_to(visit.post)
    table = pages.agreements_table(mine, request.GET, on=visit.today)
    context = {"table": table, "may_agree": gate.may_open(visit.post, LIST)}
    return render(request, "children/lists.html", context)


@FORM
@room_door(LIST, Can.OPEN)
def agree(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = AgreementForm(typed(request), area=visit.partnership.area, today=visit.today)

    def act(given: dict[str, Any]) -> str:
        made = verbs.agree_list(by=visit.post, on=visit.today, **given)
        return reverse("children:list", args=[made.record.reference])

    back = Link("Agencies’ lists", reverse("children:lists"))
    asking = Asking("Record a sharing agreement", "Before any list is matched", back, "Record it")
    return ask(request, form, asking, act)


def _list(visit: Visit) -> SharedList:
    return SharedList.objects.select_related("record", "agency").get(record=visit.record)


@require_safe
@door(Can.SEE, kind=LIST)
def one(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    found = _list(visit)
    if wants_csv(request.GET):
        return _csv(found, visit)
    may_take = gate.may(visit.post, Can.WORK, visit.record)
    page = pages.list_page(found, request.GET, on=visit.today, may_take=may_take)
    context = {"page": page, "reference": visit.record.reference}
    return render(request, "children/list.html", context)


def _csv(found: SharedList, visit: Visit) -> HttpResponseBase:
    """The whole result. What leaves, for whom and under what is in the log before a byte goes."""
    rows = found.rows.all()
    matched = rows.filter(child__isnull=False).select_related("child")
    visit.exported(
        {
            "what": "matched list",
            "agency": found.agency.name,
            "purpose": found.purpose,
            "until": found.until_on.isoformat(),
            "sha256": found.sha256,
            "rows": rows.count(),
            "records": [str(row.child.record_id) for row in matched if row.child],
        }
    )
    return csv_response("matched-list", pages.HEAD, pages.lines(rows))


@FORM
@door(Can.WORK, kind=LIST)
def take(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _list(visit)
    files = request.FILES if request.method == "POST" else None
    form = ListForm(typed(request), files)

    def act(given: dict[str, Any]) -> None:
        file = given["file"]
        verbs.take_list(
            found, content=file.read(), filename=file.name, by=visit.post, on=visit.today
        )

    asking = Asking(
        "Match the list", f"{found.title}, {found.agency.name}", _back(visit), "Match it",
        note="Rows that cannot be read are told by their line. Nothing is linked by itself.",
    )  # fmt: skip
    return ask(request, form, asking, act)


def _back(visit: Visit) -> Link:
    return Link("The list", reverse("children:list", args=[visit.record.reference]))


@FORM
@door(Can.WORK, kind=LIST)
def row(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    rows = _list(visit).rows.filter(number=number, child__isnull=False)
    found = rows.select_related("child__record", "shared_list__record").first()
    if found is None or found.child is None:
        raise Http404
    told = ChildTold.from_json(found.told)

    def act(given: dict[str, Any]) -> None:
        verbs.decide_row(found, same=given["same"] == "yes", by=visit.post, on=visit.today)

    asking = Asking(
        f"Row {number}: is this the same child?",
        visit.record.reference,
        _back(visit),
        text=f"The list says {told.forename} {told.surname}. Here: {found.child.known_as}, "
        f"{found.child.record.reference}. {sentence(found.reasons)}.",
    )
    return ask(request, RowForm(typed(request)), asking, act)
