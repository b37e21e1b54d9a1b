"""The room's lists, the notice from any agency's post, and what it hears of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import drafted, sent, take_up, typed
from holdfast.kernel.access.door import Visit, page_door, room_door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.access import KIND, NOTICE, ROOM, STORY, TELLERS
from holdfast.practice.private_fostering.forms.telling import NotifyForm, SelfCheckForm
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.pages import law, lists

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@page_door(*ROOM)
def work(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The arrangements this post may see: all of them for the hub, a worker's own for a worker."""
    mine = Arrangement.objects.visible_to(visit.post, section=STORY)
    page = lists.work_page(mine, request.GET, on=visit.today)
    return render(request, "private_fostering/work.html", {"page": page})


@FORM
@room_door(KIND, Can.OPEN)
def notify(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Any agency's post tells of a child. It never learns whether we know the child."""
    keeps = Keeps(visit.holding, "private_fostering:notify")
    done = drafted(request, keeps)
    if done is not None:
        return done
    form = NotifyForm(typed(request), today=visit.today, post=visit.post)
    draft = take_up(request, form, keeps)
    if request.method == "POST" and form.is_valid():
        told = _told(form, visit)
        if told is not None:
            sent(keeps)
            return redirect(told)
    context = {"form": form, "duties": law.duties(), "draft": draft}
    return render(request, "private_fostering/notify.html", context)


def _told(form: NotifyForm, visit: Visit) -> str | None:
    """Tell, and return where to go: into the record for who works there, else to the list."""
    try:
        made = verbs.notify(
            area=visit.partnership.area,
            child=form.child,
            home=form.home,
            notice=form.notice,
            by=visit.post,
            on=visit.today,
        )
    except NotAllowed as why:
        form.add_error(None, str(why))
        return None
    if gate.may(visit.post, Can.SEE, made.record, section=STORY):
        return reverse("private_fostering:record", args=[made.record.reference])
    return reverse("private_fostering:told")


@require_safe
@page_door(*sorted(TELLERS))
def told(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What this post told, and what became of it: no reasons, and nothing of anybody else's."""
    mine = Arrangement.objects.visible_to(visit.post, section=NOTICE).filter(
        notices__number=1, notices__by=visit.post
    )
    table = lists.told_table(mine, request.GET)
    return render(request, "private_fostering/told.html", {"table": table})


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Is this private fostering? For anybody, without signing in; it keeps nothing."""
    asked: Any = request.GET if "relation" in request.GET else None
    form = SelfCheckForm(asked)
    verdict = form.verdict() if form.is_valid() else None
    context = {"form": form, "verdict": law.verdict(verdict), "duties": law.duties()}
    return render(request, "private_fostering/check.html", context)
