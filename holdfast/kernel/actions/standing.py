"""How an action's colour is worked out, for any day, with the reason in words. Pure.

Nobody types a colour. The rule is the partnership's own standard (status L).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count, takewhile

from holdfast.kernel.actions.dated import Dated, day_words, months_later
from holdfast.kernel.actions.states import RHYTHM_MONTHS, Colour, Kind, Mover, State


@dataclass(frozen=True)
class DateMove:
    """The date went from one day to another. `on` is None when the day of the move is unknown."""

    old_on: date | None
    new_on: date
    on: date | None


@dataclass(frozen=True)
class Facts:
    """Everything that the colour depends on.

    `moves` and `evidence` are those since the action was last reopened or its review was last
    held; a piece of evidence without a date is None. `held_on` is the day of the re-test that
    made it effective.
    """

    kind: Kind
    state: State
    due_on: date | None = None
    moves: tuple[DateMove, ...] = ()
    done: Dated | None = None
    evidence: tuple[Dated | None, ...] = ()
    held_on: date | None = None
    part_open: str = ""
    rhythm_months: int = RHYTHM_MONTHS
    retest_on: date | None = None


@dataclass(frozen=True)
class Standing:
    """Where an action stands on a day: one colour, why in words, and whose move it is."""

    colour: Colour
    why: str
    mover: Mover
    due_on: date | None
    times_moved: int
    days_late: int = 0


@dataclass(frozen=True)
class _View:
    """The facts as they were on one day."""

    facts: Facts
    state: State
    due_on: date | None
    moved: int
    on: date

    @property
    def days_late(self) -> int:
        return max(0, (self.on - self.due_on).days) if self.due_on else 0


Answer = tuple[Colour, str, Mover]


def standing(facts: Facts, *, on: date) -> Standing:
    """
    Work out where an action stood on a day.

    R: its date has passed and nothing shows it done; for a standing duty, two reviews in a row
    were missed. A: no date, no dated evidence, a date that was moved, a part left open, or a duty
    without a review or past one. G: its date is ahead. B: done, with dated evidence. Time alone
    never improves a colour while the facts stay as they are.
    """
    state = state_on(facts, on=on)
    due_on, moved = _due(facts, on=on)
    if state in {State.EVIDENCED, State.EFFECTIVE}:
        due_on = facts.retest_on if state is State.EVIDENCED else None
    view = _View(facts, state, due_on, moved, on)
    colour, why, mover = _ANSWERS[view.state](view)
    if colour in {Colour.GREEN, Colour.BLUE} and facts.part_open:
        colour, why, mover = Colour.AMBER, f"Part left open: {facts.part_open}", Mover.OWNER
    late = view.days_late if colour in {Colour.RED, Colour.AMBER} else 0
    return Standing(colour, why, mover, view.due_on, view.moved, late)


def state_on(facts: Facts, *, on: date) -> State:
    """
    Return the state that the record shows for a day, from what was certainly done by then.

    An action that was reopened later reads as agreed for the time before: its story holds the
    rest. A claim whose day is unknown counts on every day.
    """
    state = facts.state
    if facts.done and not facts.done.over_by(on):
        return State.AGREED
    if state is State.EFFECTIVE and facts.held_on and facts.held_on > on:
        state = State.EVIDENCED
    if state in {State.EVIDENCED, State.EFFECTIVE} and not _shown(facts, on=on):
        state = State.DONE
    return state


def _shown(facts: Facts, *, on: date) -> bool:
    return any(dated is not None and dated.over_by(on) for dated in facts.evidence)


def _due(facts: Facts, *, on: date) -> tuple[date | None, int]:
    """Return the date in force on a day and how often it had been moved by then."""
    due, moved = facts.due_on, len(facts.moves)
    for move in reversed(facts.moves):
        if move.on is None or move.on <= on:
            break
        due, moved = move.old_on, moved - 1
    return due, moved


def _agreed(view: _View) -> Answer:
    if view.facts.kind is Kind.DUTY:
        return _duty(view)
    if view.due_on is None:
        return Colour.AMBER, f"{_article(view.facts.kind)} with no date", Mover.OWNER
    if view.days_late:
        moved = f"; its date was {times(view.moved)}" if view.moved else ""
        return Colour.RED, f"{days(view.days_late)} past its date{moved}", Mover.OWNER
    if view.moved:
        return Colour.AMBER, f"Its date was {times(view.moved)}", Mover.OWNER
    return Colour.GREEN, "Its date is ahead", Mover.OWNER


def _duty(view: _View) -> Answer:
    if view.due_on is None:
        return Colour.AMBER, "Standing duty: set its review", Mover.OWNER
    missed = missed_reviews(view.due_on, every=view.facts.rhythm_months, on=view.on)
    if missed > 1:
        return Colour.RED, f"Standing duty: {missed} reviews in a row missed", Mover.OWNER
    if missed:
        return Colour.AMBER, f"Standing duty: review {days(view.days_late)} late", Mover.OWNER
    if view.moved:
        return Colour.AMBER, f"Standing duty: its date was {times(view.moved)}", Mover.OWNER
    return Colour.GREEN, f"Standing duty: review on {day_words(view.due_on)}", Mover.OWNER


def missed_reviews(due_on: date, *, every: int, on: date) -> int:
    """
    Return how many reviews of a duty lie behind a day, the first of them due on `due_on`.

    >>> missed_reviews(date(2012, 12, 31), every=4, on=date(2013, 6, 28))
    2
    """
    dates = (months_later(due_on, n * max(every, 1)) for n in count())
    return sum(1 for _ in takewhile(lambda due: due < on, dates))


def _done(view: _View) -> Answer:
    if view.facts.part_open:
        return Colour.AMBER, f"Said to be done; left open: {view.facts.part_open}", Mover.OWNER
    if any(dated is None for dated in view.facts.evidence):
        return Colour.AMBER, "Said to be done; its evidence has no date", Mover.REVIEWER
    return Colour.AMBER, "Said to be done; no evidence yet", Mover.REVIEWER


def _evidenced(view: _View) -> Answer:
    if view.facts.kind is not Kind.IMPROVEMENT:
        return Colour.BLUE, "Done and evidenced", Mover.NOBODY
    if view.days_late:
        return Colour.AMBER, f"Evidenced; re-test {days(view.days_late)} late", Mover.REVIEWER
    retest = f"re-test by {day_words(view.due_on)}" if view.due_on else "set its re-test"
    return Colour.BLUE, f"Done and evidenced; {retest}", Mover.REVIEWER


def _effective(view: _View) -> Answer:
    return Colour.BLUE, "Effective: tested again, and it held", Mover.NOBODY


_ANSWERS: Mapping[State, Callable[[_View], Answer]] = {
    State.AGREED: _agreed,
    State.DONE: _done,
    State.EVIDENCED: _evidenced,
    State.EFFECTIVE: _effective,
}


def _article(kind: Kind) -> str:
    return "An improvement" if kind is Kind.IMPROVEMENT else "A task"


def days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def times(number: int) -> str:
    """
    Return how often a date was moved.

    >>> times(1), times(3)
    ('moved once', 'moved 3 times')
    """
    return "moved once" if number == 1 else f"moved {number} times"
