"""Grants and their ends, disposals by two people, and files that were made earlier."""

import re
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import disposal as disposing
from holdfast.kernel.access import parcels, reading
from holdfast.kernel.access.door import Visit, not_found, page_door
from holdfast.kernel.access.forms import AskDisposal
from holdfast.kernel.access.pages.kept import DisposalPage, disposals_table, grants_table
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.exports import attached
from holdfast.kernel.ui.render import render

NO_SUCH = "There is no closed record with this reference that you may ask for. Look at it again."
SAFE_NAME = re.compile("[a-z0-9][a-z0-9-]{0,50}[.][a-z0-9]{2,5}")


@require_safe
@page_door(Role.RECORDS_GUARDIAN)
def grants(request: HttpRequest, visit: Visit) -> HttpResponse:
    """List who was let into what outside the sealed rooms, by whom, for what, until when."""
    table = grants_table(request.GET, now=visit.now)
    return render(request, "access/grants.html", {"table": table})


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(Role.RECORDS_GUARDIAN, Role.BOARD_CHAIR)
def disposals(request: HttpRequest, visit: Visit) -> HttpResponse:
    """List disposals, and let a records guardian ask for one."""
    form = AskDisposal(request.POST or None)
    may_ask = visit.post.role == Role.RECORDS_GUARDIAN
    if request.method == "POST" and form.is_valid():
        record = reading.disposable(form.cleaned_data["reference"])
        try:
            if record is None:
                raise NotAllowed(NO_SUCH)
            disposing.ask(record, why=form.cleaned_data["why"], by=visit.holding)
            return redirect("access:disposals")
        except NotAllowed as why_not:
            form.add_error("reference", str(why_not))
    page = {"form": form, "table": disposals_table(), "may_ask": may_ask}
    return render(request, "access/disposals.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(Role.RECORDS_GUARDIAN, Role.BOARD_CHAIR)
def disposal(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Show one disposal, and let a second person confirm it."""
    asked = reading.disposals_outside_sealed_rooms().filter(pk=pk).first()
    record = Record.objects.filter(pk=asked.record_id).first() if asked else None
    if asked is None or (record is not None and record.sealed):
        return not_found(request)
    why_not = ""
    if request.method == "POST":
        try:
            disposing.confirm(asked, by=visit.holding)
            return redirect("access:disposals")
        except NotAllowed as refused:
            why_not = str(refused)
    page = DisposalPage.of(asked, record, by=visit.holding)
    return render(request, "access/disposal.html", {"page": page, "why_not": why_not})


@require_safe
@page_door()
def parcel(request: HttpRequest, visit: Visit, parcel: UUID) -> HttpResponse:
    """Hand over a file made earlier, if everything in it is still open to this post."""
    found = parcels.fetch(parcel, by=visit.holding)
    visit.exported({"parcel": str(found.pk), **found.manifest})
    name = found.filename if SAFE_NAME.fullmatch(found.filename) else "holdfast-file.bin"
    return attached(bytes(found.content), name, found.content_type)
