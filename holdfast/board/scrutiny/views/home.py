"""Scrutiny at a glance."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.board.scrutiny.access import READERS
from holdfast.board.scrutiny.extracts import inspection_row, resolution_rows
from holdfast.board.scrutiny.models import Committee, CoverReport, Inspection
from holdfast.board.scrutiny.pages import HomePage
from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.render import render


@require_safe
@page_door(*READERS)
def home(request: HttpRequest, visit: Visit) -> HttpResponse:
    inspections = Inspection.objects.visible_to(visit.post).for_page().latest_first()
    committees = Committee.objects.visible_to(visit.post).select_related("record")
    references = {one.record.reference for one in committees}
    rows = [row for row in resolution_rows(on=visit.today) if row.reference in references]
    page = HomePage.of(
        rows,
        [inspection_row(one, on=visit.today) for one in inspections],
        CoverReport.objects.visible_to(visit.post).for_page().order_by("-pk"),
        committees,
        may_work=visit.post.role == Role.BOARD_MANAGER,
    )
    return render(request, "scrutiny/home.html", {"page": page})
