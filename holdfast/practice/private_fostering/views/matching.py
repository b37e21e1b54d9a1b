"""Which child it is. Only the hub and the team's manager look, and every look is logged."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.children.access import KIND as CHILD
from holdfast.practice.children.models import looking
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.access import KIND, LOOKERS, STORY
from holdfast.practice.private_fostering.forms.matching import MatchForm
from holdfast.practice.private_fostering.models import weighing
from holdfast.practice.private_fostering.pages import matching
from holdfast.practice.private_fostering.views.asked import arrangement_of


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def match(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = arrangement_of(visit)
    if Role(visit.post.role) not in LOOKERS or found.child_id is not None:
        raise Http404
    like = looking.matches_for(weighing.child_as_told(found), to=visit.post)
    visit.returned([child.record_id for child, _ in like], looked_for="name, birth, sex")
    may_open = gate.may_open(visit.post, CHILD)
    if not like and not may_open:
        context = {"reference": visit.record.reference, "child": found.known_as}
        return render(request, "private_fostering/nobody.html", context)
    form = MatchForm(
        typed(request),
        arrangement=found,
        today=visit.today,
        offered=matching.offered(like, on=visit.today),
        may_open=may_open,
    )

    def act(given: dict[str, Any]) -> None:
        told = {"by": visit.post, "on": given["on"], "seen": given["seen"]}
        if form.child is None:
            verbs.open_child(found, **told)
        else:
            verbs.match_child(found, child=form.child, **told)

    back = Link("Back", reverse("private_fostering:record", args=[visit.record.reference]))
    asking = Asking(
        f"Which child is {found.known_as}?",
        f"Private fostering {visit.record.reference}",
        back,
        "Say so",
        note="Nothing is matched by itself. That you looked is written in the log.",
    )
    return ask(request, form, asking, act)
