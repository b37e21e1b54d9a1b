"""The pieces that a briefing is made of. Plain values."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class Reader:
    """Who reads the briefing, on which day, and which records are open to that post."""

    post: Post
    area: Area
    on: date
    visible: frozenset[str]

    @classmethod
    def of(cls, post: Post, area: Area, *, on: date) -> "Reader":
        records = gate.allowed(Record.objects.filter(area=area), to=post, can=Can.SEE)
        return cls(post, area, on, frozenset(records.values_list("reference", flat=True)))

    def may_see(self, reference: str) -> bool:
        return reference in self.visible

    @property
    def title(self) -> str:
        return self.post.title


@dataclass(frozen=True)
class Press:
    """A button that does what is suggested, or undoes it."""

    text: str
    url: str


@dataclass(frozen=True)
class Need:
    """
    Something that waits. `order` puts what comes back before what is late before the rest.

    `press` does it at once; `instead` is where somebody says why not.
    """

    what: str
    why: str
    whose: str
    mine: bool
    link: Link | None
    order: int
    press: Press | None = None
    instead: Link | None = None


@dataclass(frozen=True)
class Point:
    """One point of a thread: ring open, disc done, square a difference, dashed after today."""

    mark: str
    when: str
    text: str
    more: str
    later: bool

    @property
    def drawn(self) -> str:
        return "later" if self.later else self.mark


@dataclass(frozen=True)
class Thread:
    """A challenge as the seat's successor has to know it."""

    title: str
    state: str
    points: tuple[Point, ...]
    to_ask: str
    holder: str
    promised: tuple[str, ...]
    figure: str
    link: Link


@dataclass(frozen=True)
class AgreedLine:
    number: str
    what: str
    letter: str
    why: str
    link: Link | None


@dataclass(frozen=True)
class Known:
    """Something that the seat knows, with where it is written."""

    head: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Still:
    number: int
    title: str
    since: str
    whose: str
    mine: bool
    url: str


@dataclass(frozen=True)
class Next:
    """The next meeting, and what the seat does there."""

    title: str
    when: str
    words: str
    link: Link
    items: tuple[str, ...]
    papers: tuple[Link, ...]


@dataclass(frozen=True)
class Rule:
    """The law and the guidance in force on the day."""

    guidance: str
    regime: str
    what: str
