"""HTTP in, one call, HTTP out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.engines.standards import transitions
from holdfast.engines.standards.access import HERE, KIND, LIBRARY
from holdfast.engines.standards.forms import FrameworkForm
from holdfast.engines.standards.models import Edition, Framework
from holdfast.engines.standards.pages import (
    ChangesPage,
    EditionPage,
    ThresholdsPage,
    frameworks_table,
    in_force,
    scale_blocks,
)
from holdfast.engines.standards.rules.planned import Sort
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, page_door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render


@require_safe
@room_door(KIND)
def frameworks(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = Framework.objects.visible_to(visit.post).select_related("record")
    context = {
        "table": frameworks_table(found.prefetch_related("editions"), on=visit.today),
        "scales": scale_blocks(),
        "may_load": gate.may_open(visit.post, KIND),
        "may_read_evidence": Role(visit.post.role) in LIBRARY,
    }
    return render(request, "standards/frameworks.html", context)


@require_safe
@door(Can.SEE, kind=KIND)
def framework(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The edition in force, or the newest draft where none is."""
    editions = _editions(visit)
    if not editions:
        raise Http404
    chosen = in_force(editions, on=visit.today) or editions[0]
    return _edition_page(request, visit, chosen.number, editions)


@require_safe
@door(Can.SEE, kind=KIND)
def edition(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    return _edition_page(request, visit, number, _editions(visit))


def _edition_page(
    request: HttpRequest, visit: Visit, number: int, editions: list[Edition]
) -> HttpResponse:
    page = EditionPage.of(
        _edition(visit, number),
        editions,
        may_decide=gate.may(visit.post, Can.DECIDE, visit.record),
        on=visit.today,
    )
    return render(request, "standards/edition.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def changes(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    older = [one.number for one in _editions(visit) if one.number < number]
    if not older:
        raise Http404
    page = ChangesPage.of(_edition(visit, older[0]), _edition(visit, number))
    return render(request, "standards/changes.html", {"page": page})


@require_POST
@door(Can.DECIDE, kind=KIND)
def approve(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    found = _edition(visit, number)
    if found.approved_on is None:
        transitions.approve_edition(found, by=visit.post, on=visit.today)
    return redirect("standards:edition", visit.record.reference, number)


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(Role.BOARD_MANAGER)
def load(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = FrameworkForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            made = transitions.load_edition(
                form.cleaned_data["planned"],
                area=visit.partnership.area,
                owner=visit.post.agency,
                by=visit.post,
                on=visit.today,
            )
        except NotAllowed as why:
            form.add_error(None, str(why))
        else:
            reference = made.framework.record.reference
            return redirect("standards:edition", reference, made.number)
    return render(request, "standards/load.html", {"form": form})


@require_safe
@page_door(*HERE)
def thresholds(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The threshold document in force, for every post of the area; earlier editions by number."""
    here = Edition.objects.filter(
        framework__sort=Sort.THRESHOLDS, framework__record__area=visit.post.agency.area_id
    )
    editions = list(here.in_force(on=visit.today).whole())
    if not editions:
        return render(request, "standards/thresholds.html", {"page": None})
    asked = request.GET.get("edition", "")
    chosen = next((one for one in editions if str(one.number) == asked), editions[0])
    page = ThresholdsPage.of(chosen, editions, on=visit.today)
    return render(request, "standards/thresholds.html", {"page": page})


def _editions(visit: Visit) -> list[Edition]:
    return list(Edition.objects.filter(framework__record=visit.record))


def _edition(visit: Visit, number: int) -> Edition:
    """An edition is reached only through the record let in."""
    found = Edition.objects.filter(framework__record=visit.record)
    return get_object_or_404(found.whole(), number=number)
