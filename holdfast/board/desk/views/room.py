"""Writing in the room, the minutes as they stand, and who came."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.board.desk.documents import gathering
from holdfast.board.desk.forms import meeting as meeting_forms
from holdfast.board.desk.forms import room as forms
from holdfast.board.desk.pages.room import MinutesPage, RoomPage
from holdfast.board.desk.views.base import Change, answered, both, side_of
from holdfast.board.desk.views.meeting import item_of
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import AgendaItem, Note
from holdfast.engines.meetings.rules.states import WRITTEN_UP
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, not_found
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render


@both(Can.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def room(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One line after another under one item; the cursor stays where it is written."""
    side = side_of(visit)
    items = list(gathering.items_of(side.meeting, restricted=side.restricted))
    here = _chosen(items, request.GET.get("item", ""))
    if here is None:
        return redirect(side.home)
    form = forms.LineForm(request.POST if request.method == "POST" else None, about=here)
    if form.is_valid():
        try:
            told = form.told()
            verbs.take_note(item_of(side, here.pk), by=visit.post, on=visit.today, **told)
            return redirect(f"{side.url('room')}?item={here.pk}")
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    page = RoomPage.of(side, items, here)
    return render(request, "desk/room.html", {"page": page, "form": form})


def _chosen(items: list[AgendaItem], asked: str) -> AgendaItem | None:
    return next((item for item in items if str(item.pk) == asked), items[0] if items else None)


NOTE_CHANGES = {
    "change": Change("Change a line", forms.ChangeLineForm, verbs.change_note),
    "strike": Change("Strike a line", forms.StrikeForm, verbs.strike_note, "Strike it",
                     "The line stays to be read, struck, and goes into no minutes."),
}  # fmt: skip


@both(Can.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponse:
    side = side_of(visit)
    notes = Note.objects.filter(
        item__meeting=side.meeting, item__part__isnull=not side.restricted
    ).select_related("item__meeting__record", "item__part__record")
    found = get_object_or_404(notes, pk=number)
    if form not in NOTE_CHANGES:
        raise Http404
    return answered(
        request, visit, NOTE_CHANGES[form], found, caption=f"{side.title}. {found.text}",
        home=f"{side.url('room')}?item={found.item_id}",
    )  # fmt: skip


@both(Can.SEE)
@require_safe
def minutes(request: HttpRequest, visit: Visit) -> HttpResponse:
    side = side_of(visit)
    if side.meeting.state not in WRITTEN_UP:
        return not_found(request)
    items = list(gathering.items_of(side.meeting, restricted=side.restricted))
    document = gathering.minutes_of(
        side.meeting, items, partnership=visit.partnership.name, on=visit.today, title=side.title
    )
    page = MinutesPage.of(
        side,
        items,
        dict(document.facts),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
    )
    return render(request, "desk/minutes.html", {"page": page})


CAME = Change("Who came", meeting_forms.AttendanceForm, verbs.record_attendance)


@both(Can.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def came(request: HttpRequest, visit: Visit) -> HttpResponse:
    side = side_of(visit)
    if side.restricted:
        return not_found(request)
    return answered(
        request, visit, CAME, side.meeting, caption=f"{side.title}, {side.meeting.when}",
        home=side.home,
    )  # fmt: skip
