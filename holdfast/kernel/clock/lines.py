"""
A clock as a page shows it: plain words worked out once, so that no template does arithmetic.

Words say the same as the bar. A local figure is never called law, whatever its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.clock.calendars import Calendar, NotCovered
from holdfast.kernel.clock.counting import LONDON, days_left, days_over, london_day
from holdfast.kernel.clock.freezing import calendar_now
from holdfast.kernel.clock.law import STATUS_WORDS, Kind, Severity, Status, Unit
from holdfast.kernel.clock.models import Deadline, DueChange, ProclaimedDay
from holdfast.kernel.clock.states import LATE_REASON_WORDS, LateReason, State, state_of, used
from holdfast.kernel.clock.timescales import book
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui import parts

REASON_IS_OWED = {Severity.CHILD_UNSAFE, Severity.DUTY_IN_LAW, Severity.GUIDANCE}

SHAPES = {
    State.NOT_STARTED: parts.Shape.RING,
    State.RUNNING: parts.Shape.QUARTER,
    State.DUE_SOON: parts.Shape.TRIANGLE,
    State.OVERDUE: parts.Shape.OCTAGON,
    State.MET: parts.Shape.TICK,
    State.MET_LATE: parts.Shape.TICK,
    State.NOT_REQUIRED: parts.Shape.RING,
    State.PAUSED: parts.Shape.HOURGLASS,
    State.INDETERMINATE: parts.Shape.TRIANGLE,
    State.DISAPPLIED: parts.Shape.RING,
}

HAS_A_BAR = {State.RUNNING, State.DUE_SOON, State.OVERDUE}


@dataclass(frozen=True)
class ClockLine:
    """One clock in words. `share` is the time used, 0 to 1; `due` is a day, a moment or words."""

    rule_id: str
    about: str
    what: str
    due: date | datetime | str
    state: State
    words: str
    whose_move: str
    whose_agency: str
    why: str
    badge: str
    badge_words: str
    kind: str
    severity: str
    source: str
    share: float
    over: bool
    reason_needed: bool
    late_reason: str
    changes: tuple[str, ...]

    @property
    def shape(self) -> parts.Shape:
        return SHAPES[self.state]

    def part(self, source_url: str = "") -> parts.Clock:
        """The line as the clock component takes it."""
        bar = 1.1 if self.over else self.share
        return parts.Clock(
            what=self.what,
            due=self.due,
            now=parts.Status(self.shape, self.words),
            whose=self.whose_move,
            whose_more=self.whose_agency,
            why=" ".join([self.why, *self.changes]),
            badge=parts.Badge(self.badge),
            source=parts.Link("Source", source_url) if source_url else None,
            used=bar if self.state in HAS_A_BAR else None,
        )


def clock_lines(
    deadlines: Iterable[Deadline], *, now: datetime, reader: Post | None = None
) -> list[ClockLine]:
    """Lines for a page, in the order given. `reader` is the post who reads "You"."""
    proclaimed = ProclaimedDay.objects.as_pairs()
    return [
        clock_line(one, now=now, calendar=calendar_now(one.calendar, proclaimed), reader=reader)
        for one in deadlines
    ]


def clock_line(
    deadline: Deadline, *, now: datetime, calendar: Calendar, reader: Post | None = None
) -> ClockLine:
    today = london_day(now)
    facts = deadline.facts
    state = state_of(facts, on=today, at=now, calendar=calendar)
    severity = Severity(deadline.severity)
    late = state in {State.OVERDUE, State.MET_LATE}
    done = not deadline.is_open
    mine = reader is not None and deadline.whose_post_id == reader.pk
    post = deadline.whose_post
    badge = Status.LOCAL if deadline.kind == Kind.LOCAL else Status(deadline.status)
    return ClockLine(
        rule_id=deadline.rule_id,
        about=deadline.about,
        what=deadline.duty,
        due=_due(deadline),
        state=state,
        words=words(deadline, state, now=now, calendar=calendar),
        whose_move="\N{EN DASH}" if done else ("You" if mine else deadline.whose_move),
        whose_agency="" if done or mine or post is None else post.agency.name,
        why=why(deadline),
        badge=badge.value,
        badge_words=STATUS_WORDS[badge],
        kind=deadline.kind,
        severity=deadline.severity,
        source=deadline.source,
        share=used(facts, on=today, at=now),
        over=state is State.OVERDUE,
        reason_needed=late and severity in REASON_IS_OWED and not deadline.late_reason,
        late_reason=_late_reason(deadline),
        changes=tuple(_change(one) for one in deadline.changes.all()),
    )


def words(deadline: Deadline, state: State, *, now: datetime, calendar: Calendar) -> str:
    """How the clock stands, as one would say it."""
    today = london_day(now)
    match state:
        case State.NOT_REQUIRED:
            return f"Not required: {deadline.stopped_because}"
        case State.DISAPPLIED:
            return f"Does not bind here: {deadline.disapplied_because}"
        case State.INDETERMINATE:
            return "Indeterminate: the time was not recorded"
        case State.PAUSED:
            return f"Paused since {_day(deadline.paused_on)}: {deadline.paused_because}"
        case State.NOT_STARTED:
            return f"Starts on {_day(deadline.started_on)}"
        case State.MET | State.MET_LATE:
            return _met(deadline, state, calendar)
        case State.OVERDUE:
            return _over(deadline, now=now, today=today, calendar=calendar)
        case _:
            return _left(deadline, now=now, today=today, calendar=calendar)


def why(deadline: Deadline) -> str:
    """Where the number comes from: the limit, what kind of rule it is, and its edition."""
    said = deadline.limit_words[:1].upper() + deadline.limit_words[1:]
    edition = book().editions.get(deadline.edition)
    behind = edition.name if edition and deadline.kind != Kind.LOCAL else deadline.source
    local = ", local" if deadline.kind == Kind.LOCAL else ""
    doubt = " Unconfirmed: carried over from the edition before." if deadline.unconfirmed else ""
    return f"{said}{local}. {behind}.{doubt}"


def _due(deadline: Deadline) -> date | datetime | str:
    if deadline.due_at is not None:
        return deadline.due_at.astimezone(LONDON)
    if deadline.due_on is not None:
        return deadline.due_on
    return "Not known" if deadline.unit == Unit.HOURS else "No number of days"


def _met(deadline: Deadline, state: State, calendar: Calendar) -> str:
    met_on = deadline.met_on
    if met_on is None:
        return "Met"
    if state is State.MET_LATE:
        return f"Met, {_late_by(deadline, met_on, deadline.met_at, calendar)} late"
    if met_on <= deadline.started_on:
        return "Met, same day" if met_on == deadline.started_on else "Met"
    if deadline.unit == Unit.WORKING_DAYS:
        taken = _counted(Unit.WORKING_DAYS, calendar, deadline.started_on, met_on)
        return f"Met on working day {taken}" if taken is not None else "Met"
    return f"Met in {_days((met_on - deadline.started_on).days)}"


def _over(deadline: Deadline, *, now: datetime, today: date, calendar: Calendar) -> str:
    return f"{_late_by(deadline, today, now, calendar)} over"


def _late_by(deadline: Deadline, on: date, at: datetime | None, calendar: Calendar) -> str:
    if deadline.due_at is not None and at is not None:
        return _hours((at - deadline.due_at).total_seconds())
    due_on = deadline.due_on or on
    if deadline.unit == Unit.WORKING_DAYS:
        over = _counted(Unit.WORKING_DAYS, calendar, due_on, on)
        if over:
            return _days(over, "working day")
    return _days((on - due_on).days)


def _left(deadline: Deadline, *, now: datetime, today: date, calendar: Calendar) -> str:
    if deadline.due_on is None:
        return f"{_days((today - deadline.started_on).days)} so far; the rule gives no number"
    if deadline.due_at is not None:
        return f"{_hours((deadline.due_at - now).total_seconds())} left"
    if deadline.due_on == today:
        return "Due today"
    if deadline.unit == Unit.WORKING_DAYS:
        try:
            left = days_left(Unit.WORKING_DAYS, calendar, deadline.due_on, today)
            return f"{_days(left, 'working day')} left"
        except NotCovered:
            pass
    return f"{_days((deadline.due_on - today).days)} left"


def _counted(unit: Unit, calendar: Calendar, after: date, until: date) -> int | None:
    try:
        return days_over(unit, calendar, after, until)
    except NotCovered:
        return None


def _hours(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"
    hours = minutes // 60
    return f"{hours} hour" if hours == 1 else f"{hours} hours"


def _days(number: int, word: str = "day") -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "a day not known"


def _late_reason(deadline: Deadline) -> str:
    if not deadline.late_reason and not deadline.late_code:
        return ""
    said = LATE_REASON_WORDS[LateReason(deadline.late_code)] if deadline.late_code else ""
    return ": ".join(part for part in (said, deadline.late_reason) if part)


def _change(change: DueChange) -> str:
    return f"Moved from {_day(change.old_due_on)} on {_day(change.on)}. {change.cause}."
