"""What is written about a family: two tables of forms and verbs, two doors, one page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import KIND, PLAN, STORY
from holdfast.practice.early_help.forms import offering, writing
from holdfast.practice.early_help.forms.base import EntryForm
from holdfast.practice.early_help.models import Assessment, EarlyHelp
from holdfast.practice.early_help.pages.menu import menu_of
from holdfast.practice.early_help.views.asked import family_of, second_look

Verb = Callable[..., Any]


@dataclass(frozen=True)
class Entry:
    """One entry: its title, its form, the verb that it calls, and the button's words."""

    title: str
    form: type[EntryForm]
    verb: Verb
    submit: str = "Write it down"
    note: str = ""
    keeps: bool = False
    """Much is written here: a draft is kept."""


def _agreement(family: EarlyHelp, *, said: str, **told: Any) -> None:
    """Call the verb of what the family said."""
    who, by, on, seen = (told[name] for name in ("who", "by", "on", "seen"))
    if said == offering.YES:
        verbs.agree(family, who=who, children=told["children"], shared_with=told["shared_with"],
                    by=by, on=on, seen=seen)  # fmt: skip
    elif said == offering.AGAIN:
        verbs.agree_again(family, who=who, by=by, on=on, seen=seen)
    else:
        verb = verbs.decline if said == offering.NO else verbs.withdraw_agreement
        verb(family, who=who, why=told["why"], by=by, on=on, seen=seen)


def _complete(family: EarlyHelp, **told: Any) -> None:
    assessment = Assessment.under_way(family)
    if assessment is None:
        raise Http404
    verbs.complete_assessment(assessment, **told)


def _promise(family: EarlyHelp, *, post: Any, somebody: str, **told: Any) -> None:
    verbs.promise(family, owner=Who(post, "" if post else somebody), **told)


WRITE: Mapping[str, Entry] = {
    "agreement": Entry("What the family said to help", offering.AgreementForm, _agreement),
    "lead": Entry(
        "Name the lead professional", writing.LeadForm, verbs.name_lead, "Name them",
        "The lead professional sees and writes everything about this family, and nothing else.",
    ),
    "join": Entry(
        "Ask somebody into the team", writing.JoinForm, verbs.join_team, "Let them in",
        "A post is let into the plan for a year. The assessment opens only if the family agreed.",
    ),
    "complete": Entry(
        "Complete the assessment", writing.CompleteForm, _complete, "Complete it",
        "It stays as it is from then on. The family gets it to read.",
    ),
    "again": Entry(
        "Assess again", writing.AgainForm, verbs.assess_again, "Begin it",
        "The last assessment’s words are taken over and marked, to be looked at again.",
    ),
    "survey_given": Entry(
        "The family was given its survey", writing.SurveyGivenForm, verbs.give_survey
    ),
    "step_up": Entry(
        "Step up to the front door", writing.StepUpForm, verbs.step_up, "Step up",
        "If a child is in danger now, ring the front door as well.", keeps=True,
    ),
    "go_on": Entry("Back from the front door", writing.BackForm, verbs.come_back),
    "entry": Entry("Write an entry", writing.WriteForm, verbs.write_entry, keeps=True),
    "close": Entry("End early help", writing.CloseForm, verbs.close, "End it", keeps=True),
}  # fmt: skip
PLANNING: Mapping[str, Entry] = {
    "promise": Entry("Promise something", writing.PromiseForm, _promise, "Put it in the plan"),
    "support": Entry("Offer help", writing.SupportForm, verbs.offer_support, "Offer it"),
    "meeting": Entry("Call a meeting", writing.MeetingForm, verbs.call_meeting, "Call it"),
}


@require_safe
@door(Can.WORK, kind=KIND, section=STORY)
def menu(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = menu_of(family_of(visit), WRITE, PLANNING)
    return render(request, "early_help/menu.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def write(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _page(request, visit, WRITE.get(entry))


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=PLAN)
def plan(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _page(request, visit, PLANNING.get(entry))


def _page(request: HttpRequest, visit: Visit, entry: Entry | None) -> HttpResponse:
    if entry is None:
        raise Http404
    family = family_of(visit)
    form = entry.form(typed(request), family=family, today=visit.today)

    def act(told: dict[str, Any]) -> None:
        entry.verb(family, by=visit.post, **told)

    asking = asking_of(visit, family, entry.title, entry.submit, note=entry.note)
    keeps = keeps_of(visit, entry.form.__name__) if entry.keeps else None
    return ask(request, form, asking, act, keeps=keeps, meanwhile=second_look(visit))


def keeps_of(visit: Visit, form: str) -> Keeps:
    return Keeps(visit.holding, f"early_help:{form}", visit.record)


def asking_of(
    visit: Visit, family: EarlyHelp, title: str, submit: str = "Write it down", *, note: str = "",
    text: str = "",
) -> Asking:  # fmt: skip
    reference = visit.record.reference
    return Asking(
        title=title,
        caption=f"{family.known_as} · {reference}",
        back=Link("The family’s page", reverse("early_help:family", args=[reference])),
        submit=submit,
        text=text,
        note=note,
    )
