"""The staff survey: a page without a door, for whoever has its link. It learns nothing of them."""

import secrets
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from holdfast.board.section11 import transitions
from holdfast.board.section11.forms import StaffForm
from holdfast.board.section11.models import AgencyReturn, Survey
from holdfast.kernel.access import ledger, log
from holdfast.kernel.directory import moment
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui import errors
from holdfast.kernel.ui.render import render

PAGE = "section11:survey"
MOST_A_MINUTE, MOST_FROM_ONE, MOST_LOOKS_FROM_ONE = 120, 20, 120
"""In a minute. A whole office may have one address."""
SALT = secrets.token_bytes(32)
"""Made anew whenever the server starts, and kept nowhere: an address cannot be read back."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """
    Ask, count the answers, say thank you. No cookie is set and no address is kept.

    It needs no protection against forged forms: whoever could forge one may answer anyhow.
    """
    response = _survey(request, token)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    return response


def _survey(request: HttpRequest, token: str) -> HttpResponse:
    posted = request.method == "POST"
    place = _from(request)
    limits = {f"look-{place}": MOST_LOOKS_FROM_ONE}
    if posted:
        limits |= {"survey": MOST_A_MINUTE, place: MOST_FROM_ONE}
    if any(_too_often(key, most) for key, most in limits.items()):
        return errors.too_many(request)
    held = Survey.objects.select_related("cycle__record", "opened_by").filter(token=token).first()
    today = moment.today()
    is_open = held is not None and held.opens_on <= today <= held.closes_on
    entry = log.write(
        log.Line(
            what="write" if posted else "read",
            page=PAGE,
            let_in=is_open,
            right="open survey" if is_open else "no open survey",
            record_id=held.cycle.record_id if held and is_open else None,
        )
    )
    if held is None or not is_open:
        return render(request, "section11/survey_shut.html", status=404)
    with ledger.acting(f"entry {entry.pk}"):
        return _page(request, held)


def _page(request: HttpRequest, held: Survey) -> HttpResponse:
    cycle = held.cycle
    asked = cycle.edition.standards.all()
    if not cycle.with_voice:
        asked = asked.filter(optional=False)
    form = StaffForm(
        request.POST if request.method == "POST" else None, survey=held, asked=list(asked)
    )
    if form.is_valid():
        found = get_object_or_404(
            AgencyReturn.objects.filter(cycle=cycle), pk=form.cleaned_data["agency"]
        )
        try:
            transitions.answer_survey(
                held, found=found, answers=form.answers, by=held.opened_by, on=moment.today()
            )
            return render(request, "section11/survey_thanks.html")
        except NotAllowed as why:
            form.add_error(None, str(why))
    return render(request, "section11/survey.html", {"form": form, "year": cycle.year})


def _from(request: HttpRequest) -> str:
    """Return a key for an address that nobody can turn back into it."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    return sha256(SALT + address.encode()).hexdigest()[:32]


def _too_often(key: str, most: int) -> bool:
    """Count one more in this minute. A cache that cannot be asked stops the page."""
    name = f"section11-{key}"
    cache.add(name, 0, 60)
    return bool(cache.incr(name) > most)
