"""From a year's outline to entries of a forward plan: what always stands, what comes once. Pure.

An item that the outline prints for every meeting of a body stands; any other comes in its month.
A theme is an item of its own, with what feeds it; its speaker is named later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.desk.rules import standing
from holdfast.kernel.actions.dated import Dated


@dataclass(frozen=True)
class Outlined:
    """One meeting of the outline. `theme` is stage, topic and inputs, or nothing."""

    month: Dated
    body: str
    items: tuple[str, ...]
    theme: tuple[str, str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Entry:
    body: str
    title: str
    key: str
    minutes: int
    order: int
    month: Dated | None = None
    theme: str = ""
    inputs: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        return self.month is None


def entries(meetings: Sequence[Outlined]) -> tuple[Entry, ...]:
    """Return the forward plan of a year, body by body, in the outline's own order."""
    found: list[Entry] = []
    for body in dict.fromkeys(meeting.body for meeting in meetings):
        mine = [meeting for meeting in meetings if meeting.body == body]
        found.append(_entry(body, standing.MINUTES, 0, None))
        always = [item for item in mine[0].items if all(item in one.items for one in mine)]
        found += [_entry(body, item, order, None) for order, item in enumerate(always, 1)]
        for meeting in mine:
            found += [
                _entry(body, item, order, meeting.month)
                for order, item in enumerate(meeting.items, 1)
                if item not in always
            ]
            if meeting.theme:
                found.append(_theme(meeting))
    return tuple(found)


def _entry(body: str, text: str, order: int, month: Dated | None) -> Entry:
    known = standing.known_by(text)
    key, minutes = (known.key, known.minutes) if known else ("", 10)
    return Entry(body, text, key, minutes, order, month)


def _theme(meeting: Outlined) -> Entry:
    stage, topic, inputs = meeting.theme or ("", "", ())
    minutes = standing.BY_KEY["theme"].minutes
    title = f"Theme: {topic}"
    return Entry(meeting.body, title, "theme", minutes, 50, meeting.month, stage, inputs)


def last_day(meetings: Sequence[Outlined]) -> date:
    return max(meeting.month.last for meeting in meetings)


def first_day(meetings: Sequence[Outlined]) -> date:
    return min(meeting.month.first for meeting in meetings)
