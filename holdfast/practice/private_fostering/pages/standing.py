"""Where one arrangement stands: its state, whose move it is, what is next. For list and page."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import NowCell, Status, met, nothing, over, running, soon
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.rules import states, visiting

SOON_DAYS = 7


@dataclass(frozen=True)
class Move:
    """What is due next, by when, and whose it is."""

    what: str
    who: str
    due_on: date | None
    late: int

    @property
    def status(self) -> Status:
        if self.due_on is None:
            return running(f"{self.what}: no day in law")
        if self.late > 0:
            return over(f"{self.what}: {plural(self.late, 'day')} over")
        return running(f"{self.what}: by {day_words(self.due_on)}")


def open_clocks(arrangement: Arrangement, *, on: date) -> list[Deadline]:
    """Return the open clocks: what is late first, law before local; then what is due soonest."""
    found = [one for one in arrangement.record.deadlines.all() if one.is_open]

    def rank(one: Deadline) -> tuple[bool, str, date, int]:
        late = one.due_on is not None and one.due_on < on
        return not late, one.severity if late else "", one.due_on or date.max, one.pk

    return sorted(found, key=rank)


def next_move(arrangement: Arrangement, *, on: date) -> Move | None:
    """Return what is due next; nothing where the arrangement is over or no clock runs."""
    waiting = open_clocks(arrangement, on=on)
    if not waiting:
        return None
    first = waiting[0]
    late = max(0, (on - first.due_on).days) if first.due_on else 0
    return Move(WHAT.get(first.rule_id, first.duty), first.whose_move, first.due_on, late)


WHAT = {
    **dict.fromkeys(visiting.FIRST, "First visit"),
    **dict.fromkeys(visiting.REGULAR, "Visit"),
    visiting.ON_REQUEST: "A visit that was asked for",
    visiting.ASSESS: "Assessment signed",
    visiting.CONSENT: "Consent decided",
}


def state_words(arrangement: Arrangement) -> str:
    return states.WORDS[states.State(arrangement.state)]


def state_cell(arrangement: Arrangement) -> NowCell:
    state = states.State(arrangement.state)
    mark = {
        states.State.PROHIBITED: over("Prohibited"),
        states.State.SUITABLE: met("Found suitable"),
        states.State.REQUIREMENTS: soon("Suitable with requirements"),
    }.get(state)
    told = f"We have known since {day_words(arrangement.aware_on)}."
    if state in states.OVER:
        told = f"Since {day_words(arrangement.ended_on)}. {arrangement.end_why}"
    answer = "" if mark else states.WORDS[state]
    return NowCell("State", answer, told, status=mark)


def move_cell(arrangement: Arrangement, *, on: date) -> NowCell:
    if arrangement.worker is None and arrangement.is_live:
        return NowCell("Whose move", "Nobody visits yet", "A manager allocates a worker.")
    move = next_move(arrangement, on=on)
    if move is None:
        return NowCell("Whose move", "Nobody’s", "No clock runs.")
    return NowCell("Whose move", move.who, move.what)


def next_cell(arrangement: Arrangement, *, on: date) -> NowCell:
    move = next_move(arrangement, on=on)
    if move is None:
        return NowCell("What next", "Nothing is due")
    return NowCell("What next", "", status=move.status)


def alone_words(arrangement: Arrangement) -> Status:
    """Return when the child was last seen alone: the one thing nobody may have to look for."""
    alone = [v for v in arrangement.visits.all() if v.counts and v.alone]
    if not alone:
        return nothing("Not seen alone yet")
    return met(f"Last seen alone on {day_words(max(v.on for v in alone))}")
