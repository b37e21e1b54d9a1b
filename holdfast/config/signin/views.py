"""allauth's pages where ours differ: the way to the agency's login, and setting up the app."""

from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.utils import is_mfa_enabled
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from holdfast.config import openid
from holdfast.config.signin import entries
from holdfast.demo.loopback import cast_is_offered
from holdfast.kernel.ui.parts import Link


class LoginView(account.LoginView):  # type: ignore[misc]  # allauth is not followed
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cast = Link("Sign in as one of the cast", reverse("demo:cast"))
        return {
            **super().get_context_data(**kwargs),
            "agency": _agency_login(),
            "cast": cast if cast_is_offered(self.request) else None,
        }


def login(request: HttpRequest) -> HttpResponseBase:
    """The form's target may send the reader on to the issuer, and to nowhere else."""
    view = LoginView.as_view()
    if settings.OIDC_ISSUER:
        view = csp_update({"form-action": [openid.origin(settings.OIDC_ISSUER)]})(view)
    answered: HttpResponseBase = view(request)
    return answered


class ActivateView(totp.ActivateTOTPView):  # type: ignore[misc]
    """The first code proves the second factor: whoever typed it is in, strongly, from then on."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
            return redirect("mfa_reauthenticate")
        answered: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answered

    def form_valid(self, form: Any) -> HttpResponse:
        answered: HttpResponse = super().form_valid(form)
        user = self.request.user
        record_authentication(self.request, user, method="mfa", type="totp", reauthenticated=True)
        self.request.session.cycle_key()
        entries.note(user, "second factor set up")
        return answered

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes")


def _agency_login() -> Link | None:
    """Return the agency's login as the form's target, where one is configured."""
    for app in settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", []):
        target = reverse("openid_connect_login", kwargs={"provider_id": app["provider_id"]})
        return Link(app["name"], target)
    return None
