"""The assessment as a paper, and each child's own copy: previewed, kept, taken out."""

import difflib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.meetings.rules.blocks import Heading, Listing, Paragraph
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
from holdfast.practice.assessments.models import Assessment, Copy
from holdfast.practice.assessments.rules import states
from holdfast.practice.assessments.views.shared import asking, child_of

STEM = "assessment"


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The whole of it, as the room keeps it."""
    found = Assessment.objects.for_page().get(record=visit.record)
    made = documents.whole(found)
    context = {
        "page": asking(found, "The whole assessment", text="The room’s own paper: every child."),
        "paper": made,
        "withheld": None,
        "files": _files("assessments:paper_file", visit.record.reference),
        "form": None,
        "changes": [],
    }
    return render(request, "assessments/paper.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def paper_file(request: HttpRequest, visit: Visit, *, form: str) -> HttpResponse:
    found = Assessment.objects.for_page().get(record=visit.record)
    return _out(visit, documents.whole(found), form)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def make_copy(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """One child's copy, shown before it is kept, with what it leaves out."""
    found = Assessment.objects.for_page().get(record=visit.record)
    row = child_of(found, number)
    made = documents.copy_of(found, row)
    form = CopyForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            copy = verbs.make_copy(
                row, reader=form.cleaned_data["reader"], paper=documents.kept(made),
                withheld=made.withheld, by=visit.post, on=visit.today,
            )  # fmt: skip
            return redirect(
                "assessments:copy", reference=visit.record.reference, number=copy.number
            )
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    signed = found.state == states.State.AUTHORISED
    text = "" if signed else "A copy can be kept once the assessment is signed."
    context = {
        "page": asking(found, f"{row.known_as}’s copy", text=text),
        "paper": made,
        "withheld": made.withheld,
        "files": [],
        "form": form if signed else None,
        "changes": _changes(row.copies.order_by("-number").first(), made),
    }
    return render(request, "assessments/paper.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=COPY)
def copy(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """A copy as it was frozen. What was left out is shown to whoever works here."""
    kept = _copy(visit, number)
    made = documents.read(kept.paper)
    page = asking(
        kept.assessment,
        f"Copy {number} for {kept.reader}",
        text=f"SHA-256: {_spaced(kept.sha256)}",
    )
    context = {
        "page": page,
        "paper": made,
        "withheld": kept.withheld if kept.by_id == visit.post.pk else None,
        "files": _files("assessments:copy_file", visit.record.reference, number),
        "form": None,
        "changes": [],
    }
    return render(request, "assessments/paper.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=COPY)
def copy_file(request: HttpRequest, visit: Visit, *, number: int, form: str) -> HttpResponse:
    kept = _copy(visit, number)
    return _out(visit, documents.read(kept.paper), form, number=number)


def _copy(visit: Visit, number: int) -> Copy:
    mine = Copy.objects.filter(assessment__record=visit.record, number=number)
    found = mine.select_related("assessment__record").first()
    if found is None:
        raise Http404
    return found


def _spaced(digest: str) -> str:
    """A digest in words of eight letters, so that it fits a phone."""
    return " ".join(digest[n : n + 8] for n in range(0, len(digest), 8))


def _files(name: str, *args: Any) -> list[Link]:
    return [
        Link(one.label, reverse(name, args=[*args, key])) for key, one in documents.FORMATS.items()
    ]


def _out(visit: Visit, paper: documents.Paper, form: str, *, number: int = 0) -> HttpResponse:
    """One file, its manifest in the access log before its first byte."""
    chosen = documents.FORMATS.get(form)
    if chosen is None:
        raise Http404
    made = chosen.make(paper)
    reference = visit.record.reference
    visit.exported(documents.manifest(paper, form, reference=reference, number=number))
    return attached(made, f"{STEM}.{chosen.ending}", chosen.content_type)


def _changes(last: Copy | None, paper: documents.Paper) -> list[str]:
    """What differs from the last copy for this child, line by line, for its author."""
    if last is None:
        return []
    before, now = _lines(documents.read(last.paper)), _lines(paper)
    found = [
        f"{'New' if line[0] == '+' else 'Gone'}: {line[2:]}"
        for line in difflib.ndiff(before, now)
        if line[0] in "+-"
    ]
    return found or ["Nothing."]


def _lines(paper: documents.Paper) -> list[str]:
    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Listing):
            found += block.items
    return found
