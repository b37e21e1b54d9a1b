"""The assessment as a paper, and each child's own copy: previewed, kept, taken out."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.copies import documents as files
from holdfast.engines.copies import transitions as copies
from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.pages import CopyPage
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.assessments import documents
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.access import COPY, KIND, STORY
from holdfast.practice.assessments.forms.deciding import CopyForm
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules import states
from holdfast.practice.assessments.views.shared import asking, assessment_of, child_of

STEM = "assessment"


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The whole of it, as the room keeps it."""
    found = Assessment.objects.for_page().get(record=visit.record)
    context = {
        "page": asking(found, "The whole assessment", text="The room’s own paper: every child."),
        "copy": CopyPage(documents.whole(found)),
        "mine": False,
        "files": _files("assessments:paper_file", visit.record.reference),
        "form": None,
    }
    return render(request, "assessments/paper.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def paper_file(request: HttpRequest, visit: Visit, *, form: str) -> HttpResponse:
    """One file, its manifest in the access log before its first byte."""
    found = Assessment.objects.for_page().get(record=visit.record)
    chosen = files.FORMATS.get(form)
    if chosen is None:
        raise Http404
    made = chosen.make(documents.whole(found), found.authorised_on or found.started_on)
    visit.exported({"what": "whole assessment", "format": form})
    return attached(made, f"{STEM}.{chosen.ending}", chosen.content_type)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def make_copy(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """One child's copy, shown before it is kept, with what it leaves out and what changed."""
    found = Assessment.objects.for_page().get(record=visit.record)
    row = child_of(found, number)
    form = CopyForm(typed(request))
    named = form.cleaned_data["reader"] if form.is_bound and form.is_valid() else row.known_as
    letter, withheld = documents.copy_of(found, row, named)
    reader = documents.reader_of(row, named)
    if request.method == "POST" and form.is_valid():
        try:
            copy = verbs.make_copy(
                row, letter=letter, withheld=withheld, reader=reader, by=visit.post, on=visit.today
            )
            return redirect("assessments:copy", visit.record.reference, copy.number)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    shown = copies.show_copy(
        visit.record, letter=letter, facts=withheld, reader=reader, by=visit.post, on=visit.today,
        section=STORY,
    )  # fmt: skip
    signed = found.state == states.State.AUTHORISED
    text = "" if signed else "A copy can be kept once the assessment is signed."
    last = Copy.objects.about(visit.record).filter(reader__startswith=f"child-{number}:").last()
    context = {
        "page": asking(found, f"{row.known_as}’s copy", text=text),
        "copy": CopyPage.preview(shown, last=last),
        "mine": True,
        "files": [],
        "form": form if signed else None,
    }
    return render(request, "assessments/paper.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=COPY)
def copy(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """A copy as it was frozen. What was left out is shown to whoever made it."""
    kept = _copy(visit, number)
    title = f"Copy {number} for {kept.reader_words}"
    context = {
        "page": asking(assessment_of(visit), title, text=f"SHA-256: {_spaced(kept.digest)}"),
        "copy": CopyPage.of(kept, to=visit.post),
        "mine": kept.by_id == visit.post.pk,
        "files": _files("assessments:copy_file", visit.record.reference, number),
        "form": None,
    }
    return render(request, "assessments/paper.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=COPY)
def copy_file(request: HttpRequest, visit: Visit, *, number: int, form: str) -> HttpResponse:
    kept = _copy(visit, number)
    if form not in files.FORMATS:
        raise Http404
    made = files.write(kept, form)
    visit.exported(files.manifest(kept, form))
    return attached(made, files.filename(kept, form), files.FORMATS[form].content_type)


def _copy(visit: Visit, number: int) -> Copy:
    found = Copy.objects.about(visit.record).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _spaced(digest: str) -> str:
    """A digest in words of eight letters, so that it fits a phone."""
    return " ".join(digest[n : n + 8] for n in range(0, len(digest), 8))


def _files(name: str, *args: Any) -> list[Link]:
    return [
        Link(one.label, reverse(name, args=[*args, key])) for key, one in files.FORMATS.items()
    ]
