"""The life of one check with one agency, and how its answer stands at a minute. Pure.

Answered, nothing held, refused and no reply are four things (board-systems §6, MASH-4). No reply
is never stored: it is worked out from the minute it was due. All local (L).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from holdfast.engines.asks.rules.standing import Look
from holdfast.kernel.records.moves import Move, StateTable


class CheckState(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    NOTHING_HELD = "nothing held"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Release(StrEnum):
    """How far a fact may go by its owner's word. The values are those of a Fact's audience."""

    HUB_ONLY = "room"
    AGENCIES = "agencies"
    FAMILY = "family"


RELEASE_WORDS = {
    Release.HUB_ONLY: "Seen in the hub, not passed on",
    Release.AGENCIES: "May go to the agencies that work with the child",
    Release.FAMILY: "May go to the family too",
}
WIDER = (Release.HUB_ONLY, Release.AGENCIES, Release.FAMILY)

RULE = "MASH information is seen in the hub and goes out only by its owner’s leave (S 004; L)"
LOCAL = "Local rule of the hub"
REPLIED = frozenset({CheckState.ANSWERED, CheckState.NOTHING_HELD, CheckState.REFUSED})
WAITS = frozenset({CheckState.ASKED})
NOT_YET = frozenset({CheckState.ASKED, CheckState.REFUSED})
TAKES = WAITS | REPLIED
"""A late answer, or a second one, is always taken: what is known later may matter most."""

TABLE = StateTable(
    start=CheckState.ASKED.value,
    moves={
        "reply": Move(TAKES, CheckState.ANSWERED, LOCAL),
        "say_nothing_held": Move(NOT_YET, CheckState.NOTHING_HELD, LOCAL),
        "refuse": Move(WAITS, CheckState.REFUSED, LOCAL),
        "withdraw": Move(WAITS, CheckState.WITHDRAWN, LOCAL),
    },
)


@dataclass(frozen=True)
class Subject:
    """Whom an agency looks up: names, birth, address. Never the worry. `key` is e.g. child-1."""

    key: str
    name: str
    born_on: date | None = None
    other_names: tuple[str, ...] = ()
    address: str = ""

    def as_json(self) -> dict[str, Any]:
        born = self.born_on.isoformat() if self.born_on else ""
        return {"key": self.key, "name": self.name, "born_on": born,
                "other_names": list(self.other_names), "address": self.address}  # fmt: skip


def subject(kept: Mapping[str, Any]) -> Subject:
    born = date.fromisoformat(kept["born_on"]) if kept["born_on"] else None
    others = tuple(kept["other_names"])
    return Subject(kept["key"], kept["name"], born, others, kept["address"])


@dataclass(frozen=True)
class FactTold:
    """One thing that an agency holds, marked by it. Unmarked, it stays in the hub."""

    text: str
    release: Release = Release.HUB_ONLY
    subjects: tuple[str, ...] = ()
    third_party: bool = False


def look(state: CheckState, *, due_at: datetime, at: datetime) -> Look:
    """Return how a check is drawn at a minute: no reply looks like nothing else."""
    drawn = {
        CheckState.ANSWERED: Look.MET,
        CheckState.NOTHING_HELD: Look.NIL,
        CheckState.REFUSED: Look.REFUSED,
        CheckState.WITHDRAWN: Look.NIL,
    }
    waiting = Look.SILENT if at > due_at else Look.RUNNING
    return drawn.get(state, waiting)


def words(
    state: CheckState, *, due_at: datetime, at: datetime, replied_at: datetime | None = None
) -> str:
    """Return how a check stands at a minute.

    >>> from datetime import UTC
    >>> due = datetime(2013, 3, 1, 20, 8, tzinfo=UTC)
    >>> words(CheckState.ASKED, due_at=due, at=due + timedelta(minutes=95))
    'No reply, 1 h 35 min late'
    """
    if state is CheckState.ASKED:
        late = at > due_at
        return f"No reply, {span(at - due_at)} late" if late else f"{span(due_at - at)} left"
    said = {
        CheckState.ANSWERED: "Answered",
        CheckState.NOTHING_HELD: "Nothing held",
        CheckState.REFUSED: "Refused, because…",
        CheckState.WITHDRAWN: "No longer asked",
    }[state]
    late = replied_at is not None and replied_at > due_at
    return f"{said}, {span(replied_at - due_at)} late" if late and replied_at else said


def span(time: timedelta) -> str:
    """Return a stretch of time to the minute, rounded down.

    >>> span(timedelta(hours=46, minutes=35)), span(timedelta(minutes=5)), span(timedelta(hours=2))
    ('46 h 35 min', '5 min', '2 h')
    """
    minutes = int(time.total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else ""]
    return " ".join(part for part in parts if part)


def is_wider(new: Release, old: Release) -> bool:
    return WIDER.index(new) > WIDER.index(old)
