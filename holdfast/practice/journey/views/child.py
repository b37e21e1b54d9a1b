"""The child's page. Opening it is written down; the page says so at its foot."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render
from holdfast.practice.children.access import KIND, SHARED
from holdfast.practice.children.models import Child
from holdfast.practice.journey.pages.child import child_page


@require_safe
@door(Can.SEE, kind=KIND, section=SHARED)
def child(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Child.objects.for_page().get(record=visit.record)
    page = child_page(found, visit=visit)
    return render(
        request, "journey/child.html", {"page": page, "reference": found.record.reference}
    )
