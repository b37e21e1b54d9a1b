"""Settling a disagreement, or taking it up a stage."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.access import KIND, STORY
from holdfast.practice.front_door.forms import entries
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import disagreeing
from holdfast.practice.front_door.views.contact import Writing

FORM = require_http_methods(["GET", "HEAD", "POST"])

DISAGREED: Mapping[str, Writing] = {
    "settle": Writing("Settle a disagreement", entries.SettleForm, verbs.settle, "Settle it"),
    "up": Writing("Take a disagreement up a stage", entries.UpForm, verbs.go_up, "Take it up"),
}


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def disagreed(request: HttpRequest, visit: Visit, *, number: int, entry: str) -> HttpResponse:
    writing = DISAGREED.get(entry)
    found = Contact.objects.for_page().get(record=visit.record)
    one = found.disagreements.filter(number=number).select_related("contact__record").first()
    if one is None or writing is None:
        raise Http404
    form = writing.form(typed(request), contact=found, today=visit.today, now=visit.now)

    def act(_: dict[str, Any]) -> None:
        told = {k: v for k, v in form.answers.items() if k != "seen"}
        if "outcome" in told:
            told["outcome"] = disagreeing.Outcome(told["outcome"])
        writing.verb(one, by=visit.post, on=visit.today, **told)

    back = Link("Disagreements", reverse("front_door:disagreements"))
    return ask(request, form, Asking(writing.title, found.known_as, back, writing.submit), act)
