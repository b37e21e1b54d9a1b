"""Is a line moving, and what changed since a meeting? Pure; the rule is local (L).

Not moving: it is not done, no date of its own lies ahead, and no dated progress can lie on or
after the last but one meeting of the Executive. A month or a year counts by its last day, so that
a line has the benefit of the doubt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.states import State

RULE = (
    "Not done, no date ahead, and no dated progress since before the last but one meeting of "
    "the Executive."
)


@dataclass(frozen=True)
class Pace:
    """What there is to say about a line's movement."""

    state: State
    due_on: date | None
    progress: tuple[Dated, ...]

    def last_dated(self, *, on: date) -> Dated | None:
        """Return the latest progress that may have happened by a day."""
        held = [dated for dated in self.progress if dated.first <= on]
        return max(held, key=lambda dated: (dated.last, dated.first), default=None)


def meetings_before(meetings: Sequence[Dated], *, on: date) -> list[Dated]:
    """Return the meetings that were certainly held before a day, oldest first."""
    return sorted((m for m in meetings if m.last < on), key=lambda m: m.last)


def last_but_one(meetings: Sequence[Dated], *, on: date) -> Dated | None:
    held = meetings_before(meetings, on=on)
    return held[-2] if len(held) > 1 else None


def is_not_moving(pace: Pace, *, since: Dated | None, on: date) -> bool:
    """Say whether a line stands still. Without two meetings to look back on, nothing does."""
    if since is None or pace.state is not State.AGREED:
        return False
    if pace.due_on is not None and pace.due_on >= on:
        return False
    last = pace.last_dated(on=on)
    return last is None or not last.may_follow(since)


def went_past(due_on: date | None, *, since: Dated, on: date) -> bool:
    """Say whether a date passed between a meeting and a day."""
    return due_on is not None and since.last <= due_on < on
