"""The anchor: the last link of the access log, kept outside the database it speaks for.

One line of JSON per seal, only ever added to. HOLDFAST_ANCHOR puts it on another machine's disk,
best where this machine may add and may not rewrite.
"""

import json
import os
from pathlib import Path

from django.conf import settings


def path() -> Path:
    """Return where the anchor is kept."""
    return Path(settings.ANCHOR)


def add(seal: int, digest: str) -> None:
    """Write a seal's line, and have it on the disk before returning."""
    where = path()
    where.parent.mkdir(parents=True, exist_ok=True)
    with where.open("a", encoding="utf-8") as anchor:
        anchor.write(json.dumps({"seal": seal, "digest": digest}) + "\n")
        anchor.flush()
        os.fsync(anchor.fileno())


def read() -> tuple[dict[int, str], str]:
    """Return each seal's digest, and what is wrong with the file itself, if anything.

    The first line about a seal counts: a second one that differs is not believed.
    """
    found: dict[int, str] = {}
    wrong = ""
    if not path().exists():
        return found, wrong
    for number, text in enumerate(path().read_text(encoding="utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
            seal, digest = int(line["seal"]), str(line["digest"])
        except (ValueError, KeyError, TypeError):
            wrong = wrong or f"Line {number} of the anchor cannot be read."
            continue
        if found.setdefault(seal, digest) != digest:
            wrong = wrong or f"Line {number} of the anchor gives seal {seal} a second digest."
    return found, wrong
