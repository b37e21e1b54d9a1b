"""Which agency's login may be used instead of a password, as the environment says.

Pure: read by the settings. The provider's id, which is half of what an account is matched by (the
other half is the subject), is derived from the issuer: the same subject at another issuer is
another person, even after the settings were changed.
"""

import hashlib
import ipaddress
from typing import Any
from urllib.parse import urlsplit


class NotAnIssuer(ValueError):
    """The issuer cannot be used. The message says why."""


def provider_id(issuer: str) -> str:
    """Return the name under which an issuer's subjects are kept.

    >>> provider_id("https://login.example/tenant")
    'agency-a7b408957a'
    """
    return f"agency-{hashlib.sha256(issuer.encode()).hexdigest()[:10]}"


def origin(issuer: str) -> str:
    parts = urlsplit(issuer)
    return f"{parts.scheme}://{parts.netloc}"


def require_issuer(issuer: str) -> None:
    """Refuse an issuer whose keys could be changed on their way here."""
    parts = urlsplit(issuer)
    if parts.scheme == "https" and parts.netloc:
        return
    if parts.scheme == "http" and _is_this_machine(parts.hostname or ""):
        return
    raise NotAnIssuer(
        "HOLDFAST_OIDC_ISSUER must be the issuer's https address, as its own discovery document "
        "spells it."
    )


def providers(*, name: str, client_id: str, secret: str, issuer: str) -> dict[str, Any]:
    """Return what allauth needs, or nothing where no agency's login is configured."""
    if not issuer:
        return {}
    require_issuer(issuer)
    if not client_id or not secret:
        raise NotAnIssuer("HOLDFAST_OIDC_ISSUER also needs HOLDFAST_OIDC_CLIENT_ID and _SECRET.")
    app = {
        "provider_id": provider_id(issuer),
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {
            "issuer": issuer,
            "server_url": f"{issuer.rstrip('/')}/.well-known/openid-configuration",
            "fetch_userinfo": False,
            "scope": ["openid"],
            "oauth_pkce_enabled": True,
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
