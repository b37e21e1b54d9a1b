"""What posts outside the hub do here: refer, read, disagree; and the public's form."""

import secrets
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.kernel.access import gate, ledger, log
from holdfast.kernel.access.asking import drafted, sent, take_up
from holdfast.kernel.access.door import Visit, door, page_door, room_door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui import errors
from holdfast.kernel.ui.render import render
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.access import (
    HUB,
    KIND,
    REFERRERS,
    REPLY,
    REPORT,
    STORY,
    keepers,
)
from holdfast.practice.front_door.forms.entries import DisagreeForm
from holdfast.practice.front_door.forms.referring import PublicForm, ReferForm
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.pages import lists
from holdfast.practice.front_door.pages.contact import levels
from holdfast.practice.front_door.rules import disagreeing

FORM = require_http_methods(["GET", "HEAD", "POST"])
PAGE = "front_door:public"
MOST_A_MINUTE, MOST_FROM_ONE, MOST_LOOKS = 30, 5, 60
"""In a minute (local): reports from everywhere, reports from one address, looks from one."""
SALT = secrets.token_bytes(32)


@FORM
@room_door(KIND, Can.OPEN)
def refer(request: HttpRequest, visit: Visit) -> HttpResponse:
    keeps = Keeps(visit.holding, "front_door:refer")
    done = drafted(request, keeps)
    if done is not None:
        return done
    hub = Role(visit.post.role) in HUB
    form = ReferForm(request.POST if request.method == "POST" else None, hub=hub, now=visit.now)
    draft = take_up(request, form, keeps)
    if request.method == "POST" and form.is_valid():
        try:
            made = verbs.receive(
                visit.partnership.area, form.report, by=visit.post, on=visit.today
            )
            sent(keeps)
            inside = gate.may(visit.post, Can.SEE, made.record, section=STORY)
            page = "front_door:contact" if inside else "front_door:reply"
            return redirect(page, reference=made.record.reference)
        except NotAllowed as why:
            form.add_error(None, str(why))
    context = {
        "form": form, "draft": draft, "hub": hub,
        "levels": levels(visit.partnership.area, on=visit.today),
    }  # fmt: skip
    return render(request, "front_door/refer.html", context)


@require_safe
@page_door(*sorted(REFERRERS))
def from_hub(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What this post referred, and whether it has been answered."""
    mine = Contact.objects.visible_to(visit.post, section=REPLY).filter(told_by=visit.post)
    table = lists.heard_table(mine, request.GET)
    return render(request, "front_door/from_hub.html", {"table": table})


@require_safe
@door(Can.SEE, kind=KIND, section=REPLY)
def reply(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _reply(request, visit, DisagreeForm())


@require_POST
@door(Can.WORK, kind=KIND, section=REPLY)
def disagree(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = DisagreeForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            verbs.disagree(
                _contact(visit), reason=disagreeing.Reason(given["reason"]), words=given["words"],
                danger=given["danger"], by=visit.post, on=visit.today,
            )  # fmt: skip
            return redirect("front_door:reply", reference=visit.record.reference)
        except NotAllowed as why:
            form.add_error(None, str(why))
    return _reply(request, visit, form)


def _contact(visit: Visit) -> Contact:
    found = Contact.objects.select_related("record__area", "told_by__agency")
    return found.prefetch_related("children", "letters__copy", "disagreements__ours").get(
        record=visit.record
    )


def _reply(request: HttpRequest, visit: Visit, form: DisagreeForm) -> HttpResponse:
    contact = _contact(visit)
    letters = list(contact.letters.all())
    said = list(contact.disagreements.all())
    context = {
        "contact": contact,
        "letter": letters[-1].copy.letter if letters and not contact.is_open else None,
        "disagreements": said,
        "stages": disagreeing.STAGE_WORDS,
        "form": form if letters and not contact.is_open and not any(not d.outcome for d in said)
        else None,
        "action": reverse("front_door:disagree", args=[visit.record.reference]),
    }  # fmt: skip
    return render(request, "front_door/reply.html", context)


@require_safe
@page_door(Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
def passed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The reports about children of this post's own that the hub passed on."""
    mine = Contact.objects.visible_to(visit.post, section=REPORT).filter(passed_to=visit.post)
    table = lists.passed_table(mine, request.GET)
    context = {"title": "Passed on to me", "text": "Reports about children that you have.",
               "table": table}  # fmt: skip
    return render(request, "front_door/list.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=REPORT)
def report(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One report, for the child's own worker."""
    return render(request, "front_door/report.html", {"contact": _contact(visit)})


@csrf_exempt
@FORM
def public(request: HttpRequest) -> HttpResponse:
    """Anybody tells of a child: a reference and thanks come back, and nothing else, ever.

    It needs no protection against forged forms: whoever could forge one may send one anyhow.
    """
    response = _public(request)
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response


def _public(request: HttpRequest) -> HttpResponse:
    posted, place = request.method == "POST", _from(request)
    limits = {f"look-{place}": MOST_LOOKS}
    if posted:
        limits |= {"all": MOST_A_MINUTE, place: MOST_FROM_ONE}
    if any(_too_often(key, most) for key, most in limits.items()):
        return errors.too_many(request)
    found = keepers(this_partnership().area)
    entry = log.write(
        log.Line(what="write" if posted else "read", page=PAGE, let_in=True, right="public")
    )
    if not found:
        raise Http404
    form = PublicForm(request.POST if posted else None)
    with ledger.acting(f"entry {entry.pk}"):
        if posted and form.is_valid():
            return _thanks(request, form, found[-1])
    return render(request, "front_door/public.html", {"form": form})


def _thanks(request: HttpRequest, form: PublicForm, pen: Any) -> HttpResponse:
    try:
        made = verbs.receive_public(
            this_partnership().area, form.report(at=moment.now()), by=pen, on=moment.today()
        )
    except NotAllowed as why:
        form.add_error(None, str(why))
        return render(request, "front_door/public.html", {"form": form})
    return render(request, "front_door/thanks.html", {"reference": made.record.reference})


def _from(request: HttpRequest) -> str:
    """Return a key for an address that nobody can turn back into it."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    return sha256(SALT + address.encode()).hexdigest()[:32]


def _too_often(key: str, most: int) -> bool:
    """Count one more in this minute. A cache that cannot be asked stops the page."""
    name = f"front-door-{key}"
    cache.add(name, 0, 60)
    return bool(cache.incr(name) > most)
