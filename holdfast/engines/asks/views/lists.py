"""What this post answers and asked; one round and all its returns."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from holdfast.engines.asks import transitions
from holdfast.engines.asks.access import ANSWERERS, ASKERS, READERS, ROUND
from holdfast.engines.asks.extracts import RoundRow, round_rows, rows_of
from holdfast.engines.asks.models import DueChange, QuestionSet, Request, Round, listed
from holdfast.engines.asks.pages import RequestsPage, RoundPage
from holdfast.engines.asks.rules.standing import is_open
from holdfast.engines.asks.rules.states import State
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render

ROUNDS_SHOWN = 30
DONE_SHOWN = 100


@require_safe
@page_door(*sorted(READERS))
def requests(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what waits for this post, what its agency sent, and what it asked itself."""
    role = Role(visit.post.role)
    asks = role in ASKERS or role is Role.BOARD_CHAIR
    answered = Request.objects.answered_by(visit.post) if role in ANSWERERS else None
    found = list(listed(answered.order_by("-pk"))[:DONE_SHOWN]) if answered is not None else []
    titles = {one.pk: one.round.title for one in found}
    mine = [(row, titles[row.request]) for row in rows_of(found, on=visit.today)]
    issued = Round.objects.visible_to(visit.post).select_related("record").latest_first()
    rounds = list(issued[:ROUNDS_SHOWN]) if asks else []
    every = list(listed(Request.objects.filter(round__in=rounds)))
    of_round: dict[int, list[RoundRow]] = {one.pk: [] for one in rounds}
    for one, row in zip(every, rows_of(every, on=visit.today), strict=True):
        of_round[one.round_id].append(row)
    page = RequestsPage.of(
        mine,
        [(one, of_round[one.pk]) for one in rounds],
        revised=set(
            DueChange.objects.filter(
                request__in=[one.pk for one in every], answer=DueChange.Answer.ASKED
            ).values_list("request", flat=True)
        ),
        asks=asks,
        answers=answered is not None,
        on=visit.today,
    )
    return render(request, "asks/requests.html", {"page": page})


@require_safe
@door(Can.SEE, kind=ROUND)
def round_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    asked = _round(visit)
    used = asked.question_set
    before = QuestionSet.objects.filter(
        purpose=used.purpose, area=used.area_id, version=used.version - 1
    ).first()
    page = RoundPage.of(
        asked,
        round_rows(asked, on=visit.today),
        before=before,
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        on=visit.today,
    )
    return render(request, "asks/round.html", {"page": page})


@require_POST
@door(Can.WORK, kind=ROUND)
def remind_all(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Remind everybody whose return is late, each at most once a day."""
    asked = _round(visit)
    late = Request.objects.filter(round=asked, due_on__lt=visit.today)
    for one in late.select_related("record", "round__record", "lead", "sign_off"):
        if is_open(State(one.state)):
            _remind(one, visit)
    return redirect(reverse("asks:round", args=[visit.record.reference]))


def _remind(one: Request, visit: Visit) -> None:
    try:
        transitions.remind(one, by=visit.post, on=visit.today)
    except NotAllowed:
        return  # it was sent while the others were being reminded


def _round(visit: Visit) -> Round:
    found = Round.objects.select_related("record", "asked_by", "question_set")
    return get_object_or_404(found, record=visit.record)
