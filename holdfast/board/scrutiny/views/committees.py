"""Pages of committees: what they resolved and asked, and how it is answered."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.scrutiny import forms, transitions
from holdfast.board.scrutiny.access import COMMITTEE
from holdfast.board.scrutiny.extracts import resolution_rows
from holdfast.board.scrutiny.models import Committee, Part
from holdfast.board.scrutiny.pages import CommitteePage
from holdfast.board.scrutiny.rules.words import CommitteeKind, Extent
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@door(Can.SEE, kind=COMMITTEE)
def committee(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _committee(visit)
    sittings = found.sittings.prefetch_related(
        "resolutions", "questions__replies", "reports__record"
    )
    page = CommitteePage.of(
        found,
        resolution_rows(on=visit.today, committee=found),
        list(sittings),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
    )
    return render(request, "scrutiny/committee.html", {"page": page})


@FORM
@page_door(Role.BOARD_MANAGER)
def open_committee(request: HttpRequest, visit: Visit) -> HttpResponse:
    def act(given: dict[str, Any]) -> str:
        made = transitions.open_committee(
            kind=CommitteeKind(given["kind"]),
            name=given["name"],
            sends_to=given["sends_to"],
            area=visit.partnership.area,
            owner=visit.post.agency,
            by=visit.post,
            on=visit.today,
        )
        return reverse("scrutiny:committee", args=[made.record.reference])

    back = Link("Scrutiny", reverse("scrutiny:home"))
    asking = Asking("Add a committee", "Scrutiny", back, "Add it")
    return ask(request, forms.CommitteeForm(typed(request)), asking, act)


@FORM
@door(Can.WORK, kind=COMMITTEE)
def sitting(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _committee(visit)

    def act(given: dict[str, Any]) -> None:
        transitions.plan_sitting(found, by=visit.post, on=visit.today, **given)

    return ask(request, forms.SittingForm(typed(request)), _asking(found, "Add a sitting"), act)


@FORM
@door(Can.WORK, kind=COMMITTEE)
def resolve(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _committee(visit)

    def act(given: dict[str, Any]) -> None:
        transitions.resolve(
            given["sitting"],
            text=given["text"],
            parts=given["parts"].splitlines(),
            owner=tracker.Who(given["owner"], given["owner_role"]),
            due_at=given["due_at"],
            paragraph=given["paragraph"],
            by=visit.post,
            on=visit.today,
        )

    form = forms.ResolutionForm(typed(request), committee=found, on=visit.today)
    return ask(request, form, _asking(found, "Write down a resolution"), act)


@FORM
@door(Can.WORK, kind=COMMITTEE)
def question(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _committee(visit)

    def act(given: dict[str, Any]) -> None:
        transitions.note_answered_question(
            given["sitting"],
            asked_by=given["asked_by"],
            text=given["text"],
            answered_by=given["answered_by"],
            reply=given["reply"],
            by=visit.post,
            on=visit.today,
        )

    form = forms.QuestionForm(typed(request), committee=found, on=visit.today)
    return ask(request, form, _asking(found, "Write down a question"), act)


@FORM
@door(Can.WORK, kind=COMMITTEE)
def answer(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    found = _committee(visit)
    parts = Part.objects.select_related("resolution__sitting__committee__record", "action__record")
    part = get_object_or_404(parts, pk=pk, resolution__sitting__committee=found)

    def act(given: dict[str, Any]) -> None:
        transitions.answer_part(
            part,
            extent=Extent(given["extent"]),
            what=given["what"],
            dated=given["dated"],
            source=given["source"],
            by=visit.post,
            on=visit.today,
        )

    asking = _asking(found, f"Answer part {part.number}", text=part.text)
    return ask(request, forms.AnswerForm(typed(request)), asking, act)


def _asking(found: Committee, title: str, *, text: str = "") -> Asking:
    back = Link(found.name, reverse("scrutiny:committee", args=[found.record.reference]))
    return Asking(title, found.name, back, text=text)


def _committee(visit: Visit) -> Committee:
    found = Committee.objects.select_related("record__area").prefetch_related("copies")
    return get_object_or_404(found, record=visit.record)
