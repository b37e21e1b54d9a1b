"""Parts of a record, reached by their number within the record that the door let in."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import KIND, MEETING, STORY
from holdfast.practice.allegations.forms import endings, entries
from holdfast.practice.allegations.forms.base import EntryForm
from holdfast.practice.allegations.models import Concern, Meeting
from holdfast.practice.allegations.pages.meeting import MeetingPage
from holdfast.practice.allegations.pages.words import new_date_of
from holdfast.practice.allegations.rules import law
from holdfast.practice.allegations.views.asked import allegation_of
from holdfast.practice.allegations.views.entries import entry_page, tried


@require_safe
@door(Can.SEE, kind=KIND, section=MEETING)
def meeting(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    page = MeetingPage.of(_meeting(visit, number), visit=visit)
    return render(request, "allegations/meeting.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def record_meeting(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = _meeting(visit, number)
    form = endings.MeetingRecordForm(
        request.POST or None, meeting=found, allegation=found.allegation, today=visit.today
    )
    if form.is_valid() and tried(form, lambda: _keep(form, found, visit)):
        return redirect("allegations:meeting", reference=visit.record.reference, number=number)
    return entry_page(
        request, visit, {"form": form, "title": "Record the meeting", "submit": "Keep the record"}
    )


def _keep(form: endings.MeetingRecordForm, meeting: Meeting, visit: Visit) -> None:
    told = form.cleaned_data
    verbs.record_meeting(
        meeting,
        held_on=told["held_on"],
        attendance=form.attendance,
        said=form.said,
        decisions=told["decisions"],
        next_on=told["next_on"],
        seen=told["seen"],
        by=visit.post,
        on=told["on"],
    )


def _meeting(visit: Visit, number: int) -> Meeting:
    """The meeting of this number in the record let in. Another record's is not found."""
    found = (
        Meeting.objects.filter(allegation__record=visit.record, number=number)
        .select_related("allegation__record", "allegation__adult", "chair__agency")
        .prefetch_related(
            "invitations__post__agency", "invitations__grant", "items",
            "allegation__adult__jobs", "allegation__updates__by__agency",
            "allegation__updates__strand",
        )
        .first()
    )  # fmt: skip
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def close_strand(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    allegation = allegation_of(visit)
    strand = allegation.strands.filter(number=number).first()
    if strand is None:
        raise Http404
    form = entries.CloseStrandForm(request.POST or None, allegation=allegation, today=visit.today)
    if form.is_valid() and tried(
        form, lambda: verbs.close_strand(strand, by=visit.post, **form.cleaned_data)
    ):
        return redirect("allegations:record", reference=visit.record.reference)
    title = f"Close the strand: {strand.get_kind_display()}"
    return entry_page(request, visit, {"form": form, "title": title, "submit": "Close it"})


@require_http_methods(["GET", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def outcome(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    return _outcome(request, visit, number, verbs.decide_outcome, "Decide the outcome")


@require_http_methods(["GET", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def appeal(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    return _outcome(request, visit, number, verbs.overturn_outcome, "Outcome after an appeal")


def _outcome(
    request: HttpRequest, visit: Visit, number: int, verb: Any, title: str
) -> HttpResponse:
    found = Concern.objects.filter(allegation__record=visit.record, number=number)
    concern = found.select_related("allegation__record", "allegation__referred_by").first()
    if concern is None:
        raise Http404
    form = endings.OutcomeForm(
        request.POST or None, allegation=concern.allegation, today=visit.today
    )
    if form.is_valid() and tried(form, lambda: verb(concern, by=visit.post, **form.cleaned_data)):
        return redirect("allegations:record", reference=visit.record.reference)
    category = law.CATEGORY_WORDS[law.Category(concern.category)].lower()
    context = {
        "form": form,
        "title": title,
        "submit": "Decide",
        "account": f"{concern.whose_words}: “{concern.account}” ({category})",
        "meanings": {"outcome": form.meanings},
    }
    return entry_page(request, visit, context)


ACTION_FORMS: dict[str, tuple[type[EntryForm], Callable[..., Any], str]] = {
    "evidence": (endings.EvidenceForm, verbs.evidence_learning, "Evidence seen"),
    "retest": (endings.RetestForm, verbs.retest_learning, "Test it again"),
    "remind": (endings.RemindForm, verbs.remind, "Ask where it stands"),
}


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def action(request: HttpRequest, visit: Visit, *, number: int, entry: str) -> HttpResponse:
    """Evidence for an action of this record, or a reminder about it."""
    found = Action.objects.filter(record=visit.record, pk=number).select_related("record").first()
    if found is None or entry not in ACTION_FORMS:
        raise Http404
    form_class, verb, title = ACTION_FORMS[entry]
    form = form_class(request.POST or None, allegation=allegation_of(visit), today=visit.today)
    if form.is_valid():
        told = {k: v for k, v in form.cleaned_data.items() if k != "seen"}
        if tried(form, lambda: verb(found, by=visit.post, **told)):
            return redirect("allegations:record", reference=visit.record.reference)
    context = {
        "form": form,
        "title": title,
        "submit": "Write it down",
        "account": found.what,
        "asked": new_date_of(found, reference=visit.record.reference),
    }
    return entry_page(request, visit, context)


@require_http_methods(["POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def new_date(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """Let a later date stand that the owner of an action asked for."""
    found = Action.objects.filter(record=visit.record, pk=number).first()
    change = found.date_changes.filter(answer="asked").first() if found else None
    if change is None:
        raise Http404
    verbs.agree_new_date(change, by=visit.post, on=visit.today)
    return redirect("allegations:record", reference=visit.record.reference)
