"""Typing a partner's figures by hand: choose whose, type, keep as a draft, take in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.board.local_data import forms, transitions
from holdfast.board.local_data.access import KIND
from holdfast.board.local_data.data.measures import MeasureSet, measure_sets
from holdfast.board.local_data.models import Collection, HandDraft
from holdfast.board.local_data.rules import asking as rules
from holdfast.board.local_data.views.partners import LOCAL, METHODS, collection_of, to_quarter
from holdfast.engines.asks.forms.returns import SectionForm
from holdfast.engines.asks.pages.section import SectionPage
from holdfast.engines.asks.rules.states import Reply
from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.filters import at
from holdfast.kernel.ui.render import render

NOT_TYPED = frozenset({"csrfmiddlewaretoken", "keep", "seen"})


@require_http_methods(METHODS)
@door(Can.WORK, kind=KIND)
def choose(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = collection_of(visit)

    def act(told: dict[str, Any]) -> str:
        whose = [visit.record.reference, told["agency"].pk, told["set_key"]]
        return reverse("local_data:type", args=whose)

    asking = Asking(
        "Type figures by hand",
        LOCAL,
        to_quarter(found, visit),
        "Go on",
        "For a partner that gave its figures on paper, by letter or by telephone. Whoever can "
        "answer here is asked instead: then nobody copies a number.",
    )
    return ask(request, forms.WhoseForm(typed(request), area=found.area), asking, act)


@require_http_methods(METHODS)
@door(Can.WORK, kind=KIND)
def type_in(request: HttpRequest, visit: Visit, agency: int, set_key: str) -> HttpResponse:
    found, asked = collection_of(visit), measure_sets().get(set_key)
    if asked is None:
        raise Http404
    whose = get_object_or_404(Agency, pk=agency, area=found.area_id)
    if "keep" in request.POST:
        return _keep(request, visit, found, whose, set_key)
    mine = HandDraft.objects.filter(
        collection=found, agency=whose, set_key=set_key, by=visit.post
    ).first()
    sent = typed(request)
    data = sent if sent is not None else mine.typed if mine else None
    how = forms.HowForm(sent, agency=whose, version=visit.record.version, draft=mine)
    section = rules.questions(asked).sections[0]
    form = SectionForm(data, section=section, answers={})
    if sent is not None and how.is_valid() and not _problems(form):
        try:
            _take(visit, found, whose, asked, form=form, how=how.cleaned_data)
            return redirect(to_quarter(found, visit).url)
        except NotAllowed as why:
            how.add_error(None, str(why))
    context = {
        "form": form,
        "how": how,
        "page": SectionPage.of(section, {}, conflicts={}, on=visit.today),
        "back": to_quarter(found, visit),
        "title": f"{asked.title}: figures of {whose.name}",
        "caption": f"{LOCAL}, {found.quarter.words}",
    }
    return render(request, "local_data/type.html", context)


def _problems(form: SectionForm) -> bool:
    """Say under each figure what is wrong with it, by the checks that a return goes through."""
    wrong = {key: one.problem for key, one in form.values().items() if one.problem}
    for key, problem in wrong.items():
        form.add_error(key, problem)
    return bool(wrong)


def _take(
    visit: Visit,
    found: Collection,
    whose: Agency,
    asked: MeasureSet,
    *,
    form: SectionForm,
    how: dict[str, Any],
) -> None:
    rows = rules.figures(asked, reply=Reply.FULL, words="", answers=form.values())
    transitions.take_typed(
        found, agency=whose, set_key=asked.key, rows=rows, by=visit.post, on=visit.today, **how
    )


def _keep(
    request: HttpRequest, visit: Visit, found: Collection, whose: Agency, set_key: str
) -> HttpResponse:
    told = {name: request.POST[name] for name in request.POST if name not in NOT_TYPED}
    transitions.keep_typed(
        found, agency=whose, set_key=set_key, typed=told, by=visit.post, on=visit.today
    )
    if request.POST["keep"] == "itself":
        said = f"Draft kept {at(visit.now)}. Only you read it until it is taken in."
        return HttpResponse(said, content_type="text/plain; charset=utf-8")
    return redirect(request.path)
