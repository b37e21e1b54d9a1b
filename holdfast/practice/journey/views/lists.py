"""The worklist of whoever has children."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.ui.render import render
from holdfast.practice.journey.access import WORKERS
from holdfast.practice.journey.pages.lists import Reader, mine_page


@require_safe
@page_door(*sorted(WORKERS))
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    table = mine_page(Reader(visit.post, visit.now, visit.today), request.GET)
    return render(request, "journey/mine.html", {"table": table})
