"""How a clock stands, in the words one would use. A table from state to sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.clock.calendars import Calendar, NotCovered
from holdfast.kernel.clock.counting import days_over
from holdfast.kernel.clock.law import Unit
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.clock.states import State


@dataclass(frozen=True)
class Reading:
    """One look at a clock: which, when, and by which calendar."""

    clock: Deadline
    now: datetime
    today: date
    calendar: Calendar

    def working_days(self, after: date, until: date) -> int | None:
        """Working days past `after`, or nothing where the limit or the calendar has none."""
        if self.clock.unit != Unit.WORKING_DAYS:
            return None
        try:
            return days_over(Unit.WORKING_DAYS, self.calendar, after, until)
        except NotCovered:
            return None


def in_words(reading: Reading, state: State) -> str:
    return SAID[state](reading)


def _not_required(reading: Reading) -> str:
    return f"Not required: {reading.clock.stopped_because}"


def _disapplied(reading: Reading) -> str:
    return f"Does not bind here: {reading.clock.disapplied_because}"


def _indeterminate(_: Reading) -> str:
    return "Indeterminate: the time was not recorded"


def _paused(reading: Reading) -> str:
    clock = reading.clock
    return f"Paused since {day_words(clock.paused_on)}: {clock.paused_because}"


def _not_started(reading: Reading) -> str:
    return f"Starts on {day_words(reading.clock.started_on)}"


def _met(reading: Reading) -> str:
    clock = reading.clock
    if clock.met_on is None or clock.met_on < clock.started_on:
        return "Met"
    if clock.met_on == clock.started_on:
        return "Met, same day"
    taken = reading.working_days(clock.started_on, clock.met_on)
    if taken is not None:
        return f"Met on working day {taken}" if taken else "Met before the first working day"
    return f"Met in {days_words((clock.met_on - clock.started_on).days)}"


def _met_late(reading: Reading) -> str:
    clock = reading.clock
    return f"Met, {_late_by(reading, clock.met_on or reading.today, clock.met_at)} late"


def _overdue(reading: Reading) -> str:
    return f"{_late_by(reading, reading.today, reading.now)} over"


def _late_by(reading: Reading, on: date, at: datetime | None) -> str:
    clock = reading.clock
    if clock.due_at is not None and at is not None:
        return hours_words((at - clock.due_at).total_seconds())
    due_on = clock.due_on or on
    over = reading.working_days(due_on, on)
    return days_words(over, "working day") if over else days_words((on - due_on).days)


def _running(reading: Reading) -> str:
    clock = reading.clock
    if clock.due_on is None:
        gone = max(0, (reading.today - clock.started_on).days)
        return f"{days_words(gone)} so far; the rule gives no number"
    if clock.due_at is not None:
        return f"{hours_words((clock.due_at - reading.now).total_seconds())} left"
    if clock.due_on == reading.today:
        return "Due today"
    left = reading.working_days(reading.today, clock.due_on)
    if left:
        return f"{days_words(left, 'working day')} left"
    return f"{days_words((clock.due_on - reading.today).days)} left"


SAID: Mapping[State, Callable[[Reading], str]] = {
    State.NOT_STARTED: _not_started,
    State.RUNNING: _running,
    State.DUE_SOON: _running,
    State.OVERDUE: _overdue,
    State.MET: _met,
    State.MET_LATE: _met_late,
    State.NOT_REQUIRED: _not_required,
    State.PAUSED: _paused,
    State.INDETERMINATE: _indeterminate,
    State.DISAPPLIED: _disapplied,
}


def hours_words(seconds: float) -> str:
    """
    >>> hours_words(90), hours_words(3600 * 29)
    ('2 minutes', '29 hours')
    """
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"
    hours = minutes // 60
    return f"{hours} hour" if hours == 1 else f"{hours} hours"


def days_words(number: int, word: str = "day") -> str:
    """
    >>> days_words(1), days_words(3, "working day")
    ('1 day', '3 working days')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def day_words(day: date | None) -> str:
    """
    >>> day_words(date(2013, 6, 28))
    '28 June 2013'
    """
    return f"{day.day} {day:%B %Y}" if day else "a day not known"
