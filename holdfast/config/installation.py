"""What an installation has before Django is there: a place to write to, and a secret key.

There is no default key. A demo makes one for itself, readable by its owner alone, and that key is
good for a database stamped as a demo and for nothing else (see `starting`).
"""

import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DEMO_KEY = "demo.key"
SHORTEST_KEY = 32


class NotPrepared(Exception):
    """This installation cannot run. The message says what to do."""


def var_dir() -> Path:
    """Return where this installation writes: HOLDFAST_VAR, or `var` beside the product."""
    return Path(os.environ.get("HOLDFAST_VAR") or ROOT / "var")


def make_var_dir() -> Path:
    """Make the place to write to, for its owner alone. Raises NotPrepared if it cannot be."""
    place = var_dir()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as why:
        raise NotPrepared(
            f"{place} cannot be made ({why.strerror}). "
            "Set HOLDFAST_VAR to a directory that you may write to."
        ) from None
    if not os.access(place, os.W_OK | os.X_OK):
        raise NotPrepared(
            f"{place} may not be written to. "
            "Set HOLDFAST_VAR to a directory that you may write to."
        )
    return place


def given_key() -> str:
    """Return the key in the environment, or in the file that the environment names."""
    place = os.environ.get("HOLDFAST_SECRET_KEY_FILE")
    try:
        return (
            Path(place).read_text().strip() if place else os.environ.get("HOLDFAST_SECRET_KEY", "")
        )
    except OSError as why:
        raise NotPrepared(f"HOLDFAST_SECRET_KEY_FILE could not be read: {why.strerror}.") from None


def demo_key() -> str:
    """Return the key that a demo made here, or nothing."""
    try:
        return (var_dir() / DEMO_KEY).read_text().strip()
    except OSError:
        return ""


def make_demo_key() -> None:
    """Make the demo's own key once, readable by its owner alone."""
    place = var_dir() / DEMO_KEY
    try:
        handle = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))


def require_key() -> None:
    """Refuse to go on without a secret key, or with one that could be guessed."""
    key = given_key() or demo_key()
    make = "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
    if not key:
        raise NotPrepared(
            f"HOLDFAST_SECRET_KEY is not set, and there is no default. Make one with: {make}"
        )
    if len(key) < SHORTEST_KEY:
        raise NotPrepared(
            f"HOLDFAST_SECRET_KEY is shorter than {SHORTEST_KEY} characters. "
            f"Make another with: {make}"
        )
