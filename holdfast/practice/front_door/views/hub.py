"""The hub's own pages about no one contact: queue, handover, what is owed, batches."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.filters import at as moment_words
from holdfast.kernel.ui.render import render
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.access import HUB
from holdfast.practice.front_door.forms.referring import BatchForm
from holdfast.practice.front_door.models import Batch, Contact, Disagreement
from holdfast.practice.front_door.models.contact import ContactQuerySet
from holdfast.practice.front_door.pages import lists
from holdfast.practice.front_door.pages.queue import queue_page
from holdfast.practice.front_door.rules import batch_file, law

KEYS_OFF = "front_door_keys_off"


def _mine(visit: Visit) -> ContactQuerySet:
    return Contact.objects.visible_to(visit.post)


@require_safe
@page_door(*sorted(HUB))
def queue(request: HttpRequest, visit: Visit) -> HttpResponse:
    keys = not request.session.get(KEYS_OFF, False)
    page = queue_page(_mine(visit), request.GET, now=visit.now, reader=visit.post, keys=keys)
    return render(request, "front_door/queue.html", {"page": page})


@require_POST
@page_door(*sorted(HUB))
def keys(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Turn single keys off, or on again, for this sign-in (WCAG 2.1.4)."""
    request.session[KEYS_OFF] = not request.session.get(KEYS_OFF, False)
    return redirect("front_door:queue")


@require_safe
@page_door(*sorted(HUB))
def owed(request: HttpRequest, visit: Visit) -> HttpResponse:
    table = lists.owed_table(_mine(visit), request.GET, on=visit.today)
    text = "Working Together 2013: who referred hears within one working day (restated)."
    return _list(request, "Feedback owed", text, table)


@require_safe
@page_door(*sorted(HUB))
def disagreements(request: HttpRequest, visit: Visit) -> HttpResponse:
    mine = Disagreement.objects.filter(contact__in=_mine(visit)).for_list()
    table = lists.disagreements_table(mine, request.GET)
    return _list(request, "Disagreements", "Talked over between named people, by a day.", table)


@require_safe
@page_door(*sorted(HUB))
def handover(request: HttpRequest, visit: Visit) -> HttpResponse:
    since = lists.since_of(timezone.localtime(visit.now))
    table = lists.handover_table(_mine(visit), since=since)
    return _list(request, "Handover", f"What came since {moment_words(since)}.", table)


def _list(request: HttpRequest, title: str, text: str, table: Any) -> HttpResponse:
    context = {"title": title, "text": text, "table": table}
    return render(request, "front_door/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(*sorted(HUB))
def batches(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take a night's file: whole or not at all, every bad row told."""
    form = BatchForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            verbs.take_batch(
                visit.partnership.area, channel=law.Channel(form.cleaned_data["channel"]),
                content=file.read(batch_file.LARGEST + 1), filename=file.name, by=visit.post,
                on=visit.today,
            )  # fmt: skip
            return redirect("front_door:queue")
        except NotAllowed as why:
            form.add_error("file", str(why))
    found = Batch.objects.filter(area=visit.partnership.area).select_related("by")
    context = {
        "form": form,
        "table": lists.batches_table(found, request.GET),
        "columns": ", ".join(batch_file.COLUMNS),
    }
    return render(request, "front_door/batches.html", context)
