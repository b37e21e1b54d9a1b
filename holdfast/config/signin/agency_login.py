"""The agency's own login, by OpenID Connect. Stricter than allauth where allauth trusts the wire.

The token's signature is always checked, its issuer is the one configured (not the one that the
discovery document happens to name), and what a user-info page says counts for nothing.
"""

from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponseBase
from requests import RequestException

from holdfast.kernel.ui import errors

SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Public-key signatures alone: with a shared secret a client could sign for the issuer."""

MUST_SAY = ["iss", "sub", "aud", "exp", "iat"]
SKEW = 30
"""Seconds by which the issuer's clock and ours may differ."""


class SignedTokens(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth is not followed
    """Takes an identity from a signed ID token of the configured issuer and from nothing else."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("The issuer sent no ID token.")
        return super().complete_login(request, app, token, **kwargs)

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            return jwt.decode(
                id_token,
                self._key_for(id_token),
                algorithms=SIGNED_WITH,
                audience=app.client_id,
                issuer=app.settings["issuer"],
                options={"require": MUST_SAY},
                leeway=SKEW,
            )
        except (jwt.PyJWTError, KeyError, ValueError) as why:
            raise OAuth2Error("The ID token does not hold.") from why

    def _key_for(self, id_token: str) -> Any:
        named = jwt.get_unverified_header(id_token).get("kid")
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        for key in keys:
            if key.key_id == named:
                return key
        raise OAuth2Error("The ID token was signed with a key that the issuer does not have.")


def login(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    return _answered(OAuth2LoginView, request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    return _answered(OAuth2CallbackView, request, provider_id)


def _answered(view: Any, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    adapter = SignedTokens(request, provider_id)
    try:
        provider = adapter.get_provider()
    except SocialApp.DoesNotExist:
        return errors.not_found(request)
    try:
        answered: HttpResponseBase = view.adapter_view(adapter)(request)
        return answered
    except (RequestException, OAuth2Error, KeyError, ValueError) as why:
        refused: HttpResponseBase = render_authentication_error(request, provider, exception=why)
        return refused
