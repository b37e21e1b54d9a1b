"""The seat's own page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.board.desk.pages.briefing import briefing_of
from holdfast.board.desk.rules.seated import SEATED
from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.ui.render import render


@require_safe
@page_door(*SEATED)
def my_seat(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = briefing_of(visit.post, area=visit.partnership.area, on=visit.today)
    return render(request, "desk/briefing.html", {"page": page})
