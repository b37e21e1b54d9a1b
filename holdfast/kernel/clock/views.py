"""The page of timescales: the law in numbers, with how sure we are of each."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.clock.pages import timescales_page
from holdfast.kernel.ui.render import render


@require_safe
@page_door()
def timescales(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every post may read the law. GET, and it writes nothing but its log entry."""
    page = timescales_page(request.GET.dict(), today=visit.today)
    return render(request, "clock/timescales.html", {"page": page})
