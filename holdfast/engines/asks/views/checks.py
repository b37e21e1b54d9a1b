"""What the hub asks: the list for whoever answers, the list for the hub, one check, its forms."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.engines.asks.access import CHECK, DESKS, HUB, granted
from holdfast.engines.asks.forms import checks as forms
from holdfast.engines.asks.models import Check, CheckQuerySet
from holdfast.engines.asks.pages.checks import CheckLine, CheckPage
from holdfast.engines.asks.rules.checks import CheckState
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

PER_PAGE = 25


@require_safe
@page_door(*sorted(DESKS))
def asked_of_us(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what the hub asks of this post: what waits first, by the minute it is due."""
    return _list(request, visit, Check.objects.asked_of(visit.post), owner=True)


@require_safe
@page_door(*sorted(HUB))
def asked_by_us(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what the hub asked of agencies, about records that this post may see."""
    return _list(request, visit, Check.objects.visible_to(visit.post), owner=False)


def _list(
    request: HttpRequest, visit: Visit, found: CheckQuerySet, *, owner: bool
) -> HttpResponse:
    waiting = found.waiting().for_list().order_by("due_at", "pk")
    done = found.exclude(state=CheckState.ASKED).for_list().order_by("-pk")
    shown = {}
    for name, rows in (("waiting", waiting), ("done", done)):
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get(f"{name}-page"))
        shown[name] = {
            "lines": [CheckLine.of(one, at=visit.now) for one in page],
            "older": page.next_page_number() if page.has_next() else 0,
            "newer": page.previous_page_number() if page.has_previous() else 0,
            "name": f"{name}-page",
        }
    return render(request, "asks/checks.html", {"owner": owner, **shown})


def side(visit: Visit) -> bool:
    """Say whether a visit is the owner's. The hub's is refused where it may not see the record
    that the check is about.
    """
    if visit.post.agency_id == visit.record.owner_id and granted(visit.post, visit.record):
        return True
    about = Check.objects.select_related("about").get(record=visit.record).about
    if not gate.may(visit.post, Can.SEE, about):
        raise Refused("This post may not see what the check is about.")
    return False


def found_by(visit: Visit) -> Check:
    return get_object_or_404(Check.objects.for_list(), record=visit.record)


@require_safe
@door(Can.SEE, kind=CHECK)
def check(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = CheckPage.of(found_by(visit), owner=side(visit), at=visit.now)
    return render(request, "asks/check.html", {"page": page})


@dataclass(frozen=True)
class Act:
    """A form about a check, its verb, and whose it is."""

    title: str
    form: type[forms.CheckForm]
    verb: Callable[..., object]
    submit: str
    owner: bool = False
    says: str = ""


def _reply(check: Check, *, typed: forms.ReplyForm, **told: Any) -> None:
    hub.reply(check, facts=typed.facts(), searched=typed.cleaned_data["searched"], **told)


def _remind(check: Check, *, seen: int, **told: Any) -> None:
    if not hub.remind(check, **told):
        raise NotAllowed("They were reminded within this hour.")


def _escalate(check: Check, *, seen: int, **told: Any) -> None:
    if not hub.escalate(check, **told):
        raise NotAllowed("Their named manager was told already.")


ACTS = {
    "reply": Act("Say what is held", forms.ReplyForm, _reply, "Send the answer", owner=True,
                 says="You own every fact. What you keep in the hub goes into no document."),
    "say_nothing_held": Act("Say that nothing is held", forms.NothingForm, hub.say_nothing_held,
                            "Send the answer", owner=True,
                            says="That is an answer. It is not the same as no reply."),
    "refuse": Act("Refuse, because…", forms.RefuseForm, hub.refuse, "Refuse", owner=True),
    "withdraw": Act("Stop asking", forms.WhyForm, hub.withdraw, "Stop asking"),
    "remind": Act("Remind them", forms.PressForm, _remind, "Remind them",
                  says="An e-mail that says that an answer is waited for, and nothing else."),
    "escalate": Act("Tell their named manager", forms.PressForm, _escalate, "Tell them",
                    says="They hear that an answer is late or refused, and nothing about whom."),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=CHECK)
def act(request: HttpRequest, visit: Visit, form: str) -> HttpResponse:
    asked, found = ACTS[form], found_by(visit)
    if side(visit) is not asked.owner:
        raise Refused("This page is for the other side of a check.")
    shown = asked.form(typed(request), check=found)

    def send(told: dict[str, Any]) -> None:
        if asked.verb is _reply:
            told = {"typed": shown, "seen": told["seen"]}
        asked.verb(found, by=visit.post, on=visit.today, **told)

    keeps = Keeps(visit.holding, f"check {form}", visit.record) if asked.owner else None
    page = asking(visit, title=asked.title, submit=asked.submit, says=asked.says)
    return ask(request, shown, page, send, keeps=keeps)


def asking(visit: Visit, *, title: str, submit: str, says: str) -> Asking:
    return Asking(
        title=title,
        caption=f"Check {visit.record.reference} · {visit.record.owner}",
        back=Link("The check", reverse("asks:check", args=[visit.record.reference])),
        submit=submit,
        text=says,
    )
