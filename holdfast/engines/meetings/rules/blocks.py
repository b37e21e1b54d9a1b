"""A report on an item, as plain blocks that a page, a PDF and a Word file can each draw. Pure."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    """`strong` for a sentence that must be read, such as "not received"."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Listing:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The first cell of a row is its header. `numeric` are the columns of numbers, from 0."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sources:
    """Where it was read from: each a record's reference, a release or a room, with its date."""

    items: tuple[str, ...]


Block = Heading | Paragraph | Listing | Table | Sources
KINDS: dict[str, type[Block]] = {
    kind.__name__.lower(): kind for kind in (Heading, Paragraph, Listing, Table, Sources)
}


def pack(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return blocks as they are kept: text and lists only."""
    plain = [{"kind": type(block).__name__.lower(), **asdict(block)} for block in blocks]
    return list(json.loads(json.dumps(plain)))


def unpack(kept: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    return tuple(_block(dict(one)) for one in kept)


def _block(one: dict[str, Any]) -> Block:
    kind = KINDS[one.pop("kind")]
    return kind(**{name: frozen(value) for name, value in one.items()})


def frozen(value: Any) -> Any:
    """Return what JSON held, with tuples for its lists, as a frozen dataclass keeps them."""
    return tuple(frozen(one) for one in value) if isinstance(value, list) else value


def digest(kept: Sequence[dict[str, Any]], *, as_at: date) -> str:
    """Return the SHA-256 of what a report says, with its date, in one spelling."""
    spelt = json.dumps([as_at.isoformat(), list(kept)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelt.encode()).hexdigest()
