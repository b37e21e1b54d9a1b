"""One way to ask with a form and to act on the answer; a verb's refusal stands on the form.

With `keeps` the form has a draft, which survives a killed browser and a login that expired. With
`meanwhile` the second of two editors sees both versions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict

from holdfast.kernel.access import drafts
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.meanwhile import Meanwhile, beside
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render
from holdfast.kernel.ui.tables import Table


@dataclass(frozen=True)
class Asking:
    """What a form's page says. `note` is a sentence to be read before writing."""

    title: str
    caption: str
    back: Link
    submit: str = "Save"
    text: str = ""
    note: str = ""
    leave: str = "Go back without saving"


def ask(
    request: HttpRequest,
    form: forms.Form,
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    *,
    tables: Sequence[Table] = (),
    keeps: Keeps | None = None,
    meanwhile: Meanwhile | None = None,
) -> HttpResponse:
    """Show the form, or act on it. `act` may return an address to go to; without one, back.

    `tables` are what the form is about, drawn above it. With `keeps` it has a draft; `meanwhile`
    says what somebody else saved since it was read.
    """
    done = drafted(request, keeps)
    if done is not None:
        return done
    draft, both = take_up(request, form, keeps), None
    if request.method == "POST" and form.is_valid():
        try:
            gone = act(dict(form.cleaned_data))
            sent(keeps)
            return redirect(gone if isinstance(gone, str) and gone else asking.back.url)
        except NotAllowed as reason:
            both = refused(form, reason, meanwhile)
    context = {
        "form": form,
        "page": asking,
        "tables": tables,
        "both": both,
        "leave": Link(asking.leave, asking.back.url),
        "keeps": keeps is not None,
        "draft": draft,
    }
    return render(request, "ui/ask.html", context)


def refused(form: forms.Form, reason: NotAllowed, meanwhile: Meanwhile | None) -> Table | None:
    """Say a verb's refusal on the form; where somebody was first, return both versions."""
    theirs = meanwhile(form) if meanwhile else None
    both = beside(form, theirs) if theirs else None
    form.add_error(None, str(reason))
    return both


def drafted(request: HttpRequest, keeps: Keeps | None) -> HttpResponse | None:
    """Do what a draft's button asks. Nothing when neither was pressed.

    The page itself keeps a draft too while somebody types: it is answered in a sentence.
    """
    if keeps is None or not {"keep", "drop"} & set(request.POST):
        return None
    if "drop" in request.POST:
        drafts.drop(keeps)
        return redirect(request.path)
    kept = drafts.keep(keeps, {name: request.POST.getlist(name) for name in request.POST})
    if request.POST["keep"] == "itself":
        return HttpResponse(drafts.words(kept), content_type="text/plain; charset=utf-8")
    return redirect(request.path)


def take_up(request: HttpRequest, form: forms.Form, keeps: Keeps | None) -> str:
    """Let a draft's answers stand in a form that is only looked at, and say that they do.

    Nothing is said of what is still missing.
    """
    draft = drafts.held(keeps) if keeps else None
    if draft is not None and request.method != "POST":
        form.data, form.is_bound = MultiValueDict(draft.typed), True
        form.errors.clear()
    return drafts.words(draft)


def sent(keeps: Keeps | None) -> None:
    """Let go of the draft of a form that was sent."""
    if keeps is not None:
        drafts.drop(keeps)


def typed(request: HttpRequest) -> Any:
    """Return what was typed, or None where the form is only looked at."""
    return request.POST if request.method == "POST" else None
