"""The words of the access rule: what a post may do, and what a room says about its records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from holdfast.kernel.directory.words import Role


class Can(StrEnum):
    SEE = "see"
    WORK = "work"
    DECIDE = "decide"
    OPEN = "open"


class Refused(Exception):
    """This post may not do this. The page says "Not found"; the log says why."""


LOG = "log"
"""The section under which a post may be granted to read who has looked at a record."""

Rights = Mapping[Role, frozenset[Can]]


@dataclass(frozen=True)
class Kind:
    """What a room says once about its kind of record.

    `at_home` are the rights of roles within the agency that owns the record; `in_area` those of
    roles of any agency in the record's area. A grant can open `sections` to anybody else.
    `abroad` lets posts of other areas open the room's own pages, where they find what they were
    let into; without it they do not find the room at all.
    """

    name: str
    prefix: str
    retention: str
    at_home: Rights
    in_area: Rights = field(default_factory=dict)
    sealed: bool = False
    break_glass: bool = False
    abroad: bool = False
    sections: frozenset[str] = frozenset({"story"})


KINDS: dict[str, Kind] = {}


def declare(kind: Kind) -> None:
    """Add a room's kind of record. Called once by each room as the product starts."""
    if kind.sealed and kind.break_glass:
        raise ValueError(f"{kind.name}: a sealed room has no break-glass.")
    KINDS[kind.name] = kind
