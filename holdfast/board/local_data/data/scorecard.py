"""The scorecard's list, read once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from holdfast.board.local_data.data import text_of


@dataclass(frozen=True)
class Listed:
    """An indicator on the scorecard: its short name, the question offered, what is expected.

    `drawn` says whether it has a panel; the others are only watched.
    """

    id: str
    name: str
    question: str
    expected: int | None
    drawn: bool


@cache
def listed() -> tuple[Listed, ...]:
    """Return every indicator of the scorecard, panels first, in the child's journey."""
    raw: dict[str, Any] = yaml.safe_load(text_of("scorecard.yaml"))
    return tuple(
        Listed(one["id"], one["name"], one["question"], one.get("expected"), part == "panels")
        for part in ("panels", "watched")
        for one in raw[part]
    )


def find(identity: str) -> Listed | None:
    """Return one by its indicator's id, or nothing."""
    return next((one for one in listed() if one.id == identity), None)
