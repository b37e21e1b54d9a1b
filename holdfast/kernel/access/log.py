"""Writing the access log. Each entry is committed in a transaction of its own, or nothing is sent.

The table refuses change and deletion (see `triggers`), and `chain` ties its entries together.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Account, Holding, Post

PAYLOAD = (
    "what",
    "let_in",
    "right",
    "page",
    "via",
    "account_id",
    "holding_id",
    "post_id",
    "record_id",
    "detail",
)


@dataclass(frozen=True)
class Line:
    """What is about to be written in the log."""

    what: str
    page: str
    let_in: bool
    right: str = ""
    via: str = ""
    account: Account | None = None
    holding: Holding | None = None
    post: Post | None = None
    record_id: UUID | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


def write(line: Line) -> Entry:
    """Write one entry and commit it. Raises, and so stops the work, if it cannot be committed.

    `detail` is taken as either database will give it back: text keys, and no fractions.
    `durable` makes Django refuse to do this inside another transaction, whose rollback could
    lose the entry.
    """
    detail = json.loads(json.dumps(dict(line.detail), allow_nan=False), parse_float=str)
    entry = Entry(
        what=line.what,
        let_in=line.let_in,
        right=line.right,
        page=line.page,
        via=line.via,
        account_id=line.account.pk if line.account else None,
        holding_id=line.holding.pk if line.holding else None,
        post_id=line.post.pk if line.post else None,
        record_id=line.record_id,
        detail=detail,
        salt=secrets.token_hex(16),
        **moment.written("at"),
    )
    entry.commitment = commitment(entry)
    with transaction.atomic(durable=True):
        entry.save(force_insert=True)
    return entry


def commitment(entry: Entry) -> str:
    """Return the salted SHA-256 of what an entry says, in one spelling for both databases."""
    said = {name: _plain(getattr(entry, name)) for name in PAYLOAD}
    spelt = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(f"{entry.salt}{spelt}".encode()).hexdigest()


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
