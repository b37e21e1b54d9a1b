"""Pairs that may be one child: looked for, put side by side, joined, taken apart."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.access import KIND, STORY
from holdfast.practice.children.forms.lists import ApartForm, PairForm
from holdfast.practice.children.models import Child, Double, Merge
from holdfast.practice.children.pages.doubles import doubles_table, side_by_side
from holdfast.practice.children.pages.find import sentence

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@room_door(KIND, Can.OPEN)
def worklist(request: HttpRequest, visit: Visit) -> HttpResponse:
    pairs = Double.objects.waiting().visible_to(visit.post)
    context = {"table": doubles_table(pairs, request.GET)}
    return render(request, "children/doubles.html", context)


@require_POST
@room_door(KIND, Can.OPEN)
def look(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Look through every record now; it is done each night too."""
    verbs.look_for_doubles(by=visit.post, on=visit.today)
    return redirect("children:doubles")


@FORM
@room_door(KIND, Can.OPEN)
def compare(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    pairs = Double.objects.waiting().visible_to(visit.post)
    pair = pairs.for_list().filter(pk=number).first()
    if pair is None:
        raise Http404
    shown = {child.pk: child for child in Child.objects.for_page().filter(
        pk__in=[pair.one_id, pair.other_id])}  # fmt: skip
    one, other = shown[pair.one_id], shown[pair.other_id]
    visit.returned([one.record_id, other.record_id], looked_for="doubles")
    form = PairForm(typed(request), one=one.record.reference, other=other.record.reference)

    def act(given: dict[str, Any]) -> None:
        keep = {"one": one, "other": other}.get(given["said"])
        verbs.decide_double(pair, same=keep is not None, why=given["why"], keep=keep,
                            by=visit.post, on=visit.today)  # fmt: skip

    against = f" But: {', '.join(pair.against)}." if pair.against else ""
    asking = Asking(
        "Are these one child?",
        f"{one.record.reference} and {other.record.reference}",
        Link("Records that may be one child", reverse("children:doubles")),
        text=f"{sentence(pair.reasons)}.{against}",
        note="Nothing is moved or lost: two joined records can be taken apart again.",
    )
    return ask(request, form, asking, act, tables=[side_by_side(one, other, on=visit.today)])


@FORM
@door(Can.WORK, kind=KIND, section=STORY)
def apart(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    live = Merge.objects.filter(kept__record=visit.record, pk=number, undone_on=None)
    made = live.select_related("kept__record", "merged__record").first()
    if made is None:
        raise Http404

    def act(given: dict[str, Any]) -> None:
        verbs.unmerge(made, by=visit.post, on=visit.today, **given)

    asking = Asking(
        "Take two records apart",
        f"{made.kept.known_as}, {made.kept.record.reference}",
        Link("The child’s facts", reverse("children:record", args=[visit.record.reference])),
        "Take them apart",
        text=f"{made.merged.known_as}, {made.merged.record.reference}, stands alone again.",
    )
    return ask(request, ApartForm(typed(request)), asking, act)
