"""What a timescale is: the words the rest of this room uses. Pure: no Django, no today()."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BadData(Exception):
    """A reviewed data file is wrong. The sentence names file, rule, field and value."""


class NotInForce(Exception):
    """No version of this rule covers that day. The sentence says which days are covered."""


class Unit(StrEnum):
    """What a limit is counted in."""

    HOURS = "H"
    WORKING_DAYS = "WD"
    CALENDAR_DAYS = "CD"
    WEEKS = "W"
    MONTHS = "Mo"


class Count(StrEnum):
    """The counting rules. What each one means stands beside it in `COUNT_WORDS`."""

    WD_AFTER = "CNT.WD.AFTER"
    WD_RECEIPT = "CNT.WD.RECEIPT"
    CD_AFTER = "CNT.CD.AFTER"
    BEGINNING_WITH = "CNT.BEGINNING_WITH"
    WEEK = "CNT.WEEK"
    MONTH = "CNT.MONTH"
    MONTH_NEXT_DAY = "CNT.MONTH.NEXT_DAY"
    HOUR = "CNT.HOUR"


class Status(StrEnum):
    """How sure we are of a number."""

    READ = "V"
    RESTATED = "V2"
    MEMORY = "M"
    LOCAL = "L"


class Kind(StrEnum):
    """What stands behind a number."""

    STATUTE = "statute"
    STATUTORY_GUIDANCE = "statutory guidance"
    PROFESSIONAL_GUIDANCE = "professional guidance"
    TARGET = "target"
    RETURN_RULE = "return rule"
    LOCAL = "local"


class Severity(StrEnum):
    """What being late means, from a child who may be unsafe now down to a local standard."""

    CHILD_UNSAFE = "S1"
    DUTY_IN_LAW = "S2"
    GUIDANCE = "S3"
    COHORT = "S4"
    LOCAL = "S5"


UNIT_WORDS: Mapping[Unit, tuple[str, str]] = {
    Unit.HOURS: ("hour", "hours"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.CALENDAR_DAYS: ("calendar day", "calendar days"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.MONTHS: ("month", "months"),
}

STATUS_WORDS: Mapping[Status, str] = {
    Status.READ: "Read in the source",
    Status.RESTATED: "Restated by others",
    Status.MEMORY: "From memory: to be checked",
    Status.LOCAL: "Local standard",
}

STATUS_MEANING: Mapping[Status, str] = {
    Status.READ: "The operative words were read in the document named, or in its exact text.",
    Status.RESTATED: "Read in a council's, trainer's or publisher's account of the document,"
    " not in the document itself.",
    Status.MEMORY: "Written from memory, or carried over. A person must check it in the document"
    " before anybody relies on it.",
    Status.LOCAL: "A local or good-practice figure. It is a setting the partnership may change."
    " Missing it breaks no law.",
}

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.CHILD_UNSAFE: "A child may be unsafe now",
    Severity.DUTY_IN_LAW: "A duty in law is not met",
    Severity.GUIDANCE: "Guidance is not followed: a reason is owed",
    Severity.COHORT: "Shown on charts only",
    Severity.LOCAL: "Shown to the team",
}

COUNT_WORDS: Mapping[Count, str] = {
    Count.WD_AFTER: "The day it starts is day nought; due by the end of the last working day",
    Count.WD_RECEIPT: "As working days, but a start on a closed day counts from the next open one",
    Count.CD_AFTER: "The day it starts is day nought",
    Count.BEGINNING_WITH: "The day it starts is day one",
    Count.WEEK: "The same day of the week, that many weeks on, and that day is included",
    Count.MONTH: "The same date, that many months on, or the last day of a shorter month",
    Count.MONTH_NEXT_DAY: "As months, counted from the day after it starts",
    Count.HOUR: "By the clock, through nights, weekends and clock changes",
}

USUAL_COUNT: Mapping[Unit, Count] = {
    Unit.HOURS: Count.HOUR,
    Unit.WORKING_DAYS: Count.WD_AFTER,
    Unit.CALENDAR_DAYS: Count.CD_AFTER,
    Unit.WEEKS: Count.WEEK,
    Unit.MONTHS: Count.MONTH,
}

COUNTS_FOR: Mapping[Unit, frozenset[Count]] = {
    Unit.HOURS: frozenset({Count.HOUR}),
    Unit.WORKING_DAYS: frozenset({Count.WD_AFTER, Count.WD_RECEIPT}),
    Unit.CALENDAR_DAYS: frozenset({Count.CD_AFTER, Count.BEGINNING_WITH}),
    Unit.WEEKS: frozenset({Count.WEEK, Count.BEGINNING_WITH}),
    Unit.MONTHS: frozenset({Count.MONTH, Count.MONTH_NEXT_DAY}),
}


@dataclass(frozen=True)
class Limit:
    """
    A number with its unit and the way it is counted.

    >>> Limit(15, Unit.WORKING_DAYS, Count.WD_AFTER).words
    '15 working days'
    >>> Limit(6, Unit.WEEKS, Count.WEEK, before=True).words
    '6 weeks before'
    """

    amount: int
    unit: Unit
    count: Count
    before: bool = False

    @property
    def words(self) -> str:
        one, many = UNIT_WORDS[self.unit]
        said = f"{self.amount} {one if self.amount == 1 else many}"
        return f"{said} before" if self.before else said


@dataclass(frozen=True)
class Edition:
    """A document in force between two days. `dated` says how exactly we know them."""

    id: str
    family: str
    name: str
    starts_on: date | None
    ends_on: date | None
    dated: str
    source: str
    status: Status
    inherits: str = ""
    notes: str = ""

    def covers(self, on: date) -> bool:
        return covers(self.starts_on, self.ends_on, on)


@dataclass(frozen=True)
class Source:
    document: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.document}, {self.place}" if self.place else self.document


@dataclass(frozen=True)
class Dispensation:
    """A rule that did not bind somewhere, for a while. No authorities named means all of them."""

    reason: str
    starts_on: date
    ends_on: date
    authorities: Mapping[str, str]
    dated: str
    complete: bool
    status: Status

    def covers(self, on: date, authority: str | None) -> bool:
        named = not self.authorities or authority in self.authorities
        return named and covers(self.starts_on, self.ends_on, on)


@dataclass(frozen=True)
class Transition:
    """What happens to clocks that are running when the law changes."""

    on: date
    words: str
    successor: str = ""


@dataclass(frozen=True)
class Rule:
    """One version of one timescale. `version` counts from 1 in the order of the data file."""

    id: str
    version: int
    section: str
    duty: str
    starts: str
    stops: str
    limit: Limit | None
    limit_words: str
    calendar: str
    responsible: str
    editions: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    kind: Kind
    severity: Severity
    source: Source
    status: Status
    overdue: str = ""
    notes: str = ""
    share_percent: int | None = None
    may_pause: bool = False
    unconfirmed: bool = False
    held_back: bool = False
    dispensations: tuple[Dispensation, ...] = ()
    transitions: tuple[Transition, ...] = ()

    def covers(self, on: date) -> bool:
        return covers(self.valid_from, self.valid_to, on)

    @property
    def is_a_target(self) -> bool:
        """A share of a cohort: never one case's deadline."""
        return self.kind is Kind.TARGET

    @property
    def is_shared(self) -> bool:
        """A target for a share of cases, such as eight in ten."""
        return self.share_percent is not None

    @property
    def has_a_clock(self) -> bool:
        return bool(self.starts and self.stops)


@dataclass(frozen=True)
class Disapplied:
    """The rule stands, but did not bind this authority on that day. Still measured."""

    rule: Rule
    dispensation: Dispensation

    @property
    def reason(self) -> str:
        return self.dispensation.reason


def covers(starts_on: date | None, ends_on: date | None, on: date) -> bool:
    """Both ends are included; a missing end is open."""
    return (starts_on is None or starts_on <= on) and (ends_on is None or on <= ends_on)
