"""The assessment: read whole, written section by section, both versions shown where two wrote."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import drafted, refused, sent, take_up, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.meanwhile import Meanwhile, Theirs
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import KIND, STORY
from holdfast.practice.early_help.forms.assessing import ConclusionForm, SectionForm
from holdfast.practice.early_help.models import Assessment, SectionText
from holdfast.practice.early_help.pages.assessment import AssessmentPage
from holdfast.practice.early_help.rules.assessing import SECTIONS, Section
from holdfast.practice.early_help.rules.states import WITH_THE_FAMILY
from holdfast.practice.early_help.views.asked import assessment_of
from holdfast.practice.early_help.views.writing import keeps_of


@require_safe
@door(Can.SEE, kind=KIND, section=STORY)
def assessment(request: HttpRequest, visit: Visit, *, number: int = 0) -> HttpResponse:
    found = assessment_of(visit, number=number)
    may_write = found.early_help.state in WITH_THE_FAMILY and gate.may(
        visit.post, Can.WORK, visit.record, section=STORY
    )
    page = AssessmentPage.of(found, visit=visit, may_write=may_write)
    return render(request, "early_help/assessment.html", {"page": page})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def section(request: HttpRequest, visit: Visit, *, name: str) -> HttpResponse:
    """Write one section. Whoever saves second sees the other's words beside their own."""
    if name not in {one.value for one in Section}:
        raise Http404
    found = _open(visit)
    held = found.sections.filter(section=name).select_related("by").first()
    form = SectionForm(typed(request), initial=_initial(held))

    def save() -> None:
        verbs.write_section(
            found, section=Section(name), written=form.written(), by=visit.post,
            on=visit.today, seen=form.cleaned_data["seen"],
        )  # fmt: skip

    def theirs(form: Form) -> Theirs:
        text = found.sections.select_related("by").get(section=name)
        said = [(one, getattr(text, one)) for one in ("strengths", "needs", "words")]
        return Theirs(text.by.title, said, text.version)

    asks = SECTIONS[Section(name)]
    page = {"title": asks.title, "about": asks.about, "carried": bool(held and held.carried)}
    return _kept(request, visit, form, save=save, theirs=theirs, page={**page, "name": found.name})


@require_http_methods(["GET", "POST"])
@door(Can.WORK, kind=KIND, section=STORY)
def conclude(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = _open(visit)
    kept = ("present", "conclusion", "tier", "tier_why")
    initial = {name: getattr(found, name) for name in kept} | {"seen": found.version}
    form = ConclusionForm(typed(request), initial=initial)

    def save() -> None:
        verbs.write_conclusion(found, by=visit.post, on=visit.today, **form.cleaned_data)

    def theirs(form: Form) -> Theirs:
        found.refresh_from_db()
        said = [
            ("present", "\n".join(found.present)), ("conclusion", found.conclusion),
            ("tier", found.get_tier_display()), ("tier_why", found.tier_why),
        ]  # fmt: skip
        return Theirs("somebody else", said, found.version)

    about = "Who took part, what the assessment says, and how much help is needed."
    page = {"title": "What it comes to", "about": about, "carried": False, "name": found.name}
    return _kept(request, visit, form, save=save, theirs=theirs, page=page)


def _kept(
    request: HttpRequest,
    visit: Visit,
    form: Form,
    *,
    save: Callable[[], None],
    theirs: Meanwhile,
    page: dict[str, Any],
) -> HttpResponse:
    """Save a part of the assessment; where two wrote at once, show both versions to the second.

    What the other wrote stands beside the form, whose own words can then be saved knowingly.
    """
    keeps = keeps_of(visit, page["title"])
    done = drafted(request, keeps)
    if done is not None:
        return done
    draft, both = take_up(request, form, keeps), None
    if request.method == "POST" and form.is_valid():
        try:
            save()
            sent(keeps)
            return redirect("early_help:assessment", reference=visit.record.reference)
        except verbs.Clash as clash:
            both = refused(form, clash, theirs)
        except NotAllowed as why:
            refused(form, why, None)
    context = {
        "form": form, "both": both, "reference": visit.record.reference, "page": page,
        "draft": draft,
    }  # fmt: skip
    return render(request, "early_help/section.html", context)


def _initial(held: SectionText | None) -> dict[str, Any]:
    if held is None:
        return {"seen": 0}
    texts = {name: getattr(held, name) for name in ("strengths", "needs", "words")}
    return {**texts, "seen": held.version}


def _open(visit: Visit) -> Assessment:
    """The assessment under way. Where none is, there is nothing to write in."""
    found = assessment_of(visit)
    if found.completed_on is not None:
        raise Http404
    return found
