"""The states of a clock. They are worked out from what happened, never typed. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from holdfast.kernel.clock.calendars import Calendar, NotCovered
from holdfast.kernel.clock.counting import days_left
from holdfast.kernel.clock.law import Unit

SOON_SHARE = 0.2
SOON_WORKING_DAYS = 2


class State(StrEnum):
    NOT_STARTED = "not started"
    RUNNING = "running"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met late"
    NOT_REQUIRED = "not required"
    PAUSED = "paused"
    INDETERMINATE = "indeterminate"
    DISAPPLIED = "disapplied"


class LateReason(StrEnum):
    """Why a duty was late. Staff's and families' reasons are reported apart."""

    FAMILY = "family_unavailable"
    MOVED = "child_moved"
    POLICE_OR_COURT = "awaiting_police_or_court"
    STAFF = "staff"
    PARTNER = "partner_attendance"
    DATA = "data_late"
    OTHER = "other"


LATE_REASON_WORDS = {
    LateReason.FAMILY: "The family was not available",
    LateReason.MOVED: "The child moved",
    LateReason.POLICE_OR_COURT: "Waiting for the police or a court",
    LateReason.STAFF: "Staff were not available",
    LateReason.PARTNER: "A partner could not attend",
    LateReason.DATA: "It was done in time and recorded late",
    LateReason.OTHER: "Another reason",
}


@dataclass(frozen=True)
class Facts:
    """What is known of one clock, as plain values."""

    unit: str
    started_on: date
    started_at: datetime | None
    due_on: date | None
    due_at: datetime | None
    met_on: date | None
    met_at: datetime | None
    stopped_on: date | None
    paused_on: date | None
    disapplied: bool

    @property
    def hourly(self) -> bool:
        return self.unit == Unit.HOURS

    @property
    def counts_back(self) -> bool:
        """Due before the day it is counted from, as a report before a conference is."""
        return self.due_on is not None and self.due_on < self.started_on


def state_of(facts: Facts, *, on: date, at: datetime, calendar: Calendar) -> State:
    """The state of a clock on a day and at a moment. Stopped beats met beats everything open."""
    if facts.stopped_on is not None:
        return State.NOT_REQUIRED
    if facts.disapplied:
        return State.DISAPPLIED
    if facts.met_on is not None:
        return _state_when_met(facts, facts.met_on)
    return _state_when_open(facts, on=on, at=at, calendar=calendar)


def _state_when_met(facts: Facts, met_on: date) -> State:
    if facts.hourly and (facts.started_at is None or facts.met_at is None):
        return State.INDETERMINATE
    if facts.due_at is not None and facts.met_at is not None:
        return State.MET if facts.met_at <= facts.due_at else State.MET_LATE
    if facts.due_on is None:
        return State.MET
    return State.MET if met_on <= facts.due_on else State.MET_LATE


def _state_when_open(facts: Facts, *, on: date, at: datetime, calendar: Calendar) -> State:
    if facts.hourly and facts.started_at is None and facts.due_on is None:
        return State.INDETERMINATE
    if facts.paused_on is not None:
        return State.PAUSED
    if on < facts.started_on and not facts.counts_back:
        return State.NOT_STARTED
    return _state_when_running(facts, on=on, at=at, calendar=calendar)


def _state_when_running(facts: Facts, *, on: date, at: datetime, calendar: Calendar) -> State:
    if facts.due_on is None:
        return State.RUNNING
    if at > facts.due_at if facts.due_at is not None else on > facts.due_on:
        return State.OVERDUE
    nearly = used(facts, on=on, at=at) >= 1 - SOON_SHARE
    return State.DUE_SOON if nearly or _few_days(facts, on, calendar) else State.RUNNING


def _few_days(facts: Facts, on: date, calendar: Calendar) -> bool:
    if facts.unit != Unit.WORKING_DAYS or facts.due_on is None:
        return False
    try:
        left = days_left(Unit.WORKING_DAYS, calendar, facts.due_on, on)
    except NotCovered:
        return False
    return left <= SOON_WORKING_DAYS


def used(facts: Facts, *, on: date, at: datetime) -> float:
    """The share of the time that has gone, from 0 to 1; 0 where there is no due day."""
    if facts.due_on is None:
        return 0.0
    if facts.due_at is not None and facts.started_at is not None:
        whole = (facts.due_at - facts.started_at).total_seconds()
        gone = (at - facts.started_at).total_seconds()
    else:
        whole = float((facts.due_on - facts.started_on).days)
        gone = float((on - facts.started_on).days)
    if whole <= 0:
        return 1.0 if whole == 0 and gone >= 0 else 0.0
    return min(1.0, max(0.0, gone / whole))
