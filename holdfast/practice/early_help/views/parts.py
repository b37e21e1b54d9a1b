"""Parts of a family's plan, reached by their number within the record that the door let in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import KIND, PLAN, STORY
from holdfast.practice.early_help.forms import writing
from holdfast.practice.early_help.models import (
    EarlyHelp,
    Meeting,
    StepUp,
    Support,
    TeamMember,
    referral_of,
)
from holdfast.practice.early_help.pages.meeting import MeetingPage
from holdfast.practice.early_help.pages.referral import ReferralPage
from holdfast.practice.early_help.views.asked import family_of, second_look
from holdfast.practice.early_help.views.writing import asking_of, keeps_of


@require_safe
@door(Can.SEE, kind=KIND, section=PLAN)
def meeting(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = _meeting(visit, number)
    may_write = gate.may(visit.post, Can.WORK, visit.record, section=PLAN)
    page = MeetingPage.of(found, may_write=may_write)
    return render(request, "early_help/meeting.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=PLAN)
def record_meeting(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = _meeting(visit, number)
    if found.held:
        raise Http404
    family = family_of(visit)
    people = [*family.people().values(), *(m.who for m in family.team.filter(left_on=None))]
    form = writing.MeetingRecordForm(
        typed(request), family=family, today=visit.today, initial={"present": people}
    )

    def act(given: dict[str, Any]) -> None:
        told = {name: given[name] for name in given if name not in {"on", "seen"}}
        verbs.record_meeting(
            found, verbs.MeetingTold(**told), held_on=given["on"], by=visit.post, on=visit.today,
            seen=given["seen"],
        )  # fmt: skip

    text = "Strike out of the first list who did not come."
    title = f"Write down: {found.get_kind_display().lower()}"
    asking = asking_of(visit, family, title, text=text)
    keeps = keeps_of(visit, f"meeting-{number}")
    return ask(request, form, asking, act, keeps=keeps, meanwhile=second_look(visit))


def _meeting(visit: Visit, number: int) -> Meeting:
    """The meeting of this number in the record let in. Another record's is not found."""
    mine = Meeting.objects.filter(early_help__record=visit.record, number=number)
    found = mine.select_related("early_help__record__area", "chair__agency").first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=PLAN)
def went(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """How one piece of help went."""
    mine = Support.objects.filter(early_help__record=visit.record, number=number)
    support = mine.select_related("early_help__record").first()
    if support is None:
        raise Http404
    family = family_of(visit)
    form = writing.WentForm(typed(request), family=family, today=visit.today, support=support)

    def act(given: dict[str, Any]) -> None:
        verbs.say_how_it_went(support, by=visit.post, **given)

    asking = asking_of(visit, family, "How it went", text=f"{support.what}, for {support.whom}.")
    return ask(request, form, asking, act, meanwhile=second_look(visit))


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=PLAN)
def promise(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """A step of the plan was kept, or how it stands and why it is late."""
    mine = Action.objects.filter(record=visit.record, pk=number).exclude(state="evidenced")
    action = mine.select_related("record", "owner").first()
    if action is None:
        raise Http404
    family = family_of(visit)
    form = writing.PromiseWentForm(typed(request), family=family, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        text, on = given["text"], given["on"]
        if given["done"] == "yes":
            verbs.promise_kept(action, how=text, by=visit.post, on=on)
        else:
            verbs.say_where_it_stands(action, text=text, by=visit.post, on=on)

    asking = asking_of(
        visit, family, "A step of the plan", text=f"{action.what}: {action.owner_words}."
    )
    return ask(request, form, asking, act)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def step_up(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """What the front door is told: made from the record, as it stood on that day."""
    mine = StepUp.objects.filter(early_help__record=visit.record, pk=number)
    found = mine.select_related("early_help__record", "by__agency").first()
    if found is None:
        raise Http404
    page = ReferralPage.of_kept(found)
    return render(request, "early_help/referral.html", {"page": page})


@require_safe
@door(Can.WORK, kind=KIND, section=STORY)
def preview(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the front door would be told today, before anybody decides to step up."""
    family = family_of(visit)
    told = referral_of(EarlyHelp.objects.for_page().get(pk=family.pk))
    page = ReferralPage.of_today(family, told, on=visit.today)
    return render(request, "early_help/referral.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def leave(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """Somebody leaves the team."""
    mine = TeamMember.objects.filter(early_help__record=visit.record, pk=number, left_on=None)
    member = mine.select_related("early_help__record__area", "grant", "reading").first()
    if member is None:
        raise Http404
    family = family_of(visit)
    form = writing.LeaveForm(typed(request), family=family, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        verbs.leave_team(member, by=visit.post, **given)

    asking = asking_of(visit, family, f"{member.who} leaves the team", "Shut them out")
    return ask(request, form, asking, act, meanwhile=second_look(visit))
