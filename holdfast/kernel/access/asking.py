"""One way to ask with a form and to act on the answer; a verb's refusal stands on the form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

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
) -> HttpResponse:
    """Show the form, or act on it. `act` may return an address to go to; without one, back.

    `tables` are what the form is about, drawn above it.
    """
    if request.method == "POST" and form.is_valid():
        try:
            gone = act(form.cleaned_data)
            return redirect(gone if isinstance(gone, str) and gone else asking.back.url)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    leave = Link(asking.leave, asking.back.url)
    context = {"form": form, "page": asking, "tables": tables, "leave": leave}
    return render(request, "ui/ask.html", context)


def typed(request: HttpRequest) -> Any:
    """Return what was typed, or None where the form is only looked at."""
    return request.POST if request.method == "POST" else None
