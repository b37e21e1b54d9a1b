"""Give one section to somebody without an account, and take the link back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.engines.asks import transitions
from holdfast.engines.asks.access import KIND
from holdfast.engines.asks.forms import returns as forms
from holdfast.engines.asks.models import DelegatedLink
from holdfast.engines.asks.views.finding import Found
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.render import render


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def delegate(request: HttpRequest, visit: Visit, section: str) -> HttpResponse:
    """Make a link and show it once. It is copied from this page and sent by hand."""
    found = Found.by(visit)
    found.require(author=True)
    asked, one = found.section(section), found.request
    form = forms.DelegateForm(request.POST if request.method == "POST" else None)
    made = ""
    if form.is_valid():
        try:
            _, token = transitions.delegate(
                one, section=section, by=visit.post, on=visit.today, **form.cleaned_data
            )
            made = request.build_absolute_uri(reverse("asks:delegated", args=[token]))
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {
        "form": form,
        "made": made,
        "section": asked.title,
        "caption": f"{one.round.title} · {one.record.owner}",
        "back": Link("The return", reverse("asks:request", args=[visit.record.reference])),
    }
    return render(request, "asks/delegate.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door(Can.WORK, kind=KIND)
def revoke(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    found = Found.by(visit)
    found.require(author=True)
    link = get_object_or_404(DelegatedLink, request=found.request, pk=number)
    home = reverse("asks:request", args=[visit.record.reference])
    form = forms.SayForm(request.POST if request.method == "POST" else None, request=found.request)
    if form.is_valid():
        try:
            transitions.revoke(link, by=visit.post, on=visit.today)
            return redirect(home)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {
        "form": form,
        "title": "Take the link back",
        "submit": "Take it back",
        "says": f"The link for {link.for_whom} opens nothing from that moment.",
        "caption": f"{found.request.round.title} · {found.request.record.owner}",
        "back": Link("The return", home),
        "leave": Link("Go back without saving", home),
    }
    return render(request, "asks/change.html", context)
