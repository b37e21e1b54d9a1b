"""One return answered for several boroughs: its signed file, written and read. Pure.

The file says what the agency answered once. Its signature shows that nobody changed it since the
first board signed it; whose key it is, people compare by its short code. Each board moderates it
for itself, so no moderated grade travels.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

FORM = "holdfast section 11 return 1"
LARGEST = 2_000_000
MOST = 400
REPLIES = {"whole", "partial", "nil"}


class BadPackage(ValueError):
    """The file cannot be used. The message says where, what is wrong and what to do."""


@dataclass(frozen=True)
class PackedGrade:
    criterion: str
    value: str
    words: str


@dataclass(frozen=True)
class PackedEvidence:
    criterion: str
    what: str
    dated_on: str
    expires_on: str


@dataclass(frozen=True)
class Package:
    """An agency's return as it was answered once. Days are written as 2013-06-28."""

    year: str
    board: str
    agency: str
    service: str
    framework: str
    edition: str
    scale: str
    reply: str
    reason: str
    sent_on: str
    consent_to: str
    consent_by: str
    consent_on: str
    grades: tuple[PackedGrade, ...]
    evidence: tuple[PackedEvidence, ...]
    said: tuple[tuple[str, str], ...]
    code: str = ""
    """The short code of the key that signed it, for people to compare. Not in the file itself."""


def signed(package: Package, *, seed: bytes) -> bytes:
    """Return a package as a file, signed with the key of a board. `seed` has 32 bytes."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    content = asdict(package)
    del content["code"]
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    sealed = {
        "form": FORM,
        "return": content,
        "key": base64.b64encode(public).decode(),
        "signature": base64.b64encode(key.sign(_spelt(content))).decode(),
    }
    return json.dumps(sealed, indent=1, ensure_ascii=False, sort_keys=True).encode()


def code_of(seed: bytes) -> str:
    """Return the short code of a board's key."""
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    return _code(public.public_bytes(Encoding.Raw, PublicFormat.Raw))


def _code(public: bytes) -> str:
    digits = sha256(public).hexdigest()[:16]
    return "-".join(digits[n : n + 4] for n in range(0, 16, 4))


def _spelt(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def read_package(content: bytes) -> Package:
    """Read a signed file. Raises BadPackage; nothing is used of a file with one fault."""
    if len(content) > LARGEST:
        raise BadPackage("The file is too large to be a signed copy of a return.")
    try:
        found = json.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise BadPackage("This is no signed copy: it cannot be read as JSON.") from None
    if not isinstance(found, dict) or found.get("form") != FORM:
        raise BadPackage(f"This is no signed copy: it does not say “{FORM}”.")
    body = found.get("return")
    if not isinstance(body, dict):
        raise BadPackage("The file holds no return. Ask the other board for it again.")
    public = _checked(found, body)
    return _package(body, _code(public))


def _checked(found: Mapping[str, Any], body: Mapping[str, Any]) -> bytes:
    try:
        public = base64.b64decode(str(found.get("key", "")), validate=True)
        signature = base64.b64decode(str(found.get("signature", "")), validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _spelt(body))
    except (InvalidSignature, ValueError, binascii.Error, RecursionError):
        raise BadPackage(
            "The signature does not fit: the file was changed after it was signed. "
            "Ask the other board for it again."
        ) from None
    return public


def _package(body: Mapping[str, Any], code: str) -> Package:
    reply = _text(body, "reply", most=10)
    if reply not in REPLIES:
        raise BadPackage(f"reply: “{reply}” is no kind of return that can be passed on.")
    return Package(
        year=_text(body, "year", most=7),
        board=_text(body, "board", most=120),
        agency=_text(body, "agency", most=120),
        service=_text(body, "service", most=120, empty=True),
        framework=_text(body, "framework", most=40),
        edition=_text(body, "edition", most=60),
        scale=_text(body, "scale", most=10),
        reply=reply,
        reason=_text(body, "reason", most=300, empty=reply == "whole"),
        sent_on=_day(body, "sent_on"),
        consent_to=_text(body, "consent_to", most=120),
        consent_by=_text(body, "consent_by", most=120),
        consent_on=_day(body, "consent_on"),
        grades=tuple(
            PackedGrade(
                _text(one, "criterion", most=10),
                _text(one, "value", most=20),
                _text(one, "words", most=20_000, empty=True),
            )
            for one in _list(body, "grades")
        ),
        evidence=tuple(_evidence(one) for one in _list(body, "evidence")),
        said=tuple(_pair(one) for one in _items(body, "said")),
        code=code,
    )


def _evidence(one: Mapping[str, Any]) -> PackedEvidence:
    dated, expires = _day(one, "dated_on"), _day(one, "expires_on", empty=True)
    if expires and expires < dated:
        raise BadPackage("expires_on: evidence expires before it is dated. Ask for it again.")
    return PackedEvidence(
        _text(one, "criterion", most=10), _text(one, "what", most=200), dated, expires
    )


def _items(body: Mapping[str, Any], name: str) -> list[Any]:
    found = body.get(name)
    if not isinstance(found, list) or len(found) > MOST:
        raise BadPackage(f"{name}: a list of at most {MOST} is wanted here.")
    return found


def _list(body: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = _items(body, name)
    if not all(isinstance(one, dict) for one in found):
        raise BadPackage(f"{name}: each line is a group of named fields.")
    return found


def _pair(one: Any) -> tuple[str, str]:
    if not (isinstance(one, list) and len(one) == 2 and all(isinstance(p, str) for p in one)):
        raise BadPackage("said: each line is a question and its answer.")
    return one[0][:1000], one[1][:20_000]


def _text(body: Mapping[str, Any], name: str, *, most: int, empty: bool = False) -> str:
    found = body.get(name)
    if not isinstance(found, str) or "\x00" in found or not _plain(found):
        raise BadPackage(f"{name}: a text is wanted here.")
    said = found.strip()
    if not said and not empty:
        raise BadPackage(f"{name}: this is empty. Ask the other board for the file again.")
    if len(said) > most:
        raise BadPackage(f"{name}: {len(said)} characters are too many; {most} are let in.")
    return said


def _plain(text: str) -> bool:
    """Half a surrogate pair cannot be kept."""
    return not any(0xD800 <= ord(sign) <= 0xDFFF for sign in text)


def _day(body: Mapping[str, Any], name: str, *, empty: bool = False) -> str:
    said = _text(body, name, most=10, empty=empty)
    if not said:
        return ""
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise BadPackage(f"{name}: “{said}” is no day. Write it as 2013-06-28.") from None
