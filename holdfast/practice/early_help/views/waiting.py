"""What the front door decided for early help, handed over by the hub without retyping."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.fields import pick
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import HUB
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.pages import lists
from holdfast.practice.early_help.rules import words
from holdfast.practice.front_door.access import KIND as CONTACT
from holdfast.practice.front_door.access import STORY
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules.law import Decision


@require_safe
@page_door(*HUB)
def waiting(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The contacts decided for early help that nobody has offered to the family yet."""
    mine = not_offered(Contact.objects.visible_to(visit.post))
    shown = mine.select_related("record").prefetch_related("children")
    table = lists.waiting_table(shown, request.GET)
    return render(request, "early_help/waiting.html", {"table": table})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=CONTACT, section=STORY)
def take(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand one contact to early help, with its children and its worry as they were told."""
    mine = not_offered(Contact.objects.filter(record=visit.record))
    found = mine.select_related("record__area").prefetch_related("children").first()
    if found is None:
        raise Http404
    form = TakeForm(typed(request))

    def act(given: dict[str, Any]) -> str:
        reason = words.Reason(given["reason"])
        family = verbs.take_over(found, reason=reason, by=visit.post, on=visit.today)
        return reverse("early_help:family", args=[family.record.reference])

    asking = Asking(
        title="Offer this family early help",
        caption=f"{found.known_as} · {found.record.reference}",
        back=Link("Waiting for early help", reverse("early_help:waiting")),
        submit="Hand it to early help",
        text=found.worry,
        note="The children and the worry go over as they were told. Nothing is typed again.",
    )
    return ask(request, form, asking, act)


def not_offered(found: QuerySet[Contact]) -> QuerySet[Contact]:
    offered = EarlyHelp.objects.filter(contact__isnull=False).values("contact")
    return found.filter(decision=Decision.EARLY_HELP).exclude(record__in=offered)


class TakeForm(forms.Form):
    reason = pick(
        "Mainly about",
        [(r.value, words.REASON_WORDS[r]) for r in words.Reason],
        "Choose what it is mainly about, so that it can be counted.",
        radios=False,
    )
