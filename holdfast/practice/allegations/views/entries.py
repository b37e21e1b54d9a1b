"""The entries of a record: one table of forms and verbs, two doors, one page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import KIND, STORY
from holdfast.practice.allegations.forms import adding, endings, entries
from holdfast.practice.allegations.forms.base import EntryForm
from holdfast.practice.allegations.pages.menu import menu_of
from holdfast.practice.allegations.rules import law
from holdfast.practice.allegations.views.asked import allegation_of

Verb = Callable[..., Any]


@dataclass(frozen=True)
class Entry:
    """One entry: its title, its form, the verb that it calls, and the button's words."""

    title: str
    form: type[EntryForm]
    verb: Verb
    submit: str = "Write it down"


WRITE: Mapping[str, Entry] = {
    "entry": Entry("Write an entry", entries.WriteForm, verbs.write_entry),
    "summary": Entry("The case in a minute", entries.SummaryForm, verbs.write_summary),
    "discussion": Entry(
        "Initial discussion", entries.DiscussionForm, verbs.hold_initial_discussion
    ),
    "meeting": Entry(
        "Call a meeting", entries.CallMeetingForm, verbs.call_meeting, "Call it and let them in"
    ),
    "strand": Entry("Open a strand", entries.StrandForm, verbs.open_strand),
    "concern": Entry("Add another concern", adding.ConcernForm, verbs.add_concern),
    "child": Entry("Add a child", adding.ChildForm, verbs.add_child),
    "decision": Entry(
        "What the employer decided", entries.SuspensionForm, verbs.record_suspension
    ),
    "told": Entry("Who was told, or not", entries.TellForm, verbs.tell),
    "regulator": Entry("Barring and regulators", entries.RegulatorForm, verbs.consider_regulator),
    "review": Entry("Progress review", entries.ReviewForm, verbs.review_progress),
    "clock": Entry("Start an employer’s clock", entries.ClockForm, verbs.start_employer_clock),
    "met": Entry("A clock was met", entries.MetForm, verbs.meet_clock),
    "late": Entry("Why a clock is late", entries.LateForm, verbs.explain_lateness),
    "learning": Entry("Agree an action", endings.LearningForm, verbs.agree_learning),
    "copy": Entry("Make a copy for a named reader", endings.CopyForm, verbs.send_copy, "Send it"),
}
DECIDE: Mapping[str, Entry] = {
    "threshold": Entry("Decide the threshold", entries.ThresholdForm, verbs.decide_threshold),
    "close": Entry("Close the record", endings.ReasonForm, verbs.close, "Close it"),
    "reopen": Entry("Reopen the record", endings.ReasonForm, verbs.reopen, "Reopen it"),
    "transfer": Entry(
        "Offer to a neighbouring LADO", endings.TransferForm, verbs.offer_transfer, "Offer it"
    ),
}
NO_VERSION = {"clock", "met", "late"}


@require_safe
@door(Can.WORK, kind=KIND, section=STORY)
def menu(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything that can be written about this record now."""
    page = menu_of(allegation_of(visit), WRITE, DECIDE, visit=visit)
    return render(request, "allegations/menu.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def write(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _page(request, visit, WRITE, entry)


@require_http_methods(["GET", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def decide(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _page(request, visit, DECIDE, entry)


def _page(
    request: HttpRequest, visit: Visit, table: Mapping[str, Entry], name: str
) -> HttpResponse:
    entry = table.get(name)
    if entry is None:
        raise Http404
    allegation = allegation_of(visit)
    form = entry.form(request.POST or None, allegation=allegation, today=visit.today)
    if form.is_valid() and _done(form, entry, allegation, visit, with_seen=name not in NO_VERSION):
        return redirect("allegations:record", reference=visit.record.reference)
    context = {"form": form, "title": entry.title, "submit": entry.submit}
    return entry_page(request, visit, context)


def entry_page(request: HttpRequest, visit: Visit, context: dict[str, Any]) -> HttpResponse:
    values = {
        "reference": visit.record.reference,
        "meanings": {},
        "account": "",
        "asked": None,
        **context,
    }
    return render(request, "allegations/entry.html", values)


def _done(
    form: EntryForm, entry: Entry, allegation: Any, visit: Visit, *, with_seen: bool
) -> bool:
    told = dict(form.cleaned_data)
    if not with_seen:
        told.pop("seen")
    return tried(form, lambda: entry.verb(allegation, by=visit.post, **told))


def tried(form: Any, verb: Callable[[], Any]) -> bool:
    """Call a verb. What it does not allow becomes a sentence on the form."""
    try:
        verb()
    except (NotAllowed, law.NoEdition) as why:
        form.add_error(None, str(why))
        return False
    return True
