"""One child: the facts, what is corrected and added, and who is let in."""

from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.meanwhile import Theirs, seen_by
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import one_page
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.access import KIND, NETWORK, SHARED, STORY
from holdfast.practice.children.forms import facts, network
from holdfast.practice.children.models import Child, Marker, Tie
from holdfast.practice.children.pages.record import child_page, entry_of, steps_for
from holdfast.practice.children.pages.versions import both_facts
from holdfast.practice.children.views.entries import LET, WRITE, Writing

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _child(visit: Visit) -> Child:
    found = Child.objects.for_list().select_related("record__area", "record__owner")
    return found.get(record=visit.record)


def _back(visit: Visit) -> Link:
    return Link("The child’s facts", reverse("children:record", args=[visit.record.reference]))


@require_safe
@door(Can.SEE, kind=KIND, section=SHARED)
def record(request: HttpRequest, visit: Visit) -> HttpResponse:
    child = Child.objects.for_page().get(record=visit.record)
    context = {"page": child_page(child, visit=visit), "reference": child.record.reference}
    return render(request, "children/record.html", context)


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def entries(request: HttpRequest, visit: Visit) -> HttpResponse:
    steps = steps_for(visit).select_related("by__agency").order_by("-on", "-pk")
    shown, pager = one_page(steps, request.GET, caption="Entries")
    told = [entry_of(step, owner=visit.record.owner_id) for step in shown]
    context = {"entries": told, "pager": pager, "reference": visit.record.reference}
    return render(request, "children/entries.html", context)


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def edit(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Correct the facts. Whoever comes second sees both versions and decides with open eyes."""
    child = _child(visit)
    form = facts.FactsForm(typed(request), child=child, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        verbs.correct(child, form.corrected(), seen=given["seen"], by=visit.post, on=visit.today)

    def theirs(_: Form) -> Theirs | None:
        now = _child(visit)
        if seen_by(form) == now.record.version:
            return None
        return Theirs("somebody else", both_facts(now, form.corrected()), now.record.version)

    asking = Asking("Correct the facts", _caption(child), _back(visit), "Save the facts")
    return ask(request, form, asking, act, keeps=_keeps(visit, "facts"), meanwhile=theirs)


def _keeps(visit: Visit, form: str) -> Keeps:
    return Keeps(visit.holding, f"children:{form}", visit.record)


def _caption(child: Child) -> str:
    return f"{child.known_as}, {child.record.reference}"


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def write(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    return _write(request, visit, WRITE.get(entry), keeps=_keeps(visit, entry))


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def let(request: HttpRequest, visit: Visit, *, entry: str) -> HttpResponse:
    """Say who else comes in. A worker, who came in by a grant, is refused by the verb."""
    return _write(request, visit, LET.get(entry))


def _write(
    request: HttpRequest, visit: Visit, writing: Writing | None, *, keeps: Keeps | None = None
) -> HttpResponse:
    if writing is None or (writing.home and not _at_home(visit)):
        raise Http404
    child = _child(visit)
    more = {"post": visit.post} if writing.of_post else {}
    form = writing.form(typed(request), child=child, today=visit.today, **more)

    def act(given: dict[str, Any]) -> None:
        writing.act(child, given, visit)

    said = (writing.title, _caption(child), _back(visit), writing.submit)
    asking = Asking(*said, note=writing.note)
    return ask(request, form, asking, act, keeps=keeps)


def _at_home(visit: Visit) -> bool:
    return visit.answer.right == "at home"


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def review_marker(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    marker = _marker(visit, number)
    form = facts.ReviewForm(typed(request), child=marker.child, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        verbs.review_marker(marker, by=visit.post, on=visit.today, **given)

    asking = Asking("It is still so", _caption(marker.child), _back(visit), "Keep the marker")
    return ask(request, form, asking, act)


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def end_marker(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    marker = _marker(visit, number)
    form = facts.EndMarkerForm(typed(request), child=marker.child, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        verbs.end_marker(marker, by=visit.post, on=visit.today, **given)

    asking = Asking("It is no longer so", _caption(marker.child), _back(visit), "End the marker")
    return ask(request, form, asking, act)


def _marker(visit: Visit, number: int) -> Marker:
    mine = Marker.objects.standing().filter(child__record=visit.record, pk=number)
    found = mine.select_related("child__record").first()
    if found is None:
        raise Http404
    return found


@FORM
@door(Can.WORK, kind=KIND, section=NETWORK)
def end_tie(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    ties = Tie.objects.filter(child__record=visit.record, pk=number, until_on=None)
    found = ties.select_related("child__record", "adult", "other").first()
    if found is None:
        raise Http404
    form = network.EndTieForm(typed(request), child=found.child, today=visit.today)

    def act(given: dict[str, Any]) -> None:
        if found is None:
            raise NotAllowed("This has ended already.")
        verbs.end_tie(found, by=visit.post, on=visit.today, **given)

    asking = Asking(f"{found.name}: no longer", _caption(found.child), _back(visit), "Save")
    return ask(request, form, asking, act)
