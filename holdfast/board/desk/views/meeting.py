"""One meeting: its page, its moves, its items and papers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.desk import transitions as desk
from holdfast.board.desk.documents import gathering, standing
from holdfast.board.desk.forms import base as fields
from holdfast.board.desk.forms import meeting as forms
from holdfast.board.desk.forms import room as room_forms
from holdfast.board.desk.pages.meeting import MeetingPage
from holdfast.board.desk.pages.reading import ReadingPage, is_there
from holdfast.board.desk.pages.side import Side
from holdfast.board.desk.views.base import Change, answered, both, side_of
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import AgendaItem, Meeting
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@both(Can.SEE)
@require_safe
def meeting(request: HttpRequest, visit: Visit) -> HttpResponse:
    side = side_of(visit)
    places = side.meeting.places.select_related("post", "deputy")
    page = MeetingPage.of(
        side,
        list(gathering.items_of(side.meeting, restricted=side.restricted)),
        list(places),
        other=_other(side, visit),
        papers=gathering.pages_before(side.meeting, restricted=side.restricted),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
    )
    return render(request, "desk/meeting.html", {"page": page})


@both(Can.SEE)
@require_safe
def reading(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The pack to read on screen: reports with their structure, papers as they came."""
    side = side_of(visit)
    if not is_there(side.meeting.state):
        raise Http404
    page = ReadingPage.of(
        side,
        gathering.items_of(side.meeting, restricted=False),
        gathering.items_of(side.meeting, restricted=True) if side.restricted else (),
        made_for=visit.post.title,
    )
    return render(request, "desk/reading.html", {"page": page})


def _other(side: Side, visit: Visit) -> Link | None:
    """Return the way to the other part, for whoever may open it; for others there is none."""
    if side.restricted:
        return Link(
            side.meeting.title, reverse("desk:meeting", args=[side.meeting.record.reference])
        )
    part = getattr(side.meeting, "part", None)
    if part is None or not gate.may(visit.post, Can.SEE, part.record):
        return None
    return Link("Restricted part", reverse("desk:part_meeting", args=[part.record.reference]))


def _draw(found: Meeting, *, by: Any, on: Any, seen: int) -> None:
    desk.fill_agenda(found, report_on=lambda item: standing.report_on(item, on), by=by, on=on)


def _expect(found: Meeting, *, post: Any, capacity: str, by: Any, on: Any) -> None:
    verbs.expect(found, seats=[verbs.Seat(post, capacity)], by=by, on=on)


FROZEN = "Its reports are frozen with it, and each keeps its digest."
DRAFTED = "Every action goes into the tracker now, and every challenge into the challenge log."
CHANGES = {
    "draw": Change("Draw the agenda", forms.ConfirmForm, _draw, "Draw it",
                   "Takes in what the forward plan has for this meeting, and writes the reports."),
    "time": Change("Give the meeting its day", fields.DayAndHours, verbs.fix_time),
    "move": Change("Move the meeting", forms.MoveForm, verbs.move_meeting, "Move it",
                   "Papers stay with it. Everybody who holds the old date is told."),
    "cancel": Change("Cancel the meeting", forms.CancelForm, verbs.cancel, "Cancel it",
                     "A cancelled meeting stays in the calendar and counts in no attendance."),
    "issue": Change("Issue the agenda", forms.ConfirmForm, verbs.issue_agenda, "Issue it", FROZEN),
    "send": Change("Send the papers out", forms.ConfirmForm, verbs.send_papers, "Send them",
                   "What comes later is a supplement, merged at its item."),
    "hold": Change("Begin the meeting", forms.ConfirmForm, verbs.hold, "Begin"),
    "draft": Change("Draft the minutes", forms.ConfirmForm, desk.draft_minutes, "Draft them",
                    DRAFTED),
    "publish": Change("Publish the minutes", forms.ConfirmForm, verbs.publish_minutes, "Publish",
                      "The restricted part is not among what is published."),
    "expect": Change("Add somebody who is expected", forms.SeatForm, _expect, "Add"),
}  # fmt: skip
ADD_ITEM = Change("Add an item", forms.ItemForm, verbs.add_item, "Add it")
APPROVE = Change("Approve the minutes", forms.ConfirmForm, verbs.approve_minutes, "Approve",
                 "Whoever drafted them or changed a word does not approve them.")  # fmt: skip


@both(Can.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    """One of the meeting's moves. Of the restricted part only its agenda can be added to."""
    side = side_of(visit)
    if form == "add-item":
        asked = Change(ADD_ITEM.title, ADD_ITEM.form, _adding(side), ADD_ITEM.submit)
    elif side.restricted or form not in CHANGES:
        raise Http404
    else:
        asked = CHANGES[form]
    return answered(
        request, visit, asked, side.meeting, caption=f"{side.title}, {side.meeting.when}",
        home=side.home,
    )  # fmt: skip


def _adding(side: Side) -> Any:
    def add(found: Meeting, **told: Any) -> None:
        verbs.add_item(found, restricted=side.restricted, **told)

    return add


@both(Can.DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, visit: Visit) -> HttpResponse:
    side = side_of(visit)
    return answered(request, visit, APPROVE, side.meeting, caption=side.title, home=side.home)


ITEM_CHANGES = {
    "change": Change("Change the item", forms.ChangeItemForm, verbs.change_item),
    "place": Change("Put the item elsewhere", forms.PlaceForm, verbs.put_item_at, "Put it there"),
    "add-paper": Change("Add a paper", forms.PaperForm, verbs.add_paper, "Add it",
                        "After the papers went out it is a supplement."),
    "settle": Change("What became of the item", room_forms.SettleForm, verbs.settle_item),
    "addendum": Change("Add an addendum", room_forms.AddendumForm, verbs.add_addendum, "Add it",
                       "The approved words stay; this is printed below them with its date."),
}  # fmt: skip
TEXT = Change("Change the minutes", room_forms.TextForm, verbs.change_text)


@both(Can.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    side = side_of(visit)
    found = item_of(side, number)
    about: Any = found
    if form == "text":
        about = getattr(found, "minute_text", None)
    if about is None or (form != "text" and form not in ITEM_CHANGES):
        raise Http404
    home = {"settle": f"{side.url('room')}?item={found.pk}", "text": side.url("minutes")}
    return answered(
        request, visit, TEXT if form == "text" else ITEM_CHANGES[form], about,
        caption=f"{side.title}. Item {found.label}, {found.title}",
        home=home.get(form, side.home),
    )  # fmt: skip


def item_of(side: Side, number: int) -> AgendaItem:
    """An item is reached only through the door of its own part."""
    items = AgendaItem.objects.filter(
        meeting=side.meeting, part__isnull=not side.restricted
    ).select_related("meeting__record", "meeting__part__record", "part__record", "minute_text")
    return get_object_or_404(items, pk=number)
