"""What the desk's views share: both doors of a meeting, and how a form is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from holdfast.board.desk.access import MEETING, PART, YEAR
from holdfast.board.desk.forms.base import Told
from holdfast.board.desk.pages.side import Side
from holdfast.engines.meetings.models import Cycle, Meeting
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Both:
    """One view behind two doors: the meeting's own, and its restricted part's."""

    opened: View
    restricted: View


def both(can: Can) -> Callable[[View], Both]:
    def guard(view: View) -> Both:
        return Both(door(can, kind=MEETING)(view), door(can, kind=PART)(view))

    return guard


def side_of(visit: Visit) -> Side:
    """Return the part whose door was opened."""
    meetings = Meeting.objects.select_related(
        "record__area", "part__record", "cycle__record", "minutes__drafted_by",
        "minutes__approved_by",
    )  # fmt: skip
    record = visit.record
    if record.kind == PART:
        return Side(get_object_or_404(meetings, part__record=record), record.reference, True)
    return Side(get_object_or_404(meetings, record=record), record.reference, False)


def cycle_of(visit: Visit) -> Cycle:
    return get_object_or_404(Cycle.objects.select_related("record__area"), record=visit.record)


year_door = door(Can.SEE, kind=YEAR)
year_work = door(Can.WORK, kind=YEAR)


@dataclass(frozen=True)
class Change:
    """A form, the verb that takes what was typed, and the words around it."""

    title: str
    form: type[Told]
    verb: Callable[..., object]
    submit: str = "Save"
    before: str = ""


def answered(
    request: HttpRequest,
    visit: Visit,
    change: Change,
    about: Any,
    *,
    caption: str,
    home: str,
    formed: Any = None,
) -> HttpResponse:
    """Show a form or take it in. Whoever was second is told, and what they wrote stays."""
    sent = request.method == "POST"
    form = change.form(
        request.POST if sent else None, request.FILES if sent else None, about=formed or about
    )
    if form.is_valid():
        try:
            told = {name: kept for name, kept in form.told().items() if name != "file"}
            change.verb(about, by=visit.post, on=visit.today, **told)
            return redirect(home)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {
        "form": form,
        "title": change.title,
        "submit": change.submit,
        "before": change.before,
        "caption": caption,
        "leave": Link("Go back without saving", home),
        "files": form.is_multipart(),
    }
    return render(request, "desk/change.html", context)
