"""The token of a link: made once, signed, and kept only as a digest."""

import hashlib

from django.core import signing
from django.utils.crypto import get_random_string

from holdfast.engines.asks.models.answers import DelegatedLink

SALT = "holdfast.asks.delegated"


def make() -> str:
    """Return a new signed token: 32 random signs and the installation's signature."""
    return signing.Signer(salt=SALT).sign(get_random_string(32))


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(token: str) -> DelegatedLink | None:
    """Return the link that a token was made for, live or not; None for a forged one."""
    try:
        signing.Signer(salt=SALT).unsign(token)
    except (signing.BadSignature, UnicodeError):
        return None
    found = DelegatedLink.objects.filter(digest=digest(token)).select_related(
        "request__record__area", "request__round__question_set", "given_by__agency"
    )
    return found.first()
