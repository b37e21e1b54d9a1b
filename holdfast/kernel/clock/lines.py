"""
A clock as a page shows it: plain words worked out once, so that no template does arithmetic.

Words say the same as the bar. A local figure is never called law, whatever its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.clock.calendars import Calendar
from holdfast.kernel.clock.counting import LONDON, london_day
from holdfast.kernel.clock.freezing import calendar_now
from holdfast.kernel.clock.law import STATUS_WORDS, Kind, Severity, Status, Unit
from holdfast.kernel.clock.models import Deadline, DueChange, ProclaimedDay
from holdfast.kernel.clock.saying import Reading, day_words, in_words
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
    State.MET_LATE: parts.Shape.TRIANGLE,
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
        words=in_words(Reading(deadline, now, today, calendar), state),
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


def _late_reason(deadline: Deadline) -> str:
    if not deadline.late_reason and not deadline.late_code:
        return ""
    said = LATE_REASON_WORDS[LateReason(deadline.late_code)] if deadline.late_code else ""
    return ": ".join(part for part in (said, deadline.late_reason) if part)


def _change(change: DueChange) -> str:
    return f"Moved from {day_words(change.old_due_on)} on {day_words(change.on)}. {change.cause}."
