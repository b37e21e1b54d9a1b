"""What is kept of a secret address: enough to know it again, not enough to make it. Pure."""

import hashlib


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
