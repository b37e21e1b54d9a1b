"""The digest of a file that was made of an edition. Pure."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """One file of an edition: its kind, the digest of its content, and what set it."""

    kind: str
    sha256: str
    made_with: str


def digest(content: bytes) -> str:
    """
    The SHA-256 of some content, as hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(content).hexdigest()
