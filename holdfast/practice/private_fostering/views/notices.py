"""Notices to the carer: shown first, kept as they were given, taken out as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.copies import documents as files
from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.pages import CopyPage
from holdfast.engines.copies.rules.choosing import Held
from holdfast.engines.copies.rules.paper import Letter
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.filters import at
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.private_fostering import documents
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.access import KIND, STORY
from holdfast.practice.private_fostering.models import Arrangement, Decision, Disqualification
from holdfast.practice.private_fostering.views.asked import arrangement_of


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.SEE, kind=KIND, section=STORY)
def notice(request: HttpRequest, visit: Visit, *, about: str, number: int) -> HttpResponse:
    """A notice as the carer gets it: before it is kept, what is not in it is named."""
    found = arrangement_of(visit)
    kept = _kept(visit, about, number)
    letter, held = _paper(found, about, number)
    wrong = ""
    if request.method == "POST":
        try:
            verbs.give_notice(
                found, key=_key(about, number), letter=letter, withheld=held, by=visit.post,
                on=visit.today,
            )  # fmt: skip
            return redirect(request.path)
        except NotAllowed as why:
            wrong = str(why)
    page = CopyPage.of(kept, to=visit.post) if kept else CopyPage(letter)
    reference = visit.record.reference
    args = [reference, about, number]
    context = {
        "reference": reference,
        "carer": found.carer,
        "copy": page,
        "mine": kept is not None and kept.by_id == visit.post.pk,
        "kept": f"Kept {at(kept.written_at)}. SHA-256: {_spaced(kept.digest)}" if kept else "",
        "may_keep": kept is None and gate.may(visit.post, Can.WORK, visit.record, section=STORY),
        "files": [
            Link(one.label, reverse("private_fostering:notice_file", args=[*args, form]))
            for form, one in files.FORMATS.items()
        ] if kept else [],
        "wrong": wrong,
    }  # fmt: skip
    return render(request, "private_fostering/notice.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def notice_file(
    request: HttpRequest, visit: Visit, *, about: str, number: int, form: str
) -> HttpResponse:
    """The kept notice as a file, its manifest in the access log before its first byte."""
    kept = _kept(visit, about, number)
    if kept is None or form not in files.FORMATS:
        raise Http404
    made = files.write(kept, form)
    visit.exported(files.manifest(kept, form))
    return attached(made, files.filename(kept, form), files.FORMATS[form].content_type)


def _kept(visit: Visit, about: str, number: int) -> Copy | None:
    found = Copy.objects.about(visit.record)
    return found.filter(reader=f"carer:{_key(about, number)}").first()


def _key(about: str, number: int) -> str:
    return f"{about}-{number}"


def _paper(arrangement: Arrangement, about: str, number: int) -> tuple[Letter, list[Held]]:
    """The notice of a decision, by its number, or of a refused consent, by its own."""
    if about == "decision":
        mine = Decision.objects.filter(arrangement=arrangement, number=number)
        decision = mine.select_related("arrangement", "by__agency").first()
        if decision is not None:
            return documents.notice(decision), documents.withheld(arrangement)
    if about == "consent":
        refused = Disqualification.objects.filter(
            member__arrangement=arrangement, pk=number, consent=False
        )
        one = refused.select_related("member__arrangement", "by__agency").first()
        if one is not None:
            return documents.refusal(one), documents.withheld(arrangement, about=one)
    raise Http404


def _spaced(digest: str) -> str:
    """A digest in words of eight letters, so that it fits a phone."""
    return " ".join(digest[n : n + 8] for n in range(0, len(digest), 8))
