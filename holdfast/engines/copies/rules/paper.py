"""The blocks that a document is made of, as plain values and as JSON. Pure."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 1


class Unreadable(Exception):
    """A frozen document is not one that this version can read. The message says why."""


@dataclass(frozen=True)
class Words:
    """A paragraph. `missing` marks what nobody wrote; `pale` what is said about the document."""

    text: str
    missing: bool = False
    pale: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Items:
    """A list. `numbered` as recommendations are."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with its caption; the first column heads each row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Words | Items | Grid

BLOCKS: Mapping[str, type[Words] | type[Items] | type[Grid]] = {
    "Words": Words,
    "Items": Items,
    "Grid": Grid,
}


@dataclass(frozen=True)
class Section:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Letter:
    """A document for one reader: its title, for whom, its sections, and a foot line."""

    title: str
    to: str
    sections: tuple[Section, ...]
    foot: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line that a reader sees, in order."""
        said = [self.title, self.to]
        for section in self.sections:
            said.append(section.title)
            for block in section.blocks:
                said += _lines(block)
        return tuple(line for line in (*said, self.foot) if line)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def _lines(block: Block) -> list[str]:
    if isinstance(block, Words):
        return block.text.splitlines()
    if isinstance(block, Items):
        return list(block.items)
    return [block.caption, " | ".join(block.columns), *(" | ".join(row) for row in block.rows)]


def packed_sections(sections: tuple[Section, ...]) -> list[dict[str, Any]]:
    """Return sections as plain objects; each block says its kind."""
    return [
        {
            "title": section.title,
            "blocks": [
                {"kind": type(block).__name__, **asdict(block)} for block in section.blocks
            ],
        }
        for section in sections
    ]


def unpacked_sections(told: list[dict[str, Any]]) -> tuple[Section, ...]:
    return tuple(Section(one["title"], tuple(_block(b) for b in one["blocks"])) for one in told)


def packed(letter: Letter) -> dict[str, Any]:
    return {
        "title": letter.title,
        "to": letter.to,
        "sections": packed_sections(letter.sections),
        "foot": letter.foot,
    }


def to_json(letter: Letter) -> str:
    """Return the document as text: the same document always gives the same text."""
    whole = {"format": FORMAT, "letter": packed(letter)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Letter:
    """Return the document that was frozen. Raises Unreadable with a sentence."""
    try:
        stored = json.loads(text)
        if stored["format"] != FORMAT:
            raise Unreadable(
                f"This copy was frozen in format {stored['format']}; this version reads format "
                f"{FORMAT}. Update Holdfast to read it."
            )
        told = stored["letter"]
        return Letter(told["title"], told["to"], unpacked_sections(told["sections"]), told["foot"])
    except (ValueError, KeyError, TypeError) as fault:
        raise Unreadable(f"A frozen copy cannot be read: {fault}.") from fault


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _block(told: dict[str, Any]) -> Block:
    rest = {name: _frozen(value) for name, value in told.items() if name != "kind"}
    return BLOCKS[told["kind"]](**rest)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value
