"""The button on a red contact: it leaves the front door, and its discussion is called."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.practice.front_door.access import KIND, STORY
from holdfast.practice.front_door.models import Contact
from holdfast.practice.journey.forms import StartForm
from holdfast.practice.journey.transitions import start_strategy_discussion


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.DECIDE, kind=KIND, section=STORY)
def start(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Red does not wait for checks. What was typed survives a killed browser."""
    contact = Contact.objects.for_page().get(record=visit.record)
    form = StartForm(typed(request), contact=contact)

    def act(given: dict[str, Any]) -> str:
        made = start_strategy_discussion(
            contact, why=given["why"], invited=list(given["invited"]), seen=given["seen"],
            by=visit.post, on=visit.today,
        )  # fmt: skip
        return reverse("enquiries:discussion", args=[made.record.reference])

    back = Link("The queue", reverse("front_door:queue"))
    caption = f"{contact.known_as}, {visit.record.reference}"
    asking = Asking(
        "Call a strategy discussion", caption, back, "Send it on and call the discussion",
        note="Red does not wait for checks. Its clock ends, and the discussion’s begins.",
    )  # fmt: skip
    keeps = Keeps(visit.holding, "journey:start_discussion", visit.record)
    return ask(request, form, asking, act, keeps=keeps)
