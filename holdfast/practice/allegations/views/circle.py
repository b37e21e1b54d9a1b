"""Who may see a record: said, ended early, widened to another keeper, and shut to the adult."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import KIND, STORY
from holdfast.practice.allegations.forms.circle import AdmitForm, EndForm, PersonForm
from holdfast.practice.allegations.forms.endings import ReasonForm
from holdfast.practice.allegations.models import Allegation, DutyTurn
from holdfast.practice.allegations.pages import circle as pages
from holdfast.practice.allegations.pages.beside import sections_of
from holdfast.practice.allegations.pages.call import duty_words
from holdfast.practice.allegations.views.asked import allegation_of
from holdfast.practice.allegations.views.entries import entry_page, tried


@require_safe
@door(Can.WORK, kind=KIND, section=STORY)
def circle(request: HttpRequest, visit: Visit) -> HttpResponse:
    may_decide = gate.may(visit.post, Can.DECIDE, visit.record, section=STORY)
    page = pages.CirclePage.of(allegation_of(visit), visit=visit, may_decide=may_decide)
    return render(request, "allegations/circle.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def person(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say who the adult is. The first press says what will happen; the second does it."""
    allegation = allegation_of(visit)
    held = list(Holding.objects.current(at=visit.now).select_related("post__agency", "person"))
    form = PersonForm(request.POST or None, allegation=allegation, held=held)
    chosen = None
    if form.is_valid():
        found = form.cleaned_data["person"]
        sure = request.POST.get("sure") == str(found.pk)
        if found.pk == visit.holding.person_id or sure:
            told = {"person": found, "seen": form.cleaned_data["seen"]}
            if _tried(form, visit, verbs.link_person, allegation, **told):
                return redirect("allegations:record", reference=visit.record.reference)
        else:
            chosen = pages.chosen(found, held, allegation=allegation)
    context = {
        "reference": visit.record.reference,
        "form": form,
        "chosen": chosen,
        "linked": allegation.adult.person_id is not None,
        "duty": duty_words(DutyTurn.objects.of_day(on=visit.today)),
    }
    return render(request, "allegations/person.html", context)


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def end_grant(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """End one post's time early. A grant of another record is not found."""
    grant = visit.record.grants.filter(pk=number, end=None).select_related("post__agency").first()
    if grant is None or grant.expires_at <= visit.now:
        raise Http404
    allegation = allegation_of(visit)
    form = EndForm(request.POST or None, allegation=allegation)
    if form.is_valid() and _tried(
        form, visit, verbs.end_letting_in, allegation, grant=grant, **form.cleaned_data
    ):
        return redirect("allegations:circle", reference=visit.record.reference)
    return _page(
        request,
        visit,
        form,
        f"{grant.post} sees: {sections_of(grant).lower()}. {grant.purpose}. It shuts at once; "
        "what the post wrote stays.",
        title=f"End it for {grant.post.title}",
        submit="End it now",
    )


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def admit(request: HttpRequest, visit: Visit) -> HttpResponse:
    allegation = allegation_of(visit)
    form = AdmitForm(request.POST or None, allegation=allegation)
    if form.is_valid() and _tried(
        form, visit, verbs.admit_keeper, allegation, **form.cleaned_data
    ):
        return redirect("allegations:circle", reference=visit.record.reference)
    return _page(
        request,
        visit,
        form,
        "It will see the whole record, like you. A LADO decides in it too.",
        title="Another LADO or cover for this record",
        submit="Admit this post",
    )


@require_http_methods(["GET", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def withdraw(request: HttpRequest, visit: Visit, *, offer: UUID) -> HttpResponse:
    """Take an offer of this record back. What was taken or withdrawn already is not found."""
    allegation = allegation_of(visit)
    waiting = allegation.transfers.filter(pk=offer, accepted_on=None, withdrawn_on=None)
    found = waiting.select_related("to__agency", "allegation__record").first()
    if found is None:
        raise Http404
    form = ReasonForm(request.POST or None, allegation=allegation, today=visit.today)
    if form.is_valid() and tried(
        form, lambda: verbs.withdraw_transfer(found, by=visit.post, **form.cleaned_data)
    ):
        return redirect("allegations:record", reference=visit.record.reference)
    said = f"Offered to {found.to}, who has seen only your reason: “{found.reason}”"
    return _page(request, visit, form, said, title="Withdraw the offer", submit="Withdraw it")


def _tried(
    form: Any, visit: Visit, verb: Callable[..., Any], allegation: Allegation, **told: Any
) -> bool:
    return tried(form, lambda: verb(allegation, by=visit.post, on=visit.today, **told))


def _page(
    request: HttpRequest, visit: Visit, form: Any, said: str, **context: str
) -> HttpResponse:
    return entry_page(request, visit, {"form": form, "account": said, **context})
