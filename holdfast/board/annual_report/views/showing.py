"""What the views of this room share: the edition let in, the sentence why not, a form's page."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.models import Edition
from holdfast.kernel.access.asking import Asking, ask
from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render

View = Callable[..., HttpResponseBase]


def says_why(view: View) -> View:
    """A report that cannot be shown says why, instead of a page that broke."""

    @wraps(view)
    def shown(request: HttpRequest, visit: Visit, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, visit, **kwargs)
        except library.CannotShow as why:
            context = {"why": str(why)}
            return render(request, "annual_report/cannot.html", context, status=503)

    return shown


def shown(visit: Visit) -> Edition:
    return Edition.objects.for_page().get(record=visit.record)


def change(
    request: HttpRequest,
    visit: Visit,
    form: forms.Form,
    verb: Callable[..., object],
    *,
    title: str,
    submit: str,
    back: tuple[str, str],
    about: str = "",
    given: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """
    One form and the verb that takes what was typed. A refusal stands on the form.

    `back` is the name of the page it belongs to, and its words.
    """
    here = reverse(back[0], args=[visit.record.reference])

    def act(told: dict[str, Any]) -> None:
        verb(by=visit.post, on=visit.today, **{**told, **(given or {})})

    asking = Asking(title, "Annual report", Link(back[1], here), submit, text=about)
    return ask(request, form, asking, act)
