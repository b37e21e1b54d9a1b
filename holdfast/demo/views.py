"""Signing in as one of the cast. Offered only in a demo, and only at the machine that runs it."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from holdfast.demo import pages
from holdfast.demo.cast import CAST
from holdfast.demo.forms import ChooseMember
from holdfast.demo.loopback import cast_is_offered
from holdfast.demo.story import monday
from holdfast.kernel.access import log
from holdfast.kernel.access.framing import DEMO
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Account, this_partnership
from holdfast.kernel.ui.errors import not_found
from holdfast.kernel.ui.frame import Frame
from holdfast.kernel.ui.render import render


@require_GET
def cast(request: HttpRequest) -> HttpResponse:
    return _page(request, ChooseMember()) if cast_is_offered(request) else not_found(request)


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    if not cast_is_offered(request):
        return not_found(request)
    form = ChooseMember(request.POST)
    if not form.is_valid():
        return _page(request, form)
    email = next(one.email for one in CAST if one.key == form.cleaned_data["member"])
    account = Account.objects.filter(email=email, is_active=True).first()
    if account is None:
        form.add_error(None, "This demo has no account for them. Run `holdfast demo` again.")
        return _page(request, form)
    log.write(
        log.Line(what="sign_in", page="demo:sign_in", let_in=True, right="cast", account=account)
    )
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
def go_on(request: HttpRequest) -> HttpResponse:
    """Tell the weekend and go on to Monday: once, forward, and only where the cast is offered."""
    if not cast_is_offered(request):
        return not_found(request)
    monday.go_on()
    return redirect("demo:cast")


def _page(request: HttpRequest, form: ChooseMember) -> HttpResponse:
    partnership = this_partnership()
    request.frame = Frame(partnership=partnership.name, demo=DEMO)  # type: ignore[attr-defined]
    context = {
        "tables": pages.tables(),
        "now": moment.now(),
        "form": form,
        "monday": not monday.is_told(),
    }
    return render(request, "demo/cast.html", context, status=400 if form.errors else 200)
