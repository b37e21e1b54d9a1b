"""The record, its entries, its letters, and looking again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import KIND, STORY
from holdfast.practice.allegations.forms.call import LookForm
from holdfast.practice.allegations.models import Allegation, Resemblance
from holdfast.practice.allegations.pages import call, words
from holdfast.practice.allegations.pages.copies import CopyPage
from holdfast.practice.allegations.pages.record import RecordPage
from holdfast.practice.allegations.rules import likeness
from holdfast.practice.allegations.views.asked import allegation_of, room_of
from holdfast.practice.allegations.views.entries import tried


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def record(request: HttpRequest, visit: Visit) -> HttpResponse:
    allegation = Allegation.objects.for_page().get(record=visit.record)
    page = RecordPage.of(allegation, visit=visit)
    return render(request, "allegations/record.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def entries(request: HttpRequest, visit: Visit) -> HttpResponse:
    steps = visit.record.steps.select_related("by__agency")
    told = [words.entry_of(step, owner=visit.record.owner_id) for step in steps]
    context = {"reference": visit.record.reference, "entries": told}
    return render(request, "allegations/entries.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def copy(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    found = allegation_of(visit).copies.select_related("by").filter(number=number).first()
    if found is None:
        raise Http404
    page = CopyPage.of(found, visit=visit)
    return render(request, "allegations/copy.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def look(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Look again for earlier allegations about the same adult, and decide about each."""
    allegation = allegation_of(visit)
    room = [one for one in room_of(visit) if one.pk != allegation.pk]
    adult = allegation.adult
    work = " ".join(job.work for job in adult.jobs.all())
    names = [adult.name, *adult.other_names]
    by_pk: dict[int, call.Found] = {}
    for name in names:
        asked = likeness.Asked(name, work, adult.born_on)
        by_pk |= {found.pk: found for found in call.offered(asked, room, on=visit.today)}
    likely = [one for one in room if one.pk in by_pk]
    visit.returned([one.record_id for one in likely], looked_for="name, work, date of birth")
    form = LookForm(request.POST or None, found=likely)
    if form.is_valid() and tried(
        form, lambda: _decide(form, allegation, names=names, visit=visit)
    ):
        return redirect("allegations:record", reference=visit.record.reference)
    context = {
        "reference": visit.record.reference,
        "form": form,
        "found": list(by_pk.values()),
        "result": call.result_words(list(by_pk.values())),
    }
    return render(request, "allegations/look.html", context)


DECIDES = {
    Resemblance.Decision.SAME: verbs.link_same_person,
    Resemblance.Decision.NOT_HIM: verbs.say_not_him,
    Resemblance.Decision.LATER: verbs.decide_later,
}


def _decide(form: LookForm, allegation: Allegation, *, names: list[str], visit: Visit) -> None:
    verbs.look_again(allegation, names=names, found=len(form.found), by=visit.post, on=visit.today)
    for decision, verb in DECIDES.items():
        for earlier in form.decided(decision):
            verb(
                allegation,
                earlier=earlier,
                why=form.cleaned_data["why"],
                by=visit.post,
                on=visit.today,
            )
