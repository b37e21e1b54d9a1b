"""The values that components are told to show. Frozen, plain, and ignorant of any room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

GAP_DAYS = 2
"""A timeline says how late an entry was written when it was later than this many days."""


class Shape(StrEnum):
    """A status is a shape and a word before it is a colour."""

    TICK = "tick"
    LATE_TICK = "late-tick"
    QUARTER = "quarter"
    TRIANGLE = "triangle"
    OCTAGON = "octagon"
    RING = "ring"
    BAR = "bar"
    HOURGLASS = "hourglass"


TONES = {
    Shape.TICK: "ok",
    Shape.LATE_TICK: "soon",
    Shape.QUARTER: "run",
    Shape.TRIANGLE: "soon",
    Shape.OCTAGON: "over",
    Shape.RING: "off",
    Shape.BAR: "over",
    Shape.HOURGLASS: "soon",
}


@dataclass(frozen=True)
class Status:
    """A shape with its word."""

    shape: Shape
    word: str

    @property
    def tone(self) -> str:
        return TONES[self.shape]


def met(word: str) -> Status:
    """Done, met or answered."""
    return Status(Shape.TICK, word)


def met_late(word: str) -> Status:
    """Done or answered, and after its day."""
    return Status(Shape.LATE_TICK, word)


def running(word: str) -> Status:
    """A clock that runs, with time left."""
    return Status(Shape.QUARTER, word)


def soon(word: str) -> Status:
    """Due soon, or in doubt."""
    return Status(Shape.TRIANGLE, word)


def over(word: str) -> Status:
    """Past its date."""
    return Status(Shape.OCTAGON, word)


def nothing(word: str = "Nothing held") -> Status:
    """Looked for and not there."""
    return Status(Shape.RING, word)


def refused(word: str = "Refused") -> Status:
    """Asked, and refused with a reason."""
    return Status(Shape.BAR, word)


def no_reply(word: str = "No reply") -> Status:
    """Asked, and not answered yet."""
    return Status(Shape.HOURGLASS, word)


@dataclass(frozen=True)
class Link:
    """A link in words that make sense alone."""

    text: str
    url: str


@dataclass(frozen=True)
class NowCell:
    """One third of the now line: a label, the answer in bold, a plain sentence, links."""

    label: str
    answer: str
    text: str = ""
    status: Status | None = None
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class Badge:
    """How sure Holdfast is of a rule: V, V2, M or L of the timescales."""

    code: str

    @property
    def words(self) -> str:
        return BADGES[self.code]


BADGES = {
    "V": "Law or guidance, read at the source",
    "V2": "Law or guidance, read restated",
    "M": "From memory, to be checked",
    "L": "Local, not law",
}


@dataclass(frozen=True)
class Clock:
    """A running or finished deadline.

    `used` is the share of the time that has gone: 0 to 1, more than 1 when it is over, None for
    no bar. `due` is a day, a moment, or words where neither is known.
    """

    what: str
    due: date | datetime | str
    now: Status
    whose: str = "\N{EN DASH}"
    whose_more: str = ""
    why: str = ""
    badge: Badge | None = None
    source: Link | None = None
    used: float | None = None

    @property
    def bar(self) -> int:
        """Per cent of the bar that is filled, from 0 to 100."""
        return 0 if self.used is None else round(100 * min(max(self.used, 0), 1))


@dataclass(frozen=True)
class Entry:
    """A step of a story, with its two dates. `head` is bold and ends with its own full stop."""

    happened: date
    written: datetime
    head: str
    text: str = ""
    by: str = ""
    source: str = ""
    links: Sequence[Link] = ()
    gap: str = ""


def gap_words(happened: date, written: datetime) -> str:
    """`Written 4 days later`, or nothing when it was written within two days."""
    day = timezone.localtime(written).date() if timezone.is_aware(written) else written.date()
    days = (day - happened).days
    return f"Written {days} days later" if days > GAP_DAYS else ""


@dataclass(frozen=True)
class Fact:
    """A line of a summary."""

    key: str
    value: str
    note: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Square:
    """One numbered square of a strip."""

    number: str
    url: str = ""


@dataclass(frozen=True)
class StripGroup:
    """Squares of one letter: R black, A hatched, G round, B grey."""

    letter: str
    words: str
    squares: Sequence[Square]


@dataclass(frozen=True)
class Filter:
    """A select above a list. Never offer a person's name here: filters go into the address."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str = ""
