"""Forms about bodies, seats and money, each with the verb that takes what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.board.partnership import extracts, forms, transitions
from holdfast.board.partnership.access import KIND
from holdfast.board.partnership.data import SETS
from holdfast.board.partnership.models import (
    Contribution,
    Declaration,
    Deputy,
    LayTerm,
    LinkedBody,
    Spend,
)
from holdfast.board.partnership.views.finding import the_body, the_seat
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.states import State
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Change:
    """A form, and the verb that takes what was typed. `then` is the page to go back to."""

    title: str
    form: type[forms.AboutForm]
    verb: Callable[..., object]
    submit: str = "Save"
    then: str = "body"


ABOUT_BODY = {
    "seat_post": Change("Seat a post", forms.SeatForm, transitions.seat_post),
    "new_seat": Change("Make a vacant seat", forms.NewSeatForm, transitions.make_seat),
    "terms": Change("Agree new terms of reference", forms.TermsForm, transitions.agree_terms),
    "induction": Change("Record an induction", forms.InductionForm, transitions.record_induction),
    "change": Change("Change what it is", forms.ChangeBodyForm, transitions.change_body),
    "end": Change("Say when it ends", forms.EndBodyForm, transitions.end_body),
    "link": Change("List a linked body", forms.LinkForm, transitions.link_body, then="links"),
    "contribution": Change(
        "Record a contribution",
        forms.ContributionForm,
        transitions.record_contribution,
        then="money",
    ),
    "spend": Change("Record spending", forms.SpendForm, transitions.record_spend, then="money"),
}
ABOUT_SEAT = {
    "deputy": Change("Name a deputy", forms.DeputyForm, transitions.name_deputy),
    "lay_term": Change("Keep the lay member's term", forms.LayTermForm, transitions.set_lay_term),
    "end_seat": Change("End this seat", forms.EndSeatForm, transitions.end_seat, "End the seat"),
}
DECLARE = Change("Declare", forms.DeclareForm, transitions.declare_interest)
END_INTEREST = Change(
    "Say that it is over", forms.EndInterestForm, transitions.end_interest, then="seat"
)


@dataclass(frozen=True)
class Line:
    """A row that hangs on a body, by its own number, and the form about it."""

    change: Change
    of: Callable[[Visit], Any]


LINES = {
    "end_deputy": Line(
        Change("End a deputy", forms.EndDeputyForm, transitions.end_deputy),
        lambda visit: Deputy.objects.filter(seat__body__record=visit.record).select_related(
            "seat__body__record", "seat__post", "post"
        ),
    ),
    "end_link": Line(
        Change("End a link", forms.EndLinkForm, transitions.end_link, then="links"),
        lambda visit: LinkedBody.objects.filter(body__record=visit.record).select_related(
            "body__record"
        ),
    ),
    "lay_review": Line(
        Change(
            "Record the review of a lay member's term", forms.LayReviewForm,
            transitions.review_lay_term,
        ),
        lambda visit: LayTerm.objects.filter(
            seat__body__record=visit.record, review__state=State.AGREED.value
        ).select_related("seat__body__record", "seat__post", "review", "mentor__body__record"),
    ),
    "contribution_line": Line(
        Change(
            "Change a contribution", forms.ContributionLineForm, transitions.change_contribution,
            then="money",
        ),
        lambda visit: Contribution.objects.filter(
            budget__body__record=visit.record
        ).select_related("agency", "budget__body__record"),
    ),
    "spend_line": Line(
        Change("Change spending", forms.SpendLineForm, transitions.change_spend, then="money"),
        lambda visit: Spend.objects.filter(budget__body__record=visit.record).select_related(
            "budget__body__record"
        ),
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(KIND, Can.OPEN)
def open_body(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = forms.OpenBodyForm(_typed(request), about=visit.post.agency.area)
    if form.is_valid():
        try:
            body = transitions.open_body(by=visit.post, on=visit.today, **form.cleaned_data)
            return redirect("partnership:body", reference=body.record.reference)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    here = Link("The board", reverse("partnership:bodies"))
    return _form_page(request, form, "Open a body", caption="The board", back=here)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def change_body(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    body = the_body(visit)
    asked = ABOUT_BODY[form]
    return _change(request, visit, asked, body, caption=body.name, back=_back(visit, asked))


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def change_seat(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    seat = the_seat(visit, number, on=visit.today)
    if form == "lay_term" and seat.capacity != "lay_member":
        raise Http404
    back = Link(str(seat.post.title), _seat_url(visit, number))
    return _change(request, visit, ABOUT_SEAT[form], seat, caption=str(seat), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.SEE, kind=KIND)
def declare(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Whoever sits there declares for their own seat; the manager and the chair for any."""
    seat = the_seat(visit, number, on=visit.today)
    _require_own_or_work(visit, seat.post_id)
    back = Link(str(seat.post.title), _seat_url(visit, number))
    return _change(request, visit, DECLARE, seat, caption=str(seat), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.SEE, kind=KIND)
def end_interest(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    declared = get_object_or_404(
        Declaration.objects.select_related("seat__body__record", "seat__post"),
        seat__body__record=visit.record,
        pk=number,
    )
    _require_own_or_work(visit, declared.seat.post_id)
    back = Link(declared.seat.post.title, _seat_url(visit, declared.seat_id))
    return _change(request, visit, END_INTEREST, declared, caption=str(declared), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def change_line(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    asked = LINES[form]
    line = get_object_or_404(asked.of(visit), pk=number)
    back = _back(visit, asked.change)
    return _change(request, visit, asked.change, line, caption=str(line), back=back)


@require_POST
@room_door(KIND, Can.OPEN)
def adopt(request: HttpRequest, visit: Visit, name: str) -> HttpResponse:
    if name not in SETS:
        raise Http404
    planned = extracts.shipped_set(name)
    try:
        transitions.adopt_bodies(planned, by=visit.post, on=visit.today, posts=_posts(visit))
    except NotAllowed as reason:
        back = Link("Sets of bodies", reverse("partnership:sets"))
        context = {"title": planned.title, "why": str(reason), "back": back}
        return render(request, "partnership/cannot.html", context)
    return redirect("partnership:bodies")


def _posts(visit: Visit) -> dict[str, Post]:
    """The board's own posts and its members' by title, so that a set seats them."""
    roles = [Role.BOARD_CHAIR, Role.BOARD_MANAGER, Role.LAY_MEMBER, Role.BOARD_MEMBER]
    posts = Post.objects.filter(agency__area=visit.post.agency.area_id, role__in=roles)
    return {post.title: post for post in posts.select_related("agency")}


def _require_own_or_work(visit: Visit, post: int) -> None:
    if visit.post.pk != post:
        gate.require(visit.post, Can.WORK, visit.record)


def _change(
    request: HttpRequest, visit: Visit, asked: Change, about: Any, *, caption: str, back: Link
) -> HttpResponse:
    form = asked.form(_typed(request), about=about)
    if form.is_valid():
        try:
            asked.verb(about, by=visit.post, on=visit.today, **form.cleaned_data)
            return redirect(back.url)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    return _form_page(request, form, asked.title, caption=caption, back=back, submit=asked.submit)


def _form_page(
    request: HttpRequest,
    form: Any,
    title: str,
    *,
    caption: str,
    back: Link,
    submit: str = "Save",
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "caption": caption,
        "submit": submit,
        "back": back,
        "leave": Link("Go back without saving", back.url),
    }
    return render(request, "partnership/form.html", context)


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _back(visit: Visit, asked: Change) -> Link:
    words = {"links": "Linked bodies", "money": "Money"}.get(asked.then, "The body")
    return Link(words, reverse(f"partnership:{asked.then}", args=[visit.record.reference]))


def _seat_url(visit: Visit, number: int) -> str:
    return reverse("partnership:seat", args=[visit.record.reference, number])
