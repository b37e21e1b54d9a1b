"""Whether the cast may be signed in as: in a demo, by somebody sitting at this machine, directly.

Each of the three matters by itself. A proxy's header means that the reader may be anywhere,
although the last hop was this machine.
"""

import ipaddress

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port

from holdfast.kernel.directory.models import Partnership

FORWARDED = (
    "HTTP_X_FORWARDED",
    "HTTP_FORWARDED",
    "HTTP_X_REAL_IP",
    "HTTP_X_CLIENT_IP",
    "HTTP_X_ORIGINAL",
    "HTTP_TRUE_CLIENT_IP",
    "HTTP_CF_",
    "HTTP_VIA",
)
"""How the headers begin that a proxy adds."""


def cast_is_offered(request: HttpRequest) -> bool:
    """Say whether this request may sign in as one of the cast."""
    return (
        _is_loopback(_host(request))
        and _is_loopback(request.META.get("REMOTE_ADDR", ""))
        and not any(name.startswith(FORWARDED) for name in request.META)
        and Partnership.objects.filter(pk=1, demo=True).exists()
    )


def _host(request: HttpRequest) -> str:
    try:
        return split_domain_port(request.get_host())[0].strip("[]")
    except DisallowedHost:
        return ""


def _is_loopback(place: str) -> bool:
    try:
        return ipaddress.ip_address(place).is_loopback
    except ValueError:
        return place == "localhost"
