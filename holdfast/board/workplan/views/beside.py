"""What stands beside the plan, over HTTP: not moving, priorities, the horizon, sub-groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.workplan import transitions
from holdfast.board.workplan.access import KIND
from holdfast.board.workplan.extracts.challenges import ChallengeRow, rows_of_challenges
from holdfast.board.workplan.extracts.horizon import horizon_of
from holdfast.board.workplan.extracts.plan import ReportRow, executive_meetings, rows_of
from holdfast.board.workplan.extracts.risks import RiskRow, rows_of_risks
from holdfast.board.workplan.forms import beside as forms
from holdfast.board.workplan.models import Challenge, Line, Plan, PolicyItem, Risk
from holdfast.board.workplan.pages import beside, groups, priorities
from holdfast.board.workplan.pages.sections import TablesPage, back_to
from holdfast.board.workplan.views.finding import the_plan
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Told:
    """A plan with its lines as rows, and the registers as far as this post may see them."""

    plan: Plan
    lines: Sequence[Line]
    rows: Sequence[ReportRow]
    risks: Sequence[RiskRow]
    challenges: Sequence[ChallengeRow]

    @classmethod
    def of(cls, visit: Visit) -> "Told":
        plan = the_plan(visit)
        found = Line.objects.filter(plan=plan).for_page()
        lines = list(found.prefetch_related("evidencelinks", "impactstatements"))
        meetings = executive_meetings(plan)
        on = visit.today
        mine = Risk.objects.visible_to(visit.post).of(plan.record.area).for_page()
        asked = Challenge.objects.visible_to(visit.post).of(plan.record.area).for_page()
        return cls(
            plan=plan,
            lines=lines,
            rows=rows_of(lines, meetings=meetings, area=plan.record.area.code, on=on),
            risks=rows_of_risks(mine, on=on),
            challenges=rows_of_challenges(asked, on=on),
        )


def _shown(request: HttpRequest, page: TablesPage) -> HttpResponse:
    return render(request, "workplan/tables.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def not_moving(request: HttpRequest, visit: Visit) -> HttpResponse:
    t = Told.of(visit)
    page = beside.not_moving_page(t.plan, t.rows, t.risks, t.challenges, on=visit.today)
    return _shown(request, page)


@require_safe
@door(Can.SEE, kind=KIND)
def specific(request: HttpRequest, visit: Visit) -> HttpResponse:
    t = Told.of(visit)
    return _shown(request, beside.specific_page(t.plan, t.lines, t.rows, on=visit.today))


@require_safe
@door(Can.SEE, kind=KIND)
def plan_priorities(request: HttpRequest, visit: Visit) -> HttpResponse:
    t = Told.of(visit)
    held = list(t.plan.priorities.prefetch_related("evidencelinks", "impactstatements"))
    page = priorities.priorities_page(t.plan, held, t.lines, t.rows, request.GET, on=visit.today)
    return _shown(request, page)


@require_safe
@door(Can.SEE, kind=KIND)
def sub_groups(request: HttpRequest, visit: Visit) -> HttpResponse:
    t = Told.of(visit)
    named = groups.groups_of(t.rows, t.risks, t.challenges)
    return _shown(request, groups.groups_page(t.plan, named, t.rows, request.GET))


@require_safe
@door(Can.SEE, kind=KIND)
def sub_group(request: HttpRequest, visit: Visit, group: str) -> HttpResponse:
    t = Told.of(visit)
    name = groups.groups_of(t.rows, t.risks, t.challenges).get(group)
    if name is None:
        raise Http404
    page = groups.group_page(
        t.plan,
        name,
        t.lines,
        t.rows,
        risks=t.risks,
        challenges=t.challenges,
        params=request.GET,
        on=visit.today,
    )
    return _shown(request, page)


@require_safe
@door(Can.SEE, kind=KIND)
def horizon(request: HttpRequest, visit: Visit) -> HttpResponse:
    plan, on = the_plan(visit), visit.today
    may_work = gate.may(visit.post, Can.WORK, visit.record)
    rows = horizon_of(plan, on=on)
    return _shown(request, beside.horizon_page(plan, rows, may_work=may_work, on=on))


@require_safe
@door(Can.SEE, kind=KIND)
def strategies(request: HttpRequest, visit: Visit) -> HttpResponse:
    plan = the_plan(visit)
    held = list(plan.strategies.prefetch_related("commitments__lines"))
    return _shown(request, beside.strategies_page(plan, held))


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def meeting(request: HttpRequest, visit: Visit) -> HttpResponse:
    plan, form = the_plan(visit), forms.MeetingForm(typed(request))
    return _form(
        request, form, lambda: transitions.add_meeting(
            plan, **form.cleaned_data, by=visit.post, on=visit.today
        ), title="Add a meeting", back=back_to(plan),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def policy(request: HttpRequest, visit: Visit) -> HttpResponse:
    plan, form = the_plan(visit), forms.PolicyForm(typed(request))
    return _form(
        request, form, lambda: transitions.note_policy(
            plan, **form.cleaned_data, by=visit.post, on=visit.today
        ), title="Add what is coming", back=_page(plan, "horizon", "What is coming"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def policy_meaning(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    item = _item(visit, number)
    form = forms.MeaningForm(typed(request), item=item, area=visit.record.area)
    return _form(
        request, form, lambda: transitions.say_implication(
            item, **form.told(), by=visit.post, on=visit.today
        ), title="Say what it means for us", what=item.title,
        back=_page(item.plan, "horizon", "What is coming"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def policy_settle(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    item = _item(visit, number)
    form = forms.SettleForm(typed(request), item=item)
    return _form(
        request, form, lambda: transitions.settle_policy(
            item, **form.cleaned_data, by=visit.post, on=visit.today
        ), title="Say that it is dealt with", what=item.title,
        back=_page(item.plan, "horizon", "What is coming"),
    )  # fmt: skip


def _form(
    request: HttpRequest,
    form: Form,
    write: Callable[[], object],
    *,
    title: str,
    back: Link,
    what: str = "",
) -> HttpResponse:
    return ask(request, form, Asking(title, "", back, text=what), lambda _: write())


def _page(plan: Plan, name: str, words: str) -> Link:
    return Link(words, reverse(f"workplan:{name}", args=[plan.record.reference]))


def _item(visit: Visit, number: int) -> PolicyItem:
    items = PolicyItem.objects.select_related("plan__record")
    return get_object_or_404(items, plan__record=visit.record, pk=number)
