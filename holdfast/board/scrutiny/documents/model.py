"""A cover report as plain values, and as JSON text so that it can be frozen. Nothing is lost."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from holdfast.engines.copies.rules.paper import (
    Block,
    Grid,
    Items,
    Section,
    Words,
    packed_sections,
    unpacked_sections,
)

__all__ = ["Block", "Grid", "Items", "Pair", "Paper", "Section", "Words"]


FORMAT = 1


class Unreadable(Exception):
    """A frozen report is not one that this version can read. The message says why."""


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


def packed(paper: Paper) -> dict[str, Any]:
    """Return the paper as plain objects; each block says its kind."""
    whole = asdict(paper)
    return whole | {"sections": packed_sections(paper.sections)}


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
            "sections": unpacked_sections(told["sections"]),
            "audit": tuple(Pair(**one) for one in told["audit"]),
            "consulted": tuple(Asked(**one) for one in told["consulted"]),
            "sent": Pair(**told["sent"]),
            "missing": tuple(told["missing"]),
        }
    )
