"""What can be taken out: the pack, a paper, minutes, the calendar. Each is logged first."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from holdfast.board.desk.documents import gathering
from holdfast.board.desk.pages.side import Side
from holdfast.board.desk.views.base import both, cycle_of, side_of, year_door
from holdfast.engines.meetings.documents import ical, minutes
from holdfast.engines.meetings.documents.pack import build
from holdfast.engines.meetings.models import Meeting, Paper
from holdfast.engines.meetings.rules.states import WRITTEN_UP
from holdfast.kernel.access.door import Visit, not_found
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {"pdf": "application/pdf", "docx": WORD}


@both(Can.SEE)
@require_safe
def pack(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The pack, stamped with the post that it is made for."""
    side = side_of(visit)
    count, pages = gathering.pages_before(side.meeting, restricted=side.restricted)
    visit.exported(_manifest(side, "pack", papers=count, pages=pages))
    gathered = gathering.pack_of(
        side.meeting,
        reader=visit.post,
        partnership=visit.partnership.name,
        restricted=side.restricted,
        on=visit.today,
    )
    try:
        return attached(build(gathered), "pack.pdf", KINDS["pdf"])
    except NotAllowed as reason:
        return _cannot(request, side, str(reason))


def _cannot(request: HttpRequest, side: Side, reason: str) -> HttpResponse:
    context = {"title": "The pack cannot be made", "reason": reason,
               "back": Link(side.title, side.home)}  # fmt: skip
    return render(request, "desk/cannot.html", context, status=409)


@both(Can.SEE)
@require_safe
def paper(request: HttpRequest, visit: Visit, number: int) -> HttpResponseBase:
    """One paper. It belongs to the record whose door was opened, or is not found."""
    side = side_of(visit)
    papers = Paper.objects.filter(item__meeting=side.meeting, restricted=side.restricted)
    found = get_object_or_404(papers.select_related("file"), pk=number)
    visit.exported(_manifest(side, "paper", paper=found.pk, sha256=found.file.sha256))
    return attached(bytes(found.file.content), found.file.filename, found.file.content_type)


@both(Can.SEE)
@require_safe
def minutes_file(request: HttpRequest, visit: Visit, form: str) -> HttpResponseBase:
    side = side_of(visit)
    if side.meeting.state not in WRITTEN_UP or form not in KINDS:
        return not_found(request)
    visit.exported(_manifest(side, "minutes", form=form))
    document = gathering.minutes_of(
        side.meeting,
        gathering.items_of(side.meeting, restricted=side.restricted),
        partnership=visit.partnership.name,
        on=visit.today,
        title=f"Minutes: {side.title}",
    )
    made = {"pdf": minutes.pdf, "docx": minutes.word}[form](document)
    return attached(made, f"minutes.{form}", KINDS[form])


@year_door
@require_safe
def calendar(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The year as an iCalendar file, with those meetings only that this post may see."""
    cycle = cycle_of(visit)
    found = Meeting.objects.filter(cycle=cycle).visible_to(visit.post).for_list()
    visit.exported({"what": "calendar", "reference": visit.record.reference})
    return attached(calendar_of(found, visit), "meetings.ics", "text/calendar; charset=utf-8")


def calendar_of(found: Iterable[Meeting], visit: Visit) -> bytes:
    listed = gathering.listed(found)
    return ical.calendar(listed, name=visit.partnership.short_name, made_at=visit.now)


def _manifest(side: Side, what: str, **more: object) -> dict[str, object]:
    return {
        "what": what,
        "meeting": side.meeting.record.reference,
        "restricted": side.restricted,
        **more,
    }
