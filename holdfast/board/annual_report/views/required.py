"""What a report must hold, who holds it, and what is handed over."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.annual_report import rules, transitions
from holdfast.board.annual_report.access import KIND
from holdfast.board.annual_report.documents import library, standing
from holdfast.board.annual_report.forms import ByHandForm, HandoverForm, PostForm
from holdfast.board.annual_report.models import Edition, HandSection
from holdfast.board.annual_report.pages import HandoverPage, RequiredPage
from holdfast.board.annual_report.rules import by_hand
from holdfast.board.annual_report.rules import required as asked_for
from holdfast.board.annual_report.views.showing import change, says_why, shown
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, door, not_found
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.ui.render import render

HOLDERS = ("annual_report:required", "What it must hold")
HANDOVER = ("annual_report:handover", "Handover")


@require_safe
@door(Can.SEE, kind=KIND)
@says_why
def required(request: HttpRequest, visit: Visit) -> HttpResponse:
    edition = shown(visit)
    usual = asked_for.guidance_for(rules.ends_on(edition.year))
    asked = asked_for.guidance().get(request.GET.get("edition", ""), usual)
    report = library.report_of(edition, on=visit.today)
    recipients = list(edition.recipients.for_page())
    page = RequiredPage.of(
        edition,
        report,
        standing.standing(report, edition, recipients, guidance=asked),
        standing.holders(edition),
        asked=asked,
        usual=usual,
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        on=visit.today,
    )
    return render(request, "annual_report/required.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def charge(request: HttpRequest, visit: Visit, item: str) -> HttpResponseBase:
    named = asked_for.item(item)
    if named is None:
        return not_found(request)
    edition = shown(visit)
    return change(
        request,
        visit,
        PostForm(typed(request), area=visit.record.area_id),
        partial(transitions.charge, edition, item=item),
        title="Say who holds it",
        submit="Name the post",
        about=named.words,
        back=HOLDERS,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def write_by_hand(request: HttpRequest, visit: Visit, part: str) -> HttpResponseBase:
    """Type a part that no room holds yet. It is printed with its mark."""
    found = by_hand.part(part)
    if found is None:
        return not_found(request)
    edition = shown(visit)
    held = HandSection.objects.of(edition).get(part)
    initial = {"text": held.text, "source": held.source} if held else {}
    return change(
        request,
        visit,
        ByHandForm(typed(request), initial=initial),
        partial(transitions.write_by_hand, edition, part=part),
        title=f"Write by hand: {found.title.lower()}",
        submit="Save",
        about=f"No room of Holdfast holds {found.holds} yet. What you type is printed and marked "
        "as typed by hand, with your post and where it is from.",
        back=HOLDERS,
    )


@require_safe
@door(Can.SEE, kind=KIND)
@says_why
def handover(request: HttpRequest, visit: Visit) -> HttpResponse:
    edition = shown(visit)
    open_ = _open(edition, visit)
    since = {
        holding.post_id: holding.starts_at
        for holding in Holding.objects.current(at=visit.now).filter(post__in=list(open_))
    }
    kept = edition.handovers.select_related("post", "by")
    page = HandoverPage.of(edition, open_, since=since, kept=list(kept))
    context = {"page": page, "may_work": gate.may(visit.post, Can.WORK, visit.record)}
    context["keep"] = visit.record.reference
    return render(request, "annual_report/handover.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
@says_why
def hand_over(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    edition = shown(visit)
    form = HandoverForm(typed(request), area=visit.record.area_id)
    post = form.cleaned_data.get("post") if form.is_bound and form.is_valid() else None
    open_ = _open(edition, visit, post).get(post, []) if post else []
    return change(
        request,
        visit,
        form,
        partial(transitions.hand_over, edition, open_=open_),
        title="Keep a handover note",
        submit="Keep the note",
        about="What is open for the post today is kept with it and never changed.",
        back=HANDOVER,
    )


def _open(edition: Edition, visit: Visit, only: Post | None = None) -> dict[Post, list[str]]:
    """What is open about an edition, by the post that holds it."""
    usual = asked_for.guidance_for(rules.ends_on(edition.year))
    report = library.report_of(edition, on=visit.today)
    recipients = list(edition.recipients.for_page())
    held = standing.standing(report, edition, recipients, guidance=usual)
    return standing.open_by_post(edition, report, held, only=only, on=visit.today)
