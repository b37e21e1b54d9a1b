"""The partners' statements: who was asked, how each stands, and asking them."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.documents.statements import asked_for
from holdfast.board.annual_report.forms import AskForm
from holdfast.board.annual_report.pages import StatementsPage
from holdfast.board.annual_report.views.showing import change, shown
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render


@require_safe
@door(Can.SEE, kind=KIND)
def statements(request: HttpRequest, visit: Visit) -> HttpResponse:
    edition = shown(visit)
    page = StatementsPage.of(
        edition,
        asked_for(edition, on=visit.today),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        on=visit.today,
    )
    return render(request, "annual_report/statements.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def ask_partners(request: HttpRequest, visit: Visit) -> HttpResponse:
    return change(
        request,
        visit,
        AskForm(typed(request), area=visit.record.area_id),
        partial(transitions.ask_partners, shown(visit)),
        title="Ask the partners for their statements",
        submit="Ask them",
        about="Each gets an information request of its own, with three questions, a word limit "
        "and a day. Nobody on the board can change what they send.",
        back=("annual_report:statements", "Statements"),
    )
