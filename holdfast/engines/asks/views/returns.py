"""One return, one section of it, and the files in it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.asks import transitions
from holdfast.engines.asks.access import KIND
from holdfast.engines.asks.extracts import sheet_of
from holdfast.engines.asks.forms.returns import SectionForm, kind_of_upload
from holdfast.engines.asks.models import Answer, Request, Sending
from holdfast.engines.asks.pages import ReturnPage, SectionPage
from holdfast.engines.asks.pages.one import Seen
from holdfast.engines.asks.rules.states import WRITABLE
from holdfast.engines.asks.transitions import Saved
from holdfast.engines.asks.views.finding import Found
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.records.models import File
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

STEPS_SHOWN = 60
SHEETS_SHOWN = 5


@require_safe
@door(Can.SEE, kind=KIND)
def request_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Found.by(visit)
    one = found.request
    sent = Sending.objects.filter(request=one).order_by("-number")
    kept = sent.select_related("request__record__owner", "sent_by")
    steps = visit.record.steps.select_related("by__agency").order_by("-on", "-pk")
    seen = Seen(
        request=one,
        answers=found.answers() if found.author else {},
        steps=list(steps[:STEPS_SHOWN]),
        authors=list(one.authors.select_related("post")),
        links=list(one.links.all()) if found.author else [],
        sheets=[sheet_of(s) for s in kept[:SHEETS_SHOWN]] if found.reads else [],
        author=found.author,
        asker=found.asker,
        names=found.names,
        post=visit.post.pk,
    )
    return render(request, "asks/request.html", {"page": ReturnPage.of(seen, on=visit.today)})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def section(request: HttpRequest, visit: Visit, section: str) -> HttpResponse:
    """Write one section. A POST with `draft` is the page saving by itself; it is told in JSON."""
    found = Found.by(visit)
    found.require(author=True)
    asked, one = found.section(section), found.request
    answers = found.answers()
    posted = request.method == "POST"
    form = SectionForm(
        request.POST if posted else None, request.FILES or None, section=asked, answers=answers
    )
    saved, refused = Saved(), ""
    if posted:
        try:
            saved = _save(visit, one, form)
        except NotAllowed as why:
            refused = str(why)
        if request.POST.get("draft"):
            return _told(visit, saved, refused)
        if not refused and not saved.conflicts and not _wrong(form, found.answers()):
            return redirect(reverse("asks:request", args=[visit.record.reference]))
        form = _again(form, saved, refused, answers=found.answers())
    context = {
        "form": form,
        "page": SectionPage.of(asked, form.answers, conflicts=saved.conflicts, on=visit.today),
        "caption": f"{one.round.title} · {one.record.owner}",
        "back": Link("The return", reverse("asks:request", args=[visit.record.reference])),
        "writable": one.state in WRITABLE,
        "link": _link_to_give(one, section),
    }
    return render(request, "asks/section.html", context)


def _save(visit: Visit, one: Request, form: SectionForm) -> Saved:
    saved = transitions.answer(
        one, values=form.values(), seen=form.seen(), by=visit.post, on=visit.today
    )
    for question, upload in form.uploads():
        transitions.attach(
            one,
            question=question.key,
            title=str(upload.name)[-110:] or "A file",
            content=upload.read(),
            content_type=kind_of_upload(str(upload.name), str(upload.content_type)),
            by=visit.post,
            on=visit.today,
        )
    return saved


def _wrong(form: SectionForm, answers: dict[str, Answer]) -> dict[str, str]:
    """Return what was saved and cannot be sent as it is, by question."""
    keys = {q.key for q in form.section.questions}
    return {k: a.problem for k, a in answers.items() if k in keys and a.problem}


def _again(
    form: SectionForm, saved: Saved, refused: str, *, answers: dict[str, Answer]
) -> SectionForm:
    """Draw the form again with what was typed, the versions there are now, and what is wrong."""
    typed = dict(form.data.items())
    for key, answer in answers.items():
        typed[f"{key}.seen"] = str(answer.version)
    again = SectionForm(typed, section=form.section, answers=answers)
    for key, problem in _wrong(form, answers).items():
        if key in again.fields and key not in saved.conflicts:
            again.add_error(key, problem)
    for key in saved.conflicts:
        again.add_error(key, "Somebody else changed this meanwhile. Both texts are shown.")
    if refused:
        again.add_error(None, refused)
    return again


def _told(visit: Visit, saved: Saved, refused: str) -> JsonResponse:
    """Tell the page what was saved by itself, and whether somebody has to look."""
    at = timezone.localtime(visit.now)
    said = refused or f"Saved at {at:%H:%M}, as a draft."
    if saved.conflicts:
        said = "Somebody else changed an answer meanwhile. Press Save to see both texts."
    return JsonResponse(
        {"said": said, "seen": dict(saved.versions), "held": sorted(saved.conflicts)}
    )


def _link_to_give(one: Request, section: str) -> Link | None:
    if not one.round.question_set.declared.link_allowed or one.state not in WRITABLE:
        return None
    url = reverse("asks:delegate", args=[one.record.reference, section])
    return Link("Give this section to somebody without an account", url)


def _files_sent(one: Request) -> set[int]:
    sent = Sending.objects.filter(request=one).values_list("content", flat=True)
    return {kept["file"] for content in sent for kept in content["answers"].values()}


@require_safe
@door(Can.SEE, kind=KIND)
def file(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Hand out a file of this return, once it was sent or to its authors."""
    found = Found.by(visit)
    if not found.reads:
        raise Refused("Whoever asks reads no file before the return is sent.")
    kept = get_object_or_404(File, record=visit.record, pk=number)
    if not found.author and kept.pk not in _files_sent(found.request):
        raise Refused("This file was not sent.")
    visit.exported({"what": "a file of a return", "file": kept.pk, "sha256": kept.sha256})
    return attached(bytes(kept.content), kept.filename, kept.content_type)
