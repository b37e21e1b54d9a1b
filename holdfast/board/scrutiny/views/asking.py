"""One way to ask with a form and to act on the answer; a verb's refusal stands on the form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Asking:
    """What a form's page says. `note` is a sentence to be read before writing."""

    title: str
    caption: str
    back: Link
    submit: str = "Save"
    text: str = ""
    note: str = ""


def ask(
    request: HttpRequest,
    form: forms.Form,
    asking: Asking,
    act: Callable[[dict[str, Any]], str | None],
) -> HttpResponse:
    """Show the form, or act on it. `act` returns where to go; without an address, back."""
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(act(form.cleaned_data) or asking.back.url)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {
        "form": form,
        "page": asking,
        "leave": Link("Go back without saving", asking.back.url),
    }
    return render(request, "scrutiny/ask.html", context)


def typed(request: HttpRequest) -> Any:
    """Return what was typed, or None where the form is only looked at."""
    return request.POST if request.method == "POST" else None
