"""Find a person, and write while they talk. The name travels by POST and is never logged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access import drafts
from holdfast.kernel.access.asking import drafted, take_up
from holdfast.kernel.access.door import Visit, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.render import render
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.access import KIND, keeps_of, require_ours
from holdfast.practice.allegations.forms.call import CallForm, FindForm
from holdfast.practice.allegations.models import Allegation, DutyTurn, Resemblance
from holdfast.practice.allegations.pages import call
from holdfast.practice.allegations.rules import asking, letters, procedure
from holdfast.practice.allegations.views.asked import room_of, seal
from holdfast.practice.allegations.views.entries import tried


@require_http_methods(["GET", "POST"])
@room_door(KIND, Can.SEE)
def find(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One page, two columns, one form. "Find" looks; "Record and send" does both."""
    seal(request)
    keeps = keeps_of(visit.holding, asking.Form.CALL)
    if "keep" in request.POST:
        require_ours(visit.post)
    done = drafted(request, keeps)
    if done is not None:
        return done
    if request.method != "POST":
        form = CallForm(None, today=visit.today, found=[])
        take_up(request, form, keeps)
        return _page(request, visit, form, [], searched=False)
    looked = FindForm(request.POST)
    found = _look(looked, visit)
    room = {one.pk: one for one in room_of(visit)} if found else {}
    form = CallForm(request.POST, today=visit.today, found=[room[f.pk] for f in found])
    if "find" in request.POST:
        form = _kept(form, looked)
    elif form.is_valid():
        allegation = _recorded(request, visit, form, found)
        if allegation is not None:
            return redirect("allegations:record", reference=allegation.record.reference)
    return _page(request, visit, form, found, searched=looked.is_valid())


def _look(looked: FindForm, visit: Visit) -> list[call.Found]:
    """Search this room for the name, and commit which records were returned."""
    if not looked.is_valid():
        return []
    room = room_of(visit)
    found = call.offered(looked.asked, room, on=visit.today)
    records = {one.pk: one.record_id for one in room}
    visit.returned([records[f.pk] for f in found], looked_for="name, work, date of birth")
    return found


def _kept(form: CallForm, looked: FindForm) -> CallForm:
    """After "Find", what was typed stays, and only the name is checked."""
    wrong = {name: list(errors) for name, errors in looked.errors.items()}
    form.errors.clear()
    for name, sentences in wrong.items():
        form.add_error(name, [str(s) for s in sentences])
    return form


def _recorded(
    request: HttpRequest, visit: Visit, form: CallForm, found: list[call.Found]
) -> Allegation | None:
    """Record the call. A likely person about whom nothing was said waits to be decided."""
    done: list[Allegation] = []
    likely = {f.pk for f in found if f.likely}
    told = form.call(rang_at=_began(form, visit))

    def record() -> None:
        done.append(
            verbs.log_advice(
                area=visit.partnership.area,
                adult=form.adult,
                concern=form.concern,
                children=[form.child],
                call=told,
                duty=call.duty_words(DutyTurn.objects.of_day(on=visit.today)),
                by=visit.post,
                on=visit.today,
                same_as=form.decided(Resemblance.Decision.SAME),
                later=form.put_off(likely),
                not_him=form.decided(Resemblance.Decision.NOT_HIM),
            )
        )

    return done[0] if tried(form, record) else None


def _began(form: CallForm, visit: Visit) -> datetime:
    """When the call began: the moment the page was first opened, carried in the form.

    What is not a moment of the last day, or of a draft's time, is ignored: then it began now.
    """
    try:
        began = datetime.fromisoformat(str(form.data.get("began", "")))
    except ValueError:
        return visit.now
    draft = drafts.held(keeps_of(visit.holding, asking.Form.CALL))
    longest = asking.KEPT_FOR if draft else timedelta(days=1)
    lately = began.tzinfo is not None and timedelta() <= visit.now - began < longest
    return began if lately else visit.now


def _page(
    request: HttpRequest,
    visit: Visit,
    form: CallForm,
    found: list[call.Found],
    *,
    searched: bool,
) -> HttpResponse:
    began = _began(form, visit)
    page = _arranged(visit, found, began=began, searched=searched)
    if form.is_bound:
        page = _with_letter(page, form, began=began)
    draft = drafts.held(keeps_of(visit.holding, asking.Form.CALL))
    context = {"page": page, "form": form, "draft": drafts.words(draft)}
    return render(request, "allegations/find.html", context)


def _arranged(
    visit: Visit, found: list[call.Found], *, began: datetime, searched: bool
) -> call.CallPage:
    area = visit.partnership.area.code
    return call.CallPage(
        now=began,
        began=f"{timezone.localtime(began):%H:%M}",
        searched=searched,
        result=call.result_words(found) if searched else "",
        found=found,
        refer_by=call.due_by(procedure.REFER, on=visit.today, at=began, area=area),
        discuss_by=call.due_by(procedure.MEET, on=visit.today, at=None, area=area),
        duty=call.duty_words(DutyTurn.objects.of_day(on=visit.today)),
        letter=None,
        withheld="",
        leak="",
    )


def _with_letter(page: call.CallPage, form: CallForm, *, began: datetime) -> call.CallPage:
    """The letter as it would go now, and whether a word of another record stands in it."""
    told: Mapping[str, Any] = form.data
    if not str(told.get("advice", "")).strip() or page.refer_by is None:
        return page
    letter = form.draft(rang_at=began).letter(refer_by=page.refer_by, duty=page.duty)
    mine = (str(told.get("name", "")), str(told.get("employer", "")))
    secrets = [one.secret() for one in form.found]
    leak = letters.leaks(letter.text, own="", secrets=secrets, own_names=mine)
    return replace(
        page,
        letter=letter,
        withheld=", ".join(secret.reference for secret in secrets),
        leak=letters.leak_sentence(leak) if leak else "",
    )
