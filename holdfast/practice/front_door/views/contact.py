"""One contact: its page, the decision, its entries, and the ways on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.asks.models import Check, Finding
from holdfast.engines.copies import transitions as copies
from holdfast.kernel.access.asking import Asking, ask, drafted, sent, take_up, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.children.models import Child
from holdfast.practice.children.models.looking import matches_for
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.access import KIND, STORY
from holdfast.practice.front_door.forms import entries
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.pages import standing
from holdfast.practice.front_door.pages.contact import ContactPage, levels
from holdfast.practice.front_door.rules import law

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _of(visit: Visit) -> Contact:
    return Contact.objects.for_page().get(record=visit.record)


def _back(visit: Visit) -> Link:
    url = reverse("front_door:contact", args=[visit.record.reference])
    return Link("The contact", url)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def contact(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _of(visit)
    form = entries.DecisionForm(None, contact=found, today=visit.today, now=visit.now)
    draft = take_up(request, form, _keeps(visit))
    return _page(request, visit, found, form, draft=draft)


def _keeps(visit: Visit) -> Keeps:
    return Keeps(visit.holding, "front_door:decide", visit.record)


@FORM
@door(Can.DECIDE, kind=KIND, section=STORY)
def decide(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Decide and send the referrer's copy; “Show the letter” only shows it."""
    here = reverse("front_door:contact", args=[visit.record.reference])
    if request.method != "POST":
        return redirect(here)
    done = drafted(request, _keeps(visit))
    if done is not None:
        return redirect(here) if done.status_code == 302 else done
    found = _of(visit)
    form = entries.DecisionForm(request.POST, contact=found, today=visit.today, now=visit.now)
    if form.is_valid() and "preview" not in request.POST:
        try:
            told = form.decision_told
            verbs.decide(
                found, told, by=visit.post, on=visit.today, seen=form.cleaned_data["seen"]
            )
            sent(_keeps(visit))
            return redirect(here)
        except NotAllowed as why:
            form.add_error(None, str(why))
    return _page(request, visit, found, form)


def _page(
    request: HttpRequest, visit: Visit, found: Contact, form: entries.DecisionForm, draft: str = ""
) -> HttpResponse:
    asked = Check.objects.visible_to(visit.post).about(visit.record).for_list()
    page = ContactPage.of(found, [c for c in asked if c.state != "withdrawn"], visit=visit)
    context = {
        "page": page,
        "form": form if page.may_decide else None,
        "draft": draft,
        "action": reverse("front_door:decide", args=[visit.record.reference]),
        "levels": levels(visit.partnership.area, on=visit.today) if page.may_decide else (),
        "shown": _shown(found, form, visit),
    }
    return render(request, "front_door/contact.html", context)


def _shown(found: Contact, form: entries.DecisionForm, visit: Visit) -> copies.Shown | None:
    """The referrer's copy as it would go now, once a decision is chosen."""
    decision = str(form.data.get("decision", ""))
    if found.told_by is None or found.public or decision not in set(law.Decision):
        return None
    letter = verbs.Letters.draft(
        found, reason=str(form.data.get("reason", "")), on=visit.today, decision=decision,
        next_step=str(form.data.get("next_step", "")),
    )  # fmt: skip
    return copies.show_copy(
        visit.record, letter=letter, facts=verbs.Letters.closed(found),
        reader=verbs.Letters.reader(found), by=visit.post, on=visit.today,
    )  # fmt: skip


@dataclass(frozen=True)
class Writing:
    """One entry: its title, its form, the verb it calls, the button, what is to be read first."""

    title: str
    form: type[entries.EntryForm]
    verb: Callable[..., Any]
    submit: str = "Write it down"
    note: str = ""


WRITE: Mapping[str, Writing] = {
    "grade": Writing(
        "Grade", entries.GradeForm, verbs.grade, "Grade it",
        note="A grade times the partners’ checks (4, 24, 72 hours, local). The decision’s own day "
        "stays.",
    ),
    "family": Writing("The family", entries.FamilyForm, verbs.say_family),
    "basis": Writing("Lawful basis", entries.BasisForm, verbs.say_basis),
    "ask": Writing(
        "Ask agencies", entries.AskForm, verbs.ask_agencies, "Ask them",
        note="They are told names, dates of birth and address, and nothing of the worry.",
    ),
    "withdrawn": Writing(
        "The family no longer agrees", entries.WithdrawnForm, verbs.withdraw_agreement,
        note="Early help cannot go on. The contact comes back to be looked at again.",
    ),
    "note": Writing("Write a note", entries.NoteForm, verbs.write_note),
    "again": Writing("Look at it again", entries.WhyForm, verbs.open_again, "Open it again"),
    "late": Writing("Why it is late", entries.LateForm, verbs.explain_lateness),
    "tell": Writing("Tell the referrer", entries.ReferrerForm, verbs.tell_referrer, "Send it"),
}  # fmt: skip
NO_VERSION = {"ask", "tell"}


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def write(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _ask(request, visit, WRITE.get(entry), versioned=entry not in NO_VERSION)


WORKER = Writing(
    "Send it to the child’s own worker", entries.WorkerForm, verbs.send_to_worker, "Send it",
    note="Nothing is decided here: whoever has the child acts on it.",
)  # fmt: skip
STRATEGY = Writing(
    "To a strategy discussion", entries.StrategyForm, verbs.send_to_strategy, "Send it now",
    note="Red does not wait for checks. Police, health and children’s social care talk at once.",
)  # fmt: skip


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def worker(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _ask(request, visit, WORKER)


@FORM
@door(Can.DECIDE, kind=KIND, section=STORY)
def strategy(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _ask(request, visit, STRATEGY)


def _ask(
    request: HttpRequest, visit: Visit, writing: Writing | None, *, versioned: bool = True
) -> HttpResponse:
    if writing is None:
        raise Http404
    found = _of(visit)
    form = writing.form(typed(request), contact=found, today=visit.today, now=visit.now)

    def act(_: dict[str, Any]) -> None:
        told = form.answers
        if not versioned:
            told.pop("seen", None)
        writing.verb(found, by=visit.post, on=visit.today, **told)

    caption = f"{found.known_as}, {visit.record.reference}"
    asking = Asking(writing.title, caption, _back(visit), writing.submit, note=writing.note)
    return ask(request, form, asking, act)


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def compare(request: HttpRequest, visit: Visit) -> HttpResponse:
    """This report beside the earlier ones that are likely of the same household, with reasons."""
    found = _of(visit)
    repeats = list(found.repeats.all())
    waiting = next((one for one in repeats if one.same is None), None)
    form = entries.SameForm(typed(request), contact=found, today=visit.today, now=visit.now)
    if request.method == "POST" and waiting is not None and form.is_valid():
        try:
            verbs.say_same(waiting, by=visit.post, on=visit.today, **form.answers)
            return redirect("front_door:compare", reference=visit.record.reference)
        except NotAllowed as why:
            form.add_error(None, str(why))
    context = {
        "contact": found, "repeats": repeats, "waiting": waiting, "form": form,
        "title": standing.children_words(found, on=visit.today), "back": _back(visit),
    }  # fmt: skip
    return render(request, "front_door/compare.html", context)


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def match(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """The children like the one told of, each with its reasons; a person says which, or none."""
    found = _of(visit)
    one = next((child for child in found.children.all() if child.number == number), None)
    if one is None:
        raise Http404
    likely = matches_for(one.told, to=visit.post)
    visit.returned([child.record_id for child, _ in likely], looked_for="a child as told")
    fault = ""
    if request.method == "POST":
        fault = _matched(
            request, visit, one, {str(child.pk): (child, like) for child, like in likely}
        )
        if not fault:
            return redirect("front_door:contact", reference=visit.record.reference)
    context = {
        "child": one, "likely": likely, "back": _back(visit), "fault": fault, "on": visit.today,
    }  # fmt: skip
    return render(request, "front_door/match.html", context)


def _matched(request: HttpRequest, visit: Visit, one: Any, likely: Mapping[str, Any]) -> str:
    """Keep the answer, or return the sentence that says why not."""
    chosen = request.POST.get("child", "")
    try:
        if chosen == "none":
            verbs.open_child(one, by=visit.post, on=visit.today)
        elif chosen in likely:
            child: Child = likely[chosen][0]
            why = ", ".join(likely[chosen][1].reasons)
            verbs.match_child(one, child=child, why=why, by=visit.post, on=visit.today)
        else:
            return "Choose the child, or say that none of them is."
    except NotAllowed as why_not:
        return str(why_not)
    return ""


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def fact(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """A fact that its owner keeps in the hub: read on its own page, so that reading is logged."""
    mine = Finding.objects.filter(asked__in=Check.objects.visible_to(visit.post))
    found = mine.filter(asked__about=visit.record, pk=number).select_related(
        "source", "asked__record", "asked__asked", "asked__about"
    ).first()  # fmt: skip
    if found is None:
        raise Http404
    contact_ = _of(visit)
    form = entries.WhyForm(typed(request), contact=contact_, today=visit.today, now=visit.now)

    def act(given: dict[str, Any]) -> None:
        verbs.demand_release(
            contact_, finding=found, why=given["why"], by=visit.post, on=visit.today
        )

    asking = Asking(
        f"Fact {found.number} of {found.source.name}", contact_.record.reference, _back(visit),
        "Ask for release within 2 hours", text=found.text,
        note="Kept in the hub by its owner. It is in no copy. That you read it is in the log.",
    )  # fmt: skip
    return ask(request, form, asking, act)
