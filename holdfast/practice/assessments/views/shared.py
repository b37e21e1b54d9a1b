"""What the views share: the assessment let in, its children by number, a form with a draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from holdfast.kernel.access.asking import Asking, drafted, refused, sent, take_up
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.meanwhile import Theirs
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.models import Assessment, AssessmentChild, SidedText
from holdfast.practice.assessments.pages import words

Make = Callable[..., forms.Form]
Act = Callable[[Any], object]


def assessment_of(visit: Visit) -> Assessment:
    """The assessment of the record that the door let in; nothing else is reachable from here."""
    found = Assessment.objects.select_related(
        "record__area", "record__owner", "worker__agency", "manager", "submitted_by"
    )
    return found.prefetch_related("children").get(record=visit.record)


def child_of(assessment: Assessment, number: int) -> AssessmentChild:
    """The child of this number in the assessment. Another assessment's is not found."""
    found = AssessmentChild.objects.filter(assessment=assessment, number=number)
    row = found.select_related("assessment__record").first()
    if row is None:
        raise Http404
    return row


def home(assessment: Assessment) -> str:
    return reverse("assessments:assessment", args=[assessment.record.reference])


def asking(assessment: Assessment, title: str, **more: str) -> Asking:
    caption = f"{assessment.record.reference} · {words.title_of(assessment)}"
    return Asking(title, caption, Link("Back to the assessment", home(assessment)), **more)


@dataclass(frozen=True)
class Writing:
    """One form that keeps its draft: under which key, how it is made, what its answer does."""

    key: str
    make: Make
    page: Asking
    act: Act
    template: str = "assessments/write.html"
    more: Mapping[str, Any] = field(default_factory=dict)


def write(
    request: HttpRequest, visit: Visit, assessment: Assessment, writing: Writing
) -> HttpResponse:
    """A form with a draft, which a second editor's saving does not take away: both are shown."""
    make, page = writing.make, writing.page
    keeps = Keeps(visit.holding, f"assessments:{writing.key}", visit.record)
    done = drafted(request, keeps)
    if done is not None:
        return done
    sent_in = request.method == "POST"
    form = make(request.POST, request.FILES) if sent_in else make(None, None)
    draft, both = take_up(request, form, keeps), None
    if sent_in and form.is_valid():
        try:
            gone = writing.act(form)
            sent(keeps)
            return redirect(gone if isinstance(gone, str) else page.back.url)
        except verbs.WrittenMeanwhile as meanwhile:
            latest = meanwhile.latest
            both = refused(form, meanwhile, lambda form: _theirs(form, latest))
        except NotAllowed as reason:
            refused(form, reason, None)
    context = {
        "form": form,
        "page": page,
        "leave": Link(page.leave, page.back.url),
        "draft": draft,
        "both": both,
        **writing.more,
    }
    return render(request, writing.template, context)


def _theirs(form: forms.Form, latest: SidedText) -> Theirs:
    """Every dimension as somebody else saved it; what they left empty is empty."""
    said = [(name, latest.said.get(name, "")) for name in form.fields if name != "seen"]
    return Theirs(latest.by.title, said, latest.version, latest.written_at)
