"""A cover report as plain values, and as JSON text so that it can be frozen. Nothing is lost."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from holdfast.engines.meetings.rules.blocks import frozen

FORMAT = 1


class Unreadable(Exception):
    """A frozen report is not one that this version can read. The message says why."""


@dataclass(frozen=True)
class Words:
    """A paragraph. `missing` marks what nobody wrote; `pale` what is said about the report."""

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


@dataclass(frozen=True)
class Pair:
    label: str
    value: str
    missing: bool = False


@dataclass(frozen=True)
class Asked:
    """One officer of the consultation table, in its two columns."""

    who: str
    sought: str
    included: str
    missing: bool = False


@dataclass(frozen=True)
class Section:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Paper:
    """The whole report in the order of its layout. `missing` names every field nobody filled."""

    title: str
    body: str
    layout: str
    state: str
    head: tuple[Pair, ...]
    sections: tuple[Section, ...]
    audit: tuple[Pair, ...]
    consulted: tuple[Asked, ...]
    sent: Pair
    missing: tuple[str, ...]
    foot: str

    @property
    def draft(self) -> bool:
        return self.state.startswith("Draft")


BLOCKS: Mapping[str, type[Words] | type[Items] | type[Grid]] = {
    "Words": Words,
    "Items": Items,
    "Grid": Grid,
}


def packed(paper: Paper) -> dict[str, Any]:
    """Return the paper as plain objects; each block says its kind."""
    whole = asdict(paper)
    for section, told in zip(paper.sections, whole["sections"], strict=True):
        told["blocks"] = [
            {"kind": type(block).__name__, **asdict(block)} for block in section.blocks
        ]
    return whole


def to_json(paper: Paper) -> str:
    """Return the paper as text: the same paper always gives the same text."""
    whole = {"format": FORMAT, "paper": packed(paper)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Paper:
    """Return the paper that was frozen. Raises Unreadable with a sentence."""
    try:
        stored = json.loads(text)
        if stored["format"] != FORMAT:
            raise Unreadable(
                f"This report was frozen in format {stored['format']}; this version reads format "
                f"{FORMAT}. Update Holdfast to read it."
            )
        return _paper(stored["paper"])
    except (ValueError, KeyError, TypeError) as fault:
        raise Unreadable(f"A frozen report cannot be read: {fault}.") from fault


def _paper(told: dict[str, Any]) -> Paper:
    return Paper(
        **{
            **told,
            "head": tuple(Pair(**one) for one in told["head"]),
            "sections": tuple(
                Section(one["title"], tuple(_block(block) for block in one["blocks"]))
                for one in told["sections"]
            ),
            "audit": tuple(Pair(**one) for one in told["audit"]),
            "consulted": tuple(Asked(**one) for one in told["consulted"]),
            "sent": Pair(**told["sent"]),
            "missing": tuple(told["missing"]),
        }
    )


def _block(told: dict[str, Any]) -> Block:
    kind = BLOCKS[told["kind"]]
    rest = {name: frozen(value) for name, value in told.items() if name != "kind"}
    return kind(**rest)
