"""The list of families, the offer of help, and one family's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import KIND, PLAN, STORY
from holdfast.practice.early_help.forms.offering import OfferForm
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.pages import lists, words
from holdfast.practice.early_help.pages.family import FamilyPage


@require_safe
@room_door(KIND, Can.OPEN)
def families(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every family whose plan this post may see: its own, those it helps, or all of the team's."""
    mine = EarlyHelp.objects.visible_to(visit.post)
    page = lists.families_page(mine, request.GET, to=visit.post, on=visit.today)
    return render(request, "early_help/families.html", {"page": page})


@require_http_methods(["GET", "POST"])
@room_door(KIND, Can.OPEN)
def offer(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = OfferForm(typed(request), today=visit.today)

    def act(given: dict[str, Any]) -> str:
        family = verbs.offer(
            form.told(), area=visit.partnership.area, by=visit.post, on=visit.today
        )
        return reverse("early_help:family", args=[family.record.reference])

    asking = Asking(
        title="Offer a family early help",
        caption="Early help",
        back=Link("Families", reverse("early_help:families")),
        submit="Offer it",
        text="If a child may be in danger, tell the front door now. Early help is offered to "
        "families who agree to it; nothing begins before they do.",
    )
    keeps = Keeps(visit.holding, "early_help:offer")
    return ask(request, form, asking, act, keeps=keeps)


@require_safe
@door(Can.SEE, kind=KIND, section=PLAN)
def family(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = EarlyHelp.objects.for_page().get(record=visit.record)
    page = FamilyPage.of(found, visit=visit)
    return render(request, "early_help/family.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def entries(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every step, the clocks' too."""
    steps = visit.record.steps.select_related("by__agency")
    told = [words.entry_of(step, owner=visit.record.owner_id) for step in steps]
    context = {"reference": visit.record.reference, "entries": told}
    return render(request, "early_help/entries.html", context)
