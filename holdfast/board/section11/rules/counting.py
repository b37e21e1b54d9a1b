"""Return rate and standards met: two figures, each computed, never one for the other. Pure.

A claim such as “compliance 100%” says neither how many returns came nor what they showed. Both
are worked out here from what is held, and what is missing is named. Local rule (L).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.section11.rules.states import Reply, State
from holdfast.engines.standards.rules.scales import Colour

RETURNS = frozenset({Reply.WHOLE, Reply.PARTIAL, Reply.NIL})
"""A refusal is an answer and no return."""


@dataclass(frozen=True)
class Owed:
    """What one agency owes, and what came of it."""

    agency: str
    state: State
    due_on: date | None
    sent_on: date | None = None
    reply: Reply | None = None
    reason: str = ""

    def came(self, *, on: date) -> bool:
        return self.reply in RETURNS and self.sent_on is not None and self.sent_on <= on

    def is_due(self, *, on: date) -> bool:
        """Due is what has come, and what should have: its day is over and it was not withdrawn."""
        if self.state is State.WITHDRAWN:
            return False
        return self.came(on=on) or (self.due_on is not None and self.due_on < on)

    def days_late(self, *, on: date) -> int:
        """Return how late it came, or is now. What was withdrawn or refused is not late."""
        if self.due_on is None or self.state is State.WITHDRAWN or self.reply is Reply.REFUSED:
            return 0
        until = self.sent_on if self.sent_on and self.sent_on <= on else on
        return max((until - self.due_on).days, 0)


@dataclass(frozen=True)
class ReturnRate:
    """Returns received of returns due on a day. The names are those of agencies."""

    due: int
    returned: int
    late: tuple[str, ...]
    partial: tuple[str, ...]
    nil: tuple[str, ...]
    refused: tuple[str, ...]
    missing: tuple[str, ...]
    withdrawn: tuple[str, ...]
    not_due_yet: int

    @property
    def per_cent(self) -> int | None:
        """Return the whole per cent, rounded down: 100 means every one. None of none."""
        return self.returned * 100 // self.due if self.due else None

    @property
    def words(self) -> str:
        if self.per_cent is None:
            return "No return is due yet"
        return f"{self.returned} of {self.due} returns due ({self.per_cent}%)"


def return_rate(owed: Iterable[Owed], *, on: date) -> ReturnRate:
    all_ = list(owed)
    live = [one for one in all_ if one.state is not State.WITHDRAWN]
    due = [one for one in live if one.is_due(on=on)]
    came = [one for one in due if one.came(on=on)]
    refused = [one for one in live if one.reply is Reply.REFUSED]
    return ReturnRate(
        due=len(due),
        returned=len(came),
        late=_names(one for one in came if one.days_late(on=on)),
        partial=_names(one for one in came if one.reply is Reply.PARTIAL),
        nil=_names(one for one in came if one.reply is Reply.NIL),
        refused=_names(refused),
        missing=_names(one for one in due if one not in came and one not in refused),
        withdrawn=_names(one for one in all_ if one.state is State.WITHDRAWN),
        not_due_yet=len([one for one in live if one not in due and one not in refused]),
    )


def _names(found: Iterable[Owed]) -> tuple[str, ...]:
    return tuple(sorted(one.agency for one in found))


def standard_colour(criteria: Sequence[Colour | None]) -> Colour | None:
    """Return a standard's colour: its worst criterion's, and None while one is not known.

    One that is red is red whatever else is not known yet.
    """
    if Colour.RED in criteria:
        return Colour.RED
    if not criteria or None in criteria:
        return None
    return Colour.AMBER if Colour.AMBER in criteria else Colour.GREEN


@dataclass(frozen=True)
class StandardsMet:
    """Standards met of standards graded, over all agencies. Not graded ones are counted apart."""

    met: int
    partly: int
    not_met: int
    not_known: int

    @property
    def graded(self) -> int:
        return self.met + self.partly + self.not_met

    @property
    def per_cent(self) -> int | None:
        """Return met of graded in whole per cent, rounded down; None where nothing is graded."""
        return self.met * 100 // self.graded if self.graded else None

    @property
    def words(self) -> str:
        if self.per_cent is None:
            return "No standard is graded yet"
        more = f"; {self.not_known} not known" if self.not_known else ""
        return f"{self.met} of {self.graded} standards graded are met ({self.per_cent}%){more}"


def standards_met(colours: Iterable[Colour | None]) -> StandardsMet:
    """Count the colours of every agency's every standard."""
    found = list(colours)
    return StandardsMet(
        met=found.count(Colour.GREEN),
        partly=found.count(Colour.AMBER),
        not_met=found.count(Colour.RED),
        not_known=found.count(None),
    )
