"""Whom an edition goes to, and what was sent when."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.forms import LeaveOutForm, RecipientForm, SendForm
from holdfast.board.annual_report.models import Recipient
from holdfast.board.annual_report.pages import ListPage
from holdfast.board.annual_report.pages.sending import HEADER, rows
from holdfast.board.annual_report.views.showing import change, shown
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.exports import csv_response
from holdfast.kernel.ui.render import render

BACK = ("annual_report:recipients", "Distribution list")
EDITABLE = ["GET", "HEAD", "POST"]


@require_safe
@door(Can.SEE, kind=KIND)
def recipients(request: HttpRequest, visit: Visit) -> HttpResponse:
    edition = shown(visit)
    page = ListPage.of(
        edition,
        list(edition.recipients.for_page()),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
    )
    return render(request, "annual_report/recipients.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def recipients_csv(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    found = list(shown(visit).recipients.for_page())
    visit.exported({"what": "distribution list", "rows": len(found)})
    return csv_response("distribution-list", HEADER, rows(found))


@require_http_methods(EDITABLE)
@door(Can.WORK, kind=KIND)
def list_recipient(request: HttpRequest, visit: Visit) -> HttpResponse:
    verb = partial(transitions.list_recipient, shown(visit))
    form = RecipientForm(typed(request), initial={"copies": 1})
    return change(request, visit, form, verb, title="Add to the list", submit="Add", back=BACK)


@require_http_methods(EDITABLE)
@door(Can.WORK, kind=KIND)
def send(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    recipient = _recipient(visit, pk)
    return change(
        request,
        visit,
        SendForm(typed(request), initial={"sent_on": visit.today}),
        partial(transitions.send, recipient),
        title="Write down that it was sent",
        submit="Save",
        about=recipient.who,
        back=BACK,
    )


@require_http_methods(EDITABLE)
@door(Can.WORK, kind=KIND)
def leave_out(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    recipient = _recipient(visit, pk)
    return change(
        request,
        visit,
        LeaveOutForm(typed(request)),
        partial(transitions.leave_out, recipient),
        title="Say why it is not sent",
        submit="Leave it out",
        about=recipient.who,
        back=BACK,
    )


def _recipient(visit: Visit, pk: int) -> Recipient:
    """A recipient is reached only through the record let in."""
    found = Recipient.objects.select_related("edition__record")
    return get_object_or_404(found, pk=pk, edition__record=visit.record)
