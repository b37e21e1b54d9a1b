"""One arrangement: its page, its checks, its entries, and everything that is written in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.meanwhile import Meanwhile, Theirs, steps_since
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.access import KIND, STORY
from holdfast.practice.private_fostering.forms import deciding, entries, telling
from holdfast.practice.private_fostering.forms.base import EntryForm
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.pages import words
from holdfast.practice.private_fostering.pages.checks import checks_page
from holdfast.practice.private_fostering.pages.record import RecordPage
from holdfast.practice.private_fostering.views.asked import arrangement_of

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def record(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Arrangement.objects.for_page().get(record=visit.record)
    page = RecordPage.of(found, visit=visit)
    return render(request, "private_fostering/record.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def checks(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Arrangement.objects.for_page().get(record=visit.record)
    others = Arrangement.objects.of_home(found.home_key).exclude(pk=found.pk).count()
    page = checks_page(found, others=others, on=visit.today)
    return render(request, "private_fostering/checks.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def all_entries(request: HttpRequest, visit: Visit) -> HttpResponse:
    steps = visit.record.steps.select_related("by__agency")
    told = [words.entry_of(step, owner=visit.record.owner_id) for step in steps]
    context = {"reference": visit.record.reference, "entries": told}
    return render(request, "private_fostering/entries.html", context)


@dataclass(frozen=True)
class Writing:
    """One entry: its title, its form, the verb it calls, the button, what is to be read first."""

    title: str
    form: type[EntryForm]
    verb: Callable[..., Any]
    submit: str = "Write it down"
    note: str = ""
    back: str = "record"


WRITE: Mapping[str, Writing] = {
    "missed": Writing(
        "A visit was not made", entries.MissedForm, verbs.record_missed,
        note="The clock runs on. Ours and the family’s reasons are counted apart.",
    ),
    "report": Writing("Add the report of a visit", entries.ReportForm, verbs.write_report),
    "request": Writing("Somebody asks for a visit", entries.RequestForm, verbs.ask_for_visit),
    "parent": Writing("Speak with a parent", entries.ParentForm, verbs.speak_with_parent),
    "support": Writing("Advice and help given", entries.SupportForm, verbs.give_support),
    "member": Writing("Add somebody in the home", entries.MemberForm, verbs.add_member),
    "left": Writing("Somebody left the home", entries.LeftForm, verbs.say_member_left),
    "disqualified": Writing(
        "Somebody is disqualified", entries.DisqualifiedForm, verbs.find_disqualified,
        note="Until a manager gives written consent, the arrangement cannot be found suitable.",
    ),
    "ask-check": Writing(
        "Ask for a check", entries.AskCheckForm, verbs.ask_check, back="checks"
    ),
    "answer-check": Writing(
        "A check was answered", entries.AnswerCheckForm, verbs.answer_check, back="checks"
    ),
    "kept": Writing("A requirement is kept", deciding.KeptForm, verbs.say_kept),
    "notice": Writing("A notice", telling.LaterNoticeForm, verbs.take_notice),
    "late": Writing("Why something is late", entries.LateForm, verbs.explain_lateness),
    "entry": Writing("Write an entry", entries.WriteForm, verbs.write_entry),
    "end": Writing(
        "The child has left", telling.EndForm, verbs.end, "End it",
        note="Not if the child is meant to be back within 27 days: then write an entry.",
    ),
    "back": Writing("The child is back", entries.ReasonForm, verbs.come_back, "Begin again"),
}  # fmt: skip
DECIDE: Mapping[str, Writing] = {
    "allocate": Writing(
        "Say who visits", deciding.AllocateForm, verbs.allocate, "Let them in"
    ),
    "decide": Writing(
        "Decide whether it suits", deciding.DecideForm, verbs.decide, "Decide",
        note="Whoever visits does not decide. What binds the carer can be appealed for 14 days.",
    ),
    "consent": Writing(
        "Decide on consent", deciding.ConsentForm, verbs.decide_consent, "Decide"
    ),
    "lift": Writing("Lift a requirement", deciding.LiftForm, verbs.lift_requirement, "Lift it"),
    "appeal": Writing("An appeal was made", deciding.AppealForm, verbs.record_appeal),
    "end-appeal": Writing("What the court decided", deciding.EndAppealForm, verbs.end_appeal),
    "not-fostering": Writing(
        "It is not private fostering", entries.ReasonForm, verbs.find_not_fostering, "Say so"
    ),
}  # fmt: skip
VISITING = Writing(
    "A visit", entries.VisitForm, verbs.record_visit, "Keep the visit",
    note="It counts when the child was seen alone, or it says why not, and a report is written.",
)  # fmt: skip


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def visit(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _ask(request, visit, VISITING)


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def write(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _ask(request, visit, WRITE.get(entry))


@FORM
@door(Can.DECIDE, kind=KIND, section=STORY)
def decide(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _ask(request, visit, DECIDE.get(entry))


def _ask(request: HttpRequest, visit: Visit, writing: Writing | None) -> HttpResponse:
    if writing is None:
        raise Http404
    found = arrangement_of(visit)
    form = writing.form(typed(request), arrangement=found, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        noun, told = form.told()
        writing.verb(noun, by=visit.post, **told)

    reference = visit.record.reference
    to = Link("Back", reverse(f"private_fostering:{writing.back}", args=[reference]))
    caption = f"{found.known_as}, {reference}"
    asking = Asking(writing.title, caption, to, writing.submit, note=writing.note)
    keeps = Keeps(visit.holding, f"private_fostering:{writing.verb.__name__}", visit.record)
    second: Meanwhile = partial(_theirs, visit)
    return ask(request, form, asking, act, keeps=keeps, meanwhile=second)


def _theirs(visit: Visit, form: Form) -> Theirs | None:
    """What was written meanwhile. Two who wrote down one visit see it field by field."""
    since = steps_since(visit, form, heads=words.HEADS)
    if since is None or not isinstance(form, entries.VisitForm):
        return since
    mine = visit.record.private_fostering.visits.filter(made=True, on=form.cleaned_data["on"])
    other = mine.select_related("by").order_by("-number").first()
    if other is None:
        return since
    return Theirs(other.by.title, entries.as_in_the_form(other), since.version, other.written_at)
