"""Keys for rows that leave a room: nobody turns them back, or follows them into a new release."""

import hashlib
import hmac

from django.conf import settings

CHILD = "children"
"""The heading under which every room keys a child's record, so that one release's rows join."""


def opaque(heading: str, record: str, *, release: str) -> str:
    """Return the key of a record in a release. Another heading or release gives another key."""
    secret = f"{heading}|{release}|{settings.SECRET_KEY}".encode()
    return hmac.new(secret, record.encode(), hashlib.sha256).hexdigest()[:32]
